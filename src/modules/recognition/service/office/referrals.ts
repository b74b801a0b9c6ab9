import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { revokeActLinks, useActLink } from '#kernel/identity'
import { cancelTasks, completeTasksOf, dueInWorkingDays, openTask } from '#kernel/tasks'
import { dateInZone, formatList, isUuid, localised, type LocalText } from '#kernel/values'
import { lineReferred, referralAnswered, referralWithdrawn } from '../../entries-office.ts'
import { m } from '../../messages/index.ts'
import { caseForUpdate, type LockedCase } from '../../queries/case-for-update.ts'
import { unitsForChoice } from '../../queries/office/queues.ts'
import { routingUnits } from '../../queries/office/routing-facts.ts'
import { settingsOf } from '../../queries/office/settings.ts'
import { referralTask } from '../../task-kinds.ts'
import { type ChangeLine, putWord } from '../decide-case.ts'
import { secondIn } from '../said.ts'
import { ofReason, spokenOf } from '../word-languages.ts'
import { openUnit } from './routing.ts'

/** Which unit is asked about which line, and what. */
export interface ReferLine {
  caseId: string
  lineId: string
  unitId: string
  question: string
}

/** Asks a unit about a line. The case stays where it is; of one line one unit is asked at a time. */
export async function referLine(
  work: Work,
  input: ReferLine,
): Promise<{ referralId: string } | Refusal> {
  const found = await caseForUpdate(work, input.caseId)
  const actor = personOf(work.actor)
  if (!found || actor === null || !work.may('recognition.referral.ask', found)) return absent()
  const line = await lineOfCase(work, input)
  if (!line) return absent()
  const unit = await openUnit(work, found.home_organisation_id, input.unitId)
  if (!unit) return refuse(422, m('office.refusal.unit'), { to: m('office.refusal.unit') })
  const wrong = (await unfit(work, input)) ?? (await unstaffed(work, found, unit))
  if (wrong) return wrong
  const settings = (await settingsOf(work, found.home_organisation_id))!
  const id = randomUUIDv7()
  const dueOn = dueInWorkingDays(work.now, settings.opinionDays, settings)
  const entry = lineReferred({
    ...about(found),
    data: { line: line.position, unit: unit.id, names: unit.names },
    personal: { question: input.question.trim() },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('line_referrals')
      .values({
        id,
        organisation_id: found.home_organisation_id,
        case_id: found.id,
        case_line_id: line.id,
        unit_id: input.unitId,
        question: input.question.trim(),
        asked_by: actor,
        asked_at: work.now,
        due_on: dueOn,
        ...unanswered,
      })
      .execute(),
  )
  await keepUnits(work, found.id)
  await openTask(work, {
    kind: referralTask,
    assignee: { role: 'evaluator', organisationId: found.home_organisation_id },
    object: { kind: 'line-referral', id },
    subject: m('task.referral', { number: found.number, code: line.code }),
    href: `/recognition/referrals/${id}`,
    closesWithAct: true,
    unitId: input.unitId,
    leavesOut: [found.person_id],
    dueOn,
  })
  return { referralId: id }
}

const unanswered = {
  closed_at: null,
  closed_by: null,
  verdict: null,
  home_course_code: null,
  home_credit: null,
  content_share: null,
  reason: null,
}

async function unfit(work: Work, input: ReferLine): Promise<Refusal | null> {
  if (input.question.length > 2000)
    return refuse(422, m('office.refusal.question'), { question: m('office.refusal.question') })
  const asked = await work.read
    .selectFrom('line_referrals')
    .select('id')
    .where('case_line_id', '=', input.lineId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return asked ? refuse(409, m('office.refusal.asked-already')) : null
}

/** Nobody is asked where nobody evaluates: it is said who is there to be asked. */
async function unstaffed(
  work: Work,
  found: LockedCase,
  unit: { id: string; names: LocalText },
): Promise<Refusal | null> {
  const { staffed } = await routingUnits(work, {
    organisationId: found.home_organisation_id,
    programmeId: found.degree_programme_id,
    today: dateInZone(work.now, found.time_zone),
  })
  if (staffed.has(unit.id)) return null
  const all = await unitsForChoice(work, found.home_organisation_id)
  const name = ({ names }: { names: LocalText }) => localised(names, work.language).text
  const others = all.filter(({ id }) => staffed.has(id) && id !== found.unit_id).map(name)
  const message =
    others.length === 0
      ? m('taken.nobody-none', { unit: name(unit) })
      : m('taken.nobody-others', {
          unit: name(unit),
          others: formatList(others.slice(0, 5), work.language),
        })
  return refuse(422, message, { to: message })
}

/** What a unit answers: its word on the line, as an evaluator puts it there. */
export type AnswerReferral = Omit<ChangeLine, 'caseId' | 'lineId'> & { referralId: string }

/** The act of answering for a unit, signed in or by the link of a mail. */
export const answerReferralAction = 'recognition.referral.answer'

/** Puts the unit's word on the line that it was asked about, and on no other. Whoever evaluates the case may still change it. */
export async function answerReferral(
  work: Work,
  input: AnswerReferral,
): Promise<{ caseId: string } | Refusal> {
  const referral = await referralForUpdate(work, input.referralId)
  if (isRefused(referral)) return referral
  const { row, found } = referral
  if (!work.may(answerReferralAction, factsOf(row, found))) return absent()
  if (row.state !== 'open' || found.state !== 'open') return refuse(409, m('office.refusal.closed'))
  const used = await useActLink(work)
  if (isRefused(used)) return used
  const word = { ...input, caseId: found.id, lineId: row.case_line_id }
  const put = await putWord(work, found, word)
  if (isRefused(put)) return put
  const spoken = spokenOf(work, input)
  if (isRefused(spoken)) return spoken
  const entry = referralAnswered({
    ...about(found),
    data: {
      line: row.position,
      unit: row.unit_id,
      names: row.names,
      verdict: input.verdict,
    },
    personal: { reason: input.reason.trim(), ...secondIn(spoken) },
  })
  const isRecognised = input.verdict === 'recognised'
  await work.write(entry, (tx) =>
    tx
      .updateTable('line_referrals')
      .set({
        state: 'answered',
        closed_at: work.now,
        closed_by: personOf(work.actor),
        verdict: input.verdict,
        home_course_code: isRecognised ? input.homeCourseCode : null,
        home_credit: isRecognised ? (input.homeCredit?.toString() ?? null) : null,
        content_share: input.contentShare?.toString() ?? null,
        reason: input.reason.trim(),
        ...ofReason(spoken),
      })
      .where('id', '=', row.id)
      .execute(),
  )
  await keepUnits(work, found.id)
  await completeTasksOf(work, { object: { kind: 'line-referral', id: row.id } })
  await revokeActLinks(work, { objectIds: [row.id] }, 'done')
  return { caseId: found.id }
}

/** Takes a question to a unit back: by whoever evaluates the case. */
export async function withdrawReferral(
  work: Work,
  referralId: string,
): Promise<{ caseId: string } | Refusal> {
  const referral = await referralForUpdate(work, referralId)
  if (isRefused(referral)) return referral
  const { row, found } = referral
  if (!work.may('recognition.referral.ask', found)) return absent()
  if (row.state !== 'open') return refuse(409, m('office.refusal.closed'))
  const entry = referralWithdrawn({
    ...about(found),
    data: { line: row.position, unit: row.unit_id, names: row.names },
  })
  await work.write(entry, (tx) => close(tx, work, [row.id]))
  await keepUnits(work, found.id)
  await endAsking(work, row.id)
  return { caseId: found.id }
}

/** Ends what units were asked about a case that is decided or withdrawn: nobody needs their answer any more. */
export async function endReferrals(work: Work, caseId: string): Promise<void> {
  const rows = await work.read
    .selectFrom('line_referrals')
    .select('id')
    .where('case_id', '=', caseId)
    .where('state', '=', 'open')
    .execute()
  if (rows.length === 0) return
  await work.writeUnchronicled((tx) =>
    close(
      tx,
      work,
      rows.map((row) => row.id),
    ),
  )
  await keepUnits(work, caseId)
  for (const { id } of rows) await endAsking(work, id)
}

/** Nobody of the unit has to answer any more: not in their inbox, and not by the link of a mail. */
async function endAsking(work: Work, id: string): Promise<void> {
  await cancelTasks(work, { object: { kind: 'line-referral', id } })
  await revokeActLinks(work, { objectIds: [id] }, 'withdrawn')
}

type Writer = Parameters<Parameters<Work['writeUnchronicled']>[0]>[0]

function close(tx: Writer, work: Work, ids: readonly string[]) {
  return tx
    .updateTable('line_referrals')
    .set({ state: 'withdrawn', closed_at: work.now, closed_by: personOf(work.actor) })
    .where('id', 'in', [...ids])
    .execute()
}

/** Keeps on the case which units are asked about one of its lines: by that they see it. */
async function keepUnits(work: Work, caseId: string): Promise<void> {
  await work.writeUnchronicled(async (tx) => {
    const rows = await tx
      .selectFrom('line_referrals')
      .select('unit_id')
      .distinct()
      .where('case_id', '=', caseId)
      .where('state', '=', 'open')
      .execute()
    await tx
      .updateTable('recognition_cases')
      .set({ line_unit_ids: rows.map((row) => row.unit_id) })
      .where('id', '=', caseId)
      .execute()
  })
}

async function lineOfCase(work: Work, { caseId, lineId }: ReferLine) {
  if (!isUuid(lineId)) return undefined
  return work.read
    .selectFrom('case_lines as l')
    .innerJoin('transcript_lines as t', 't.id', 'l.transcript_line_id')
    .select(['l.id', 'l.position', 't.code'])
    .where('l.id', '=', lineId)
    .where('l.case_id', '=', caseId)
    .executeTakeFirst()
}

async function referralForUpdate(work: Work, id: string) {
  const seen = await work.read
    .selectFrom('line_referrals as r')
    .innerJoin('case_lines as l', 'l.id', 'r.case_line_id')
    .innerJoin('units as u', 'u.id', 'r.unit_id')
    .select(['r.id', 'r.case_id', 'r.case_line_id', 'r.unit_id', 'u.names', 'l.position'])
    .where('r.id', '=', id)
    .executeTakeFirst()
  const found = seen ? await caseForUpdate(work, seen.case_id) : null
  if (!seen || !found) return absent()
  const now = await work.read
    .selectFrom('line_referrals')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { row: { ...seen, state: now.state }, found }
}

function factsOf(row: { id: string; unit_id: string }, found: LockedCase) {
  return { ...found, id: row.id, unit_id: row.unit_id }
}

function about(found: LockedCase) {
  return {
    object: { kind: 'recognition-case', id: found.id },
    organisationIds: [found.home_organisation_id],
    personId: found.person_id,
  }
}

function absent(): Refusal {
  return refuse(404, m('refusal.no-case'))
}
