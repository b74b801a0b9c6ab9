import { catalogue } from '#kernel/messages'
import actsEn from './acts.en.ts'
import actsFr from './acts.fr.ts'
import actsKo from './acts.ko.ts'
import actsTh from './acts.th.ts'
import actsZh from './acts.zh-hans.ts'
import en from './en.ts'
import fr from './fr.ts'
import inboxEn from './inbox.en.ts'
import inboxFr from './inbox.fr.ts'
import inboxKo from './inbox.ko.ts'
import inboxTh from './inbox.th.ts'
import inboxZh from './inbox.zh-hans.ts'
import ko from './ko.ts'
import mailEn from './mail.en.ts'
import mailFr from './mail.fr.ts'
import mailKo from './mail.ko.ts'
import mailTh from './mail.th.ts'
import mailZh from './mail.zh-hans.ts'
import th from './th.ts'
import tokensEn from './tokens.en.ts'
import tokensFr from './tokens.fr.ts'
import tokensKo from './tokens.ko.ts'
import tokensTh from './tokens.th.ts'
import tokensZh from './tokens.zh-hans.ts'
import zhHans from './zh-Hans.ts'

/** The texts of the pages that cross modules. */
export const m = catalogue('desk', {
  en: { ...en, ...actsEn, ...inboxEn, ...mailEn, ...tokensEn },
  'zh-Hans': { ...zhHans, ...actsZh, ...inboxZh, ...mailZh, ...tokensZh },
  th: { ...th, ...actsTh, ...inboxTh, ...mailTh, ...tokensTh },
  ko: { ...ko, ...actsKo, ...inboxKo, ...mailKo, ...tokensKo },
  fr: { ...fr, ...actsFr, ...inboxFr, ...mailFr, ...tokensFr },
})
