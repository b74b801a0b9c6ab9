import type en from './lists.en.ts'

export default {
  'import-column.year': '연도',
  'import.other-year':
    '이 줄은 {year}년 참가자입니다. 이 명단은 {own}년이므로 해당 연도 페이지에서 등록하십시오.',
  'import.no-year': '“{text}”은(는) 연도가 아닙니다.',
  'import.mapping': '열마다 무엇으로 읽었는지',
  'import.mapping-lead': '잘못 읽은 열은 다시 고르십시오. 비워 둔 열은 가져오지 않습니다.',
  'import.no-heading': '제목 없는 열',
  'import.example': '첫 행: {text}',
  'import.look-again': '다시 보기',
  'import.template': '빈 목록(XLSX)',
} satisfies Record<keyof typeof en, string>
