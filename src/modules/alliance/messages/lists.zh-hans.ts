import type en from './lists.en.ts'

export default {
  'import-column.year': '年份',
  'import.other-year': '该行属于{year}年，本名单为{own}年，请到该年份的页面导入。',
  'import.no-year': '“{text}”不是年份。',
  'import.mapping': '各列的含义',
  'import.mapping-lead': '识别有误的列请重新选择；留空的列不导入。',
  'import.no-heading': '无标题的列',
  'import.example': '第一行：{text}',
  'import.look-again': '重新查看',
  'import.template': '空白表格（XLSX）',
} satisfies Record<keyof typeof en, string>
