import type en from './past.en.ts'

export default {
  'past.title': '导入往年交流',
  'past.open': '从表格导入往年交流',
  'past.lead':
    '从电子表格导入本校学生已结束的交流。这些交流计入统计，并出现在学生的经历中。系统不会给任何人发信，不占用名额，也不产生待办。已离校学生同样可按学号查找。',
  'past.understood': '{count, plural, =0 {没有可导入的交流} other {可导入#项交流}}',
  'past.twice': '{count, plural, other {#行所述交流已有记录或在表中重复}}，不会重复建立。',
  'past.stays': '交流',
  'past.do': '{count, plural, other {导入#项交流}}',
  'past.do-without-faulty': '{count, plural, other {略去有误的行，导入#项交流}}',
  'past.becomes-new': '导入',
  'past.becomes-merged': '与另一行合并',
  'past.becomes-known': '已有记录',
  'past.not-over': '该交流尚未结束，请改为推荐该学生。',
  'past.recognised-when': '学分认定日期应在首日之后，且不得为未来日期。',
  'past.unknown-student': '本校在读及离校学生中均无此学号或邮箱。请先登记该学生。',
  'past.flash': '{count, plural, =0 {未导入任何交流} other {已导入#项往年交流}}',
  'past.said': '于{day}从往年交流表格导入，接收院校未在此确认。',
  'column.recognisedOn': '学分认定日期',
  'story.imported': '从表格导入了一项往年交流',
  'story.widened': '表格中的两行合并为一项交流',
} satisfies Record<keyof typeof en, string>
