import { type Refusal, refuse, type Work } from '#kernel/database'
import { cancelTasks } from '#kernel/tasks'
import { dateInZone, isUuid, type LocalText } from '#kernel/values'
import { caseRouted } from '../../entries-office.ts'
import { m } from '../../messages/index.ts'
import { caseForUpdate } from '../../queries/case-for-update.ts'
import { firstDeciderOf } from '../../queries/first-decider.ts'
import { routedLines, routingUnits, unitOfProgramme } from '../../queries/office/routing-facts.ts'
import { routeOf } from '../../rules/office/routing.ts'
import { caseDecision, transcriptCheckTask } from '../../task-kinds.ts'
import { askForDecision } from '../decision-task.ts'
import { askForCheck } from '../check-task.ts'

/** A case as far as it is sent to whoever evaluates it. */
export interface RoutedCase {
  id: string
  number: string
  person_id: string
  home_organisation_id: string
  degree_programme_id: string
}

/**
 * Sends a case that has just been evaluated to the unit of its courses, else of its degree programme, else to the office.
 * Gives back the unit; null is the office.
 */
export async function routeArrival(
  work: Work,
  found: RoutedCase & { timeZone: string },
): Promise<string | null> {
  const units = await routingUnits(work, {
    organisationId: found.home_organisation_id,
    programmeId: found.degree_programme_id,
    today: dateInZone(work.now, found.timeZone),
  })
  // Most institutions have no units that evaluate: their cases cost nothing more.
  if (units.staffed.size === 0) return null
  const lines = await routedLines(work, found.id, found.home_organisation_id)
  const programmeUnit = await unitOfProgramme(work, found.degree_programme_id)
  const route = routeOf(lines, programmeUnit, units)
  const unit =
    route.unitId === null ? null : await openUnit(work, found.home_organisation_id, route.unitId)
  if (!unit) return null
  const entry = caseRouted({
    ...about(found),
    data: {
      number: found.number,
      from: null,
      to: unit.id,
      names: unit.names,
      by: route.by,
    },
    personal: { reason: '' },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('recognition_cases')
      .set({ unit_id: unit.id, routed_by: route.by })
      .where('id', '=', found.id)
      .execute(),
  )
  return unit.id
}

/** Which unit shall evaluate a case from now on, and why; null is the office of the whole institution. */
export interface RouteCase {
  caseId: string
  unitId: string | null
  reason: string
}

/** Gives an open case to another unit, or to the office. Its task goes with it; what was asked of units stays asked. */
export async function routeCase(
  work: Work,
  input: RouteCase,
): Promise<{ caseId: string; changed: boolean } | Refusal> {
  const found = await caseForUpdate(work, input.caseId)
  if (!found || !work.may('recognition.case.route', found)) return refuse(404, m('refusal.no-case'))
  const unitId = input.unitId
  const unit = unitId === null ? null : await openUnit(work, found.home_organisation_id, unitId)
  if (unitId !== null && !unit)
    return refuse(422, m('office.refusal.unit'), { unit: m('office.refusal.unit') })
  if (found.unit_id === unitId) return { caseId: found.id, changed: false }
  const entry = caseRouted({
    ...about(found),
    data: {
      number: found.number,
      from: found.unit_id,
      to: unitId,
      names: unit?.names ?? {},
      by: 'person',
    },
    personal: { reason: input.reason.trim() },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('recognition_cases')
      .set({ unit_id: unitId, routed_by: 'person' })
      .where('id', '=', found.id)
      .execute(),
  )
  await cancelTasks(work, {
    object: { kind: 'recognition-case', id: found.id },
    kinds: [caseDecision, transcriptCheckTask],
  })
  const routed = { ...found, unit_id: unitId }
  const first = await firstDeciderOf(work, routed)
  await askForDecision(work, routed, found.due_on, first?.id)
  await askForCheck(work, routed, found.due_on)
  return { caseId: found.id, changed: true }
}

/** A unit of an institution that is open, or null. */
export async function openUnit(
  work: Work,
  organisationId: string,
  unitId: string,
): Promise<{ id: string; names: LocalText } | null> {
  if (!isUuid(unitId)) return null
  const row = await work.read
    .selectFrom('units')
    .select(['id', 'names'])
    .where('id', '=', unitId)
    .where('organisation_id', '=', organisationId)
    .where('closed_on', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

function about(found: RoutedCase) {
  return {
    object: { kind: 'recognition-case', id: found.id },
    organisationIds: [found.home_organisation_id],
    personId: found.person_id,
  }
}
