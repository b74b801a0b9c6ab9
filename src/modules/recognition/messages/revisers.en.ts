export default {
  'revision.not-you':
    'You took the decision that is appealed against. Somebody else decides this time; you may still work on the lines.',
  'revision.another': '{name} took the decision before. Somebody else decides this time.',
  'revision.refusal.same-decider':
    'You took the decision that is appealed against; somebody else decides its revision. Nothing was changed.',
  'settings.revisionByAnother': 'After an appeal somebody else decides',
  'settings.revisionByAnother-hint':
    'Whoever took the decision that is appealed against does not decide its revision, as long as anybody else of your institution may. A stand-in counts as the person they are.',
} as const
