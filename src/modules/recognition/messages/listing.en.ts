export default {
  'listing.stage': 'What is to be done',
  'listing.stage.late': 'Overdue',
  'listing.stage.waiting': 'Lines wait for a verdict',
  'listing.stage.ready': 'Ready to decide',
  'listing.stage.evidence': 'Waits for evidence',
  'listing.evaluator': 'Evaluated by',
  'listing.office': 'The office',
  'listing.own': 'My recognition cases',
  'listing.own-lead': 'What you brought in, how far it is, and what was recognised.',
  'listing.own-none': 'No recognition case yet',
  'listing.own-none-why':
    'A case begins when you, or your institution for you, bring in a transcript from a host institution.',
  'listing.received': 'Received',
} as const
