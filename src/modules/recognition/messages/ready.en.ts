export default {
  'ready.title': 'Ready to decide together',
  'ready.lead':
    'Rules and precedents have settled every line of these cases. Look through what each recognises and on what it stands; each decision is its own and can be taken back as usual.',
  'ready.none': 'No case is settled by rules and precedents alone',
  'ready.none-why':
    'Cases with a line that waits for you, or on which somebody has put their word, are decided one by one.',
  'ready.stands-on': 'Recognises, and on what it stands',
  'ready.decide': 'Decide the selected',
  'ready.decided': '{count, plural, one {One case is decided} other {# cases are decided}}',
  'ready.undo':
    'Each can be taken back on its own page as long as your institution leaves time for it.',
  'ready.left': '{count, plural, one {One case was left out} other {# cases were left out}}',
  'ready.link': 'Decide several together',
} as const
