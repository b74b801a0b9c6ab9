import type en from './en.ts'

export default {
  'refused.no-such-task': '해당하는 미완료 업무가 없거나 이관할 권한이 없습니다.',
  'refused.no-such-leave': '해당하는 부재 기록이 없습니다.',
  'refused.leave': '입력한 내용으로는 부재를 등록할 수 없습니다.',
  'field.no-date': '날짜를 입력하세요.',
  'field.until-before-from': '종료일이 시작일보다 빠릅니다.',
  'field.until-past': '종료일이 이미 지났습니다.',
  'field.stand-in-self': '본인이 아닌 대행자를 선택하세요.',
  'field.stand-in-away': '이 사람은 그 기간에 부재 중입니다. 다른 사람이나 다른 기간을 선택하세요.',
  'entry.tasks-reassigned': '업무를 다른 사람에게 이관했습니다.',
  'entry.tasks-handed-over': '미완료 업무 {count, plural, other {#}}건을 인계했습니다.',
  'entry.leave-declared': '부재 기간의 대행자를 지정했습니다.',
  'entry.leave-ended': '부재가 예정보다 일찍 끝났습니다.',
} satisfies Record<keyof typeof en, string>
