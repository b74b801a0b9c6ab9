import { catalogue } from '#kernel/messages'
import en from './en.ts'
import fr from './fr.ts'
import ko from './ko.ts'
import th from './th.ts'
import zhHans from './zh-Hans.ts'

/** The texts of privacy: who read whose data, and what a person may ask of the house. */
export const m = catalogue('privacy', { en, 'zh-Hans': zhHans, th, ko, fr })
