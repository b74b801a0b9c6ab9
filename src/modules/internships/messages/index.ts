import { catalogue } from '#kernel/messages'
import agreementEn from './agreement.en.ts'
import agreementFr from './agreement.fr.ts'
import agreementKo from './agreement.ko.ts'
import agreementTh from './agreement.th.ts'
import agreementZh from './agreement.zh-hans.ts'
import en from './en.ts'
import fr from './fr.ts'
import ko from './ko.ts'
import th from './th.ts'
import zhHans from './zh-Hans.ts'

/** The texts of internships. */
export const m = catalogue('internships', {
  en: { ...en, ...agreementEn },
  'zh-Hans': { ...zhHans, ...agreementZh },
  th: { ...th, ...agreementTh },
  ko: { ...ko, ...agreementKo },
  fr: { ...fr, ...agreementFr },
})
