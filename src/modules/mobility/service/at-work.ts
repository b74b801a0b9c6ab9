import { sql } from 'kysely'
import { type EntryDraft, type Refusal, refuse, type Work } from '#kernel/database'
import { type Country, type DateOnly, dateInZone, isCountry, localised } from '#kernel/values'
import { m } from '../messages/index.ts'
import { type overlapping, stayById, type StayRow } from '../queries/stays.ts'
import { nextOf, type MobilityState } from '../rules/states.ts'

/** A stay that is worked on, locked until the commit; what the actor may not do it to is absent. */
export async function stayForUpdate(
  work: Work,
  id: string,
  action: string,
): Promise<{ stay: StayRow } | Refusal> {
  const stay = await stayById(work, id, 'lock')
  if (!stay || !work.may(action, stay)) return refuse(404, m('refusal.absent'))
  return { stay }
}

/** Two who give one student days abroad wait for each other: the dates are compared one after the other. */
export async function lockPerson(work: Work, personId: string): Promise<void> {
  await work.read
    .selectFrom('persons')
    .select('id')
    .where('id', '=', personId)
    .modifyEnd(sql`for update`)
    .execute()
}

/** Refuses days that another stay of the student has, beside the field that asked for them. */
export function clashRefusal(
  work: Work,
  { startsOn, endsOn, receiving }: NonNullable<Awaited<ReturnType<typeof overlapping>>>,
  field: 'startsOn' | 'onDay',
): Refusal {
  const host = localised(receiving, work.language).text
  const message = m('refusal.overlap', { host, from: noon(startsOn), until: noon(endsOn) })
  return refuse(409, message, { [field]: message })
}

/** A day for a message, at noon: no time zone makes another day of it. */
function noon(day: DateOnly): Date {
  return new Date(`${day}T12:00:00Z`)
}

/** What every entry of a stay is about, and whom it concerns. */
export function aboutStay(
  stay: Pick<StayRow, 'id' | 'person_id' | 'sending_organisation_id' | 'receiving_organisation_id'>,
): Pick<EntryDraft, 'object' | 'organisationIds' | 'personId'> {
  return {
    object: { kind: 'mobility', id: stay.id },
    organisationIds: [stay.sending_organisation_id, stay.receiving_organisation_id],
    personId: stay.person_id,
  }
}

/** What every entry of a stay says. */
export function newsOf(
  stay: Pick<StayRow, 'sending_organisation_id' | 'receiving_organisation_id' | 'kind'>,
) {
  return {
    sending: stay.sending_organisation_id,
    receiving: stay.receiving_organisation_id,
    kind: stay.kind,
  }
}

/** Whose working days count, where the country's are known; elsewhere only weekends are free. */
export function countryOf(code: string): Country {
  return isCountry(code) ? code : 'GB'
}

/** The columns that say what is next, after a change of state. */
export function nextColumns(
  work: Work,
  stay: Pick<
    StayRow,
    | 'state'
    | 'starts_on'
    | 'ends_on'
    | 'departed_on'
    | 'nominated_at'
    | 'sendingCountry'
    | 'receivingCountry'
    | 'receivingTimeZone'
    | 'agreedOn'
    | 'transcript_on'
  >,
  change: { state?: MobilityState } = {},
) {
  const state = change.state ?? stay.state
  const nominatedAt = stay.nominated_at ?? work.now
  const next = nextOf({
    state,
    nominatedOn: dateInZone(nominatedAt, stay.receivingTimeZone),
    startsOn: stay.starts_on,
    endsOn: stay.ends_on,
    departedOn: stay.departed_on,
    isAgreed: stay.agreedOn !== null,
    hasTranscript: stay.transcript_on !== null,
    transcriptOn: stay.transcript_on,
    sendingCountry: countryOf(stay.sendingCountry),
    receivingCountry: countryOf(stay.receivingCountry),
  })
  return { next_step: next?.step ?? null, next_due_on: next?.dueOn ?? null }
}

/** Writes what is next for a stay, after something that it depends on has changed. */
export async function writeNext(work: Work, mobilityId: string): Promise<void> {
  const stay = await stayById(work, mobilityId, 'lock')
  if (!stay) return
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('mobilities')
      .set({ ...nextColumns(work, stay), changed_at: work.now })
      .where('id', '=', mobilityId)
      .execute(),
  )
}
