export { catalogue, isMessage } from './catalogue.ts'
export { createTranslator } from './translator.ts'
export type { Translator } from './translator.ts'
export type { Argument, Catalogue, Message, MessageMaker, Translate } from './types.ts'
