export default {
  'held.part': '할 일과 부재',
  'held.open': '처리를 기다리는 일',
  'held.done': '처리한 일',
  'held.done-stays': '처리한 일은 누구의 이름도 없는 번호로 기록에 남습니다.',
  'held.leaves': '부재와 대행',
}
