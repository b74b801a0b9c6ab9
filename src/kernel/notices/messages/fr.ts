import type en from './en.ts'
import held from './held.fr.ts'

export default {
  ...held,
  'mail.open': 'Ouvrir',
  'digest.subject': '{count, plural, one {Une nouveauté} other {# nouveautés}}',
  'digest.news': 'Voici ce qui s’est passé depuis le dernier récapitulatif :',
  'digest.more':
    '{count, plural, one {Une autre nouveauté figure} other {# autres nouveautés figurent}} sur votre page.',
  'digest.waiting-heading': 'Ce qui vous attend',
  'digest.waiting':
    '{open, plural, one {Une tâche vous attend} other {# tâches vous attendent}}{overdue, plural, =0 {.} one {, dont une en retard.} other {, dont # en retard.}}',
  'digest.inbox': 'Ouvrir vos tâches',
  'choice.none': 'Aucun message',
  'choice.immediate': 'Un message immédiat',
  'choice.daily': 'Un récapitulatif par jour',
  'kind.task-opened': 'Nouvelles tâches',
  'kind.task-due': 'Rappels de tâches',
  'kind.stand-in': 'Quand vous suppléez quelqu’un',
  'stand-in.begins':
    'Vous suppléez {name} du {from} au {until}. Ce qui attend cette personne figure alors parmi vos tâches.',
  'stand-in.ends': 'À partir du {day}, vous ne suppléez plus {name}.',
  'stand-in.taken-back': 'Vous ne suppléez finalement pas {name} : l’absence est annulée.',
  'kind.digest': 'Le récapitulatif quotidien',
  'told.opened': 'Nouvelle tâche : {task}',
  'told.given': 'Tâche qui vous est confiée : {task}',
  'told.due': 'Rappel : {task}',
  'told.planned': 'Vous aviez prévu de le faire maintenant : {task}',
  'mail.acts': 'Chacun de ces liens fait une seule chose, tout de suite et sans connexion :',
  'act.complete': 'C’est fait',
  'act.giveAway': 'Confier à un collègue',
  'act.plan': 'Dire quand vous le ferez',
  'detail.due': 'À faire avant le {on} ({distance})',
  'detail.what': '{what}',
  'detail.both': '{what} · {due}',
  'refused.no-kind': 'Ce type de notification n’existe pas.',
} satisfies Record<keyof typeof en, string>
