export default {
  'password.set.tokens-stay':
    '비밀번호를 설정했습니다. 다른 곳에서는 모두 로그아웃되었습니다. 액세스 토큰 {count}개는 아직 유효합니다. 다른 사람이 알 수 있는 토큰은 종료해 주십시오.',
  'account.tokens': '액세스 토큰',
  'tokens.lead':
    '프로그램은 토큰으로 귀하를 대신해 API를 사용합니다. 귀하가 할 수 있는 일만 할 수 있습니다. 토큰으로는 페이지를 열거나 다른 토큰을 만들 수 없습니다.',
  'tokens.none': '토큰이 없습니다',
  'tokens.none-why':
    '학사 정보 시스템과 같은 프로그램이 귀하를 대신해 읽거나 쓰게 하려면 아래에서 만드십시오.',
  'tokens.scope': '프로그램이 할 수 있는 일',
  'tokens.scope.read': '읽기',
  'tokens.scope.write': '읽기와 쓰기',
  'tokens.scope.read.hint': '귀하가 보는 것을 보며, 아무것도 바꾸지 않습니다.',
  'tokens.scope.write.hint':
    '귀하가 바꿀 수 있는 것도 바꿉니다. 한 일은 귀하의 이름으로 기록됩니다.',
  'tokens.until': '{date}까지',
  'tokens.unused': '아직 사용하지 않음',
  'tokens.used': '마지막 사용 {when}',
  'tokens.end': '종료',
  'tokens.ended': '토큰을 종료했습니다. 이 토큰을 가진 프로그램은 이제 거부됩니다.',
  'tokens.make': '토큰 만들기',
  'tokens.make.lead': '프로그램마다 따로 만들면 하나씩 종료할 수 있습니다.',
  'tokens.label': '어디에 씁니까?',
  'tokens.label.hint': '예: 학사 정보 시스템, 야간 작업',
  'tokens.days': '사용 기간',
  'tokens.days.count': '{count, plural, other {#일}}',
  'tokens.made': '새 토큰',
  'tokens.made.lead':
    '{date}까지 사용할 수 있습니다. 프로그램이 비밀 정보를 보관하는 곳에 넣어 두십시오.',
  'tokens.once': '지금 한 번만 표시됩니다. 누구도 다시 보여 드릴 수 없습니다.',
  'tokens.how': '프로그램은 호출할 때마다 토큰을 보냅니다.',
  'tokens.kept': '보관했습니다',
  'tokens.api': '프로그램이 할 수 있는 일: API 설명',
  'operation.tasks': '처리를 기다리는 일, 급한 순',
}
