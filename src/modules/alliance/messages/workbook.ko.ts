import type en from './workbook.en.ts'

export default {
  'import-column.latinName': '로마자 이름',
  'import-column.unit': '소속 조직',
  'import.students-passed-over': '학생 {count}줄은 건너뜁니다. “학생 일괄 등록”을 이용하십시오.',
  'import.staff-passed-over': '직원 {count}줄은 건너뜁니다. “직원 일괄 등록”을 이용하십시오.',
} satisfies Record<keyof typeof en, string>
