import { catalogue } from '#kernel/messages'
import en from './en.ts'
import fr from './fr.ts'
import ko from './ko.ts'
import duringEn from './during.en.ts'
import learningEn from './learning.en.ts'
import preparationEn from './preparation.en.ts'
import selectionEn from './selection.en.ts'
import duringFr from './during.fr.ts'
import learningFr from './learning.fr.ts'
import preparationFr from './preparation.fr.ts'
import selectionFr from './selection.fr.ts'
import duringKo from './during.ko.ts'
import learningKo from './learning.ko.ts'
import preparationKo from './preparation.ko.ts'
import selectionKo from './selection.ko.ts'
import duringTh from './during.th.ts'
import learningTh from './learning.th.ts'
import preparationTh from './preparation.th.ts'
import selectionTh from './selection.th.ts'
import duringZh from './during.zh-hans.ts'
import learningZh from './learning.zh-hans.ts'
import preparationZh from './preparation.zh-hans.ts'
import selectionZh from './selection.zh-hans.ts'
import byMailEn from './by-mail.en.ts'
import pastEn from './past.en.ts'
import visitsEn from './visits.en.ts'
import byMailFr from './by-mail.fr.ts'
import pastFr from './past.fr.ts'
import visitsFr from './visits.fr.ts'
import byMailKo from './by-mail.ko.ts'
import pastKo from './past.ko.ts'
import visitsKo from './visits.ko.ts'
import byMailTh from './by-mail.th.ts'
import pastTh from './past.th.ts'
import visitsTh from './visits.th.ts'
import byMailZh from './by-mail.zh-hans.ts'
import pastZh from './past.zh-hans.ts'
import visitsZh from './visits.zh-hans.ts'
import statisticsEn from './statistics.en.ts'
import statisticsFr from './statistics.fr.ts'
import statisticsKo from './statistics.ko.ts'
import statisticsTh from './statistics.th.ts'
import statisticsZh from './statistics.zh-hans.ts'
import th from './th.ts'
import zhHans from './zh-Hans.ts'

/** The texts of mobility. */
export const m = catalogue('mobility', {
  en: {
    ...en,
    ...learningEn,
    ...duringEn,
    ...selectionEn,
    ...preparationEn,
    ...byMailEn,
    ...pastEn,
    ...visitsEn,
    ...statisticsEn,
  },
  'zh-Hans': {
    ...zhHans,
    ...learningZh,
    ...duringZh,
    ...selectionZh,
    ...preparationZh,
    ...byMailZh,
    ...pastZh,
    ...visitsZh,
    ...statisticsZh,
  },
  th: {
    ...th,
    ...learningTh,
    ...duringTh,
    ...selectionTh,
    ...preparationTh,
    ...byMailTh,
    ...pastTh,
    ...visitsTh,
    ...statisticsTh,
  },
  ko: {
    ...ko,
    ...learningKo,
    ...duringKo,
    ...selectionKo,
    ...preparationKo,
    ...byMailKo,
    ...pastKo,
    ...visitsKo,
    ...statisticsKo,
  },
  fr: {
    ...fr,
    ...learningFr,
    ...duringFr,
    ...selectionFr,
    ...preparationFr,
    ...byMailFr,
    ...pastFr,
    ...visitsFr,
    ...statisticsFr,
  },
})
