import { catalogue } from '#kernel/messages'
import en from './en.ts'
import fr from './fr.ts'
import ko from './ko.ts'
import th from './th.ts'
import writingEn from './writing.en.ts'
import writingFr from './writing.fr.ts'
import writingKo from './writing.ko.ts'
import writingTh from './writing.th.ts'
import writingZh from './writing.zh-hans.ts'
import zhHans from './zh-Hans.ts'

/** The texts of agreements. */
export const m = catalogue('agreements', {
  en: { ...en, ...writingEn },
  'zh-Hans': { ...zhHans, ...writingZh },
  th: { ...th, ...writingTh },
  ko: { ...ko, ...writingKo },
  fr: { ...fr, ...writingFr },
})
