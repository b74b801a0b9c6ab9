import type en from './en.ts'
import held from './held.ko.ts'
import ways from './ways.ko.ts'

export default {
  ...held,
  ...ways,
  'code.ended': '더 이상 사용할 수 없는 코드입니다. 메일을 다시 요청해 주십시오.',
  'code.wrong': '메일의 코드와 다릅니다. 여덟 자리 숫자를 확인해 주십시오.',
  'demonstration.off': '원클릭 로그인은 시연 환경에서만 사용할 수 있습니다.',
  'demonstration.real-data':
    '이 데이터베이스에는 실제 인물의 정보가 있습니다. 시연 모드를 끄고 시작하거나 빈 데이터 폴더를 선택해 주십시오.',
  'email.faulty': '이메일 주소 형식이 올바르지 않습니다. 예: name@example.org',
  'email.taken': '이미 사용 중인 이메일 주소입니다.',
  'email.unproven': '먼저 이메일 주소를 확인해 주십시오. 로그인 링크를 요청해 열면 됩니다.',
  'federated.begin-again':
    '로그인 시간이 초과되었거나 다른 브라우저에서 시작되었습니다. 다시 시작해 주십시오.',
  'federated.declined':
    '{provider}에서 로그인이 확인되지 않았습니다. 다시 시도하거나 다른 방법을 선택해 주십시오.',
  'federated.faulty':
    '{provider}의 응답을 신뢰할 수 없어 로그인하지 않았습니다. 다시 시작해 주십시오.',
  'federated.no-provider': '이 로그인 방법은 설정되어 있지 않습니다.',
  'federated.taken': '이 외부 계정은 이미 다른 사용자에게 연결되어 있습니다.',
  'federated.unknown': '연결된 계정이 더 이상 존재하지 않습니다.',
  'federated.unreachable':
    '지금은 {provider}에 연결할 수 없습니다. 잠시 후 다시 시도하거나 다른 방법으로 로그인해 주십시오.',
  'field.faulty': '이 항목을 확인해 주십시오.',
  'invitation.used-or-expired':
    '이미 사용되었거나 철회 또는 만료된 초대입니다. 초대한 분께 다시 요청해 주십시오.',
  'letter.confirm.action': '이 주소 확인',
  'letter.confirm.subject': '{siteName} 이메일 주소 확인',
  'letter.confirm.text':
    '{siteName}에서 이 주소를 사용하겠다는 요청이 있었습니다. 버튼은 {minutes}분 동안 한 번만 사용할 수 있습니다.',
  'letter.email-changed.subject': '{siteName}의 이메일 주소가 변경되었습니다',
  'letter.email-changed.text':
    '앞으로 {siteName}의 메일은 다른 주소로 발송됩니다. 이 주소로 보내는 마지막 메일입니다.',
  'letter.invitation.action': '초대 수락',
  'letter.invitation.text': '초대는 {expiresAt, date, long}까지 유효합니다.',
  'letter.not-you':
    '본인이 요청하지 않았다면 이 메일을 무시하셔도 됩니다. 계정에는 아무 변화가 없습니다.',
  'letter.password-set.subject': '{siteName}의 비밀번호가 변경되었습니다',
  'letter.password-set.text':
    '{siteName} 계정에 새 비밀번호가 설정되었습니다. 다른 기기에서는 모두 로그아웃되었습니다.',
  'letter.reset.action': '새 비밀번호 설정',
  'letter.reset.subject': '{siteName} 새 비밀번호 설정',
  'letter.reset.text':
    '{siteName}의 새 비밀번호 요청이 있었습니다. 버튼은 {minutes}분 동안 한 번만 사용할 수 있습니다.',
  'letter.second-factor.subject': '{siteName}의 2단계 인증이 변경되었습니다',
  'letter.second-factor.text': '{siteName} 계정의 2단계 인증이 켜지거나 꺼졌습니다.',
  'letter.sign-in.action': '로그인',
  'letter.sign-in.subject': '{siteName} 로그인 링크',
  'letter.sign-in.text':
    '버튼을 누르면 {siteName}에 로그인됩니다. {minutes}분 동안 한 번만 사용할 수 있습니다. 로그인을 요청한 기기에서 코드를 입력해도 됩니다.',
  'letter.tell-us': '본인이 아니라면 즉시 비밀번호를 새로 설정하고 담당자에게 알려 주십시오.',
  'limit.wait':
    '시도 횟수가 너무 많습니다. {minutes}분 후에 다시 시도하거나 다른 방법으로 로그인해 주십시오.',
  'link.used-or-expired': '이미 사용되었거나 만료된 링크입니다. 새 링크를 요청해 주십시오.',
  'merge.demonstration': '시연용 인물과 실제 인물은 병합할 수 없습니다.',
  'merge.not-active': '두 사람 중 한 명은 이미 병합되었거나 삭제되었습니다.',
  'merge.same': '서로 다른 두 사람을 선택해 주십시오.',
  'passkey.faulty': '패스키를 확인하지 못했습니다. 다시 시작해 주십시오.',
  'passkey.known': '이미 등록된 패스키입니다.',
  'passkey.none': '등록된 패스키가 없습니다.',
  'passkey.unknown': '더 이상 존재하지 않는 패스키입니다.',
  'password.about-you':
    '비밀번호가 주로 이메일 주소나 사이트 이름으로 되어 있습니다. 다른 비밀번호를 사용해 주십시오.',
  'password.too-common': '추측하기 쉬운 비밀번호입니다. 서로 관련 없는 단어 네 개를 권장합니다.',
  'password.too-long': '200자 이하로 입력해 주십시오.',
  'password.too-short': '12자 이상 입력해 주십시오. 서로 관련 없는 단어 네 개를 권장합니다.',
  'password.wrong': '비밀번호가 올바르지 않습니다.',
  'person.faulty': '인적 사항 중 수정할 항목이 있습니다.',
  'person.unknown': '존재하지 않거나 열람 권한이 없는 사람입니다.',
  'second-factor.begin-again': '2단계 인증 시간이 초과되었습니다. 다시 로그인해 주십시오.',
  'session.prove-again': '변경하기 전에 본인 확인을 다시 해 주십시오.',
  'session.unknown': '이미 종료된 로그인입니다.',
  'sign-in.wrong': '이메일 주소 또는 비밀번호가 올바르지 않습니다.',
  'totp.already': '2단계 인증이 이미 켜져 있습니다.',
  'totp.begin-again': '인증 앱을 처음부터 다시 설정해 주십시오.',
  'totp.off': '2단계 인증이 켜져 있지 않습니다.',
  'totp.wrong':
    '코드가 올바르지 않거나 이미 사용되었습니다. 앱에 표시되는 다음 코드를 입력해 주십시오.',
  'entry.person-registered': '등록됨',
  'entry.person-changed': '인적 사항 변경',
  'entry.email-verified': '이메일 주소 확인',
  'entry.primary-email-changed': '기본 이메일 주소 변경',
  'entry.password-set': '비밀번호 설정',
  'entry.totp-enabled': '2단계 인증 켜짐',
  'entry.totp-disabled': '2단계 인증 꺼짐',
  'entry.recovery-codes-made': '복구 코드 새로 생성',
  'entry.recovery-code-used': '복구 코드 사용',
  'entry.passkey-added': '패스키 추가',
  'entry.passkey-removed': '패스키 삭제',
  'entry.federated-identity-linked': '외부 계정 연결',
  'entry.federated-identity-unlinked': '외부 계정 연결 해제',
  'entry.session-started': '로그인',
  'entry.sessions-ended': '로그아웃',
  'entry.person-invited': '초대함',
  'entry.invitation-accepted': '초대 수락',
  'entry.invitation-withdrawn': '초대 철회',
  'entry.act-link-used': '링크를 통해 처리',
  'entry.act-links-revoked': '링크 무효화',
  'entry.persons-merged': '동일인의 두 기록 병합',
  'entry.person-erased': '인적 사항 삭제',
  'erasure.number-kept':
    '결정에서 해당 인물을 가리키는 번호는 보존되며, 이름이나 주소와는 더 이상 연결되지 않습니다.',
} satisfies Record<keyof typeof en, string>
