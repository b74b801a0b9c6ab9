import { catalogue } from '#kernel/messages'
import en from './en.ts'
import fr from './fr.ts'
import ko from './ko.ts'
import reviewsEn from './reviews.en.ts'
import reviewsFr from './reviews.fr.ts'
import reviewsKo from './reviews.ko.ts'
import reviewsTh from './reviews.th.ts'
import reviewsZh from './reviews.zh-hans.ts'
import operationsEn from './operations.en.ts'
import operationsZh from './operations.zh-hans.ts'
import operationsTh from './operations.th.ts'
import operationsKo from './operations.ko.ts'
import operationsFr from './operations.fr.ts'
import referencesEn from './references.en.ts'
import referencesZh from './references.zh-hans.ts'
import referencesTh from './references.th.ts'
import referencesKo from './references.ko.ts'
import referencesFr from './references.fr.ts'
import importsEn from './import.en.ts'
import importZh from './import.zh-hans.ts'
import importTh from './import.th.ts'
import importKo from './import.ko.ts'
import importFr from './import.fr.ts'
import appealsEn from './appeals.en.ts'
import appealsZh from './appeals.zh-hans.ts'
import appealsTh from './appeals.th.ts'
import appealsKo from './appeals.ko.ts'
import appealsFr from './appeals.fr.ts'
import budgetEn from './budget.en.ts'
import budgetZh from './budget.zh-hans.ts'
import budgetTh from './budget.th.ts'
import budgetKo from './budget.ko.ts'
import budgetFr from './budget.fr.ts'
import committeeEn from './committee.en.ts'
import committeeZh from './committee.zh-hans.ts'
import committeeTh from './committee.th.ts'
import committeeKo from './committee.ko.ts'
import committeeFr from './committee.fr.ts'
import th from './th.ts'
import zhHans from './zh-Hans.ts'

/** The texts of calls. */
export const m = catalogue('calls', {
  en: {
    ...en,
    ...reviewsEn,
    ...operationsEn,
    ...referencesEn,
    ...importsEn,
    ...appealsEn,
    ...budgetEn,
    ...committeeEn,
  },
  'zh-Hans': {
    ...zhHans,
    ...reviewsZh,
    ...operationsZh,
    ...referencesZh,
    ...importZh,
    ...appealsZh,
    ...budgetZh,
    ...committeeZh,
  },
  th: {
    ...th,
    ...reviewsTh,
    ...operationsTh,
    ...referencesTh,
    ...importTh,
    ...appealsTh,
    ...budgetTh,
    ...committeeTh,
  },
  ko: {
    ...ko,
    ...reviewsKo,
    ...operationsKo,
    ...referencesKo,
    ...importKo,
    ...appealsKo,
    ...budgetKo,
    ...committeeKo,
  },
  fr: {
    ...fr,
    ...reviewsFr,
    ...operationsFr,
    ...referencesFr,
    ...importFr,
    ...appealsFr,
    ...budgetFr,
    ...committeeFr,
  },
})
