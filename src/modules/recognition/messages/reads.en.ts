export default {
  'reads.cases': 'List of recognition cases',
  'reads.case': 'Recognition case',
  'reads.original': 'Transcript as it was sent in',
  'reads.statement': 'Statement of recognition',
  'reads.draft': 'Transcript draft',
  'reads.students': 'Choice of a student for a transcript',
  'reads.postings': 'Credit to be entered on records',
  'reads.past': 'Decided cases that a change of rules would alter',
}
