import type en from './operations.en.ts'

export default {
  'operation.tag': '학점 인정',
  'operation.cases': '열람할 수 있는 학점 인정 건, 최신순',
  'operation.case': '건 하나와 항목별 평가',
  'operation.transcript': '성적 증명서 제출: 바로 평가됩니다',
  'operation.evaluate': '건을 다시 평가',
  'operation.decide': '확인한 근거에 따라 건을 결정',
  'operation.take-back': '확정되기 전에 결정을 거두기',
  'operation.courses': '공개된 교과목 목록의 교과목, 코드순',
  'operation.equivalences': '열람할 수 있는 동등 인정, 수학 기관 교과목순',
  'operation.equivalence-judge': '수학 기관 교과목을 소속 기관 교과목으로 인정하는 판단 등록',
  'operation.equivalence-withdraw': '동등 인정 철회. 이미 내린 결정은 유지됩니다',
  'operation.rule-sets': '열람할 수 있는 각 규정의 최신 판',
  'operation.rule-set': '규정 하나와 모든 판, 최신순',
  'operation.suggest': '다른 기관의 교과목과 가장 가까운 교과목과 그 이유',
  'operation.ready': '규정과 선례로 모든 과목의 결과가 나온 미결정 건과 결정에 필요한 근거',
  'operation.facts': '성적증명서 밖의 사실: 파견 기간, 과목별 학습 방식, 확인한 자료',
  'operation.facts-state': '건의 사실 입력(즉시 다시 평가)',
  'operation.check': '직접 입력한 성적증명서의 두 번째 확인 상태',
} satisfies Record<keyof typeof en, string>
