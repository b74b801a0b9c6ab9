import type { setReasonTexts } from '../rules/set-reasons.ts'

export default {
  'reason.set.found': '{hosts} 合起来对应 {homes}，由{judge}于{day, date, long}审定。',
  'reason.set.package':
    '{count, plural, other {# 门课程}}整体认定为 {homes}，由{judge}于{day, date, long}审定：所修课程作为一个整体计算。',
  'reason.set.together': '与 {others} 合并计为 {homes}。',
  'reason.set.incomplete':
    '{host} 须与 {missing} 一起才能计为 {homes}，而成绩单上没有该课程的合格成绩。',
  'reason.set.partner-against': '{homes} 还需要 {partner}，而该课程不符合规定。',
  'reason.set.partner-open': '{homes} 还需要 {partner}，而该课程有待学分认定员决定。',
  'reason.set.partner-used':
    '{host} 须与 {partner} 一起才能计为 {homes}，而 {partner} 在此认定为 {other}：这一方案认定的学分最多。',
  'reason.set.too-many': '成绩单上的课程可以组成 {homes} 的方式超出系统计算的范围，请手工选择。',
  'reason.set.grade-met':
    '按学分加权的平均成绩 {grade} 达到最低要求 {required}（在接收院校的评分制中对应 {threshold}）。',
  'reason.set.grade-below':
    '按学分加权的平均成绩 {grade} 低于最低要求 {required}（在接收院校的评分制中对应 {threshold}）。',
  'reason.set.grade-open':
    '规定以这些课程的平均成绩与最低要求 {required} 比较，但无法求平均：有的成绩不是数字，或未说明最低要求在接收院校评分制中对应什么。请人工认定这些课程。',
  'reason.set.grades-differ':
    '这些课程换算出的成绩不同（{grades}），而只能登记一个成绩。请手工填写本校成绩。',
  'reason.set.hours-met': '这些课程共授课 {hours, number} 学时，规定至少 {required, number} 学时。',
  'reason.set.hours-below':
    '这些课程共授课 {hours, number} 学时，低于规定的 {required, number} 学时。',
  'reason.set.hours-unknown':
    '规定总学时至少 {required, number}，而 {host} 的学时不详。请按教学大纲填写。',
  'reason.set.package-short':
    '计入 {homes} 的课程共 {converted, number} 学分，需要 {needed, number} 学分。',
  'reason.choice.by-hand':
    '这些课程的组合方式太多，未能证明哪一种最好。已知一种可得 {found, number} 学分，任何方式都不超过 {bound, number} 学分。请手工选择。',
} as const satisfies Record<keyof typeof setReasonTexts, string>
