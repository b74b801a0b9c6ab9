import { catalogue } from '#kernel/messages'
import en from './en.ts'
import fr from './fr.ts'
import ko from './ko.ts'
import th from './th.ts'
import zhHans from './zh-Hans.ts'

/** The texts of care. */
export const m = catalogue('care', { en, 'zh-Hans': zhHans, th, ko, fr })
