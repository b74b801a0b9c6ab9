export default {
  'held.part': '연대기',
  'held.entries': '일어난 일의 기록',
}
