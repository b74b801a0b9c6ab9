import type { Work } from '#kernel/database'
import { isUuid, type LocalText, type PersonName } from '#kernel/values'

/** A form as it was typed: every value of every field. */
export type TypedForm = Readonly<Record<string, readonly string[]>>

/** A draft of rules, with the facts that the rule table asks for. */
export interface RuleSetDraftRow {
  [fact: string]: unknown
  id: string
  home_organisation_id: string
  homeNames: LocalText
  rule_set_id: string | null
  based_on_version: number | null
  form: TypedForm
  revision: number
  state: 'open' | 'published' | 'discarded'
  updatedAt: Date
  updatedBy: PersonName
}

function drafts(work: Work) {
  return work.read
    .selectFrom('rule_set_drafts as d')
    .innerJoin('organisations as o', 'o.id', 'd.home_organisation_id')
    .innerJoin('persons as p', 'p.id', 'd.updated_by')
    .select(['d.id', 'd.home_organisation_id', 'd.rule_set_id', 'd.based_on_version', 'd.form'])
    .select(['d.revision', 'd.state', 'd.updated_at as updatedAt', 'o.names as homeNames'])
    .select('p.name as updatedBy')
}

/** The draft under an id; null where there is none. */
export async function ruleSetDraft(work: Work, id: string): Promise<RuleSetDraftRow | null> {
  if (!isUuid(id)) return null
  return (await drafts(work).where('d.id', '=', id).executeTakeFirst()) ?? null
}

/** The unfinished rules that the reader may go on with, the latest first; one query. */
export async function openRuleSetDrafts(work: Work): Promise<RuleSetDraftRow[]> {
  return drafts(work)
    .where(work.scope('recognition.rule-set.edit', 'd'))
    .where('d.state', '=', 'open')
    .orderBy('d.updated_at', 'desc')
    .orderBy('d.id')
    .execute()
}
