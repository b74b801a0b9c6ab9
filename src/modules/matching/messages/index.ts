import { catalogue } from '#kernel/messages'
import choosingEn from './choosing.en.ts'
import choosingFr from './choosing.fr.ts'
import choosingKo from './choosing.ko.ts'
import choosingTh from './choosing.th.ts'
import choosingZh from './choosing.zh-hans.ts'
import couplesEn from './couples.en.ts'
import couplesFr from './couples.fr.ts'
import couplesKo from './couples.ko.ts'
import couplesTh from './couples.th.ts'
import couplesZh from './couples.zh-hans.ts'
import en from './en.ts'
import fr from './fr.ts'
import ko from './ko.ts'
import mentorsEn from './mentors.en.ts'
import mentorsFr from './mentors.fr.ts'
import mentorsKo from './mentors.ko.ts'
import mentorsTh from './mentors.th.ts'
import mentorsZh from './mentors.zh-hans.ts'
import methodsEn from './methods.en.ts'
import methodsFr from './methods.fr.ts'
import methodsKo from './methods.ko.ts'
import methodsTh from './methods.th.ts'
import methodsZh from './methods.zh-hans.ts'
import roundsEn from './rounds.en.ts'
import roundsFr from './rounds.fr.ts'
import roundsKo from './rounds.ko.ts'
import roundsTh from './rounds.th.ts'
import roundsZh from './rounds.zh-hans.ts'
import th from './th.ts'
import zhHans from './zh-Hans.ts'

/** The texts of matching. */
export const m = catalogue('matching', {
  en: { ...en, ...methodsEn, ...roundsEn, ...choosingEn, ...mentorsEn, ...couplesEn },
  'zh-Hans': { ...zhHans, ...methodsZh, ...roundsZh, ...choosingZh, ...mentorsZh, ...couplesZh },
  th: { ...th, ...methodsTh, ...roundsTh, ...choosingTh, ...mentorsTh, ...couplesTh },
  ko: { ...ko, ...methodsKo, ...roundsKo, ...choosingKo, ...mentorsKo, ...couplesKo },
  fr: { ...fr, ...methodsFr, ...roundsFr, ...choosingFr, ...mentorsFr, ...couplesFr },
})
