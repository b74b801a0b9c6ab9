export default {
  'mentors.take': '지도 담당자 반영',
  'mentors.taken': '현재 지도 담당자를 아래 양식에 반영했습니다. 초안으로 저장하십시오.',
  'mentors.unnamed': '현재 학생을 지도하는 분이 협약서에 없습니다',
  'over.passed-on.text':
    '이 학생에 관한 링크는 닫혔습니다. 이 실습에서 더 이상 이 학생을 지도하지 않습니다. 그동안 수고해 주셔서 감사합니다.',
  'over.passed-on.title': '더 이상 담당하지 않는 일입니다',
}
