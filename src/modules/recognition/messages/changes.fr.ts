import type en from './changes.en.ts'

export default {
  'change.grade': 'Une note d’au moins {grade} en {host}.',
  'change.passed': 'La validation de {host}, avec une note d’au moins {grade}.',
  'change.mean': 'Une note moyenne d’au moins {grade}, pondérée par les crédits.',
  'change.content':
    'Une comparaison des programmes qui trouve couvert au moins {required, number, ::percent .##} du contenu de {home}.',
  'change.hours':
    '{weekly, plural, one {Une heure de cours de plus} other {# heures de cours de plus}} par semaine en {host}, soit {hours, number} en tout.',
  'change.credit': 'Au moins {credit, number} crédits de l’établissement d’accueil en {host}.',
  'change.further':
    'D’autres cours validés comptant dans le bloc, pour {credit, number} crédits de l’établissement d’accueil.',
  'change.missing': 'Un résultat validé en {missing}, avec assez de crédits.',
  'change.term': '{host} dans un autre semestre.',
  'change.room': '{credit, number} crédits de plus sous le plafond.',
  'change.not-already': '{home} pas encore reconnu.',
  'change.decided-by': 'Une décision au plus tard le {day, date, long}.',
  'change.completed-from': '{host} achevé le {day, date, long} ou plus tard.',
  'change.validity': 'Une équivalence de {host} en vigueur le jour où le cours a été achevé.',
  'choice.less':
    'Compté pour {homes}, ce cours ferait reconnaître {less, plural, =1 {un crédit} other {{credit, number} crédits}} de moins en tout.',
  'choice.same':
    'Compté pour {homes}, ce cours ferait reconnaître autant en tout ; à égalité, le choix préféré l’emporte.',
  'page.case.what-if': 'Ce qui aurait changé le résultat',
  'page.case.what-if-all': 'Seul tout ceci à la fois aurait changé le résultat',
  'page.case.what-if-gain': '{credits} de plus en tout',
  'page.case.choices': 'Autres choix',
} satisfies Record<keyof typeof en, string>
