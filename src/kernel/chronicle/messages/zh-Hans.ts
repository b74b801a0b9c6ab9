import type en from './en.ts'
import held from './held.zh-hans.ts'

export default {
  ...held,
  'kept.entries': '事件记录予以保留，但不含姓名和具体内容，用于证明事后未被改动。',
} satisfies Record<keyof typeof en, string>
