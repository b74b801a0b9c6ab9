import { catalogue } from '#kernel/messages'
import en from './en.ts'
import fieldsEn from './fields.en.ts'
import fieldsFr from './fields.fr.ts'
import fieldsKo from './fields.ko.ts'
import fieldsTh from './fields.th.ts'
import fieldsZh from './fields.zh-hans.ts'
import fr from './fr.ts'
import ko from './ko.ts'
import sharedEn from './shared.en.ts'
import sharedFr from './shared.fr.ts'
import sharedKo from './shared.ko.ts'
import sharedTh from './shared.th.ts'
import sharedZh from './shared.zh-hans.ts'
import th from './th.ts'
import zhHans from './zh-Hans.ts'

/** The texts of mentorship. */
export const m = catalogue('mentorship', {
  en: { ...en, ...fieldsEn, ...sharedEn },
  'zh-Hans': { ...zhHans, ...fieldsZh, ...sharedZh },
  th: { ...th, ...fieldsTh, ...sharedTh },
  ko: { ...ko, ...fieldsKo, ...sharedKo },
  fr: { ...fr, ...fieldsFr, ...sharedFr },
})
