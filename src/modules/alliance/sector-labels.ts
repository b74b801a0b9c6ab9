import type { Message } from '#kernel/messages'
import { m } from './messages/index.ts'
import type { Sector } from './schema.ts'

/** The name of a sector in the reader's language. */
export function sectorLabel(sector: Sector): Message {
  return m(`sector.${sector}`)
}
