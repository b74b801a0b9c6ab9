import type en from './casework.en.ts'

export default {
  'cases.similar': 'ไม่พบผู้ที่ชื่อ “{search}” รายการต่อไปนี้เป็นชื่อที่ใกล้เคียง',
} as const satisfies Record<keyof typeof en, string>
