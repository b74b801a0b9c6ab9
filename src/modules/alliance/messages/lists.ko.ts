import type en from './lists.en.ts'

export default {
  'import-column.year': '연도',
  'import.other-year':
    '이 줄은 {year}년 참가자입니다. 이 명단은 {own}년이므로 해당 연도 페이지에서 등록하십시오.',
  'import.no-year': '“{text}”은(는) 연도가 아닙니다.',
} satisfies Record<keyof typeof en, string>
