import { catalogue } from '#kernel/messages'
import objectsEn from './objects.en.ts'
import objectsFr from './objects.fr.ts'
import objectsKo from './objects.ko.ts'
import objectsTh from './objects.th.ts'
import objectsZh from './objects.zh-hans.ts'

/** The texts of exhibitions. */
export const m = catalogue('exhibitions', {
  en: { ...objectsEn },
  'zh-Hans': { ...objectsZh },
  th: { ...objectsTh },
  ko: { ...objectsKo },
  fr: { ...objectsFr },
})
