import type { GivenList, RoundRow } from '../queries/rounds.ts'
import type { RunRow } from '../queries/runs.ts'
import type { Side } from '../rules/sides.ts'
import type { PageCall } from './words.ts'

/** What the page of a round shows. */
export interface RoundPageProps {
  call: PageCall
  round: RoundRow
  lists: Partial<Record<Side, GivenList>>
  runs: readonly RunRow[]
  seed: { number: number; commitment: string; committedAt: Date }
  refusal: { message: string; fields: Record<string, string> } | null
  values: Readonly<Record<string, string>>
}
