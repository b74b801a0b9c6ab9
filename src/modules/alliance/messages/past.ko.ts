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
  'past-years.undone':
    '지난 연도 참가자 {members}명의 등록을 되돌렸습니다. 사람 정보는 남아 있습니다.',
  'fault.past-years-changed-since':
    '등록한 뒤에 바뀐 참가나 연도가 있습니다. 하나씩 바꿔 주십시오.',
  'fault.past-years-in-use':
    '목록이 추가한 연도가 교류 등에 이미 쓰이고 있습니다. 먼저 그것을 정리해 주십시오.',
  'entry.cohort-import-undone': '등록한 목록의 참가를 되돌렸습니다.',
  'entry.past-years-import-undone': '등록한 지난 연도 목록을 되돌렸습니다.',
} satisfies Record<keyof typeof en, string>
