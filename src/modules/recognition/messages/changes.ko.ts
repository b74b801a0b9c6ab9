import type en from './changes.en.ts'

export default {
  'change.grade': '{host}에서 {grade} 이상의 성적.',
  'change.passed': '{host} 이수, 성적 {grade} 이상.',
  'change.mean': '학점으로 가중한 평균 성적 {grade} 이상.',
  'change.content':
    '강의계획서 비교에서 {home} 내용의 {required, number, ::percent .##} 이상이 다루어진 것으로 확인.',
  'change.hours':
    '{weekly, plural, other {{host}의 수업이 주당 #시간}} 더 많음(전체 {hours, number}시간).',
  'change.credit': '{host}에서 수학한 대학 기준 {credit, number}학점 이상.',
  'change.further': '묶음에 들어가는 이수 과목이 수학한 대학 기준 {credit, number}학점 더 있음.',
  'change.missing': '충분한 학점의 {missing} 이수 결과.',
  'change.term': '{host}을(를) 다른 학기에 이수.',
  'change.room': '한도에 {credit, number}학점의 여유.',
  'change.not-already': '{home}이(가) 아직 인정되지 않은 경우.',
  'change.decided-by': '{day, date, long}까지의 결정.',
  'change.completed-from': '{host}을(를) {day, date, long} 이후에 이수.',
  'change.validity': '과목을 이수한 날에 적용되는 {host}의 동등 판정.',
  'choice.less':
    '{homes}(으)로 인정하면 전체 인정 학점이 {less, plural, =1 {1학점} other {{credit, number}학점}} 줄어듭니다.',
  'choice.same':
    '{homes}(으)로 인정해도 전체 인정 학점은 같습니다. 같은 경우에는 우선순위가 높은 것을 택합니다.',
  'page.case.what-if': '결과가 달라졌을 조건',
  'page.case.what-if-all': '다음이 모두 갖추어져야 결과가 달라집니다',
  'page.case.what-if-gain': '전체 {credits} 더 인정',
  'page.case.choices': '다른 조합',
} satisfies Record<keyof typeof en, string>
