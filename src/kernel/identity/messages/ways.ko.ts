export default {
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
}
