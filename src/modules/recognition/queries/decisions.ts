import type { Work } from '#kernel/database'
import type { LocalText } from '#kernel/values'
import { fromStored } from '../stored.ts'
import type { RecognitionRuleSet } from '../rules/types.ts'

/** A decision as the statement of it says: what it replaces is the one before it. */
export interface StatedDecision {
  documentSha256: string
  decidedAt: Date
  ruleName: LocalText
  revision: number
  replaces: { revision: number; decidedAt: Date } | null
}

/** The latest decision on a case, with the name of the rules that it was taken by. */
export async function decisionOf(work: Work, caseId: string): Promise<StatedDecision | null> {
  const [row, before] = await work.read
    .selectFrom('recognition_decisions as d')
    .innerJoin('recognition_rule_sets as r', (join) =>
      join.onRef('r.id', '=', 'd.rule_set_id').onRef('r.version', '=', 'd.rule_set_version'),
    )
    .select(['d.document_sha256', 'd.decided_at', 'd.revision', 'r.definition'])
    .where('d.case_id', '=', caseId)
    .orderBy('d.revision', 'desc')
    .limit(2)
    .execute()
  if (!row) return null
  return {
    documentSha256: row.document_sha256,
    decidedAt: row.decided_at,
    ruleName: fromStored<RecognitionRuleSet>(row.definition).name,
    revision: row.revision,
    replaces: before ? { revision: before.revision, decidedAt: before.decided_at } : null,
  }
}
