import type en from './en.ts'

export default {
  'navigation.members': '成员机构',
} satisfies Record<keyof typeof en, string>
