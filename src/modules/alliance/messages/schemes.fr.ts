import type en from './schemes.en.ts'

export default {
  'credit-scheme.ects': 'ECTS',
  'credit-scheme.th': 'Crédit thaïlandais',
  'credit-scheme.cn-16': 'Crédit chinois (16 heures de cours)',
  'credit-scheme.cn-18': 'Crédit chinois (18 heures de cours)',
  'credit-scheme.kr': 'Crédit coréen',
  'credit-scheme.us': 'Crédit semestriel américain',
  'credit-scheme.ucts': 'UCTS',
  'credit-scheme.acts': 'ACTS',
  'hint.credit-schemes':
    'Le sigle du système : {known} ; ou celui du système propre à l’établissement',
  'hint.credit-scheme-named': '{code} ({name})',
} satisfies Record<keyof typeof en, string>
