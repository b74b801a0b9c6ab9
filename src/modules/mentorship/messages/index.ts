import { catalogue } from '#kernel/messages'
import careEn from './care.en.ts'
import careFr from './care.fr.ts'
import careKo from './care.ko.ts'
import careTh from './care.th.ts'
import careZh from './care.zh-hans.ts'
import en from './en.ts'
import fieldsEn from './fields.en.ts'
import fieldsFr from './fields.fr.ts'
import fieldsKo from './fields.ko.ts'
import fieldsTh from './fields.th.ts'
import fieldsZh from './fields.zh-hans.ts'
import fr from './fr.ts'
import ko from './ko.ts'
import papersEn from './papers.en.ts'
import papersFr from './papers.fr.ts'
import papersKo from './papers.ko.ts'
import papersTh from './papers.th.ts'
import papersZh from './papers.zh-hans.ts'
import roundsEn from './rounds.en.ts'
import roundsFr from './rounds.fr.ts'
import roundsKo from './rounds.ko.ts'
import roundsTh from './rounds.th.ts'
import roundsZh from './rounds.zh-hans.ts'
import sharedEn from './shared.en.ts'
import sharedFr from './shared.fr.ts'
import sharedKo from './shared.ko.ts'
import sharedTh from './shared.th.ts'
import sharedZh from './shared.zh-hans.ts'
import th from './th.ts'
import zhHans from './zh-Hans.ts'

/** The texts of mentorship. */
export const m = catalogue('mentorship', {
  en: { ...en, ...fieldsEn, ...sharedEn, ...careEn, ...roundsEn, ...papersEn },
  'zh-Hans': { ...zhHans, ...fieldsZh, ...sharedZh, ...careZh, ...roundsZh, ...papersZh },
  th: { ...th, ...fieldsTh, ...sharedTh, ...careTh, ...roundsTh, ...papersTh },
  ko: { ...ko, ...fieldsKo, ...sharedKo, ...careKo, ...roundsKo, ...papersKo },
  fr: { ...fr, ...fieldsFr, ...sharedFr, ...careFr, ...roundsFr, ...papersFr },
})
