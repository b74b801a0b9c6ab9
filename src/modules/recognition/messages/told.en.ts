export default {
  'told.with-decision': 'You are told with the decision',
  'told.next.grace': 'The student is told at {until}; until then the decision can be taken back',
  'told.from-suggestion-hint':
    'Nothing is written for you: compare the courses and say below in your own words why {code} is recognised. The student reads that sentence, not the reasons of the suggestion.',
  'told.suggestion-why': 'Why it was suggested: {why}',
  'told.suggestion-credit':
    'The credit is what the conversion gives, {given}; the course has {credit}. For more, say why.',
} as const
