import type { Language } from '#kernel/values'

/** A value that a message text takes: words and numbers as they are, dates and nested messages formatted for the reader. */
export type Argument = string | number | Date | Message

/** A text to be said to a reader, not yet in any language: safe to store, compare and send. */
export interface Message {
  module: string
  key: string
  args: Record<string, Argument>
}

/** Renders a message in the language the function was made for. */
export type Translate = (message: Message) => string

/** The texts of one module, by language; every language has every key. */
export interface Catalogue {
  module: string
  texts: Record<Language, Record<string, string>>
}

/** The maker of a module's messages: knows its keys, so that a misspelt one does not compile. */
export interface MessageMaker<Key extends string> {
  (key: Key, args?: Record<string, Argument>): Message
  catalogue: Catalogue
}
