import { randomUUIDv7 } from 'node:crypto'
import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { addFile, type ReceivedFile } from '#kernel/files'
import { type DateOnly, dateInZone } from '#kernel/values'
import { authenticityRecorded, authenticityTakenBack } from '../entries-authenticity.ts'
import { plainText } from '../formats/plain-text.ts'
import { m } from '../messages/index.ts'
import { caseForUpdate } from '../queries/case-for-update.ts'
import type { AuthenticityKind, AuthenticityOutcome } from '../schema-authenticity.ts'

/** How an original was looked into, and what came of it. */
export interface RecordAuthenticity {
  caseId: string
  kind: AuthenticityKind
  outcome: AuthenticityOutcome
  /** The verification code, for a check by code. */
  code: string
  /** Where it was checked, where the original lies, or who answered. */
  place: string
  note: string
  checkedOn: DateOnly
  /** The issuer's answer as it came. */
  file: ReceivedFile | null
}

/**
 * Keeps how somebody of the school found out whether a transcript is genuine: its verification code checked at the
 * issuer's, the sealed original seen, or the issuer's own answer. A record says who, when and where, is never altered,
 * and decides nothing by itself. Refuses a day to come, and what leaves out where it was.
 */
export async function recordAuthenticity(
  work: Work,
  input: RecordAuthenticity,
): Promise<{ recordId: string } | Refusal> {
  const found = await caseForUpdate(work, input.caseId)
  const by = personOf(work.actor)
  if (!found || by === null || !work.may('recognition.comment.write', found)) {
    return refuse(404, m('refusal.no-case'))
  }
  const [code, place, note] = [input.code, input.place, input.note].map(plainText) as [
    string,
    string,
    string,
  ]
  const on = (field: string, message: Refusal['message']) =>
    refuse(422, message, { [field]: message })
  if (input.kind === 'code' && code === '') return on('code', m('authentic.refusal.code'))
  if (place === '') return on('place', m(`authentic.refusal.place.${input.kind}`))
  if (input.checkedOn > dateInZone(work.now, found.time_zone)) {
    return on('checkedOn', m('authentic.refusal.day'))
  }
  const id = randomUUIDv7()
  const owner = { ownerKind: 'recognition.transcript', ownerId: found.id, origin: found.origin }
  const file = input.file && (await addFile(work, input.file, owner))
  const entry = authenticityRecorded({
    object: { kind: 'recognition-case', id: found.id },
    organisationIds: [found.home_organisation_id],
    personId: found.person_id,
    data: { record: id, kind: input.kind, outcome: input.outcome },
    personal: { place, note },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('authenticity_records')
      .values({
        id,
        transcript_id: found.transcript_id,
        kind: input.kind,
        outcome: input.outcome,
        code: input.kind === 'code' ? code : '',
        place,
        note,
        checked_on: input.checkedOn,
        file_id: file?.id ?? null,
        takes_back_id: null,
        recorded_by: by,
        recorded_at: work.now,
      })
      .execute(),
  )
  return { recordId: id }
}

/** Says that a record was a mistake: it stays to be read, and counts no more. Whoever comes second is told. */
export async function takeBackAuthenticity(
  work: Work,
  input: { caseId: string; recordId: string; reason: string },
): Promise<{ recordId: string } | Refusal> {
  const found = await caseForUpdate(work, input.caseId)
  const by = personOf(work.actor)
  if (!found || by === null || !work.may('recognition.comment.write', found)) {
    return refuse(404, m('refusal.no-case'))
  }
  const record = await work.read
    .selectFrom('authenticity_records as a')
    .leftJoin('authenticity_records as back', 'back.takes_back_id', 'a.id')
    .select(['a.id', 'back.id as back'])
    .where('a.transcript_id', '=', found.transcript_id)
    .where('a.kind', '<>', 'taken-back')
    .where('a.id', '=', input.recordId)
    .executeTakeFirst()
  if (!record) return refuse(404, m('refusal.no-case'))
  if (record.back) return refuse(409, m('authentic.refusal.taken-back'))
  const reason = plainText(input.reason).slice(0, 1000)
  if (reason === '') {
    return refuse(422, m('authentic.refusal.reason'), { reason: m('authentic.refusal.reason') })
  }
  const entry = authenticityTakenBack({
    object: { kind: 'recognition-case', id: found.id },
    organisationIds: [found.home_organisation_id],
    personId: found.person_id,
    data: { record: record.id },
    personal: { reason },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('authenticity_records')
      .values({
        id: randomUUIDv7(),
        transcript_id: found.transcript_id,
        kind: 'taken-back',
        outcome: null,
        note: reason,
        checked_on: null,
        file_id: null,
        takes_back_id: record.id,
        recorded_by: by,
        recorded_at: work.now,
      })
      .execute(),
  )
  return { recordId: record.id }
}
