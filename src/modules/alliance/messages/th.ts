import type en from './en.ts'

export default {
  'navigation.members': 'สถาบันสมาชิก',
} satisfies Record<keyof typeof en, string>
