import type en from './workbook.en.ts'

export default {
  'import-column.latinName': '姓名（拉丁字母）',
  'import-column.unit': '院系',
  'import.students-passed-over': '{count}行为学生，已略过；请用“批量导入学生”导入。',
  'import.staff-passed-over': '{count}行为工作人员，已略过；请用“批量导入工作人员”导入。',
} satisfies Record<keyof typeof en, string>
