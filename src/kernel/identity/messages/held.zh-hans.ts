export default {
  'held.part': '账户与登录',
  'held.profile': '姓名、出生日期、语言与时区',
  'held.addresses': '电子邮件地址',
  'held.ways': '登录方式：密码、通行密钥、验证码应用、其他服务',
  'held.sign-ins': '登录记录（设备与网络）',
  'held.invitations': '发送至您邮箱的邀请',
  'held.tokens': '您的程序所用的访问令牌及其最近使用时间',
}
