export default {
  'taken.line':
    '{course}은(는) 이미 {line}행({code})에서 인정되었습니다. 소속 대학 과목은 한 번만 인정되므로 결정 전에 둘 중 하나를 바꾸십시오.',
  'taken.case':
    '{course}은(는) 이미 {number} 건에서 인정되었습니다. 소속 대학 과목은 한 번만 인정되므로 결정 전에 이 행을 바꾸십시오.',
  'taken.by-line': '이미 {line}행({code})에서 인정됨',
  'taken.by-case': '이미 {number} 건에서 인정됨',
  'taken.state': '과목 중복',
  'taken.next': '행을 바꾸십시오. 과목이 두 번 인정됩니다',
  'taken.nobody-others':
    '{unit}에는 평가 담당자가 없어 답할 사람이 없습니다. {others}에 문의하거나 교수에게 내용을 물어볼 수 있습니다.',
  'taken.nobody-none':
    '{unit}뿐 아니라 다른 조직에도 평가 담당자가 없습니다. 대신 교수에게 해당 행의 내용을 물어보십시오.',
  'taken.unit-nobody': '{unit}(평가 담당자 없음)',
} as const
