export default {
  'reads.people': '인원 명단',
  'reads.people-file': '인원 명단(파일로 내려받음)',
  'reads.person': '연락처, 직책, 학적',
  'reads.duplicates': '같은 사람일 수 있는 기록의 비교',
  'reads.cohort': '프로그램 연도별 참가자 명단',
  'reads.cohort-file': '프로그램 연도별 참가자 명단(파일로 내려받음)',
}
