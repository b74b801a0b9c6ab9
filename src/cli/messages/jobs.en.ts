export default {
  'jobs.summary':
    'Tell what failed in the background: jobs, and entries that could not be handled.',
  'jobs.retry.summary': 'Try again what failed in the background.',
  'jobs.option.subscription': 'Try again the entries that this subscription could not handle.',
  'jobs.option.all': 'Try everything again that failed.',
  'jobs.retry.which': 'Say what to try again: ids of failed jobs, a subscription, or --all.',
  'jobs.retry.no-id': '"{word}" is not the id of a job. See: weft jobs',
  'jobs.counts':
    '{waiting, plural, one {# job waits} other {# jobs wait}}, {running, plural, one {# runs} other {# run}}, {failed, plural, one {# has failed} other {# have failed}}.',
  'jobs.failed':
    '  {id}  {type}: failed on {at} after {attempts, plural, one {# attempt} other {# attempts}}. {error}',
  'jobs.held-up':
    '  {name}: one entry failed {attempts, plural, one {once} other {# times}} and holds up {behind, plural, one {# position} other {# positions}} of the chain; next attempt {at}. {error}',
  'jobs.put-aside':
    '  {name}: {count, plural, one {# entry was put aside} other {# entries were put aside}}.',
  'jobs.letter': '    position {position}, {type}, on {at}. {error}',
  'failure.jobs': 'The background work could not be told of or tried again. {detail}',
  'jobs.server-ended': 'The running server ended before it had answered. Try again.',
  'jobs.well': 'Nothing has failed.',
  'jobs.advice':
    'Mend the cause (the log says more at level "error"), then: weft jobs retry ID …, weft jobs retry --subscription NAME, or weft jobs retry --all',
  'jobs.unknown': 'There is no failed job and no subscription "{name}".',
  'jobs.retried':
    '{jobs, plural, one {# job waits} other {# jobs wait}} again; {entries, plural, one {# entry} other {# entries}} that had been put aside {entries, plural, one {is} other {are}} handled now.',
  'doctor.background.ok': 'Nothing has failed in the background',
  'doctor.background.failed':
    'Failed in the background: {jobs, plural, one {# job} other {# jobs}}, {subscriptions, plural, one {# subscription} other {# subscriptions}}',
  'doctor.background.advice':
    'Run "weft jobs": it says what and why, and how to try it again once the cause is mended.',
}
