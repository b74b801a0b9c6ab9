import type en from './schemes.en.ts'

export default {
  'credit-scheme.ects': 'ECTS 학점',
  'credit-scheme.th': '태국 학점',
  'credit-scheme.cn-16': '중국 학점(16차시)',
  'credit-scheme.cn-18': '중국 학점(18차시)',
  'credit-scheme.kr': '한국 학점',
  'credit-scheme.us': '미국 학기 학점',
  'credit-scheme.ucts': 'UCTS 학점',
  'credit-scheme.acts': 'ACTS 학점',
  'hint.credit-schemes': '체계 약칭: {known} 또는 기관이 직접 정한 체계의 약칭',
  'hint.credit-scheme-named': '{code}({name})',
} satisfies Record<keyof typeof en, string>
