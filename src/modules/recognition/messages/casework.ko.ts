import type en from './casework.en.ts'

export default {
  'cases.similar': '‘{search}’ 이름을 가진 사람이 없어 비슷한 이름을 표시합니다.',
  'issuer.title': '이 대학의 성적증명서가 맞습니까?',
  'issuer.missing': '이 성적증명서를 발급한 대학은 어디입니까?',
  'issuer.names':
    '문서에는 발급 기관이 {issuer}(으)로 적혀 있으나 {host}의 성적증명서로 제출되었습니다.',
  'issuer.take': '{institution}에서 발급함',
  'issuer.choose': '이 대학으로 지정',
  'issuer.not-listed': '목록에 없는 대학입니까?',
  'issuer.not-listed-what':
    '대학 등록은 연합 사무국에서 합니다. 그동안 성적증명서는 ‘아직 마치지 않은 성적증명서’에 보관되며, 등록이 끝나면 알려 드립니다.',
  'issuer.asked': '사무국에 {institution} 등록을 요청하였습니다.',
  'issuer.enter': '기관 등록',
  'issuer.institution': '대학명(문서에 적힌 대로)',
  'issuer.ask': '사무국에 요청',
  'issuer.requested':
    '사무국에 요청하였습니다. 성적증명서는 보관되며, 대학이 등록되면 알려 드립니다.',
  'issuer.changed': '대학을 변경하였습니다. 입력한 내용은 그대로 있습니다.',
  'issuer.confirm': '원본과 대조하였으며 {host}의 성적증명서임을 확인합니다',
  'issuer.confirm-button': '{host}의 성적증명서로 확인',
  'issuer.confirmed': '{by} 님이 {day}에 {host}의 성적증명서임을 확인하였습니다.',
  'issuer.confirmed-now': '확인하였습니다. 이제 결정할 수 있습니다.',
  'issuer.before-decision':
    '원본과 대조하여 확인해 주십시오. 확인 전에는 결정할 수 없습니다. 다른 대학의 성적증명서라면 이 건을 철회하고 다시 제출해 주십시오.',
  'issuer.none-of-these': '목록에 없음',
  'issuer.none-of-these-hint':
    '목록에 없으면 ‘목록에 없음’을 선택하십시오. 사무국이 대학을 등록할 때까지 성적증명서를 보관합니다.',
  'issuer.here-now':
    '{institution}이(가) 기관 목록에 등록되었습니다. 제출하신 성적증명서를 이어서 처리해 주십시오.',
  'notice.kind.host-entered': '내 성적증명서가 기다리는 대학의 등록',
  'task.missing-host': '{institution} 기관 등록: 대기 중인 성적증명서가 있습니다',
  'task.kind.missing-host': '등록할 대학',
  'entry.issuer-confirmed': '문서의 발급 기관이 다르지만 수학한 대학의 성적증명서임을 확인함',
  'refusal.issuer-unconfirmed':
    '문서의 발급 기관은 {host}이(가) 아니라 {issuer}입니다. 실제 발급한 대학을 선택하거나 {host}의 성적증명서임을 확인해 주십시오.',
  'refusal.issuer-in-doubt':
    '문서의 발급 기관이 수학한 대학과 다릅니다. 수학한 대학의 성적증명서임을 먼저 확인한 뒤 결정해 주십시오.',
  'refusal.institution-name': '대학명을 입력해 주십시오',
  'command.transcript.issuer-confirmed': '문서의 발급 기관이 다르지만 수학한 대학의 것임',
} as const satisfies Record<keyof typeof en, string>
