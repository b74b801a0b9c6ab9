import type { Call } from '#kernel/http'
import type { Option } from '#ui'
import type { RuleSetDraftRow } from '../queries/rule-set-drafts.ts'
import type { RuleSetPreview } from '../service/rule-sets.ts'
import type { PastPreview } from '../service/preview-past.ts'

/** What the form of a rule set shows. */
export interface RuleSetFormPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  /** Null for rules of their own. */
  ruleSetId: string | null
  action: string
  /** The version in force that the page shows beside the form; 0 for rules of their own. */
  seenVersion: number
  /** How often the draft had been saved when the page showed it; 0 where there is none. */
  revision: number
  homes: readonly Option[]
  hosts: readonly Option[]
  programmes: readonly Option[]
  grades: readonly Option[]
  values: Readonly<Record<string, string>>
  /** Agreed tables of grades to choose from, and those that are chosen. */
  agreed: { options: readonly Option[]; chosen: readonly string[] }
  refusal: { message: string; fields: Record<string, string> } | null
  preview: RuleSetPreview | null
  /** Where the form is a stored draft: who saved it last, and the version that has overtaken it. */
  draft:
    | (Pick<RuleSetDraftRow, 'updatedAt' | 'updatedBy'> & {
        overtakenBy: number | null
      })
    | null
  /** What the rules would have found on decided cases. */
  past: PastPreview | null
}
