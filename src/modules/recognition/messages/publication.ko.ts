import type en from './publication.en.ts'

export default {
  'changes.title': '이 교과목 목록을 게시하면 바뀌는 것',
  'changes.lead':
    '현재 목록과 비교한 것입니다. 기존 동등 판정과 결정은 그대로이며, 없어지는 과목은 새로 선택할 수 없습니다.',
  'changes.none': '없어지거나 학점이 바뀌는 과목이 없습니다.',
  'changes.gone': '없어지는 과목',
  'changes.credit': '학점이 바뀌는 과목',
  'changes.named': '동등 판정, 규정 또는 미결 건에서 쓰이는 과목',
  'changes.added': '새 과목',
  'changes.all': '없어지거나 바뀌는 과목 {count, number}개 모두 보기',
  'changes.download': '스프레드시트로 받기',
  'changes.code': '과목 코드',
  'changes.course': '과목',
  'changes.change': '변화',
  'changes.is-gone': '없어짐',
  'changes.is-credit': '{before} → {after}학점',
  'changes.equivalences': '동등 판정',
  'changes.abroad': '다른 대학의 동등 판정',
  'changes.cases': '미결 건',
  'changes.rules': '학점 인정 규정',
  'changes.sheet': '변화',
  'changes.equivalences-sheet': '동등 판정',
  'changes.home-courses': '소속 대학 과목',
  'changes.host': '수학한 대학',
  'changes.host-courses': '수학한 대학 과목',
  'changes.judged': '판정일',
} as const satisfies Record<keyof typeof en, string>
