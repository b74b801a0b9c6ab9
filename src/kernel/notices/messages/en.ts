export default {
  'mail.open': 'Open it',
  'digest.subject': '{count, plural, one {One thing is new} other {# things are new}}',
  'digest.news': 'This has happened since the last summary:',
  'digest.more': '{count, plural, one {One more is} other {# more are}} on your page.',
  'digest.waiting-heading': 'What waits for you',
  'digest.waiting':
    '{open, plural, one {One task waits for you} other {# tasks wait for you}}{overdue, plural, =0 {.} one {, one of them is overdue.} other {, # of them are overdue.}}',
  'digest.inbox': 'Open your tasks',
  'choice.none': 'No mail',
  'choice.immediate': 'A mail at once',
  'choice.daily': 'One summary a day',
}
