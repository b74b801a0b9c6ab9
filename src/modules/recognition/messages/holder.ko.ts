export default {
  'holder.same': '동일인입니다: {student}',
  'holder.number': '문서의 학번 {number}은(는) {student}의 학번이 아닙니다.',
  'holder.days': '문서의 생년월일은 {day}이나 {student}의 기록에는 {own}(으)로 되어 있습니다.',
  'holder.confirmed': '{day}에 {by}이(가) 동일인임을 확인했습니다.',
  'holder.confirmed-title': '문서상 명의가 다르게 적혀 있습니다',
  'holder.confirmed-now': '동일인임을 기록했습니다.',
  'holder.other-student':
    '다른 사람의 것이면 이 성적증명서를 버리고 해당 학생으로 다시 등록하십시오.',
  'refusal.holder-unconfirmed':
    '문서의 명의는 {holder}이고 학생은 {student}입니다. 대조한 뒤 동일인이면 확인란에 표시하십시오.',
  'entry.holder-confirmed': '문서상 명의가 다르지만 학생 본인의 성적증명서임을 확인함',
  'command.transcript.holder-confirmed': '문서상 명의가 다르지만 동일인임',
} as const
