import type en from './limits.en.ts'

const kind =
  '{kind, select, course {课堂课程} online {在线课程} blended {混合式课程} summer {暑期项目} placement {实习} non_degree {非学历课程（CN）} certificate {证书（CS）} training {培训（CT）} portfolio {学习档案（CP）} examination {考试（CE）} accredited {评估认定课程} part_time {非全日制注册课程} other {这几类学习合计}}'
const of = kind.replace('{kind,', '{of,')
const term = '{term, select, planned {计划学期} other {{term}}}'
const period = '{period, select, planned {按计划} other {{period}}}'
const evidence =
  '{evidence, select, syllabus {教学大纲} hours {学时证明} certificate {证书} assessment {评估报告} portfolio {学习档案} other {成绩通知}}'

export default {
  'reason.cap.residence':
    '专业总学分 {programme, number} 中至少 {least, number} 学分须在本校修读，因此最多可认定 {limit, number} 学分，其中 {already, number} 学分已用。在认定学分最多的选择中，此行未被选中；再有 {credit, number} 学分的余额即可改变结果。',

  'reason.kind.refused': `规则不认定${kind}的学分。`,
  'reason.kind.evidence': `规则要求${kind}须有${evidence}，但尚无查验记录。请向学生索取，或在本案的事实页中登记。`,
  'reason.kind.evidence-seen': `已按规则对${kind}的要求查验：${evidence}。`,
  'reason.kind.total': `${kind}最多可认定 {limit, number} 学分，其中 {already, number} 学分已用。再有 {credit, number} 学分的余额即可认定。`,
  'reason.kind.term': `${kind}每学期（${period}）最多可认定 {limit, number} 学分，其中 {already, number} 学分已用。再有 {credit, number} 学分的余额即可认定。`,

  'reason.kind.year': `${kind}每学年（${period}）最多可认定 {limit, number} 学分，其中 {already, number} 学分已用。再有 {credit, number} 学分的余额即可认定。`,
  'reason.kind.host': `来自同一院校的${kind}最多可认定 {limit, number} 学分，其中 {already, number} 学分已用。再有 {credit, number} 学分的余额即可认定。`,

  'reason.home-term.unknown': `在修读${kind}的学期，规则限制在本校修读的学分，但${term}在本校修读的学分没有记录。请在本案的事实页中填写。`,
  'reason.home-term.met': `${term}在本校修读 {taken, number} 学分；在修读${kind}的学期，规则允许不超过 {limit, number} 学分。`,
  'reason.home-term.over': `${term}在本校修读 {taken, number} 学分；在修读${kind}的学期，规则最多允许 {limit, number} 学分，超出则不予认定。`,
  'reason.home-term.together': `在修读${kind}的学期，合计最多 {limit, number} 学分。${term}在本校修读 {home, number} 学分，此前已认定 {already, number} 学分。再有 {credit, number} 学分的余额即可认定。`,

  'reason.home-term.asked-unknown': `在修读${of}的学期，规则限制在本校修读的学分，但未说明是否也适用于${kind}；${term}在本校修读的学分没有记录。请在本案的事实页中填写，或对本行作出认定。`,
  'reason.home-term.asked': `在修读${of}的学期，规则限制在本校修读的学分，但未说明是否也适用于${kind}。${term}将达到 {credit, number} 学分，而规则最多允许 {limit, number} 学分。请认定本课程是否计入。`,

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
    '成绩单于{filed, date, long}收到，截止日期为{last, date, long}。规则规定由学分认定员决定是否仍予受理。',
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

  'calculation.title': '学分与成绩的换算过程',
  'calculation.lead': '列出从成绩单所载到登记结果的每一步，可供手工复核。',
  'calculation.none': '尚未进行换算',
  'calculation.none-why': '规则尚未换算本案任何一行的学分或成绩。',
  'calculation.credit': '学分',
  'calculation.grade': '成绩',
  'calculation.together': '合并：{codes}',
  'calculation.picture': '{grade} 在两校成绩分布表中的位置；换算为 {home}',

  'rule-set.form.grades': '成绩登记',
  'rule-set.form.grades-hint':
    '不论成绩如何，依次采用第一个适用于接收院校评分制的方法：商定的对照表、成绩分布表、公式，否则按登记方式。',
  'rule-set.form.not-used': '不采用',
  'rule-set.form.digits': '参照组学科领域须一致到',
  'rule-set.digits.4': 'ISCED-F 四位',
  'rule-set.digits.3': 'ISCED-F 三位',
  'rule-set.digits.2': 'ISCED-F 两位',
  'rule-set.digits.0': '不限：所有领域合计',
  'rule-set.form.bavarian': '修正巴伐利亚公式',
  'rule-set.form.bavarian-hint': '仅适用于以 1.0 为最好、4.0 为及格的本校评分制',
  'rule-set.bavarian.cut': '舍至一位小数，再取较好成绩（帕绍）',
  'rule-set.bavarian.nearest': '取最接近者，正中取较好者（科隆）',
  'rule-set.bavarian.decimal': '舍至一位小数',
  'rule-set.form.residence': '须在本校修读的最低学分',
  'rule-set.form.honours': '荣誉学位要求在本校修读的学分',
  'rule-set.term.residence': '本校修读',
  'rule-set.says.residence': '学位学分中至少 {credit} 学分在本校修读',
  'rule-set.term.honours': '荣誉学位',
  'rule-set.says.honours': '荣誉学位要求在本校修读 {credit} 学分；仅告知学生，不因此不予认定',
  'rule-set.term.suspension': '停学手续',
  'rule-set.says.suspension':
    '在外学习超过 {months, plural, other {# 个月}}须办理停学手续，否则不予认定',
  'rule-set.term.deadline': '截止日期',
  'rule-set.says.week': '在外学习后本校第 {term, selectordinal, other {#}} 个学期的第 {week} 周末',
  'rule-set.says.working-days':
    '{after, select, stay {在外学习结束} other {成绩单签发}}后 {days, plural, other {# 个工作日}}',
  'rule-set.says.date': '在外学习后的第一个 {month} 月 {day} 日',
  'rule-set.term.home-term': '同学期本校修读',
  'rule-set.says.home-term': '修读{kinds}的学期：在本校最多 {home} 学分，合计最多 {together} 学分',
  'rule-set.says.home-term-asked': '{rule}。由评审人认定：{kinds}',
  'rule-set.term.kinds': '学习类型',
  'rule-set.says.no-kind': '不予认定',
  'rule-set.says.kind-limit':
    '{per, select, term {每学期} year {每学年} host {每所院校} other {合计}}最多 {credit} 学分',
  'rule-set.inferred': '推定',
  'rule-set.inferred-why': '公开来源未说明：{list}。此为推定，请院校以新版本确认。',
  'rule-set.kind-name':
    '{kind, select, course {课堂课程} online {在线课程} blended {混合式课程} summer {暑期项目} placement {实习} non_degree {非学历课程（CN）} certificate {证书（CS）} training {培训（CT）} portfolio {学习档案（CP）} examination {考试（CE）} accredited {评估认定课程} part_time {非全日制注册课程} other {这几类学习}}',
  'rule-set.evidence-name':
    '须查验{evidence, select, syllabus {教学大纲} hours {学时证明} certificate {证书} assessment {评估报告} portfolio {学习档案} other {成绩通知}}',

  'past.title': '这些规则会改变哪些已决案件',
  'past.lead':
    '按存档数据重新评估，如同当时已施行这些规则：在 {looked, number} 个已决案件中，有 {concerned, plural, other {# 个}}会适用。不作任何更改。',
  'past.limited': '已决案件共 {decided, number} 个，查看了前 {looked, number} 个。',
  'past.unseen':
    '其中 {count} 个案件只向可查阅案件的人员列出；教务员在本页或已保存的草稿中可以看到。',
  'past.cases': '结果会不同的案件',
  'past.lines': '行',
  'past.credit': '这些案件认定的学分（前后）',
  'past.more': '此处显示前 {shown, number} 行，表格文件中有全部。',
  'past.workbook': '下载全部变更行（Excel）',
  'past.case': '案件',
  'past.line': '课程',
  'past.before': '原评估结果',
  'past.after': '按这些规则',
  'past.credit-before': '原学分',
  'past.credit-after': '新学分',
  'past.grade-before': '原成绩',
  'past.why-before': '原理由',
  'past.why-after': '新理由',
  'past.grade-after': '新成绩',
  'rule-set.form.set-grade': '合并计算的课程如何达到最低成绩',
  'rule-set.form.set-grade.each': '每门课程均须达到',
  'rule-set.form.set-grade.credit-weighted': '按学分加权的平均成绩须达到',
  'rule-set.term.set-grade': '合并计算的课程',
  'rule-set.says.set-grade': '按学分加权的平均成绩须达到最低成绩',
  'rule-credit.legend': '其他学习类型的学分换算，规则{number}',
  'rule-credit.hint':
    '仅在此类学习的换算方式与课程不同时填写。同一类型有两条规则时，以第一条为准。',
  'rule-credit.fault.kinds': '请选择适用的学习类型',
  'rule-credit.says': '{kinds}：{method}；{rounding}',
} as const satisfies Record<keyof typeof en, string>
