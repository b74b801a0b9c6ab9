import type { TableIssueKey } from '../formats/table-texts.ts'

export default {
  'table.empty': '表格中没有数据行。',
  'table.no-header': '未识别出列名所在的行。请指定每一列的内容。',
  'table.no-column':
    '尚未指定{field, select, code {课程代码} title {课程名称} other {学分}}所在的列。',
  'table.missing-code': '缺少课程代码。',
  'table.kept-without-code': '缺少课程代码。该行已保留：请填写代码，或选择不采用。',
  'table.total-row': '“{value}”像是合计或平均值，而非课程，暂不采用；如确为课程，请自行勾选。',
  'table.missing-title': '缺少课程名称。',
  'table.missing-credit': '缺少学分。',
  'table.missing-grade': '缺少成绩。',
  'table.not-a-number': '“{value}”不是数字。请写成 3 或 1.5。',
  'table.negative-credit': '学分 {value} 小于零。',
  'table.not-a-date': '“{value}”不是日期。请写成 2026-01-31。',
  'table.ambiguous-date': '“{value}”可以理解为两个不同的日期。请写成 2026-01-31。',
  'table.buddhist-year': '“{value}”按佛历年份读取：{day, date, long}。',
  'table.buddhist-term': '“{value}”按佛历年份读取：{term}。',
  'table.contact-hours-unread': '“{value}”无法读作学时，已留空。',
  'table.duplicate-code': '代码 {code} 在第 {first, number} 行已经出现，此行未收录。',
  'table.repeated-course':
    '代码 {code} 在第 {first, number} 行也出现。仅在确实修读两次时才保留两行。',
  'table.conflicting-repeat':
    '代码 {code} 在第 {first, number} 行的{field, select, credit {学分} other {课程名称}}不同，已保留第一条。',
  'table.code-too-long': '代码超过 {limit, number} 个字符。是否选错了列？',
  'table.unknown-kind':
    '“{value}”不是本系统已知的学习类型。在您选择其他类型之前，该课程按课堂课程处理。',
  'table.more-cells':
    '该行有 {count, number} 个单元格，而列名只有 {names, number} 个。是否有单元格错位？',
} satisfies Record<TableIssueKey, string>
