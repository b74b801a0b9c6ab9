export default {
  'first.nobody': 'Nobody runs the work of this member yet',
  'first.nobody-why':
    'Invite its first coordinator or administrator. Whoever accepts invites the others.',
  'first.invited': 'Somebody is invited and has not accepted yet.',
  'first.invite': 'Invite its first coordinator',
  'first.invite-another': 'Invite a coordinator',
  'search-kind.person': 'Person',
  'search-kind.organisation': 'Organisation',
  'search-kind.programme': 'Programme',
  'search-kind.initiative': 'Initiative',
} as const
