import { catalogue } from '#kernel/messages'
import en from './en.ts'
import fr from './fr.ts'
import ko from './ko.ts'
import th from './th.ts'
import zhHans from './zh-Hans.ts'

/** The few words that the typesetter adds by itself. */
export const m = catalogue('documents', { en, 'zh-Hans': zhHans, th, ko, fr })
