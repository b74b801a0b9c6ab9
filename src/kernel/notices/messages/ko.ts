import type en from './en.ts'
import held from './held.ko.ts'

export default {
  ...held,
  'mail.open': '열기',
  'digest.subject': '새 소식 {count, plural, other {#}}건',
  'digest.news': '지난 요약 이후의 소식입니다.',
  'digest.more': '그 밖의 {count, plural, other {#}}건은 내 페이지에서 확인하십시오.',
  'digest.waiting-heading': '처리할 일',
  'digest.waiting':
    '처리할 일이 {open, plural, other {#}}건 있습니다.{overdue, plural, =0 {} other { 그중 #건은 기한이 지났습니다.}}',
  'digest.inbox': '할 일 목록 열기',
  'choice.none': '메일 받지 않음',
  'choice.immediate': '바로 메일 받기',
  'choice.daily': '하루 한 번 요약',
  'kind.task-opened': '새로운 할 일',
  'kind.task-due': '할 일 알림',
  'kind.stand-in': '다른 사람을 대행할 때',
  'stand-in.begins':
    '{from}부터 {until}까지 {name}을(를) 대행합니다. 그동안 {name}의 할 일이 귀하의 할 일 목록에 나타납니다.',
  'stand-in.ends': '{day}부터 {name}을(를) 더 이상 대행하지 않습니다.',
  'stand-in.taken-back': '휴가가 취소되어 {name}을(를) 대행하지 않습니다.',
  'kind.digest': '일일 요약 메일',
  'told.opened': '새로운 할 일: {task}',
  'told.given': '넘겨받은 할 일: {task}',
  'told.due': '알림: {task}',
  'told.planned': '지금 처리하기로 하신 일: {task}',
  'mail.acts': '아래 링크는 로그인하지 않고도 각각 한 가지 일을 바로 처리합니다.',
  'act.complete': '처리 완료',
  'act.giveAway': '동료에게 넘기기',
  'act.plan': '처리할 날짜 알리기',
  'detail.due': '기한 {on} ({distance})',
  'detail.what': '{what}',
  'detail.both': '{what} · {due}',
  'refused.no-kind': '그런 종류의 알림은 없습니다.',
} satisfies Record<keyof typeof en, string>
