import type en from './en.ts'

export default {
  'refused.no-such-task': '没有这项待办，或者您无权转交。',
  'refused.no-such-leave': '没有这条请假记录。',
  'refused.leave': '请假信息有误，无法保存。',
  'field.no-date': '请填写日期。',
  'field.until-before-from': '结束日期早于开始日期。',
  'field.until-past': '结束日期已经过去。',
  'field.stand-in-self': '代理人不能是请假人本人。',
  'field.stand-in-away': '此人在该时段也请假。请另选代理人或调整日期。',
  'entry.tasks-reassigned': '待办事项已转交他人。',
  'entry.tasks-handed-over': '已移交 {count, plural, other {#}} 项待办事项。',
  'entry.leave-declared': '已指定请假期间的代理人。',
  'entry.leave-ended': '请假提前结束。',
} satisfies Record<keyof typeof en, string>
