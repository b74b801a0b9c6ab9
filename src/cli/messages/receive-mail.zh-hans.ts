export default {
  'receive-mail.summary': '从标准输入接收一封邮件，供邮件服务器的管道使用。',
  'receive-mail.option.to': '邮件服务器投递到的地址。',
  'receive-mail.exit-codes':
    '供邮件服务器使用的退出码：0 已接收；65 不是邮件或过大；67 没有此退信地址；75 稍后重试。',
  'receive-mail.mail': '邮件等待归档。',
  'receive-mail.bounce': '本系统发出的一封邮件被退回，已记录。',
  'receive-mail.report': '该报告与本系统的邮件无关，或仅通知延迟。',
  'receive-mail.known': '这封邮件已接收过。',
  'receive-mail.own': '这是被转发回来的本系统邮件。',
  'failure.receive-mail': '未能接收邮件。{detail}',
  'receive-mail.server-ended': '正在运行的服务器在答复前已停止。',
  'variable.WEFT_BOUNCE_ADDRESS': '请填写不含“+”的邮箱地址，例如 bounces@example.org，或不填',
}
