import type en from './en.ts'
import held from './held.ko.ts'

export default {
  ...held,
  'refused.no-such-task': '해당하는 미완료 할 일가 없거나 인계할 권한이 없습니다.',
  'refused.left-out':
    '이 중 일부는 본인에 관한 것이거나 본인이 한 일에 관한 것이어서 맡길 수 없습니다. 다른 사람을 선택하십시오.',
  'refused.no-such-leave': '해당하는 휴가 기록이 없습니다.',
  'refused.leave': '입력한 내용으로는 휴가를 등록할 수 없습니다.',
  'field.no-date': '날짜를 입력하십시오.',
  'field.until-before-from': '종료일이 시작일보다 빠릅니다.',
  'field.until-past': '종료일이 이미 지났습니다.',
  'field.no-stand-in': '목록에서 동료를 고르십시오',
  'field.stand-in-self': '본인이 아닌 대행자를 선택하십시오.',
  'field.stand-in-away':
    '이 사람은 그 기간에 휴가 중입니다. 다른 사람이나 다른 기간을 선택하십시오.',
  'entry.tasks-reassigned': '할 일을 다른 사람에게 인계했습니다.',
  'entry.tasks-handed-over': '미완료 할 일 {count, plural, other {#}}건을 인계했습니다.',
  'entry.leave-declared': '휴가 기간의 대행자를 지정했습니다.',
  'entry.leave-ended': '휴가가 예정보다 일찍 끝났습니다.',
  'refused.moved-on': '이 할 일은 더 이상 귀하의 처리를 기다리지 않습니다. 변경된 내용은 없습니다.',
  'refused.plan': '이 날짜는 선택할 수 없습니다.',
  'field.plan-past': '내일 이후의 날짜를 선택하십시오.',
  'field.plan-far': '앞으로 90일 이내의 날짜를 선택하십시오.',
  'entry.task-planned': '할 일을 {on, date, long}에 처리하기로 했습니다.',
} satisfies Record<keyof typeof en, string>
