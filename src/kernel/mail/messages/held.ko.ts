export default {
  'held.part': '전자우편',
  'held.sent': '시스템에서 보낸 전자우편',
  'held.received': '귀하의 주소에서 온 전자우편',
}
