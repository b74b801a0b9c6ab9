import type en from './en.ts'

export default {
  'mail.open': '查看详情',
  'digest.subject': '您有 {count, plural, other {#}} 条新消息',
  'digest.news': '自上次汇总以来的新消息：',
  'digest.more': '另有 {count, plural, other {#}} 条，请到您的页面查看。',
  'digest.waiting-heading': '您的待办',
  'digest.waiting':
    '您有 {open, plural, other {#}} 项待办{overdue, plural, =0 {。} other {，其中 # 项已逾期。}}',
  'digest.inbox': '查看待办事项',
  'choice.none': '不发邮件',
  'choice.immediate': '立即发邮件',
  'choice.daily': '每日汇总一次',
} satisfies Record<keyof typeof en, string>
