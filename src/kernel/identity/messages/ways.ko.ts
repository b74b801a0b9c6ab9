export default {
  'letter.sign-ins-ended.subject': '{siteName}에서 모두 로그아웃되었습니다',
  'letter.sign-ins-ended.text':
    '소속 기관에서 {siteName} 계정의 모든 로그인과 액세스 토큰을 종료했습니다. 기기를 잃어버렸거나 토큰이 알려졌기 때문입니다.',
  'letter.sign-ins-ended.next':
    '평소처럼 다시 로그인해 주십시오. 사용하시는 프로그램에는 새 액세스 토큰이 필요합니다. 까닭을 모르시면 담당자에게 문의해 주십시오.',
  'letter.passkey-added.subject': '{siteName} 계정에 패스키가 추가되었습니다',
  'letter.passkey-added.text':
    '이 패스키를 가진 사람은 비밀번호 없이 {siteName} 계정에 로그인할 수 있습니다. 계정의 ‘보안’에서 확인하고 삭제할 수 있습니다.',
  'letter.passkey-removed.subject': '{siteName} 계정에서 패스키가 삭제되었습니다',
  'letter.passkey-removed.text': '이 패스키로는 더 이상 {siteName} 계정에 로그인할 수 없습니다.',
  'letter.identity-linked.subject': '이제 {provider} 계정으로 {siteName}에 로그인할 수 있습니다',
  'letter.identity-linked.text':
    '{provider} 계정이 {siteName} 계정에 연결되어 앞으로 로그인에 사용됩니다. 계정의 ‘보안’에서 확인하고 연결을 해제할 수 있습니다.',
  'letter.identity-unlinked.subject':
    '{provider} 계정으로는 더 이상 {siteName}에 로그인할 수 없습니다',
  'letter.identity-unlinked.text': '{siteName} 계정에서 {provider} 계정의 연결이 해제되었습니다.',
  'letter.access-token-made.subject': '{siteName} 계정에 액세스 토큰이 만들어졌습니다',
  'letter.access-token-made.text':
    '이 토큰을 가진 프로그램은 선택하신 범위에서 {siteName}에서 귀하를 대신해 작업합니다. 계정의 ‘액세스 토큰’에서 확인하고 종료할 수 있습니다.',
  'access-token.unknown': '그런 토큰이 없거나 이미 종료되었습니다.',
  'access-token.faulty': '토큰을 만들지 못했습니다.',
  'access-token.needs-name': '토큰을 어디에 쓰는지 적어 주십시오.',
  'access-token.name-taken': '사용 중인 토큰에 같은 이름이 있습니다. 다른 이름을 적어 주십시오.',
  'access-token.too-many':
    '사용 중인 토큰이 {most}개 있습니다. 더 필요하지 않은 토큰을 종료해 주십시오.',
  'entry.access-token-made': '액세스 토큰을 만듦',
  'entry.access-tokens-ended': '액세스 토큰을 종료함',
}
