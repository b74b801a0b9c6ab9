import { type Message, wordsOf } from '#kernel/messages'
import { m } from './messages/index.ts'
import type { Sector } from './schema.ts'

/** The name of a sector in the reader's language. */
export function sectorLabel(sector: Sector): Message {
  return m(`sector.${sector}`)
}

/** The name of a sector in all five languages: what a list may call it. */
export function sectorWords(sector: Sector): string[] {
  return wordsOf(m.catalogue, `sector.${sector}`)
}
