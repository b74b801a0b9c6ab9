import type en from './conversion.en.ts'

const sides = '{side, select, host {接收院校} other {本校}}'

const end = (name: string) => `{${name}, select, from {下限} to {上限} other {中间值}}`
const teaching = '{part, select, practice {实践} placement {实习} self_study {自学} other {讲授}}'

export default {
  'reason.grade.no-method':
    '规则所列的方法都不适用于接收院校的评分制，因此成绩 {grade} 未作换算。请录入两种评分制的对照表，或手动填写本校成绩。',
  'reason.grade.by-grading-table': '按两校成绩分布表对照，{grade} 换算为 {home}。',
  'reason.grade.by-formula': '按修正巴伐利亚公式，{grade} 换算为 {home}。',
  'reason.grade.fail-unconverted': '只换算及格成绩；{grade} 不是及格成绩。',
  'reason.grade.word-unconverted': '{grade} 在评分制中没有先后顺序，无法换算。请手动填写本校成绩。',
  'reason.grade.no-grading-table':
    '{side, select, host {接收院校} other {本校}}没有适用于该评分制和参照组的成绩分布表，而规则要求按成绩分布表换算。请录入分布表，或手动填写本校成绩。',
  'reason.grade.not-in-table':
    '接收院校的成绩分布表中没有 {grade} 的位置。请补全分布表，或手动填写本校成绩。',
  'reason.grade.no-ends':
    '公式需要接收院校的最高分和最低及格分（数值），但其评分制没有给出 {grade} 的数值。请在规则中填写这两个数值，或手动填写本校成绩。',
  'reason.grade.beyond-ends':
    '{grade} 优于公式所取的最高分 {best, number}（最低及格分 {pass, number}）。请核对规则中的这两个数值。',

  'reason.grade-step.recorded': '规则规定：无论成绩如何，一律记为 {label}。',
  'reason.grade-step.row': '商定的对照表中有 {grade} 一行，对应 {home}。',
  'reason.grade-step.row-range':
    '商定的对照表中有 {from, number} 至 {to, number} 一行，{grade} 在其中，对应 {home}。',
  'reason.grade-step.group': `${sides}：{cycle, select, short_cycle {专科} bachelor {本科} master {硕士} doctorate {博士} other {所有学历层次}}，{field, select, all {所有学科领域} other {ISCED-F 2013 领域 {field}}}，{from, date, ::y}至{to, date, ::y}开始的学年，{unit, select, count {及格成绩 {count, number} 个} other {按公布的百分比}}。`,
  'reason.grade-step.small-group': `${sides}：只统计了 {count, number} 个及格成绩，比例受偶然因素影响较大。`,
  'reason.grade-step.span':
    '从最好的成绩数起，{grade} 占接收院校及格成绩的 {from, number, ::percent .###} 至 {to, number, ::percent .###}。',
  'reason.grade-step.border':
    '接收院校的分布表中没有人得到 {grade}。从最好的成绩数起，其位置在 {at, number, ::percent .###}。',
  'reason.grade-step.overlap':
    '在这一区间内，本校成绩 {home} 占全部及格成绩的 {share, number, ::percent .###}。',
  'reason.grade-step.middle': '区间的中点在 {middle, number, ::percent .###}。',
  'reason.grade-step.choice':
    '规则取{rule, select, maximum {区间内最好的本校成绩} minimum {区间内最低的本校成绩} other {中点所在的本校成绩}}：{home}。',
  'reason.grade-step.formula':
    '1 + 3 ×（{best, number} − {value, number}）÷（{best, number} − {pass, number}）= {result, number, ::.####}',
  'reason.grade-step.rounding':
    '{rounding, select, cut {舍去第一位以后的小数，介于两个成绩之间时取较好者} nearest {取最接近的成绩，恰在正中时取较好者} other {舍去第一位以后的小数}}：{home}。',

  'page.case.grade-method.grading-table': '按两校成绩分布表，{host} 换算为 {home}',
  'page.case.grade-method.bavarian': '按修正巴伐利亚公式，{host} 换算为 {home}',
  'rule-set.says.grading-table':
    '按两校成绩分布表换算：取可比成绩中的{rule, select, maximum {最好者} minimum {最低者} other {平均者}}',
  'rule-set.says.bavarian':
    '按修正巴伐利亚公式换算；{rounding, select, cut {保留一位小数（其余舍去），介于两个成绩之间时取较好者} nearest {取最接近的成绩，恰在正中时取较好者} other {保留一位小数（其余舍去）}}',
  'rule-set.says.first': '依次取第一个适用于接收院校评分制的方法：{list}',

  'reason.credit.range': `一学分对应的学时是一个区间：接收院校取${end('host')}，本校取${end('home')}。取其他端点则为 {least, number, ::.####} 至 {most, number, ::.####} 学分。`,
  'reason.credit-step.hours': `${teaching} {hours, number, ::.####} 学时 × {hostMinutes, number} 分钟 ÷ {homeMinutes, number} 分钟 ÷ 每学分 {perCredit, number, ::.####} 学时 = {credit, number, ::.######}`,
  'reason.credit-step.ratio':
    '接收院校 {credit, number, ::.####} 学分 × {factor, number, ::.######} = {result, number, ::.######}',
  'reason.credit-step.workload':
    '接收院校 {credit, number, ::.####} 学分 × 每学分 {host, number, ::.####} 小时 ÷ 每学分 {home, number, ::.####} 小时学习量 = {result, number, ::.######}',
  'reason.credit-step.year':
    '接收院校 {credit, number, ::.####} 学分 ÷ 其学年 {host, number, ::.####} 学分 × 本校学年 {home, number, ::.####} 学分 = {result, number, ::.######}',
  'reason.credit-step.sum': '合计 {result, number, ::.######}',
  'reason.credit-step.rounding':
    '按 {step, number, ::.####} 取整，{mode, select, halfup {四舍五入} halfeven {四舍六入五成双} down {向下} other {向上}}：{result, number, ::.####}',
  'reason.credit-step.exact': '不取整：{result, number, ::.######}',
  'reason.credit-step.other':
    '对照，{method, select, hours {按授课学时} ratio {按比例} workload {按学习量} other {按学年占比}}：{credit, number, ::.####}',
} as const satisfies Record<keyof typeof en, string>
