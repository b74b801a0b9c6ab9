import { catalogue } from '#kernel/messages'
import en from './en.ts'
import fr from './fr.ts'
import ko from './ko.ts'
import th from './th.ts'
import zhHans from './zh-Hans.ts'

/** What is said about files and tables that cannot be accepted. */
export const m = catalogue('files', { en, 'zh-Hans': zhHans, th, ko, fr })
