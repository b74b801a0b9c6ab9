import type en from './en.ts'
import held from './held.zh-hans.ts'

export default {
  ...held,
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
  'kind.task-opened': '新的待办事项',
  'kind.task-due': '待办事项提醒',
  'kind.stand-in': '代理他人时',
  'stand-in.begins':
    '您自 {from} 至 {until} 代理 {name}。在此期间，对方的待办事项会出现在您的待办列表中。',
  'stand-in.ends': '自 {day} 起，您不再代理 {name}。',
  'stand-in.taken-back': '您无需代理 {name}：休假已撤销。',
  'kind.digest': '每日汇总',
  'told.opened': '新待办：{task}',
  'told.given': '转交给您：{task}',
  'told.due': '提醒：{task}',
  'told.planned': '您计划现在办理：{task}',
  'mail.acts': '以下每个链接可直接办理一件事，无需登录：',
  'act.complete': '已办完',
  'act.giveAway': '转交同事',
  'act.plan': '告知办理日期',
  'detail.due': '截止日期：{on}（{distance}）',
  'detail.what': '{what}',
  'detail.both': '{what} · {due}',
  'refused.no-kind': '没有这一类通知。',
} satisfies Record<keyof typeof en, string>
