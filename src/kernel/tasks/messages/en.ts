import held from './held.en.ts'

export default {
  ...held,
  'refused.no-such-task': 'There is no such open task, or it is not yours to give away.',
  'refused.left-out':
    'One of these tasks leaves this person out: it is about them, or about what they did. Choose somebody else.',
  'refused.no-such-leave': 'There is no such leave.',
  'refused.leave': 'The leave cannot be entered like this.',
  'field.no-date': 'Enter a date.',
  'field.until-before-from': 'The last day is before the first.',
  'field.until-past': 'The last day is over.',
  'field.no-stand-in': 'Choose a colleague from the list',
  'field.stand-in-self': 'Choose somebody else than the person who is away.',
  'field.stand-in-away':
    'This person is away at that time. Choose somebody else or another period.',
  'entry.tasks-reassigned': 'Tasks were given to somebody else.',
  'entry.tasks-handed-over':
    '{count, plural, one {One open task was} other {# open tasks were}} handed over.',
  'entry.leave-declared': 'A stand-in was named for a leave.',
  'entry.leave-ended': 'A leave ended early.',
  'refused.moved-on': 'This task does not wait for you any more. Nothing was changed.',
  'refused.plan': 'This day cannot be chosen.',
  'field.plan-past': 'Choose a day after today.',
  'field.plan-far': 'Choose a day within the next 90 days.',
  'entry.task-planned': 'A task was planned for {on, date, long}.',
}
