export default {
  'reads.people': 'List of people',
  'reads.people-file': 'List of people, taken as a file',
  'reads.person': 'Contact, roles and enrolments',
  'reads.duplicates': 'Comparison of records that may be one person',
  'reads.cohort': 'Participants of a programme year',
  'reads.cohort-file': 'Participants of a programme year, taken as a file',
}
