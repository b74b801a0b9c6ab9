import type { Work } from '#kernel/database'
import type { LocalText } from '#kernel/values'
import { fromStored } from '../stored.ts'
import type { RecognitionRuleSet } from '../rules/types.ts'

/** The latest decision on a case, with the name of the rules that it was taken by. */
export async function decisionOf(
  work: Work,
  caseId: string,
): Promise<{ documentSha256: string; decidedAt: Date; ruleName: LocalText } | null> {
  const row = await work.read
    .selectFrom('recognition_decisions as d')
    .innerJoin('recognition_rule_sets as r', (join) =>
      join.onRef('r.id', '=', 'd.rule_set_id').onRef('r.version', '=', 'd.rule_set_version'),
    )
    .select(['d.document_sha256', 'd.decided_at', 'r.definition'])
    .where('d.case_id', '=', caseId)
    .orderBy('d.revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  return {
    documentSha256: row.document_sha256,
    decidedAt: row.decided_at,
    ruleName: fromStored<RecognitionRuleSet>(row.definition).name,
  }
}
