import type en from './casework.en.ts'

export default {
  'cases.similar': '没有名为“{search}”的人，以下是相近的姓名。',
} as const satisfies Record<keyof typeof en, string>
