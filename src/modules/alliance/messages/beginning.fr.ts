import type en from './beginning.en.ts'

export default {
  'first.nobody': 'Personne ne s’occupe encore de ce membre',
  'first.nobody-why':
    'Invitez son premier coordinateur ou administrateur. Qui accepte invite les autres.',
  'first.invited': 'Une invitation est en attente de réponse.',
  'first.invite': 'Inviter son premier coordinateur',
  'first.invite-another': 'Inviter un coordinateur',
  'search-kind.person': 'Personne',
  'search-kind.organisation': 'Organisation',
  'search-kind.programme': 'Programme',
  'search-kind.initiative': 'Initiative',
} satisfies Record<keyof typeof en, string>
