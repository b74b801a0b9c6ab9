import { catalogue } from '#kernel/messages'
import en from './en.ts'
import fr from './fr.ts'
import ko from './ko.ts'
import methodsEn from './methods.en.ts'
import methodsFr from './methods.fr.ts'
import methodsKo from './methods.ko.ts'
import methodsTh from './methods.th.ts'
import methodsZh from './methods.zh-hans.ts'
import th from './th.ts'
import zhHans from './zh-Hans.ts'

/** The texts of matching. */
export const m = catalogue('matching', {
  en: { ...en, ...methodsEn },
  'zh-Hans': { ...zhHans, ...methodsZh },
  th: { ...th, ...methodsTh },
  ko: { ...ko, ...methodsKo },
  fr: { ...fr, ...methodsFr },
})
