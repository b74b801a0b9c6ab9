import type en from './en.ts'
import held from './held.fr.ts'

export default {
  ...held,
  'refused.no-such-task': 'Cette tâche n’est pas en attente, ou vous ne pouvez pas la réattribuer.',
  'refused.left-out':
    'L’une de ces tâches exclut cette personne : elle la concerne, ou porte sur ce qu’elle a fait. Choisissez quelqu’un d’autre.',
  'refused.no-such-leave': 'Cette absence n’existe pas.',
  'refused.leave': 'L’absence ne peut pas être enregistrée ainsi.',
  'field.no-date': 'Indiquez une date.',
  'field.until-before-from': 'Le dernier jour précède le premier.',
  'field.until-past': 'Le dernier jour est déjà passé.',
  'field.no-stand-in': 'Choisissez un collègue dans la liste',
  'field.stand-in-self': 'Choisissez une autre personne que celle qui s’absente.',
  'field.stand-in-away':
    'Cette personne est absente à ces dates. Choisissez quelqu’un d’autre ou une autre période.',
  'entry.tasks-reassigned': 'Des tâches ont été réattribuées.',
  'entry.tasks-handed-over':
    '{count, plural, one {Une tâche en attente a été transmise} other {# tâches en attente ont été transmises}}.',
  'entry.leave-declared': 'Une suppléance a été désignée pour une absence.',
  'entry.leave-ended': 'Une absence a pris fin plus tôt que prévu.',
  'refused.moved-on': 'Cette tâche ne vous attend plus. Rien n’a été modifié.',
  'refused.plan': 'Ce jour ne peut pas être choisi.',
  'field.plan-past': 'Choisissez un jour après aujourd’hui.',
  'field.plan-far': 'Choisissez un jour dans les 90 prochains jours.',
  'entry.task-planned': 'Une tâche a été prévue pour le {on, date, long}.',
} satisfies Record<keyof typeof en, string>
