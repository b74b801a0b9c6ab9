import type en from './en.ts'
import held from './held.ko.ts'

export default {
  ...held,
  'kept.entries':
    '어떤 일이 있었다는 기록은 이름과 내용 없이 보존됩니다. 이후 변경되지 않았음을 증명하기 위한 것입니다.',
} satisfies Record<keyof typeof en, string>
