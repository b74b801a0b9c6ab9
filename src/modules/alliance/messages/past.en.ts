export default {
  'import-column.yearFrom': 'First day of the year',
  'import-column.yearUntil': 'Last day of the year',
  'past-years.import': 'Import past years',
  'past-years.lead':
    'Each row is one participant of one year; columns named like a step hold the day it was reached. Years that are missing are added.',
  'past-years.added': 'Years that are added: {years}.',
  'import.year-needed': 'The year is missing.',
  'import.year-days':
    'The days of the year {year} are not clear: its rows name different ones, or the last is before the first.',
  'done.past-years':
    '{joined, plural, one {# participant} other {# participants}} in {years, plural, =0 {years that stood} one {# new year} other {# new years}}.',
  'past-years.undone':
    '{members, plural, one {# participant of a past year was} other {# participants of past years were}} taken back. The people stay known.',
  'fault.past-years-changed-since':
    'Some of these participations or years were changed since. Change them one by one.',
  'fault.past-years-in-use':
    'A year that the list added is in use by now, such as by exchanges. Remove those first.',
  'entry.cohort-import-undone': 'A participation from an imported list was taken back.',
  'entry.past-years-import-undone': 'An imported list of past years was taken back.',
}
