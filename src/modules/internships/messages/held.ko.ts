import type en from './held.en.ts'

export default {
  'held.agreements': '인턴십 협약',
  'held.agreements-stay': '서명된 것은 서명한 모두에게 남고, 초안으로만 있던 것은 지워집니다.',
  'held.evaluating': '멘토로서 요청받은 평가',
  'held.evaluations': '본인의 인턴십에 대한 평가',
  'held.hours': '근무 시간 기록',
  'held.interruptions': '중단 및 조기 종료',
  'held.marks-stay': '평점은 남고, 이름과 주소, 쓴 글은 지워집니다.',
} satisfies Record<keyof typeof en, string>
