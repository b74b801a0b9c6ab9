import type { Services } from '#kernel/http'

/** What the alliance needs to register and to invite people: the node that makes rows, and identity's settings. */
export type AllianceSettings = Pick<Services, 'node' | 'identity'>

/** The part that registers people without writing to them: imports and the demonstration need no more. */
export interface RegisteringSettings {
  node: string
  identity: Pick<Services['identity'], 'origin' | 'demonstration'>
}
