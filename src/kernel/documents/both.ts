import { type Run, words, type Words } from './document.ts'
import type { Message, Translator } from '#kernel/messages'
import { type Language, type LocalText, localised } from '#kernel/values'

/** The two languages of a document; the same twice for one in a single language. */
export type Pair = readonly [Language, Language]

type Said = Message | ((language: Language) => Message)

/** Says things in both languages of a document: as lines of a title, or as one run of words after the other. */
export function inBoth([first, second]: Pair, translator: Translator) {
  const say = (said: Said, language: Language) =>
    translator.for(language)(typeof said === 'function' ? said(language) : said)
  return {
    lines: (said: Said): Words[] =>
      first === second
        ? [words(first, say(said, first))]
        : [words(first, say(said, first)), words(second, say(said, second))],
    runs(said: Said): Run[] {
      const head = words(first, say(said, first))
      const tail = say(said, second)
      if (first === second || tail === head.text) return [head]
      return [head, words(second, `\n${tail}`, { muted: true })]
    },
    names(names: LocalText): Run[] {
      const head = localised(names, first)
      const tail = localised(names, second)
      const one = words(head.language, head.text, { whole: true })
      return tail.text === head.text
        ? [one]
        : [one, words(tail.language, `\n${tail.text}`, { muted: true, whole: true })]
    },
    /** Something that was typed, in whatever language. */
    typed: (text: string): Run[] => [words(first, text)],
  }
}
