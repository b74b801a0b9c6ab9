import type en from './lists.en.ts'

export default {
  'import-column.year': '年份',
  'import.other-year': '该行属于{year}年，本名单为{own}年，请到该年份的页面导入。',
  'import.no-year': '“{text}”不是年份。',
} satisfies Record<keyof typeof en, string>
