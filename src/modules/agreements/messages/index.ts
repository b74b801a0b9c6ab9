import { catalogue } from '#kernel/messages'
import balanceEn from './balance.en.ts'
import balanceFr from './balance.fr.ts'
import balanceKo from './balance.ko.ts'
import balanceTh from './balance.th.ts'
import balanceZh from './balance.zh-hans.ts'
import bringingEn from './bringing.en.ts'
import bringingFr from './bringing.fr.ts'
import bringingKo from './bringing.ko.ts'
import bringingTh from './bringing.th.ts'
import bringingZh from './bringing.zh-hans.ts'
import en from './en.ts'
import fr from './fr.ts'
import ko from './ko.ts'
import newsEn from './news.en.ts'
import partnersEn from './partners.en.ts'
import newsFr from './news.fr.ts'
import partnersFr from './partners.fr.ts'
import newsKo from './news.ko.ts'
import partnersKo from './partners.ko.ts'
import newsTh from './news.th.ts'
import partnersTh from './partners.th.ts'
import newsZh from './news.zh-hans.ts'
import partnersZh from './partners.zh-hans.ts'
import th from './th.ts'
import writingEn from './writing.en.ts'
import writingFr from './writing.fr.ts'
import writingKo from './writing.ko.ts'
import writingTh from './writing.th.ts'
import writingZh from './writing.zh-hans.ts'
import zhHans from './zh-Hans.ts'

/** The texts of agreements. */
export const m = catalogue('agreements', {
  en: { ...en, ...writingEn, ...bringingEn, ...balanceEn, ...partnersEn, ...newsEn },
  'zh-Hans': { ...zhHans, ...writingZh, ...bringingZh, ...balanceZh, ...partnersZh, ...newsZh },
  th: { ...th, ...writingTh, ...bringingTh, ...balanceTh, ...partnersTh, ...newsTh },
  ko: { ...ko, ...writingKo, ...bringingKo, ...balanceKo, ...partnersKo, ...newsKo },
  fr: { ...fr, ...writingFr, ...bringingFr, ...balanceFr, ...partnersFr, ...newsFr },
})
