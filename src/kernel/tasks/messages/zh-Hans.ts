import type en from './en.ts'
import held from './held.zh-hans.ts'

export default {
  ...held,
  'refused.no-such-task': '没有这项待办，或者您无权转交。',
  'refused.left-out': '其中有待办事项涉及此人本人或其经办的工作，不能交给此人。请另选他人。',
  'refused.no-such-leave': '没有这条休假记录。',
  'refused.leave': '休假信息有误，无法保存。',
  'field.no-date': '请填写日期。',
  'field.until-before-from': '结束日期早于开始日期。',
  'field.until-past': '结束日期已经过去。',
  'field.no-stand-in': '请从列表中选择同事',
  'field.stand-in-self': '代理人不能是休假人本人。',
  'field.stand-in-away': '此人在该时段也在休假。请另选代理人或调整日期。',
  'entry.tasks-reassigned': '待办事项已转交他人。',
  'entry.tasks-handed-over': '已移交 {count, plural, other {#}} 项待办事项。',
  'entry.leave-declared': '已指定休假期间的代理人。',
  'entry.leave-ended': '休假提前结束。',
  'refused.moved-on': '此待办事项已不再由您办理，未作任何更改。',
  'refused.plan': '不能选择这一天。',
  'field.plan-past': '请选择今天之后的日期。',
  'field.plan-far': '请选择未来 90 天以内的日期。',
  'entry.task-planned': '已将一项待办事项安排在{on, date, long}办理。',
} satisfies Record<keyof typeof en, string>
