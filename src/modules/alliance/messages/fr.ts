import type en from './en.ts'

export default {
  'navigation.members': 'Membres',
} satisfies Record<keyof typeof en, string>
