export default {
  'compact.index': '本案各行',
  'compact.suggestions': '{count, plural, other {# 门}}课程可能对应 {code}：',
  'compact.off-scale': '{count, plural, other {# 行}}成绩不在接收院校的成绩等级内：{codes}',
  'compact.off-scale-hint': '请在决定前与原件核对。',
  'compact.unchecked': '尚未记录原件真伪的核验',
  'compact.unchecked-hint': '仍可作出决定；办理记录会显示此前未作记录。',
  'compact.not-a-workbook':
    '{name} 的扩展名为 {kind}，但内容是纯文本。请在原程序中重新保存，或以 .csv 或 .txt 提交。',
} as const
