export default {
  'taken.line':
    '{course} 已由第 {line} 行（{code}）认定。本校课程只计一次：请在决定前改动其中一行。',
  'taken.case': '{course} 已在认定案 {number} 中认定。本校课程只计一次：请在决定前改动此行。',
  'taken.by-line': '已由第 {line} 行（{code}）认定',
  'taken.by-case': '已在认定案 {number} 中认定',
  'taken.state': '课程重复',
  'taken.next': '请改动一行：有课程被重复认定',
  'taken.nobody-others': '{unit}没有学分认定员，无人答复。可改为征询{others}，或就内容征询教师。',
  'taken.nobody-none': '{unit}及本校其他单位均没有学分认定员。请就该行内容征询教师。',
  'taken.unit-nobody': '{unit}（没有学分认定员）',
} as const
