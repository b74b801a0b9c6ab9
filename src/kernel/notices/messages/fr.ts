import type en from './en.ts'

export default {
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
} satisfies Record<keyof typeof en, string>
