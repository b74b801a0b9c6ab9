import type en from './en.ts'

export default {
  'task.decide': '学分认定案 {number} 待决定',
  'task.kind.case-decision': '待决定的学分认定',
  'entry.case-opened': '收到成绩单，共 {lines, plural, other {# 门课程}}，已建立认定案 {number}',
  'entry.case-evaluated':
    '已按规则评估：认定 {recognised} 门，不予认定 {refused} 门，待人工判断 {open} 门',
  'entry.line-changed': '学分认定员修改了第 {line} 行',
  'entry.line-restored': '第 {line} 行已恢复为规则评估的结果',
  'entry.case-decided': '认定案 {number} 已决定：认定 {credit} 学分',
  'entry.case-withdrawn': '认定案 {number} 已撤回',
  'entry.catalogue-published': '课程目录已发布，共 {courses, plural, other {# 门课程}}',
  'entry.equivalence-judged': '已判定 {host} 与 {home} 等效',
  'entry.equivalence-withdrawn': '{host} 与 {home} 的等效关系已撤销',
  'entry.rule-set-published': '学分认定规则已发布，第 {version} 版',
  'refusal.no-enrolment': '请选择在贵校注册的学生',
  'refusal.no-rules': '贵校尚无适用于该专业与入学年份的认定规则。请先发布规则，再评估成绩单。',
  'refusal.no-lines': '成绩单中没有课程',
  'refusal.too-many-lines': '一份成绩单最多可有 {limit, number} 门课程',
  'refusal.host-is-home': '该成绩单由派出院校自己出具，请选择接收院校',
  'refusal.no-host': '请选择出具成绩单的院校',
  'refusal.same-transcript': '同一份成绩单已在认定案 {number} 中',
  'refusal.no-case': '没有此认定案，或您无权查看',
  'refusal.reason': '请说明理由，用学生能看懂的一句话',
  'refusal.home-course': '请填写予以认定的本校课程',
  'refusal.unknown-course': '本校现行课程目录中没有 {code}',
  'refusal.credit': '学分须大于 0',
  'refusal.already-decided': '该认定案已作出决定，未作任何更改。',
  'refusal.withdrawn': '该认定案已撤回，未作任何更改。',
  'refusal.changed-meanwhile':
    '您打开此页后，规则、等效关系或某一行已有变动。本案尚未决定；请重新评估并核对各行。',
  'refusal.open-lines': '还有 {count, plural, other {# 行}}等待您判断',
  'refusal.over-share':
    '将认定 {credit} 学分，但该专业最多还可认定 {limit} 学分。请不予认定某一行或降低其学分。',
  'refusal.draft-changed': '该成绩单已在另一窗口中修改。请重新加载页面查看现状；没有内容被覆盖。',
  'refusal.draft-taken': '该成绩单已经提交',
  'refusal.line-without-code':
    '有 {count, plural, other {# 门课程}}没有课程代码。请填写代码，或不选取该行。',
  'refusal.check-grid': '表格中有些单元格无法读取。尚未保存任何内容，您填写的内容也不会丢失。',
  'notice.kind.case-decided': '学分认定案的决定',
  'notice.case-decided': '您的学分认定案 {number} 已有决定：认定 {credit} 学分。',
  'refusal.course-twice': '{course} 已由其他行或先前的决定认定。同一门本校课程只能认定一次。',
  'refusal.over-term':
    '{term}将认定 {credit} 学分，但规则规定每学期最多 {limit} 学分。请不予认定某一行或降低其学分。',
  'refusal.line-too-long': '课程 {code} 的代码、名称、成绩或学期过长。请缩短，或不选取该行。',
  'erasure.kept-decisions': '成绩单与学分认定决定（不含姓名）：学位所依据的学分须始终可以查证。',
} satisfies Record<keyof typeof en, string>
