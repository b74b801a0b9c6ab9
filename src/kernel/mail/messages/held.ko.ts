export default {
  'held.part': '이메일',
  'held.sent': '시스템에서 보낸 이메일',
  'held.received': '귀하의 주소에서 온 이메일',
}
