export default {
  'site.name': 'Weft',
  'site.footer': 'Weft, the platform of the alliance of culture and technology',
  'site.demonstration':
    'This is a demonstration. The people, courses and decisions are invented; real organisations appear with public facts only.',
  'frame.sign-in': 'Sign in',
  'frame.sign-out': 'Sign out',
  'frame.account': 'Account',
  'frame.inbox': 'Inbox',
  'frame.home': 'Home',
  'home.title': 'Culture and technology, woven across borders',
  'home.lead':
    'Universities, companies, museums, governments and funders share one platform: it moves students, scholars, knowledge, works and money, and keeps the reason for every step.',
  'failure.home': 'Go to the start page',
  'failure.number': 'Number of this request: {request}',
} as const
