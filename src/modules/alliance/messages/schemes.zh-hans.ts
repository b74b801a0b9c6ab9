import type en from './schemes.en.ts'

export default {
  'credit-scheme.ects': '欧洲学分（ECTS）',
  'credit-scheme.th': '泰国学分',
  'credit-scheme.cn-16': '中国学分（16学时）',
  'credit-scheme.cn-18': '中国学分（18学时）',
  'credit-scheme.kr': '韩国学分',
  'credit-scheme.us': '美国学期学分',
  'credit-scheme.ucts': 'UCTS 学分',
  'credit-scheme.acts': 'ACTS 学分',
  'hint.credit-schemes': '学分制代号：{known}；也可填写本校自定学分制的代号',
  'hint.credit-scheme-named': '{code}（{name}）',
} satisfies Record<keyof typeof en, string>
