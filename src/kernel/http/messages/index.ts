import { catalogue } from '#kernel/messages'
import en from './en.ts'
import fr from './fr.ts'
import ko from './ko.ts'
import th from './th.ts'
import zhHans from './zh-Hans.ts'

/** The texts of the request pipeline: refusals that any page may give, and what is wrong with a field. */
export const m = catalogue('http', { en, 'zh-Hans': zhHans, th, ko, fr })
