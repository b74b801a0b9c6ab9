import type en from './publication.en.ts'

export default {
  'changes.title': 'Ce que change la publication de ce catalogue',
  'changes.lead':
    'Par rapport au catalogue en vigueur. Les équivalences et décisions restent telles quelles ; un cours supprimé ne peut plus être choisi.',
  'changes.none': 'Aucun cours ne disparaît et aucun ne change de crédits.',
  'changes.gone': 'cours disparaissent',
  'changes.credit': 'cours changent de crédits',
  'changes.named':
    'd’entre eux sont cités par des équivalences, des règles ou des dossiers ouverts',
  'changes.added': 'cours sont nouveaux',
  'changes.all': 'Les {count, number} cours qui disparaissent ou changent',
  'changes.download': 'En tableur',
  'changes.code': 'Code du cours',
  'changes.course': 'Cours',
  'changes.change': 'Changement',
  'changes.is-gone': 'disparaît',
  'changes.is-credit': '{before} → {after} crédits',
  'changes.equivalences': 'Équivalences',
  'changes.abroad': 'Équivalences d’autres établissements',
  'changes.cases': 'Dossiers ouverts',
  'changes.rules': 'Règles de reconnaissance',
  'changes.sheet': 'Changements',
  'changes.equivalences-sheet': 'Équivalences',
  'changes.home-courses': 'Cours d’origine',
  'changes.host': 'Établissement d’accueil',
  'changes.host-courses': 'Cours d’accueil',
  'changes.judged': 'Jugé le',
} as const satisfies Record<keyof typeof en, string>
