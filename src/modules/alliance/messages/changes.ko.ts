export default {
  'unit.part-of': '상위 조직',
  'unit.mailboxes': '조직의 이메일 주소는 부서 메일함에서 관리합니다',
  'fault.unit-in-itself': '조직은 자신이나 자신의 하위 조직에 속할 수 없습니다.',
  'entry.unit-changed': '조직 정보를 변경했습니다.',
  'import.starts-on': '날짜가 없는 행의 시작일',
  'import.starts-on-students': '비워 두면 입학 연도의 1월 1일입니다.',
  'import.starts-on-staff': '비워 두면 오늘입니다.',
}
