import type en from './outcomes.en.ts'

export default {
  'entry.cohort-step-named': '프로그램 단계 “{step}”을(를) 마쳤습니다.',
  'entry.initiative-output-changed': '공동 사업의 성과를 변경했습니다.',
  'entry.initiative-output-removed': '공동 사업의 성과를 삭제했습니다.',
  'entry.initiative-output-restored': '삭제한 공동 사업의 성과를 되돌렸습니다.',
  'initiative.change-output': '성과 변경',
  'initiative.output-removed': '성과를 삭제했습니다.',
} satisfies Record<keyof typeof en, string>
