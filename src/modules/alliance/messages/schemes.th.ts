import type en from './schemes.en.ts'

export default {
  'credit-scheme.ects': 'หน่วยกิต ECTS',
  'credit-scheme.th': 'หน่วยกิตไทย',
  'credit-scheme.cn-16': 'หน่วยกิตจีน (16 คาบ)',
  'credit-scheme.cn-18': 'หน่วยกิตจีน (18 คาบ)',
  'credit-scheme.kr': 'หน่วยกิตเกาหลี',
  'credit-scheme.us': 'หน่วยกิตสหรัฐ (ระบบทวิภาค)',
  'credit-scheme.ucts': 'หน่วยกิต UCTS',
  'credit-scheme.acts': 'หน่วยกิต ACTS',
  'hint.credit-schemes': 'คำย่อของระบบ: {known} หรือคำย่อของระบบที่สถาบันกำหนดเอง',
  'hint.credit-scheme-named': '{code} ({name})',
} satisfies Record<keyof typeof en, string>
