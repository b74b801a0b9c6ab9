import type en from './past.en.ts'

export default {
  'past.title': 'Reprendre des mobilités passées',
  'past.open': 'Mobilités passées depuis une liste',
  'past.lead':
    'Les mobilités terminées de vos étudiants, depuis un tableur. Elles comptent dans les chiffres et figurent au parcours de chaque étudiant. Personne ne reçoit de courrier, aucune place n’est occupée et rien ne reste à faire. Les étudiants partis sont retrouvés eux aussi par leur numéro.',
  'past.understood':
    '{count, plural, =0 {Aucune mobilité ne peut être reprise} one {# mobilité peut être reprise} other {# mobilités peuvent être reprises}}',
  'past.twice':
    '{count, plural, one {# ligne porte sur une mobilité déjà connue ou déjà dans la liste} other {# lignes portent sur des mobilités déjà connues ou déjà dans la liste}} ; aucun doublon n’est créé.',
  'past.stays': 'Mobilités',
  'past.do': '{count, plural, one {Reprendre # mobilité} other {Reprendre # mobilités}}',
  'past.do-without-faulty':
    '{count, plural, one {Reprendre # mobilité sans les lignes fautives} other {Reprendre # mobilités sans les lignes fautives}}',
  'past.becomes-new': 'Reprise',
  'past.becomes-merged': 'Réunie à une autre ligne',
  'past.becomes-known': 'Déjà connue',
  'past.not-over':
    'Cette mobilité n’est pas terminée. Proposez plutôt la candidature de l’étudiant.',
  'past.recognised-when': 'La validation est postérieure au premier jour et ne peut être à venir.',
  'past.unknown-student':
    'Aucun de vos étudiants, actuels ou anciens, n’a ce numéro ni cette adresse. Inscrivez-le d’abord.',
  'past.flash':
    '{count, plural, =0 {Rien n’a été repris} one {# mobilité passée est reprise} other {# mobilités passées sont reprises}}',
  'past.said':
    'Reprise d’une liste de mobilités passées le {day} ; l’établissement d’accueil ne l’a pas confirmée ici.',
  'past.lists': 'Déjà repris',
  'past.lists-at': 'Repris le',
  'past.lists-by': 'Par',
  'past.undo': 'Annuler la reprise',
  'past.no-list': 'Cette liste n’existe pas. Elle a peut-être déjà été annulée.',
  'past.worked-on':
    '{count, plural, one {# mobilité a été traitée depuis} other {# mobilités ont été traitées depuis}} : la liste reste.',
  'past.taken-back':
    '{count, plural, one {# mobilité est retirée} other {# mobilités sont retirées}}',
  'story.taken-back': 'Une mobilité passée a été retirée avec sa liste',
  'column.recognisedOn': 'Crédits validés le',
  'story.imported': 'Une mobilité passée a été reprise d’une liste',
  'story.widened': 'Deux lignes d’une liste ont été réunies en une mobilité',
} satisfies Record<keyof typeof en, string>
