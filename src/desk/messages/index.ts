import { catalogue } from '#kernel/messages'
import actsEn from './acts.en.ts'
import actsFr from './acts.fr.ts'
import actsKo from './acts.ko.ts'
import actsTh from './acts.th.ts'
import actsZh from './acts.zh-hans.ts'
import en from './en.ts'
import fr from './fr.ts'
import ko from './ko.ts'
import th from './th.ts'
import zhHans from './zh-Hans.ts'

/** The texts of the pages that cross modules. */
export const m = catalogue('desk', {
  en: { ...en, ...actsEn },
  'zh-Hans': { ...zhHans, ...actsZh },
  th: { ...th, ...actsTh },
  ko: { ...ko, ...actsKo },
  fr: { ...fr, ...actsFr },
})
