export default {
  'reason.no-mailbox': '没有这个邮箱：地址可能写错了，或该人员已离开。',
  'reason.no-host': '找不到该地址的邮件服务器：@ 之后的部分可能写错了。',
  'reason.closed': '该邮箱已停用。',
  'reason.full': '该邮箱已满。',
  'reason.too-large': '邮件过大，对方邮箱无法接收。',
  'reason.blocked': '对方邮件服务器将其视为垃圾邮件或按自身规则拒收。',
  'reason.no-answer': '连续两天无法连接对方邮件服务器。',
  'reason.other': '对方邮件服务器未接收邮件。',
}
