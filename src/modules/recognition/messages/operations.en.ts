export default {
  'operation.tag': 'Recognition',
  'operation.cases': 'The recognition cases that you may see, newest first',
  'operation.case': 'A case with its evaluation, line by line',
  'operation.transcript': 'Bring in a transcript: it is evaluated at once',
  'operation.evaluate': 'Evaluate a case again',
  'operation.decide': 'Decide a case on the basis that you looked at',
  'operation.take-back': 'Take your decision back before it is final',
  'operation.courses': 'Courses of the published catalogues, by code',
  'operation.equivalences': 'The equivalences that you may see, by host course',
  'operation.equivalence-judge': 'Record the judgement that a host course stands for a home course',
  'operation.equivalence-withdraw': 'Withdraw an equivalence; decisions taken on it stand',
  'operation.rule-sets': 'The latest version of every rule set that you may see',
  'operation.rule-set': 'A rule set with all its versions, the latest first',
  'operation.suggest':
    'The likeliest courses of an institution for a course of another, with the reasons',
  'operation.ready':
    'Open cases that rules and precedents have settled, with the basis by which each can be decided',
  'operation.facts':
    'The facts of a case beside its transcript: time abroad, how courses were learnt, papers seen',
  'operation.facts-state': 'State the facts of a case; it is evaluated again at once',
  'operation.check': 'How far a typed transcript is checked by a second person',
} as const
