import type en from './revisers.en.ts'

export default {
  'revision.not-you':
    'Vous avez pris la décision contestée. Une autre personne décide cette fois ; vous pouvez encore travailler sur les lignes.',
  'revision.another': '{name} avait pris la décision. Une autre personne décide cette fois.',
  'revision.refusal.same-decider':
    'Vous avez pris la décision contestée ; une autre personne décide de sa révision. Rien n’a été modifié.',
  'settings.revisionByAnother': 'Après un recours, une autre personne décide',
  'settings.revisionByAnother-hint':
    'Qui a pris la décision contestée ne décide pas de sa révision, tant que quelqu’un d’autre de votre établissement le peut. Un remplaçant compte pour la personne qu’il est.',
} as const satisfies Record<keyof typeof en, string>
