export default {
  'told.with-decision': '결정과 함께 알려 드립니다',
  'told.next.grace': '{until}에 학생에게 통지되며, 그전까지 결정을 철회할 수 있습니다',
  'told.from-suggestion-hint':
    '사유는 미리 작성되지 않습니다. 과목을 비교하고 {code}을(를) 인정하는 이유를 아래에 직접 쓰십시오. 학생은 이 문장을 읽으며 추천 근거는 보지 않습니다.',
  'told.suggestion-why': '추천 근거: {why}',
  'told.suggestion-credit':
    '학점은 환산 결과인 {given}학점이며 과목은 {credit}학점입니다. 더 인정하려면 이유를 쓰십시오.',
} as const
