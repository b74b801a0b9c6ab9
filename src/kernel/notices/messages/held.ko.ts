export default {
  'held.part': '알림',
  'held.notices': '귀하에게 보낸 알림',
  'held.choices': '알림 수신 방법 선택',
}
