/**
 * The English text of what would have changed a result, in ICU syntax; the other languages are in
 * `messages/changes.*.ts`, with the same keys. Each is a statement of its own: several stand in a list.
 */
export const changeTexts = {
  'change.grade': 'A grade of at least {grade} in {host}.',
  'change.passed': 'A pass in {host}, with a grade of at least {grade}.',
  'change.mean': 'A mean grade of at least {grade}, weighted by credit.',
  'change.content':
    'A comparison of the syllabi that finds at least {required, number, ::percent .##} of the content of {home} covered.',
  'change.hours':
    '{weekly, plural, one {One more class hour} other {# more class hours}} a week in {host}: {hours, number} over the course.',
  'change.credit': 'At least {credit, number} credits of the host in {host}.',
  'change.further':
    'Further passed courses of {credit, number} credits of the host that count into the package.',
  'change.missing': 'A passed result in {missing}, with enough credit.',
  'change.term': '{host} in another term.',
  'change.room': 'Room for {credit, number} more credits under the limit.',
  'change.not-already': '{home} not recognised already.',
  'change.decided-by': 'A decision by {day, date, long}.',
  'change.completed-from': '{host} completed on {day, date, long} or later.',
  'change.validity':
    'An equivalence of {host} that applies on the day when the course was completed.',

  'choice.less':
    'Counted for {homes} instead, {less, plural, =1 {one credit} other {{credit, number} credits}} fewer would be recognised in all.',
  'choice.same':
    'Counted for {homes} instead, as much would be recognised in all; of equal choices the preferred one is taken.',
} as const

export type ChangeKey = keyof typeof changeTexts
