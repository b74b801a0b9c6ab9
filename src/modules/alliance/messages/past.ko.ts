import type en from './past.en.ts'

export default {
  'import-column.yearFrom': '연도 첫날',
  'import-column.yearUntil': '연도 마지막 날',
  'past-years.import': '지난 연도 등록',
  'past-years.lead':
    '한 줄이 한 연도의 참가자 한 명이며, 단계 이름의 열에는 마친 날을 적습니다. 없는 연도는 새로 추가됩니다.',
  'past-years.added': '추가될 연도: {years}',
  'import.year-needed': '연도가 없습니다.',
  'import.year-days':
    '{year}년의 시작일과 종료일이 분명하지 않습니다. 줄마다 다르거나 종료일이 시작일보다 앞섭니다.',
  'done.past-years': '참가자 {joined}명을 등록하고 연도 {years}개를 추가했습니다.',
} satisfies Record<keyof typeof en, string>
