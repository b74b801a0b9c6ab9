import { catalogue } from '#kernel/messages'
import en from './en.ts'
import fieldsEn from './fields.en.ts'
import fieldsFr from './fields.fr.ts'
import fieldsKo from './fields.ko.ts'
import fieldsTh from './fields.th.ts'
import fieldsZh from './fields.zh-hans.ts'
import fr from './fr.ts'
import ko from './ko.ts'
import th from './th.ts'
import zhHans from './zh-Hans.ts'

/** The texts of mentorship. */
export const m = catalogue('mentorship', {
  en: { ...en, ...fieldsEn },
  'zh-Hans': { ...zhHans, ...fieldsZh },
  th: { ...th, ...fieldsTh },
  ko: { ...ko, ...fieldsKo },
  fr: { ...fr, ...fieldsFr },
})
