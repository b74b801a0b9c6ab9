import { catalogue } from '#kernel/messages'
import en from './en.ts'
import fr from './fr.ts'
import ko from './ko.ts'
import duringEn from './during.en.ts'
import learningEn from './learning.en.ts'
import duringFr from './during.fr.ts'
import learningFr from './learning.fr.ts'
import duringKo from './during.ko.ts'
import learningKo from './learning.ko.ts'
import duringTh from './during.th.ts'
import learningTh from './learning.th.ts'
import duringZh from './during.zh-hans.ts'
import learningZh from './learning.zh-hans.ts'
import th from './th.ts'
import zhHans from './zh-Hans.ts'

/** The texts of mobility. */
export const m = catalogue('mobility', {
  en: { ...en, ...learningEn, ...duringEn },
  'zh-Hans': { ...zhHans, ...learningZh, ...duringZh },
  th: { ...th, ...learningTh, ...duringTh },
  ko: { ...ko, ...learningKo, ...duringKo },
  fr: { ...fr, ...learningFr, ...duringFr },
})
