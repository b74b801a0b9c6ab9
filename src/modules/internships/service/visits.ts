import { randomUUIDv7 } from 'node:crypto'
import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import { revokeActLinks, useActLink } from '#kernel/identity'
import { noticeKind, notify } from '#kernel/notices'
import { dateInZone, instantAt, type Language, parseDate } from '#kernel/values'
import { visitAsked, visitChanged } from '../entries.ts'
import { visitByLinkAction } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import { agreementOf } from '../queries/agreements.ts'
import { placementById, type PlacementRow } from '../queries/placements.ts'
import { visitById, type VisitRow } from '../queries/visits.ts'
import { type AgreementParty, languageOfCountry } from '../rules/agreement.ts'
import { visitModes } from '../schema-visits.ts'
import { aboutPlacement } from './about.ts'
import { mentorsFor } from './mentors.ts'
import { inField } from './refusing.ts'
import { mailVisitor, tellTutor } from './visit-mail.ts'

/** A mentor plans a visit, or has written what came of it. */
export const visitNotice = noticeKind('internships.visit', m('notice.kind.visit'), 'immediate')

/** An office asks the academic mentor to visit a placement by a day; the mentor plans it by a link. */
export async function askVisit(
  work: Work,
  input: { placementId: string; dueOn: string },
): Promise<{ visitId: string } | Refusal> {
  const placement = await placementById(work, input.placementId, 'lock')
  if (!placement || !work.may('internships.placement.manage', placement)) {
    return refuse(404, m('refusal.no-placement'))
  }
  const dueOn = parseDate(input.dueOn)
  const today = dateInZone(work.now, placement.timeZone)
  const last = placement.endedOn ?? placement.endsOn
  if (dueOn === null || dueOn < today || dueOn < placement.startsOn || dueOn > last) {
    return inField('dueOn', m('refusal.visit-day'))
  }
  const mentor = await mentorOf(work, placement)
  if (!mentor || mentor.email === '') return refuse(409, m('refusal.no-mentor'))
  const id = randomUUIDv7()
  await work.write(visitAsked({ ...aboutPlacement(placement), data: { dueOn } }), (tx) =>
    tx
      .insertInto('internship_visits')
      .values({
        id,
        placement_id: placement.id,
        state: 'asked',
        due_on: dueOn,
        asked_at: work.now,
        mentor_name: withPlainBrackets(mentor.name).slice(0, 120),
        mentor_email: mentor.email,
        mentor_language: languageOfCountry(placement.homeCountry),
        mode: null,
        starts_at: null,
        notes_language: null,
        done_at: null,
      })
      .execute(),
  )
  await mailVisitor(work, (await visitById(work, id))!, 'plan')
  return { visitId: id }
}

/** A name out of a Chinese agreement stands in pages of every language. */
function withPlainBrackets(name: string): string {
  return name.replace(/\s*（/g, ' (').replaceAll('）', ')')
}

/** Who looks after the student for the school: as the agreement says, and where none says so, as mentoring does. */
async function mentorOf(work: Work, placement: PlacementRow): Promise<AgreementParty | null> {
  const agreement = await agreementOf(work, placement.id)
  const named = (agreement?.agreed ?? agreement?.draft)?.parties.mentor
  return named ?? (await mentorsFor(work, placement)).mentor
}

/** An office takes back what it asked; whoever knew of a time is told that nobody comes. */
export async function dropVisit(
  work: Work,
  input: { placementId: string; visitId: string },
): Promise<true | Refusal> {
  const placement = await placementById(work, input.placementId, 'lock')
  if (!placement || !work.may('internships.placement.manage', placement)) {
    return refuse(404, m('refusal.no-placement'))
  }
  const visit = await visitById(work, input.visitId)
  if (visit?.placementId !== placement.id || visit.state === 'dropped') return true
  if (visit.state === 'done') return refuse(409, m('refusal.visit-done'))
  await changeTo(work, placement, visit, { state: 'dropped' })
  await revokeActLinks(work, { objectIds: [visit.id], action: visitByLinkAction }, 'withdrawn')
  if (visit.state === 'planned') {
    await tellTutor(work, placement, visit, 'dropped')
    await tellStudent(work, placement, m('notice.visit-dropped'))
  }
  return true
}

/** What a mentor says of a visit by the link: when and how it is to be, or what came of it. */
export interface ActOnVisit {
  visitId: string
  step: string
  day: string
  from: string
  mode: string
  place: string
  notes: string
  language: Language
}

/** The mentor plans a visit, plans it anew, or writes down what came of one whose time has come. */
export async function actOnVisit(work: Work, input: ActOnVisit): Promise<true | Refusal> {
  const first = await visitById(work, input.visitId)
  const placement = first && (await placementById(work, first.placementId, 'lock'))
  const visit = await visitById(work, input.visitId)
  if (!placement || !visit || !work.may(visitByLinkAction, visit)) {
    return refuse(404, m('refusal.no-visit'))
  }
  if (visit.state === 'done' || visit.state === 'dropped') {
    return refuse(409, m('refusal.visit-done'))
  }
  const used = await useActLink(work)
  if (isRefused(used)) return used
  return input.step === 'notes'
    ? note(work, placement, visit, input)
    : plan(work, placement, visit, input)
}

async function plan(
  work: Work,
  placement: PlacementRow,
  visit: VisitRow,
  input: ActOnVisit,
): Promise<true | Refusal> {
  const day = parseDate(input.day)
  if (day === null) return inField('day', m('refusal.day'))
  if (day < placement.startsOn || day > (placement.endedOn ?? placement.endsOn)) {
    return inField('day', m('refusal.outside'))
  }
  const startsAt = instantAt(day, input.from, placement.timeZone)
  if (startsAt === null) return inField('from', m('refusal.time'))
  const mode = visitModes.find((each) => each === input.mode)
  if (!mode) return inField('mode', m('refusal.visit-mode'))
  const place = input.place.trim().slice(0, 300)
  if (place === '') return inField('place', m('refusal.visit-place'))
  const change = { state: 'planned', starts_at: startsAt, mode, place, reminders: 0 } as const
  await changeTo(work, placement, visit, change)
  await tellTutor(work, placement, (await visitById(work, visit.id))!, 'planned')
  await tellStudent(work, placement, m('notice.visit-planned'))
  return true
}

async function note(
  work: Work,
  placement: PlacementRow,
  visit: VisitRow,
  input: ActOnVisit,
): Promise<true | Refusal> {
  if (visit.startsAt === null || visit.startsAt > work.now) {
    return refuse(409, m('refusal.visit-ahead'))
  }
  const notes = input.notes.trim().slice(0, 4000)
  if (notes === '') return inField('notes', m('refusal.visit-notes'))
  await changeTo(work, placement, visit, {
    state: 'done',
    notes,
    notes_language: input.language,
    done_at: work.now,
  })
  await tellTutor(work, placement, (await visitById(work, visit.id))!, 'done')
  await tellStudent(work, placement, m('notice.visit-done'))
  return true
}

async function changeTo(
  work: Work,
  placement: PlacementRow,
  visit: VisitRow,
  change: {
    state: 'planned' | 'done' | 'dropped'
    starts_at?: Date
    mode?: (typeof visitModes)[number]
    place?: string
    reminders?: number
    notes?: string
    notes_language?: Language
    done_at?: Date
  },
): Promise<void> {
  const entry = visitChanged({ ...aboutPlacement(placement), data: { state: change.state } })
  await work.write(entry, (tx) =>
    tx.updateTable('internship_visits').set(change).where('id', '=', visit.id).execute(),
  )
}

function tellStudent(work: Work, placement: PlacementRow, message: ReturnType<typeof m>) {
  return notify(work, {
    personId: placement.person_id,
    kind: visitNotice,
    message,
    href: `/internships/placements/${placement.id}`,
  })
}
