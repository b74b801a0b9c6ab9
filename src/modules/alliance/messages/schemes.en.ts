export default {
  'credit-scheme.ects': 'ECTS',
  'credit-scheme.th': 'Thai credit',
  'credit-scheme.cn-16': 'Chinese credit (16 class hours)',
  'credit-scheme.cn-18': 'Chinese credit (18 class hours)',
  'credit-scheme.kr': 'Korean credit',
  'credit-scheme.us': 'US semester credit',
  'credit-scheme.ucts': 'UCTS',
  'credit-scheme.acts': 'ACTS',
  'hint.credit-schemes':
    'The scheme’s short word: {known}; or the word of the institution’s own scheme',
  'hint.credit-scheme-named': '{code} ({name})',
} as const
