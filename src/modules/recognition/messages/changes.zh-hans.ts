import type en from './changes.en.ts'

export default {
  'change.grade': '{host} 的成绩达到 {grade} 及以上。',
  'change.passed': '{host} 合格，且成绩达到 {grade} 及以上。',
  'change.mean': '按学分加权的平均成绩达到 {grade} 及以上。',
  'change.content': '教学大纲比对认定覆盖 {home} 内容的 {required, number, ::percent .##} 以上。',
  'change.hours':
    '{weekly, plural, other {{host} 每周多 # 学时}}（全课程共多 {hours, number} 学时）。',
  'change.credit': '{host} 有接收院校的 {credit, number} 学分以上。',
  'change.further': '另有计入该学分块的合格课程，共接收院校的 {credit, number} 学分。',
  'change.missing': '{missing} 有合格成绩，且学分足够。',
  'change.term': '{host} 在另一学期修读。',
  'change.room': '上限还有 {credit, number} 学分的余量。',
  'change.not-already': '{home} 此前未获认定。',
  'change.decided-by': '在{day, date, long}之前作出决定。',
  'change.completed-from': '{host} 于{day, date, long}或之后修完。',
  'change.validity': '{host} 有一条在修完当日有效的等效关系。',
  'choice.less':
    '若改计为 {homes}，总共认定的学分会少 {less, plural, =1 {1 学分} other {{credit, number} 学分}}。',
  'choice.same': '若改计为 {homes}，总共认定的学分相同；相同时采用优先的方案。',
  'page.case.what-if': '哪些情况会改变结果',
  'page.case.what-if-all': '须同时满足以下各项，结果才会改变',
  'page.case.what-if-gain': '总共多认定 {credits}',
  'page.case.choices': '其他方案',
} satisfies Record<keyof typeof en, string>
