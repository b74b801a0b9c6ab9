import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { isUuid, type LocalText } from '#kernel/values'
import { fromStored } from '../stored.ts'
import type { RecognitionRuleSet } from '../rules/types.ts'

/** The decision that stands on a case, as its statement says it: what it replaces is the one that stood before it. */
export interface StatedDecision {
  id: string
  revision: number
  documentSha256: string
  decidedAt: Date
  /** From when on it is final; null where it was at once. */
  releasedAt: Date | null
  ruleName: LocalText
  replaces: { revision: number; decidedAt: Date } | null
}

/** The decision that stands on a case, the latest that was not taken back, or null. */
export async function decisionOf(work: Work, caseId: string): Promise<StatedDecision | null> {
  const [row, before] = await work.read
    .selectFrom('recognition_decisions as d')
    .innerJoin('recognition_rule_sets as r', (join) =>
      join.onRef('r.id', '=', 'd.rule_set_id').onRef('r.version', '=', 'd.rule_set_version'),
    )
    .leftJoin('decision_retractions as k', 'k.decision_id', 'd.id')
    .select(['d.id', 'd.revision', 'd.document_sha256', 'd.decided_at', 'd.released_at'])
    .select('r.definition')
    .where('d.case_id', '=', caseId)
    .where('k.decision_id', 'is', null)
    .orderBy('d.revision', 'desc')
    .limit(2)
    .execute()
  if (!row) return null
  return {
    id: row.id,
    revision: row.revision,
    documentSha256: row.document_sha256,
    decidedAt: row.decided_at,
    releasedAt: row.released_at,
    ruleName: fromStored<RecognitionRuleSet>(row.definition).name,
    replaces: before ? { revision: before.revision, decidedAt: before.decided_at } : null,
  }
}

/** A decision with its case, locked until the commit, for whoever makes it final. */
export async function decisionForUpdate(work: Work, id: string) {
  if (!isUuid(id)) return null
  // What stands beside the case is read by a statement of its own: one that waits for the lock sees what was before.
  await work.read
    .selectFrom('recognition_cases as c')
    .innerJoin('recognition_decisions as d', 'd.case_id', 'c.id')
    .select('c.id')
    .where('d.id', '=', id)
    .modifyEnd(sql`for update of c`)
    .execute()
  const row = await work.read
    .selectFrom('recognition_cases as c')
    .innerJoin('recognition_decisions as d', 'd.case_id', 'c.id')
    .leftJoin('decision_retractions as k', 'k.decision_id', 'd.id')
    .leftJoin('decision_releases as r', 'r.decision_id', 'd.id')
    .select([
      'c.id as caseId',
      'c.number',
      'c.person_id as personId',
      'c.home_organisation_id as homeOrganisationId',
      'c.host_organisation_id as hostOrganisationId',
      'd.revision',
      'd.recognised_credit as recognised',
      'd.document_sha256 as documentSha256',
      'd.released_at as releasedAt',
      'k.decision_id as retracted',
      'r.decision_id as released',
    ])
    .where('d.id', '=', id)
    .executeTakeFirst()
  return row
    ? { ...row, isRetracted: row.retracted !== null, isReleased: row.released !== null }
    : null
}
