import type { Call } from '#kernel/http'
import type { CaseLine, CasePageRow } from '../queries/cases.ts'
import type { StatedStay } from '../queries/stays.ts'

/** What the form for the facts of a case shows. */
export interface CaseFactsProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  found: CasePageRow
  /** The latest first. */
  stated: readonly StatedStay[]
  terms: readonly string[]
  lines: readonly CaseLine[]
  values: Record<string, string>
  refusal: { message: string; fields: Record<string, string> } | null
}
