import type en from './acts.en.ts'

export default {
  'act.for': '처리 명의',
  'act.what': '관련 내용',
  'act.open': '전체 페이지 보기(로그인 필요)',
  'act.gone.title': '닫힌 링크입니다',
  'act.gone.text':
    '링크가 회수되었거나 주소가 온전하지 않습니다. 아직 처리할 일이 있으면 보낸 사람에게 새 링크를 요청하십시오.',
  'act.complete.kicker': '처리하셨습니까?',
  'act.complete': '처리 완료',
  'act.complete.next': '귀하와 다른 사람의 목록에서 이 일이 빠집니다. 그 밖에는 바뀌지 않습니다.',
  'act.give-away.kicker': '다른 사람에게 넘기기',
  'act.give-away.to': '대신 처리할 사람',
  'act.give-away.self': '{name}(본인이 맡음)',
  'act.give-away.office':
    '제 담당이 아닙니다. {organisation}의 코디네이터가 담당자를 정해 주십시오',
  'act.give-away': '넘기기',
  'act.give-away.next': '받는 사람에게 바로 알리고, 귀하의 목록에서 빠집니다.',
  'act.plan.kicker': '언제 처리하시겠습니까?',
  'act.plan.on': '처리할 날짜',
  'act.plan.other-day': '또는 다른 날짜',
  'act.plan.planned': '지금까지 알려 주신 날짜: {on}',
  'act.plan': '이 날짜로 기억하기',
  'act.plan.next': '그때까지 목록에서 따로 두었다가 그날 알려 드립니다. 원래 기한은 그대로입니다.',
  'act.over.inbox': '다른 할 일 보기(로그인 필요)',
  'act.over.done.title': '처리되었습니다',
  'act.over.done.text':
    '{on}에 처리 완료로 표시하셨습니다. 잘못 누르셨다면 하루 안에 로그인하여 되돌리십시오.',
  'act.over.done-by-other.title': '이미 처리되었습니다',
  'act.over.done-by-other.text': '{on}에 다른 사람이 처리했습니다. 더 하실 일은 없습니다.',
  'act.over.cancelled.title': '더 이상 필요하지 않습니다',
  'act.over.cancelled.text': '이 건은 다른 방법으로 정리되었습니다. 더 하실 일은 없습니다.',
  'act.over.given.title': '넘겼습니다',
  'act.over.given.text': '동료에게 알리고 있으며, 귀하의 목록에서 빠졌습니다.',
  'act.over.with-other.title': '지금은 다른 사람이 맡고 있습니다',
  'act.over.with-other.text':
    '다른 사람에게 넘어간 일이므로 이 링크는 더 이상 쓸 수 없습니다. 더 하실 일은 없습니다.',
  'act.over.planned.title': '날짜를 적어 두었습니다',
  'act.over.planned.text':
    '{on}까지 처리하시는 것으로 하고 그날 알려 드립니다. 메일의 링크로 날짜를 바꿀 수 있습니다.',
  'act.over.expired.title': '링크의 기간이 지났습니다',
  'act.over.expired.text':
    '아직 귀하의 처리를 기다리고 있습니다. 로그인하여 해당 페이지에서 처리하십시오.',
  'stop.title': '이 종류의 메일 그만 받기: {kind}',
  'stop.lead':
    '알림 페이지에서는 계속 모두 볼 수 있습니다. 로그인 링크처럼 직접 요청하신 메일은 계속 보내 드립니다.',
  'stop.digest.lead':
    '요약 메일을 더 보내지 않습니다. ‘할 일’ 페이지에서는 계속 모두 볼 수 있으며, 바로 받기로 하신 메일은 계속 보내 드립니다.',
  'stop.button': '이 메일 그만 받기',
  'stop.done.title': '중지됨: {kind}',
  'stop.done.text': '이 종류의 메일은 더 보내지 않습니다.',
  'stop.again': '전처럼 다시 받기',
  'stop.all': '모든 메일 종류 설정(로그인 필요)',
  'stop.gone.text': '더 이상 쓸 수 없는 링크입니다. 받을 메일은 내 페이지에서 고를 수 있습니다.',
} satisfies Record<keyof typeof en, string>
