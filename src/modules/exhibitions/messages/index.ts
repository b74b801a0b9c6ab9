import { catalogue } from '#kernel/messages'
import exhibitionsEn from './exhibitions.en.ts'
import exhibitionsFr from './exhibitions.fr.ts'
import exhibitionsKo from './exhibitions.ko.ts'
import exhibitionsTh from './exhibitions.th.ts'
import exhibitionsZh from './exhibitions.zh-hans.ts'
import objectsEn from './objects.en.ts'
import objectsFr from './objects.fr.ts'
import objectsKo from './objects.ko.ts'
import objectsTh from './objects.th.ts'
import objectsZh from './objects.zh-hans.ts'

/** The texts of exhibitions. */
export const m = catalogue('exhibitions', {
  en: { ...objectsEn, ...exhibitionsEn },
  'zh-Hans': { ...objectsZh, ...exhibitionsZh },
  th: { ...objectsTh, ...exhibitionsTh },
  ko: { ...objectsKo, ...exhibitionsKo },
  fr: { ...objectsFr, ...exhibitionsFr },
})
