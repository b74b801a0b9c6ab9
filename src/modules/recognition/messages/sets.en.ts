export default {
  'equivalence.fault.too-many-courses': 'One side can name {limit, number} courses at most',
  'equivalence.fault.repeated-course': '{code} is named twice on one side',
  'equivalence.fault.accept': 'Give 0 or more credits',
  'equivalence.fault.block': 'Give the block a code, a title and more than 0 credits',
  'page.case.set-broken':
    'This course counts together with others only, and an evaluator has put their word on one of them. Give it a verdict of its own, or take that word back.',
} as const
