import type en from './outcomes.en.ts'

export default {
  'entry.cohort-step-named': '完成项目步骤：{step}。',
  'entry.initiative-output-changed': '修改了合作行动的一项成果。',
  'entry.initiative-output-removed': '移除了合作行动的一项成果。',
  'entry.initiative-output-restored': '恢复了合作行动的一项成果。',
  'initiative.change-output': '修改成果',
  'initiative.output-removed': '已移除该成果。',
} satisfies Record<keyof typeof en, string>
