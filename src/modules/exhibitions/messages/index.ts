import { catalogue } from '#kernel/messages'
import exhibitionsEn from './exhibitions.en.ts'
import exhibitionsFr from './exhibitions.fr.ts'
import exhibitionsKo from './exhibitions.ko.ts'
import exhibitionsTh from './exhibitions.th.ts'
import exhibitionsZh from './exhibitions.zh-hans.ts'
import objectsEn from './objects.en.ts'
import officeEn from './office.en.ts'
import objectsFr from './objects.fr.ts'
import officeFr from './office.fr.ts'
import objectsKo from './objects.ko.ts'
import officeKo from './office.ko.ts'
import objectsTh from './objects.th.ts'
import officeTh from './office.th.ts'
import objectsZh from './objects.zh-hans.ts'
import officeZh from './office.zh-hans.ts'

/** The texts of exhibitions. */
export const m = catalogue('exhibitions', {
  en: { ...objectsEn, ...officeEn, ...exhibitionsEn },
  'zh-Hans': { ...objectsZh, ...officeZh, ...exhibitionsZh },
  th: { ...objectsTh, ...officeTh, ...exhibitionsTh },
  ko: { ...objectsKo, ...officeKo, ...exhibitionsKo },
  fr: { ...objectsFr, ...officeFr, ...exhibitionsFr },
})
