import { catalogue } from '#kernel/messages'
import en from './en.ts'
import fr from './fr.ts'
import ko from './ko.ts'
import reviewsEn from './reviews.en.ts'
import reviewsFr from './reviews.fr.ts'
import reviewsKo from './reviews.ko.ts'
import reviewsTh from './reviews.th.ts'
import reviewsZh from './reviews.zh-hans.ts'
import th from './th.ts'
import zhHans from './zh-Hans.ts'

/** The texts of calls. */
export const m = catalogue('calls', {
  en: { ...en, ...reviewsEn },
  'zh-Hans': { ...zhHans, ...reviewsZh },
  th: { ...th, ...reviewsTh },
  ko: { ...ko, ...reviewsKo },
  fr: { ...fr, ...reviewsFr },
})
