export default {
  'person.mail-returned': '发往 {address} 的邮件被退回',
  'person.mail-returned-on': '最近一次：{on}。请核实其他地址。',
  'person.mails': '邮件',
  'person.mails-show': '归档在此的邮件',
  'invitation.letter': '邀请邮件',
  'invitation.letter-returned': '已退回',
}
