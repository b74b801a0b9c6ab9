export default {
  'held.part': '电子邮件',
  'held.sent': '系统发送给您的邮件',
  'held.received': '来自您邮箱的邮件',
}
