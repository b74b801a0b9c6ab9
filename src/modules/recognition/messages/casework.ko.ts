import type en from './casework.en.ts'

export default {
  'cases.similar': '‘{search}’ 이름을 가진 사람이 없어 비슷한 이름을 표시합니다.',
} as const satisfies Record<keyof typeof en, string>
