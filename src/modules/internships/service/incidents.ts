import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { useActLink } from '#kernel/identity'
import { noticeKind, notify } from '#kernel/notices'
import { completeTasksOf, openTask } from '#kernel/tasks'
import { addDays, dateInZone, type DateOnly, type Language } from '#kernel/values'
import { holdersOfRole } from '#modules/alliance'
import { incidentClosed, incidentFollowed, incidentReopened, incidentReported } from '../entries.ts'
import { reportByLinkAction } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import { incidentById, type IncidentRow, reporterById } from '../queries/incidents.ts'
import { placementById, type PlacementRow } from '../queries/placements.ts'
import { canHappenOn, daysToLook } from '../rules/incident.ts'
import type { IncidentKind, ReportingParty } from '../schema-incidents.ts'
import { incidentTask } from '../task-kinds.ts'
import { mailReporter } from './incident-mail.ts'
import { inField } from './refusing.ts'

/** An incident was reported, or what somebody reported is closed. */
export const incidentNotice = noticeKind(
  'internships.incident',
  m('notice.kind.incident'),
  'immediate',
)

/** What happened, as whoever reports it says it. */
export interface ReportIncident {
  kind: IncidentKind
  day: DateOnly
  words: string
  urgent: boolean
  language: Language
}

/** Reports an incident of a placement: its student, or an office that was told of it. */
export async function reportIncident(
  work: Work,
  input: ReportIncident & { placementId: string },
): Promise<{ incidentId: string } | Refusal> {
  const placement = await placementById(work, input.placementId, 'lock')
  const personId = personOf(work.actor)
  if (!placement || !personId || !work.may('internships.incident.report', placement)) {
    return refuse(404, m('refusal.no-placement'))
  }
  const party = placement.person_id === personId ? 'student' : 'office'
  return insertIncident(work, placement, input, { party, personId, reporterId: null })
}

/** The host's tutor or the academic mentor reports by a link that came with a mail about the placement. */
export async function reportByLink(
  work: Work,
  input: ReportIncident & { reporterId: string },
): Promise<{ incidentId: string } | Refusal> {
  const reporter = await reporterById(work, input.reporterId)
  const placement = reporter && (await placementById(work, reporter.placementId, 'lock'))
  if (!reporter || !placement || !work.may(reportByLinkAction, reporter)) {
    return refuse(404, m('refusal.no-placement'))
  }
  const fault = faultOf(work, placement, input)
  if (fault) return fault
  const used = await useActLink(work)
  if (isRefused(used)) return used
  const { id: reporterId, party } = reporter
  return insertIncident(work, placement, input, { party, personId: null, reporterId })
}

function faultOf(work: Work, placement: PlacementRow, input: ReportIncident): Refusal | null {
  const today = dateInZone(work.now, placement.timeZone)
  return canHappenOn(input.day, placement, today) ? null : inField('day', m('refusal.incident-day'))
}

async function insertIncident(
  work: Work,
  placement: PlacementRow,
  input: ReportIncident,
  by: { party: ReportingParty | 'student' | 'office' } & Record<
    'personId' | 'reporterId',
    string | null
  >,
): Promise<{ incidentId: string } | Refusal> {
  const fault = faultOf(work, placement, input)
  if (fault) return fault
  const id = randomUUIDv7()
  const { kind, urgent } = input
  const { organisation_id, enrolled_organisation_id, person_id } = placement
  // What others report is no part of the student's own story.
  const entry = incidentReported({
    object: { kind: 'internship-incident', id },
    organisationIds: officesOf(placement),
    ...(by.party === 'student' ? { personId: person_id } : {}),
    data: { kind, urgent, party: by.party },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('internship_incidents')
      .values({
        id,
        placement_id: placement.id,
        organisation_id,
        enrolled_organisation_id,
        person_id,
        kind,
        urgent,
        on_day: input.day,
        words: input.words.trim(),
        words_language: input.language,
        party: by.party,
        reporter_id: by.reporterId,
        reported_by: by.personId,
        reported_at: work.now,
        outcome_language: null,
        closed_at: null,
        closed_by: null,
      })
      .execute(),
  )
  await tellOffices(work, (await incidentById(work, id))!, placement)
  return { incidentId: id }
}

const officesOf = (of: { organisation_id: string; enrolled_organisation_id: string }) => [
  ...new Set([of.enrolled_organisation_id, of.organisation_id]),
]

/** Both schools' coordinators have it as a task at once; where help is needed now each of them is also told by mail. */
async function tellOffices(
  work: Work,
  incident: IncidentRow,
  { timeZone }: PlacementRow,
): Promise<void> {
  const { id, urgent, person_id: personId } = incident
  const href = `/internships/incidents/${id}`
  for (const organisationId of officesOf(incident)) {
    await openTask(work, {
      kind: incidentTask,
      assignee: { role: 'coordinator', organisationId },
      object: { kind: 'internship-incident', id },
      subject: m('task.incident'),
      href,
      dueOn: addDays(dateInZone(work.now, timeZone), daysToLook(urgent)),
      closesWithAct: true,
      leavesOut: [personId],
    })
  }
  if (!urgent) return
  const told = new Set<string>()
  for (const organisationId of officesOf(incident)) {
    const place = { role: 'coordinator', organisationId, programmeId: null }
    for (const each of await holdersOfRole(work.read, place, work.now)) told.add(each)
  }
  for (const each of told) {
    if (each === personId || each === incident.reportedBy) continue
    await notify(work, {
      personId: each,
      kind: incidentNotice,
      message: m('notice.incident-urgent'),
      href,
    })
  }
}

async function handled(work: Work, incidentId: string): Promise<IncidentRow | Refusal> {
  const incident = await incidentById(work, incidentId, 'lock')
  if (!incident || !work.may('internships.incident.handle', incident)) {
    return refuse(404, m('refusal.no-incident'))
  }
  return incident
}

const about = (incident: IncidentRow) => ({
  object: { kind: 'internship-incident', id: incident.id },
  organisationIds: officesOf(incident),
})

/** An office writes down what it did or learnt since; the offices alone read it. */
export async function followIncident(
  work: Work,
  input: { incidentId: string; words: string; language: Language },
): Promise<true | Refusal> {
  const incident = await handled(work, input.incidentId)
  if (isRefused(incident)) return incident
  const words = input.words.trim()
  if (words === '') return inField('words', m('refusal.incident-words'))
  if (incident.closedAt !== null) return refuse(409, m('refusal.incident-closed'))
  await work.write(incidentFollowed({ ...about(incident), data: {} }), (tx) =>
    tx
      .insertInto('internship_incident_steps')
      .values({
        id: randomUUIDv7(),
        incident_id: incident.id,
        words,
        words_language: input.language,
        said_at: work.now,
        said_by: personOf(work.actor)!,
      })
      .execute(),
  )
  return true
}

/** Closes an incident with what was done; whoever reported it is told, in the words of the office. */
export async function closeIncident(
  work: Work,
  input: { incidentId: string; outcome: string; language: Language },
): Promise<true | Refusal> {
  const incident = await handled(work, input.incidentId)
  if (isRefused(incident)) return incident
  const outcome = input.outcome.trim()
  if (incident.closedAt !== null) return refuse(409, m('refusal.incident-closed'))
  if (outcome === '') return inField('outcome', m('refusal.incident-outcome'))
  await work.write(incidentClosed({ ...about(incident), data: {} }), (tx) =>
    tx
      .updateTable('internship_incidents')
      .set({
        outcome,
        outcome_language: input.language,
        closed_at: work.now,
        closed_by: personOf(work.actor)!,
      })
      .where('id', '=', incident.id)
      .execute(),
  )
  await completeTasksOf(work, {
    object: { kind: 'internship-incident', id: incident.id },
    kinds: [incidentTask],
  })
  if (incident.party === 'student') {
    await notify(work, {
      personId: incident.person_id,
      kind: incidentNotice,
      message: m('notice.incident-closed'),
      href: `/internships/placements/${incident.placementId}/incidents`,
    })
  }
  await mailReporter(work, incident, outcome)
  return true
}

/** Opens a closed incident again; what was said to be done stays among its steps. */
export async function reopenIncident(work: Work, incidentId: string): Promise<true | Refusal> {
  const incident = await handled(work, incidentId)
  if (isRefused(incident)) return incident
  const { closedAt, outcome, outcomeLanguage } = incident
  if (closedAt === null) return true
  const placement = (await placementById(work, incident.placementId))!
  await work.write(incidentReopened({ ...about(incident), data: {} }), async (tx) => {
    await tx
      .insertInto('internship_incident_steps')
      .values({
        id: randomUUIDv7(),
        incident_id: incident.id,
        words: outcome,
        words_language: outcomeLanguage!,
        said_at: closedAt,
        said_by: incident.closedBy!,
      })
      .execute()
    await tx
      .updateTable('internship_incidents')
      .set({ outcome: '', outcome_language: null, closed_at: null, closed_by: null })
      .where('id', '=', incident.id)
      .execute()
  })
  await tellOffices(work, { ...incident, urgent: false }, placement)
  return true
}
