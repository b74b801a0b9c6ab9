import type en from './en.ts'

export default {
  'kept.entries': '事件记录予以保留，但不含姓名和具体内容，用于证明事后未被改动。',
} satisfies Record<keyof typeof en, string>
