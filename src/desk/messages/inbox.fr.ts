import type en from './inbox.en.ts'

export default {
  'inbox.state.later': 'Plus tard',
  'inbox.empty.later.title': 'Rien n’est remis à plus tard',
  'inbox.empty.later.why': 'Ce que vous annoncez pour un autre jour attend ici jusqu’à ce jour.',
  'inbox.kind': 'Type de tâche',
  'inbox.column.about': 'Objet',
  'inbox.column.actions': 'Ce que vous pouvez faire',
  'inbox.done': 'Fait',
  'inbox.later': 'Plus tard',
  'inbox.give': 'Confier',
  'inbox.do-later': 'Faire plus tard',
  'inbox.give-all': '{count, plural, one {Confier cette tâche} other {Confier ces # tâches}}',
  'inbox.planned': 'Prévu d’ici le {on}',
  'inbox.given-by': 'Confié par {name}',
  'inbox.undo': 'Annuler',
  'inbox.taken-back':
    '{count, plural, =0 {Il n’y avait rien à reprendre : l’affaire a avancé.} one {Repris : # tâche attend de nouveau.} other {Repris : # tâches attendent de nouveau.}}',
  'plan.title': 'Faire plus tard',
  'plan.done':
    '{count, plural, one {# tâche est mise de côté jusqu’à ce jour.} other {# tâches sont mises de côté jusqu’à ce jour.}}',
  'inbox-notices.lead':
    '{count, plural, =0 {Vous avez tout lu.} one {# notification est nouvelle.} other {# notifications sont nouvelles.}}',
  'inbox-notices.read-all': 'Tout marquer comme lu',
  'inbox-notices.read-chosen': 'Marquer comme lu',
  'inbox-notices.read-one': 'Marquer comme lu',
  'inbox-notices.read':
    '{count, plural, one {# notification est marquée comme lue.} other {# notifications sont marquées comme lues.}}',
  'inbox-notices.unread-again':
    '{count, plural, =0 {Rien n’a changé.} one {# notification est de nouveau non lue.} other {# notifications sont de nouveau non lues.}}',
  'inbox-notices.none-chosen': 'Choisissez au moins une notification.',
  'inbox-notices.none-left': 'Elles étaient déjà lues.',
  'inbox-notices.none-unread': 'Aucune nouvelle notification',
  'inbox-notices.show-unread': 'N’afficher que les non lues',
  'inbox-notices.show-all': 'Tout afficher',
  'inbox-notices.new': 'Non lue',
  'inbox-notices.is-read': 'Lue',
  'inbox-notices.column.what': 'Notification',
  'inbox-notices.column.state': 'État',
} satisfies Record<keyof typeof en, string>
