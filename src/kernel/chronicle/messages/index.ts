import { catalogue } from '#kernel/messages'
import en from './en.ts'
import fr from './fr.ts'
import ko from './ko.ts'
import th from './th.ts'
import zhHans from './zh-Hans.ts'

/** What the chronicle says to a reader. */
export const m = catalogue('chronicle', { en, 'zh-Hans': zhHans, th, ko, fr })
