import { randomUUIDv7 } from 'node:crypto'
import { sql, type SqlBool } from 'kysely'
import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { isUuid } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { TypedForm } from '../queries/rule-set-drafts.ts'
import { type DraftRuleSet, publishRuleSet } from './rule-sets.ts'

/** What is kept of one form: more than its fields hold is nobody's typing. */
const longestForm = 100_000

/** A form of rules as it was typed, to be kept until it is finished. */
export interface SaveRuleSetDraft {
  /** Null where it is kept for the first time. */
  draftId: string | null
  homeOrganisationId: string
  /** The version whose successor is being written; null for a set of its own. */
  basedOn: { ruleSetId: string; version: number } | null
  form: TypedForm
  /** What the page showed; a colleague may have saved meanwhile. */
  revision: number
}

/** Which draft becomes a version, and what the page had shown of it and of the rules in force. */
export interface PublishRuleSetDraft {
  draftId: string
  revision: number
  seenVersion: number | null
}

/** Keeps a form of rules as it was typed. Nothing is checked but who may: it is unfinished. */
export async function saveRuleSetDraft(
  work: Work,
  input: SaveRuleSetDraft,
): Promise<{ draftId: string } | Refusal> {
  const by = personOf(work.actor)
  const form = JSON.stringify(input.form)
  if (by === null || !isUuid(input.homeOrganisationId)) return absent()
  const facts = { home_organisation_id: input.homeOrganisationId }
  if (!work.may('recognition.rule-set.edit', facts)) return absent()
  if (form.length > longestForm) return refuse(422, m('rule-draft.refusal.too-long'))
  if (input.draftId !== null) return saveAgain(work, input.draftId, input.revision, form, by)
  const same = await sameDraft(work, by, input.homeOrganisationId, form)
  if (same) return { draftId: same.id }
  const id = randomUUIDv7()
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('rule_set_drafts')
      .values({
        id,
        home_organisation_id: input.homeOrganisationId,
        rule_set_id: input.basedOn?.ruleSetId ?? null,
        based_on_version: input.basedOn?.version ?? null,
        form,
        created_by: by,
        created_at: work.now,
        updated_by: by,
        updated_at: work.now,
      })
      .execute(),
  )
  return { draftId: id }
}

/** What the same person has kept already in the same words: a form that was sent twice is one draft. */
async function sameDraft(work: Work, by: string, homeOrganisationId: string, form: string) {
  return work.read
    .selectFrom('rule_set_drafts')
    .select('id')
    .where('home_organisation_id', '=', homeOrganisationId)
    .where('state', '=', 'open')
    .where('created_by', '=', by)
    .where(sql<SqlBool>`form = ${form}::jsonb`)
    .executeTakeFirst()
}

async function saveAgain(
  work: Work,
  id: string,
  revision: number,
  form: string,
  by: string,
): Promise<{ draftId: string } | Refusal> {
  const draft = await openDraft(work, id)
  if (isRefused(draft)) return draft
  if (draft.revision !== revision) return refuse(409, m('rule-draft.refusal.meanwhile'))
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('rule_set_drafts')
      .set({ form, revision: revision + 1, updated_by: by, updated_at: work.now })
      .where('id', '=', id)
      .execute(),
  )
  return { draftId: id }
}

/** Gives a draft up. Nothing of what is in force depends on it. */
export async function discardRuleSetDraft(
  work: Work,
  id: string,
): Promise<{ draftId: string } | Refusal> {
  const draft = await openDraft(work, id)
  if (isRefused(draft)) return draft
  await close(work, id, 'discarded')
  return { draftId: id }
}

/**
 * Publishes what a draft has become, once: the version and the end of the draft come together. A page that is older
 * than what was saved, or than the version in force, publishes nothing.
 */
export async function publishRuleSetDraft(
  work: Work,
  { draftId: id, revision, seenVersion }: PublishRuleSetDraft,
  rules: DraftRuleSet,
): Promise<{ ruleSetId: string; version: number } | Refusal> {
  const draft = await openDraft(work, id)
  if (isRefused(draft)) return draft
  if (draft.revision !== revision) return refuse(409, m('rule-draft.refusal.meanwhile'))
  const published = await publishRuleSet(work, rules, seenVersion)
  if (!isRefused(published)) await close(work, id, 'published')
  return published
}

async function close(work: Work, id: string, state: 'published' | 'discarded'): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('rule_set_drafts')
      .set({ state, updated_at: work.now })
      .where('id', '=', id)
      .execute(),
  )
}

/** The draft, locked, where the actor may go on with it. */
async function openDraft(work: Work, id: string) {
  if (!isUuid(id)) return absent()
  const draft = await work.read
    .selectFrom('rule_set_drafts')
    .select(['id', 'home_organisation_id', 'revision', 'state'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!draft || !work.may('recognition.rule-set.edit', { ...draft })) return absent()
  return draft.state === 'open' ? draft : refuse(409, m('rule-draft.refusal.closed'))
}

function absent(): Refusal {
  return refuse(404, m('rule-set.refusal.absent'))
}
