import type en from './en.ts'

export default {
  'navigation.members': '회원 기관',
} satisfies Record<keyof typeof en, string>
