export default {
  'unit.part-of': '상위 조직',
  'unit.mailboxes': '조직의 이메일 주소는 공용 메일함에서 관리합니다',
  'fault.unit-in-itself': '조직은 자신이나 자신의 하위 조직에 속할 수 없습니다.',
  'entry.unit-changed': '조직 정보를 변경했습니다.',
  'import.starts-on': '날짜가 없는 행의 시작일',
  'import.starts-on-students': '비워 두면 입학 연도의 1월 1일입니다.',
  'import.starts-on-staff': '비워 두면 오늘입니다.',
  'invitation.welcome.subject': '{organisation} 접속 안내',
  'invitation.welcome.text':
    '{organisation}에서 귀하를 이 플랫폼에 등록했습니다. 이 초대로 로그인하실 수 있으며, 그 밖에 바뀌는 것은 없습니다.',
  'home.cannot-sign-in': '{count}명이 아직 로그인할 수 없습니다',
  'home.cannot-sign-in-at': '{organisation}: 명단을 보고 함께 초대하십시오',
  'home.numbers': '숫자로 보는 연합',
  'home.numbers.members': '회원 기관',
  'home.numbers.programmeYears': '진행 중인 프로그램 연도',
  'home.numbers.participants': '현재 참가자',
  'home.numbers.completed': '수료자',
  'home.numbers.initiatives': '진행 중인 공동 사업',
  'people.access-none': '아직 로그인할 수 없음',
  'people.welcome-chosen': '로그인 초대',
  'done.welcomed':
    '{count, plural, =0 {초대할 사람이 없었습니다. 선택한 사람은 이미 로그인할 수 있거나, 초대되었거나, 주소가 없습니다.} other {#명을 로그인하도록 초대했습니다.}}',
}
