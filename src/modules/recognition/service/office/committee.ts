import { createHash, randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { type DateOnly, dateInZone } from '#kernel/values'
import {
  minutesApproved,
  outcomeRecorded,
  putOnList,
  sittingPlanned,
  takenOffList,
} from '../../entries-office.ts'
import { m } from '../../messages/index.ts'
import { caseForUpdate, type LockedCase } from '../../queries/case-for-update.ts'
import { linesOfCase } from '../../queries/cases.ts'
import {
  candidatesFor,
  itemsOf,
  listsForCase,
  membersOf,
  type MinutedLine,
  type SittingRow,
  sittingById,
} from '../../queries/office/committee.ts'
import { settingsOf } from '../../queries/office/settings.ts'
import { canonicalJson } from '../../rules/input-hash.ts'
import type { CommitteeOutcome } from '../../schema-office.ts'
import { type ChangeLine, putWord } from '../decide-case.ts'
import { secondIn } from '../said.ts'
import { sentTwiceSince } from '../sent-twice.ts'
import { ofReason, type SpokenReason, spokenOf } from '../word-languages.ts'

/** When and where a committee sits, and who sits in it. */
export interface PlanSitting {
  organisationId: string
  heldOn: DateOnly
  place: string
  chairId: string
  secretaryId: string
  memberIds: readonly string[]
  /** The node whose the row is. */
  origin: string
}

/** Plans a sitting of people whom the institution has appointed; chair and secretary sit in it. */
export async function planSitting(
  work: Work,
  input: PlanSitting,
): Promise<{ sittingId: string } | Refusal> {
  const actor = personOf(work.actor)
  const settings = await settingsOf(work, input.organisationId)
  const facts = { organisation_id: input.organisationId }
  if (actor === null || !settings || !work.may('recognition.sitting.plan', facts)) return absent()
  const known = new Set((await candidatesFor(work, input.organisationId)).map(({ id }) => id))
  const ids = [...new Set([input.chairId, input.secretaryId, ...input.memberIds])]
  if (ids.some((id) => !known.has(id)))
    return refuse(422, m('committee.refusal.member'), { members: m('committee.refusal.member') })
  if (ids.length < settings.committeeQuorum) {
    const message = m('committee.refusal.too-few', { quorum: settings.committeeQuorum })
    return refuse(422, message, { members: message })
  }
  if (input.heldOn < dateInZone(work.now, settings.timeZone))
    return refuse(422, m('committee.refusal.past'), { heldOn: m('committee.refusal.past') })
  const planned = await plannedJustNow(work, input, actor)
  if (planned) return { sittingId: planned.id }
  const id = randomUUIDv7()
  const entry = sittingPlanned({
    object: { kind: 'committee-sitting', id },
    organisationIds: [input.organisationId],
    personId: null,
    data: { heldOn: input.heldOn, quorum: settings.committeeQuorum },
  })
  await work.write(entry, async (tx) => {
    await tx
      .insertInto('committee_sittings')
      .values({
        id,
        origin: input.origin,
        organisation_id: input.organisationId,
        held_on: input.heldOn,
        place: input.place.trim(),
        quorum: settings.committeeQuorum,
        chair_id: input.chairId,
        secretary_id: input.secretaryId,
        created_by: actor,
        created_at: work.now,
        approved_at: null,
        document_sha256: null,
      })
      .execute()
    await tx
      .insertInto('committee_members')
      .values(ids.map((person_id) => ({ sitting_id: id, person_id })))
      .execute()
  })
  return { sittingId: id }
}

/** The same sitting planned by the same person: the form was sent twice. The institution waits for whoever was first. */
async function plannedJustNow(work: Work, input: PlanSitting, actor: string) {
  await work.read
    .selectFrom('organisations')
    .select('id')
    .where('id', '=', input.organisationId)
    .forNoKeyUpdate()
    .execute()
  return work.read
    .selectFrom('committee_sittings')
    .select('id')
    .where('organisation_id', '=', input.organisationId)
    .where('held_on', '=', input.heldOn)
    .where('place', '=', input.place.trim())
    .where('chair_id', '=', input.chairId)
    .where('created_by', '=', actor)
    .where('created_at', '>', sentTwiceSince(work))
    .executeTakeFirst()
}

/** Puts an open case, or one line of it, on the list of a sitting to come. It stands on one list at a time. */
export async function putCaseOnList(
  work: Work,
  input: { caseId: string; lineId: string | null; sittingId: string; proposal: string },
): Promise<{ itemId: string; heldOn: DateOnly } | Refusal> {
  const found = await caseForUpdate(work, input.caseId)
  const actor = personOf(work.actor)
  if (!found || actor === null || !work.may('recognition.case.route', found)) return absent()
  const sitting = await sittingById(work, input.sittingId, 'lock')
  if (sitting?.organisation_id !== found.home_organisation_id || sitting.state !== 'planned') {
    return refuse(422, m('committee.refusal.sitting'), { sitting: m('committee.refusal.sitting') })
  }
  const line = (await linesOfCase(work, found.id)).find(({ id }) => id === input.lineId)
  if (input.lineId !== null && !line) return absent()
  const lists = await listsForCase(work, found.id, found.home_organisation_id)
  const isListed = lists.some(
    (each) =>
      each.item_id !== null &&
      each.outcome === null &&
      (each.case_line_id === null || input.lineId === null || each.case_line_id === input.lineId),
  )
  const isSame = lists.some(
    (each) => each.item_id !== null && each.id === sitting.id && each.case_line_id === input.lineId,
  )
  if (isListed || isSame) return refuse(409, m('committee.refusal.listed'))
  const id = randomUUIDv7()
  const entry = putOnList({
    ...about(found),
    data: { sitting: sitting.id, heldOn: sitting.held_on, line: line?.position ?? null },
    personal: { proposal: input.proposal.trim() },
  })
  await work.write(entry, async (tx) => {
    const last = await tx
      .selectFrom('committee_items')
      .select((eb) => eb.fn.max('position').as('position'))
      .where('sitting_id', '=', sitting.id)
      .executeTakeFirst()
    await tx
      .insertInto('committee_items')
      .values({
        id,
        sitting_id: sitting.id,
        organisation_id: sitting.organisation_id,
        case_id: found.id,
        case_line_id: input.lineId,
        position: (last?.position ?? 0) + 1,
        proposal: input.proposal.trim(),
        put_by: actor,
        put_at: work.now,
        outcome: null,
        recorded_by: null,
        recorded_at: null,
        lines: null,
      })
      .execute()
  })
  return { itemId: id, heldOn: sitting.held_on }
}

/** Takes something off the list on which nothing was recorded yet: by whoever arranges the work on the case. */
export async function takeOffList(
  work: Work,
  input: { sittingId: string; itemId: string },
): Promise<{ done: true } | Refusal> {
  const at = await itemAt(work, input)
  if (isRefused(at)) return at
  const { sitting, item, found } = at
  const isOfficer = work.may('recognition.sitting.record', sitting)
  if (!isOfficer && !work.may('recognition.case.route', found)) return absent()
  if (sitting.state !== 'planned' || item.outcome !== null)
    return refuse(409, m('committee.refusal.recorded'))
  const entry = takenOffList({
    ...about(found),
    data: { sitting: sitting.id, heldOn: sitting.held_on, line: item.line },
  })
  await work.write(entry, (tx) =>
    tx.deleteFrom('committee_items').where('id', '=', item.id).execute(),
  )
  return { done: true }
}

/** Says who is there. */
export async function recordPresence(
  work: Work,
  input: { sittingId: string; present: readonly string[] },
): Promise<{ present: number } | Refusal> {
  const sitting = await recordable(work, input.sittingId)
  if (isRefused(sitting)) return sitting
  const present = new Set(input.present)
  const members = await membersOf(work, sitting.id)
  await work.writeUnchronicled(async (tx) => {
    for (const { id, isPresent } of members) {
      if (present.has(id) === isPresent) continue
      await tx
        .updateTable('committee_members')
        .set({ is_present: present.has(id) })
        .where('sitting_id', '=', sitting.id)
        .where('person_id', '=', id)
        .execute()
    }
  })
  return { present: members.filter(({ id }) => present.has(id)).length }
}

/** What the committee says of a line where it decides otherwise. */
export type CommitteeVerdict = Omit<ChangeLine, 'caseId' | keyof SpokenReason>

/**
 * Records what the committee made of something on its list: by its chair or secretary, from the day of the sitting on,
 * with a quorum present. As proposed, the verdicts on the lines stand; otherwise, the committee's are put in their
 * place. Until the minutes are approved it can be recorded anew.
 */
export async function recordOutcome(
  work: Work,
  input: SpokenReason & {
    sittingId: string
    itemId: string
    outcome: CommitteeOutcome
    verdicts: readonly CommitteeVerdict[]
  },
): Promise<{ itemId: string } | Refusal> {
  const sitting = await recordable(work, input.sittingId)
  if (isRefused(sitting)) return sitting
  const tooEarly = await untimely(work, sitting)
  if (tooEarly) return tooEarly
  const at = await itemAt(work, input)
  if (isRefused(at)) return at
  const { item, found } = at
  if (found.person_id === personOf(work.actor)) return refuse(422, m('committee.refusal.own'))
  if (found.state !== 'open')
    return refuse(409, m('committee.refusal.not-open', { number: found.number }))
  const spoken = reasonOf(work, input)
  if (isRefused(spoken)) return spoken
  const put = input.outcome === 'otherwise' ? await putVerdicts(work, at, input) : null
  if (put) return put
  const lines = await minutedLines(work, found.id, item.case_line_id)
  const open = lines.filter(({ verdict }) => verdict === 'needs-decision')
  if (input.outcome === 'as-proposed' && open.length > 0) {
    const args = { number: found.number, code: open[0]!.code }
    return refuse(422, m('committee.refusal.no-verdict', args))
  }
  const entry = outcomeRecorded({
    ...about(found),
    data: {
      sitting: sitting.id,
      heldOn: sitting.held_on,
      line: item.line,
      outcome: input.outcome,
    },
    personal: { reason: input.reason.trim(), ...secondIn(spoken) },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('committee_items')
      .set({
        outcome: input.outcome,
        reason: input.reason.trim(),
        ...ofReason(spoken),
        recorded_by: personOf(work.actor),
        recorded_at: work.now,
        lines: JSON.stringify(lines),
      })
      .where('id', '=', item.id)
      .execute(),
  )
  return { itemId: item.id }
}

/** A committee that decides otherwise says why; a second reason is the same as a first one, which must be there. */
function reasonOf(work: Work, input: SpokenReason & { outcome: CommitteeOutcome }) {
  const isAsked = input.outcome === 'otherwise' || (input.secondReason?.text ?? '').trim() !== ''
  if (isAsked && input.reason.trim() === '')
    return refuse(422, m('refusal.reason'), { reason: m('refusal.reason') })
  return spokenOf(work, input)
}

async function putVerdicts(
  work: Work,
  { item, found }: { item: { case_line_id: string | null }; found: LockedCase },
  { verdicts: given, ...said }: SpokenReason & { verdicts: readonly CommitteeVerdict[] },
): Promise<Refusal | null> {
  const verdicts = given.filter(
    ({ lineId }) => item.case_line_id === null || lineId === item.case_line_id,
  )
  if (verdicts.length === 0) return refuse(422, m('committee.refusal.no-change'))
  for (const verdict of verdicts) {
    const { reason, reasonLanguage = null, secondReason = null } = said
    const spoken = { reason, reasonLanguage, secondReason, creditReason: reason }
    const word = { ...verdict, ...spoken, caseId: found.id }
    const put = await putWord(work, found, word)
    if (isRefused(put)) return renamed(put, verdict.lineId)
  }
  return null
}

/** A refusal of one line's verdict, at the fields of that line. */
function renamed(refusal: Refusal, lineId: string): Refusal {
  const fields = Object.entries(refusal.fields).map(([name, message]) => [
    name === 'reason' || name === 'secondReason' ? name : `${name}.${lineId}`,
    message,
  ])
  return refuse(refusal.status, refusal.message, Object.fromEntries(fields))
}

/** Types what was said, once, until it is approved. */
export async function writeMinutes(
  work: Work,
  input: { sittingId: string; text: string },
): Promise<{ sittingId: string } | Refusal> {
  const sitting = await recordable(work, input.sittingId)
  if (isRefused(sitting)) return sitting
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('committee_sittings')
      .set({ minutes: input.text.slice(0, 20_000) })
      .where('id', '=', sitting.id)
      .execute(),
  )
  return { sittingId: sitting.id }
}

/** The chair approves the minutes: everything on the list has an outcome, and nothing is altered any more. */
export async function approveMinutes(
  work: Work,
  sittingId: string,
): Promise<{ document: string } | Refusal> {
  const sitting = await sittingById(work, sittingId, 'lock')
  if (!sitting || !work.may('recognition.sitting.approve', sitting)) return absent()
  if (sitting.state !== 'planned') return refuse(409, m('committee.refusal.approved'))
  const tooEarly = await untimely(work, sitting)
  if (tooEarly) return tooEarly
  const items = await itemsOf(work, sitting, { personId: sitting.chair_id })
  const waiting = items.filter(({ outcome, state }) => outcome === null && state === 'open')
  if (waiting.length > 0)
    return refuse(422, m('committee.refusal.unrecorded', { count: waiting.length }))
  const document = createHash('sha256')
    .update(canonicalJson(await documentOf(work, sitting, items)))
    .digest('hex')
  const entry = minutesApproved({
    object: { kind: 'committee-sitting', id: sitting.id },
    organisationIds: [sitting.organisation_id],
    personId: null,
    data: { heldOn: sitting.held_on, document, items: items.length },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('committee_sittings')
      .set({ state: 'approved', approved_at: work.now, document_sha256: document })
      .where('id', '=', sitting.id)
      .execute(),
  )
  return { document }
}

async function documentOf(
  work: Work,
  sitting: SittingRow,
  items: Awaited<ReturnType<typeof itemsOf>>,
) {
  const members = await membersOf(work, sitting.id)
  return {
    sitting: sitting.id,
    heldOn: sitting.held_on,
    place: sitting.place,
    quorum: sitting.quorum,
    chair: sitting.chair_id,
    secretary: sitting.secretary_id,
    present: members.filter((each) => each.isPresent).map(({ id }) => id),
    absent: members.filter((each) => !each.isPresent).map(({ id }) => id),
    minutes: sitting.minutes,
    items: items.map(({ number, outcome, reason, secondReason, proposal, lines }) => ({
      number,
      outcome,
      reason,
      ...(secondReason ? { secondReason: secondReason.text } : {}),
      proposal,
      lines: lines as unknown,
    })),
  }
}

async function recordable(work: Work, sittingId: string): Promise<SittingRow | Refusal> {
  const sitting = await sittingById(work, sittingId, 'lock')
  if (!sitting || !work.may('recognition.sitting.record', sitting)) return absent()
  return sitting.state === 'planned' ? sitting : refuse(409, m('committee.refusal.approved'))
}

async function untimely(work: Work, sitting: SittingRow): Promise<Refusal | null> {
  if (dateInZone(work.now, sitting.timeZone) < sitting.held_on)
    return refuse(422, m('committee.refusal.early'))
  const present = (await membersOf(work, sitting.id)).filter((each) => each.isPresent).length
  return present < sitting.quorum
    ? refuse(422, m('committee.refusal.quorum', { present, quorum: sitting.quorum }))
    : null
}

async function itemAt(work: Work, { sittingId, itemId }: { sittingId: string; itemId: string }) {
  const sitting = await sittingById(work, sittingId, 'lock')
  const item = await work.read
    .selectFrom('committee_items as i')
    .leftJoin('case_lines as l', 'l.id', 'i.case_line_id')
    .select(['i.id', 'i.case_id', 'i.case_line_id', 'i.outcome', 'l.position as line'])
    .where('i.id', '=', itemId)
    .where('i.sitting_id', '=', sittingId)
    .executeTakeFirst()
  const found = item ? await caseForUpdate(work, item.case_id) : null
  return sitting && item && found ? { sitting, item, found } : absent()
}

async function minutedLines(
  work: Work,
  caseId: string,
  lineId: string | null,
): Promise<MinutedLine[]> {
  const lines = await linesOfCase(work, caseId)
  return lines
    .filter(({ id }) => lineId === null || id === lineId)
    .map(({ code, titles, verdict, homeCourseCode, homeCredit, changedBy, engine, set }) => {
      const course = changedBy ? null : (set ?? engine).homeCourses[0]
      return {
        code,
        titles,
        verdict,
        homeCourseCode: homeCourseCode ?? course?.code ?? null,
        homeCredit: homeCredit ?? null,
      }
    })
}

function about(found: LockedCase) {
  return {
    object: { kind: 'recognition-case', id: found.id },
    organisationIds: [found.home_organisation_id],
    personId: found.person_id,
  }
}

function absent(): Refusal {
  return refuse(404, m('committee.refusal.absent'))
}
