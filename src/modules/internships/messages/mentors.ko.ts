export default {
  'mentors.take': '지도 담당자 반영',
  'mentors.taken': '현재 지도 담당자를 아래 양식에 반영했습니다. 초안으로 저장하십시오.',
  'mentors.unnamed': '현재 학생을 지도하는 분이 협약서에 없습니다',
}
