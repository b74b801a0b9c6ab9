export default {
  'held.agreements': 'Internship agreements',
  'held.agreements-stay':
    'What was signed stays with all who signed it; what was only drafted is removed.',
  'held.evaluating': 'Evaluations you were asked for as a mentor',
  'held.evaluations': 'Evaluations of your internships',
  'held.hours': 'Lines of hours',
  'held.interruptions': 'Suspensions and early ends',
  'held.marks-stay': 'The marks stay; names, addresses and words are removed.',
}
