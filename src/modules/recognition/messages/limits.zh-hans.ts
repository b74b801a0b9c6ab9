import type en from './limits.en.ts'

const kind =
  '{kind, select, course {课堂课程} online {在线课程} summer {暑期项目} placement {实习} non_degree {非学历课程（CN）} certificate {证书（CS）} training {培训（CT）} portfolio {学习档案（CP）} examination {考试（CE）} accredited {评估认定课程} part_time {非全日制注册课程} other {这几类学习合计}}'
const evidence =
  '{evidence, select, syllabus {课程大纲} hours {学时证明} certificate {证书} assessment {评估报告} portfolio {学习档案} other {成绩通知}}'

export default {
  'reason.cap.residence':
    '专业总学分 {programme, number} 中至少 {least, number} 学分须在本校修读，因此最多可认定 {limit, number} 学分，其中 {already, number} 学分已用。在认定学分最多的选择中，此行未被选中；再有 {credit, number} 学分的余额即可改变结果。',

  'reason.kind.refused': `规则不认定${kind}的学分。`,
  'reason.kind.evidence': `规则要求${kind}须有${evidence}，但尚无查验记录。请向学生索取，或在本案的事实页中登记。`,
  'reason.kind.evidence-seen': `已按规则对${kind}的要求查验：${evidence}。`,
  'reason.kind.total': `${kind}最多可认定 {limit, number} 学分，其中 {already, number} 学分已用。再有 {credit, number} 学分的余额即可认定。`,
  'reason.kind.term': `${kind}每学期（{period}）最多可认定 {limit, number} 学分，其中 {already, number} 学分已用。再有 {credit, number} 学分的余额即可认定。`,

  'reason.kind.year': `${kind}每学年（{period}）最多可认定 {limit, number} 学分，其中 {already, number} 学分已用。再有 {credit, number} 学分的余额即可认定。`,
  'reason.kind.host': `来自同一院校的${kind}最多可认定 {limit, number} 学分，其中 {already, number} 学分已用。再有 {credit, number} 学分的余额即可认定。`,

  'reason.home-term.unknown': `在修读${kind}的学期，规则限制在本校修读的学分，但 {term} 学期在本校修读的学分没有记录。请在本案的事实页中填写。`,
  'reason.home-term.met': `{term} 学期在本校修读 {taken, number} 学分；在修读${kind}的学期，规则允许不超过 {limit, number} 学分。`,
  'reason.home-term.over': `{term} 学期在本校修读 {taken, number} 学分；在修读${kind}的学期，规则最多允许 {limit, number} 学分，超出则不予认定。`,
  'reason.home-term.together': `在修读${kind}的学期，合计最多 {limit, number} 学分。{term} 学期在本校修读 {home, number} 学分，此前已认定 {already, number} 学分。再有 {credit, number} 学分的余额即可认定。`,

  'reason.stay.unknown':
    '在外学习超过 {months, number} 个月须办理停学手续方可认定，但此次在外学习的起止日期没有记录。请在本案的事实页中填写。',
  'reason.stay.suspension-unknown':
    '{from, date, long}至{to, date, long}的在外学习超过 {months, number} 个月，须办理停学手续方可认定，但是否办理没有记录。请在本案的事实页中填写。',
  'reason.stay.suspended': '已按规则对超过 {months, number} 个月在外学习的要求办理停学手续。',
  'reason.stay.not-suspended':
    '{from, date, long}至{to, date, long}的在外学习超过 {months, number} 个月，而未办理停学手续，学分不予认定。',

  'reason.deadline.met': '成绩单于{filed, date, long}收到，未超过截止日期{last, date, long}。',
  'reason.deadline.missed': '成绩单于{filed, date, long}收到，截止日期为{last, date, long}。',
  'reason.deadline.late':
    '成绩单于{filed, date, long}收到，截止日期为{last, date, long}。规则规定由评估人决定是否仍予受理。',
  'reason.deadline.unknown':
    '规则设有截止日期，但无法推算：{rule, select, week {在外学习的结束日期或本校下一学期的日期} working_days {在外学习的结束日期或成绩单签发日期} other {在外学习的结束日期}}未知。请在本案的事实页中填写，或直接决定此行。',

  'reason.residence.years': '取得学位前至少须在本校学习 {years, plural, other {# 学年}}。',
  'reason.residence.last-term': '在外学习处于取得学位前的最后一学期，而该学期必须在本校学习。',
  'reason.residence.last-term-unknown':
    '取得学位前的最后一学期必须在本校学习。此次在外学习是否处于该学期没有记录。',
  'reason.honours.open':
    '荣誉学位要求至少 {least, number} 学分在本校修读。认定后，专业总学分 {programme, number} 中还有 {left, number} 学分须在本校修读，仍可能取得荣誉学位。',
  'reason.honours.lost':
    '荣誉学位要求至少 {least, number} 学分在本校修读。认定后，专业总学分 {programme, number} 中只剩 {left, number} 学分在本校修读，不能再取得荣誉学位。',

  'calculation.title': '学分和成绩是如何换算的',
  'calculation.lead': '从成绩单所载到登记结果的每一步，均可手工复核。',
  'calculation.none': '尚未进行换算',
  'calculation.none-why': '规则尚未换算本案任何一行的学分或成绩。',
  'calculation.credit': '学分',
  'calculation.grade': '成绩',
  'calculation.together': '合并：{codes}',
  'calculation.picture': '{grade} 在两校成绩分布表中的位置；换算为 {home}',
} as const satisfies Record<keyof typeof en, string>
