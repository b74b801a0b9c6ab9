import type en from './outcomes.en.ts'

export default {
  'entry.cohort-step-named': 'Étape du programme franchie : {step}.',
  'entry.initiative-output-changed': 'Une réalisation de l’initiative a été modifiée.',
  'entry.initiative-output-removed': 'Une réalisation de l’initiative a été retirée.',
  'entry.initiative-output-restored': 'Une réalisation retirée de l’initiative a été rétablie.',
  'initiative.change-output': 'Modifier la réalisation',
  'initiative.output-removed': 'La réalisation a été retirée.',
} satisfies Record<keyof typeof en, string>
