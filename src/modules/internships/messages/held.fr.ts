import type en from './held.en.ts'

export default {
  'held.agreements': 'Conventions de stage',
  'held.agreements-stay':
    'Ce qui a été signé reste chez tous les signataires ; ce qui n’était qu’un brouillon est supprimé.',
  'held.evaluating': 'Évaluations demandées en tant que tuteur',
  'held.evaluations': 'Évaluations de vos stages',
  'held.hours': 'Lignes d’heures',
  'held.interruptions': 'Suspensions et fins anticipées',
  'held.marks-stay': 'Les notes restent ; noms, adresses et commentaires sont supprimés.',
} satisfies Record<keyof typeof en, string>
