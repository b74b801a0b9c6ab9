import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { cancelTasks, openTask } from '#kernel/tasks'
import { type DateOnly, daysBetween } from '#kernel/values'
import { organisationNames, termsOf } from '#modules/alliance'
import { studentNominated, studentWaits } from '../entries.ts'
import { m } from '../messages/index.ts'
import { ownStayNotice } from '../notices.ts'
import { studentByEnrolment, type Student } from '../queries/choices.ts'
import { overlapping, stayById, type StayRow } from '../queries/stays.ts'
import { eqfLevel, yearAndTerm } from '../rules/calendar.ts'
import { chooseSeat } from '../rules/seats.ts'
import type { MobilityKind } from '../rules/states.ts'
import { answerTask, freeSeatTask } from '../task-kinds.ts'
import {
  aboutStay,
  clashRefusal,
  lockPerson,
  newsOf,
  nextColumns,
  stayForUpdate,
} from './at-work.ts'
import { nominationLeaves } from './leaving.ts'
import { lockAgreements, offersFor, offersOfStay, recordUse, seatOf } from './seats.ts'
import { tellOfStay } from './telling.ts'

/** A nomination as a sending coordinator makes it. */
export interface Nominate {
  enrolmentId: string
  receivingOrganisationId: string
  kind: MobilityKind
  startsOn: DateOnly
  endsOn: DateOnly
  programmeYearId: string | null
  /** The condition whose seat is used; the first with a seat left where none is named. */
  seat: { agreementId: string; conditionKey: string } | null
  remark: string
  /** Where no seat is left, the student waits for one; else the nomination is refused. */
  mayWait: boolean
  node: string
  /** Set where the caller must know it before, as the demonstration does. */
  id?: string
}

/** More than two years abroad in one go is a wrong date. */
export const longestDays = 731

/**
 * Nominates a student for a stay, using one seat of an agreement in force; two who nominate for the last seat wait for each
 * other, and the second is refused or waits. Refuses dates that another stay of the student shares.
 */
export async function nominate(
  work: Work,
  input: Nominate,
): Promise<{ mobilityId: string; state: 'pending' | 'waiting' } | Refusal> {
  const student = await studentByEnrolment(work, input.enrolmentId)
  if (!student || !work.may('mobility.nomination.make', student)) {
    return refuse(422, m('refusal.student'), { student: m('refusal.student') })
  }
  const faults = await faultsOf(work, student, input)
  if (faults) return faults
  const place = await placeOf(work, student, input)
  if (isRefused(place)) return place
  const clash = await overlapping(work, { ...input, personId: student.person_id, except: null })
  if (clash) return clashRefusal(work, clash, 'startsOn')
  const { offer, isFree } = place.seat
  if (!isFree && !input.mayWait) {
    return refuse(409, m('refusal.full', { seats: offer.seats }), {
      receiving: m('refusal.full-field'),
    })
  }
  const row = rowOf(work, student, input, place)
  // Whoever waits is told of to nobody yet.
  const held = isFree ? await nominationLeaves(work, row, input.node) : null
  if (held) return held
  await insert(work, row, isFree)
  return { mobilityId: row.id, state: row.state }
}

async function faultsOf(work: Work, student: Student, input: Nominate): Promise<Refusal | null> {
  const fault = (
    field: string,
    key: 'refusal.ended' | 'refusal.dates' | 'refusal.too-long' | 'refusal.partner',
  ) => refuse(422, m(key), { [field]: m(key) })
  if (student.endsOn !== null) return fault('student', 'refusal.ended')
  if (input.endsOn < input.startsOn) return fault('endsOn', 'refusal.dates')
  if (daysBetween(input.startsOn, input.endsOn) > longestDays) {
    return fault('endsOn', 'refusal.too-long')
  }
  const known = await organisationNames(work, [input.receivingOrganisationId])
  if (known.size === 0 || input.receivingOrganisationId === student.sending_organisation_id) {
    return fault('receiving', 'refusal.partner')
  }
  return null
}

/** In which years and terms of both sides the stay lies, and whose seat it uses; the seats are locked. */
async function placeOf(work: Work, student: Student, input: Nominate) {
  const sendingTerms = await termsOf(work, student.sending_organisation_id)
  const receivingTerms = await termsOf(work, input.receivingOrganisationId)
  const sending = yearAndTerm(sendingTerms, input)
  const receiving = yearAndTerm(receivingTerms, input)
  const level = eqfLevel(student.level)
  const field = /^\d{4}$/.test(student.iscedF ?? '') ? student.iscedF! : '9999'
  const question = {
    sending: student.sending_organisation_id,
    receiving: input.receivingOrganisationId,
    year: sending.year,
    level,
    field,
  }
  await lockPerson(work, student.person_id)
  const known = await offersFor(work, question)
  await lockAgreements(
    work,
    known.map(({ agreementId }) => agreementId),
  )
  // Read anew behind the lock: another nomination may have taken a seat meanwhile.
  const seat = chooseSeat(await offersFor(work, question), input.seat)
  if (!seat) {
    return refuse(422, m('refusal.no-agreement'), { receiving: m('refusal.no-agreement') })
  }
  return { sending, receiving, level, field, seat }
}

type Place = Exclude<Awaited<ReturnType<typeof placeOf>>, Refusal>

function rowOf(work: Work, student: Student, input: Nominate, place: Place) {
  const { offer, isFree } = place.seat
  return {
    id: input.id ?? randomUUIDv7(),
    origin: input.node,
    person_id: student.person_id,
    enrolment_id: student.enrolmentId,
    degree_programme_id: student.degree_programme_id,
    sending_organisation_id: student.sending_organisation_id,
    receiving_organisation_id: input.receivingOrganisationId,
    programme_year_id: input.programmeYearId,
    kind: input.kind,
    sending_year: place.sending.year,
    sending_term: place.sending.term,
    receiving_year: place.receiving.year,
    starts_on: input.startsOn,
    ends_on: input.endsOn,
    field: place.field,
    level: place.level,
    agreement_id: offer.agreementId,
    condition_key: offer.conditionKey,
    seat_is_shared: offer.shared,
    state: isFree ? ('pending' as const) : ('waiting' as const),
    proposal_id: randomUUIDv7(),
    remark: input.remark,
    waiting_since: isFree ? null : work.now,
    nominated_at: isFree ? work.now : null,
    nominated_by: isFree ? personOf(work.actor) : null,
    next_step: null,
    next_due_on: null,
    created_at: work.now,
    changed_at: work.now,
  }
}

async function insert(work: Work, row: ReturnType<typeof rowOf>, isFree: boolean): Promise<void> {
  const about = aboutStay(row)
  const year = row.sending_year
  const entry = isFree
    ? studentNominated({ ...about, data: { ...newsOf(row), proposal: row.proposal_id, year } })
    : studentWaits({
        ...about,
        organisationIds: [row.sending_organisation_id],
        data: { ...newsOf(row), year },
      })
  await work.write(entry, (tx) => tx.insertInto('mobilities').values(row).execute())
  if (isFree) await afterNomination(work, (await stayById(work, row.id))!)
}

/** What follows a nomination: the receiving office has a task, the student is told, the deadline stands. */
async function afterNomination(work: Work, stay: StayRow): Promise<void> {
  const next = nextColumns(work, stay)
  await work.writeUnchronicled((tx) =>
    tx.updateTable('mobilities').set(next).where('id', '=', stay.id).execute(),
  )
  await recordUse(work, stay)
  await openTask(work, {
    kind: answerTask,
    assignee: { role: 'coordinator', organisationId: stay.receiving_organisation_id },
    object: { kind: 'mobility', id: stay.id },
    subject: m('task.answer'),
    href: `/mobility/${stay.id}`,
    dueOn: next.next_due_on,
    closesWithAct: true,
  })
  const news = 'notice.nominated'
  await tellOfStay(work, stay, { personId: stay.person_id, kind: ownStayNotice, news })
}

/** Gives whoever waits a seat that is free, and nominates them with it; refuses where none is free any more. */
export async function nominateWaiting(
  work: Work,
  mobilityId: string,
): Promise<{ mobilityId: string } | Refusal> {
  const found = await stayForUpdate(work, mobilityId, 'mobility.nomination.make')
  if (isRefused(found)) return found
  const { stay } = found
  if (stay.state !== 'waiting') return refuse(409, m('refusal.not-waiting'))
  await lockPerson(work, stay.person_id)
  if (stay.agreement_id !== null) await lockAgreements(work, [stay.agreement_id])
  const seat = chooseSeat(await offersOfStay(work, stay), seatOf(stay))
  if (!seat) return refuse(409, m('refusal.no-agreement'))
  if (!seat.isFree) return refuse(409, m('refusal.full', { seats: seat.offer.seats }))
  const clash = await overlapping(work, {
    personId: stay.person_id,
    startsOn: stay.starts_on,
    endsOn: stay.ends_on,
    except: stay.id,
  })
  if (clash) return clashRefusal(work, clash, 'startsOn')
  const { origin } = await work.read
    .selectFrom('mobilities')
    .select('origin')
    .where('id', '=', stay.id)
    .executeTakeFirstOrThrow()
  const held = await nominationLeaves(work, stay, origin)
  if (held) return held
  const data = { ...newsOf(stay), proposal: stay.proposal_id, year: stay.sending_year }
  await work.write(studentNominated({ ...aboutStay(stay), data }), (tx) =>
    tx
      .updateTable('mobilities')
      .set({
        state: 'pending',
        waiting_since: null,
        nominated_at: work.now,
        nominated_by: personOf(work.actor),
        changed_at: work.now,
      })
      .where('id', '=', stay.id)
      .execute(),
  )
  await cancelTasks(work, { object: { kind: 'mobility', id: stay.id }, kinds: [freeSeatTask] })
  await afterNomination(work, (await stayById(work, stay.id))!)
  return { mobilityId: stay.id }
}
