import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalJson } from '#kernel/chronicle'
import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { cancelTasks, completeTasksOf, dueInWorkingDays, openTask } from '#kernel/tasks'
import { isCountry } from '#kernel/values'
import { hashOf } from '../formats/iias-write.ts'
import { iiaOf } from '../formats/iia-of.ts'
import { m } from '../messages/index.ts'
import { copyById, type CopyRow } from '../queries/copies.ts'
import {
  copyStates,
  wholeAgreement,
  type WholeAgreement,
  type WholeCopy,
} from '../queries/whole.ts'
import { type AgreementState, stateOf } from '../rules/agreement.ts'
import { type AgreementText, emptyText, yearsOf } from '../rules/conditions.ts'
import { answerTask } from '../task-kinds.ts'

/** A copy that is worked on, with the whole agreement around it. */
export interface AtWork {
  row: CopyRow
  whole: WholeAgreement
  own: WholeCopy
}

/** Loads and locks the agreement of a copy for a verb; what the actor may not do it to is absent. */
export async function agreementForUpdate(
  work: Work,
  copyId: string,
  action: string,
): Promise<AtWork | Refusal> {
  const row = await copyById(work, copyId, 'lock')
  if (!row || !work.may(action, row)) return refuse(404, m('refusal.absent'))
  return atWork(work, row)
}

/** The whole agreement around a copy that is locked already. */
export async function atWork(work: Work, row: CopyRow): Promise<AtWork> {
  const whole = await wholeAgreement(work, row.agreementId)
  return { row, whole, own: whole.copies.find(({ id }) => id === row.id)! }
}

/** The ids of all partners: whoever reads the chronicle of one of them sees what happened. */
export function partnerIds({ copies }: WholeAgreement): string[] {
  return copies.map(({ organisationId }) => organisationId)
}

/** The object that entries of an agreement are about. */
export function agreementObject({ id }: Pick<WholeAgreement, 'id'>) {
  return { kind: 'agreement', id }
}

/** The two hashes of a text in a copy: EWP's, and that of the canonical JSON of the whole text. */
export function hashesOf(whole: WholeAgreement, copy: WholeCopy, text: AgreementText) {
  return {
    hash: hashOf(iiaOf(whole, copy, text)),
    text_sha256: sha256Of(canonicalJson(text)),
  }
}

/** SHA-256 of a text in UTF-8, in small hexadecimal digits. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Puts a new version into a copy, as the one that its partners see. */
export async function insertVersion(
  work: Work,
  { copy, version }: { copy: WholeCopy; version: NewVersion },
  tx: Parameters<Parameters<Work['write']>[1]>[0],
): Promise<void> {
  const { id, number, text, source, hash, text_sha256 } = version
  await tx
    .insertInto('agreement_versions')
    .values({
      id,
      number,
      source,
      hash,
      text_sha256,
      copy_id: copy.id,
      text: JSON.stringify(text),
      sent_at: work.now,
      sent_by: personOf(work.actor),
    })
    .execute()
  const years = yearsOf(text.conditions)
  // Only a draft that says what was sent before, or says this, goes with it: what somebody is writing stays theirs.
  const known = [copy.sent?.text ?? emptyText, text].map(
    (each) => sql`${JSON.stringify(each)}::jsonb`,
  )
  const isKnown = sql`draft in (${sql.join(known)})`
  await tx
    .updateTable('agreement_copies')
    .set({
      sent_version_id: id,
      draft: sql`case when ${isKnown} then ${JSON.stringify(text)}::jsonb else draft end`,
      draft_number: sql`case when ${isKnown} then draft_number + 1 else draft_number end`,
      draft_at: sql`case when ${isKnown} then ${work.now}::timestamptz else draft_at end`,
      first_year: years?.first ?? null,
      last_year: years?.last ?? null,
    })
    .where('id', '=', copy.id)
    .execute()
}

/** A version that is about to be written. */
export interface NewVersion {
  id: string
  number: number
  text: AgreementText
  source: 'here' | 'ewp' | 'record'
  hash: string
  text_sha256: string
}

/** Writes the state that follows from the copies as they stand in this transaction. */
export async function settleState(work: Work, whole: WholeAgreement): Promise<AgreementState> {
  const fresh = await wholeAgreement(work, whole.id)
  const state = stateOf(copyStates(fresh))
  await setState(work, whole, state)
  return state
}

/** Writes a state that somebody decided: refused, withdrawn, ended. */
export async function setState(
  work: Work,
  { id }: Pick<WholeAgreement, 'id'>,
  state: AgreementState,
): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('agreements')
      .set({ state, changed_at: work.now })
      .where('id', '=', id)
      .execute(),
  )
}

/** How many working days of its own country a partner has to answer before it is reminded. */
const answerDays = 10

/** Asks the offices of other partners to read a copy and answer. */
export async function askForAnswers(work: Work, { whole, own }: AtWork): Promise<void> {
  for (const copy of whole.copies) if (copy.id !== own.id) await askForAnswer(work, copy)
}

/** Asks every office that has not answered a change of another partner yet. */
export async function askWhoStillAnswers(work: Work, whole: WholeAgreement): Promise<void> {
  const states = copyStates(whole)
  for (const copy of whole.copies) {
    const waits = states.some(
      ({ organisationId, sent, agreedVersionId, approvedBy }) =>
        organisationId !== copy.organisationId &&
        sent !== null &&
        sent.versionId !== agreedVersionId &&
        !approvedBy.includes(copy.organisationId),
    )
    if (waits) await askForAnswer(work, copy)
  }
}

async function askForAnswer(work: Work, copy: WholeCopy): Promise<void> {
  await openTask(work, {
    kind: answerTask,
    assignee: { role: 'coordinator', organisationId: copy.organisationId },
    object: { kind: 'agreement-copy', id: copy.id },
    subject: m('task.answer'),
    href: `/agreements/${copy.id}`,
    dueOn: dueOf(work, copy),
    closesWithAct: true,
  })
}

function dueOf(work: Work, { country, timeZone }: WholeCopy) {
  if (!isCountry(country)) return null
  return dueInWorkingDays(work.now, answerDays, { country, timeZone })
}

/** Closes what was asked of one partner, because it answered. */
export async function answered(work: Work, { own }: Pick<AtWork, 'own'>): Promise<void> {
  await completeTasksOf(work, {
    object: { kind: 'agreement-copy', id: own.id },
    kinds: [answerTask],
  })
}

/** Takes back what was asked of everybody: there is nothing to answer any more. */
export async function askNobody(work: Work, { whole }: Pick<AtWork, 'whole'>): Promise<void> {
  for (const { id } of whole.copies) {
    await cancelTasks(work, { object: { kind: 'agreement-copy', id }, kinds: [answerTask] })
  }
}
