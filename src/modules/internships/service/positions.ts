import { randomUUIDv7 } from 'node:crypto'
import { refuse, type Refusal, type Work } from '#kernel/database'
import { type DateOnly, dateInZone, type LocalText, type Money } from '#kernel/values'
import { positionChanged, positionMade } from '../entries.ts'
import { m } from '../messages/index.ts'
import { hostById } from '../queries/hosts.ts'
import { positionById } from '../queries/positions.ts'
import { isVetted } from '../rules/position.ts'
import type { CefrLevel, PositionMode, PositionState } from '../schema.ts'
import { inField } from './refusing.ts'

/** A position as an office writes it for a host. */
export interface MakePosition {
  id?: string
  hostId: string
  organisationId: string
  titles: LocalText
  descriptions: LocalText
  places: number
  startsOn: DateOnly
  endsOn: DateOnly
  hoursPerWeek: number
  mode: PositionMode
  language: string
  languageLevel: CefrLevel
  /** A month. */
  stipend: Money | null
  /** ISCED-F, four digits. */
  field: string
  skills: readonly string[]
  applyBy: DateOnly
  node: string
}

/** Makes a draft of a position; a host that is not vetted for its whole time gets none. */
export async function makePosition(
  work: Work,
  input: MakePosition,
): Promise<{ positionId: string } | Refusal> {
  const place = { organisation_id: input.organisationId }
  const host = await hostById(work, input.hostId)
  const may = work.may('internships.position.edit', place)
  if (!host || !may) return refuse(404, m('refusal.no-position'))
  const fault = faultOf(work, input, host)
  if (fault) return fault
  const id = input.id ?? randomUUIDv7()
  const entry = positionMade({
    object: { kind: 'internship-position', id },
    organisationIds: [input.organisationId],
    data: { hostId: host.id, places: input.places },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('internship_positions')
      .values({
        id,
        origin: input.node,
        host_id: host.id,
        organisation_id: input.organisationId,
        titles: JSON.stringify(input.titles),
        descriptions: JSON.stringify(input.descriptions),
        places: input.places,
        starts_on: input.startsOn,
        ends_on: input.endsOn,
        hours_per_week: input.hoursPerWeek,
        mode: input.mode,
        language: input.language,
        language_level: input.languageLevel,
        stipend_minor: input.stipend?.minor ?? null,
        stipend_currency: input.stipend?.currency ?? null,
        field: input.field,
        skills: [...new Set(input.skills)],
        apply_by: input.applyBy,
        state: 'draft',
        made_at: work.now,
      })
      .execute(),
  )
  return { positionId: id }
}

function faultOf(
  work: Work,
  input: MakePosition,
  host: { state: string; vetted_until: DateOnly | null; time_zone: string },
): Refusal | null {
  if (host.state !== 'vetted') return inField('host', m('refusal.host-not-vetted'))
  if (Object.keys(input.titles).length === 0) return inField('title', m('refusal.title'))
  if (input.endsOn <= input.startsOn) return inField('endsOn', m('refusal.ends-before'))
  if (host.vetted_until !== null && host.vetted_until < input.startsOn) {
    return inField('startsOn', m('refusal.host-vetted-too-short'))
  }
  if (input.applyBy > input.startsOn) return inField('applyBy', m('refusal.apply-after-start'))
  if (input.applyBy < dateInZone(work.now, host.time_zone)) {
    return inField('applyBy', m('refusal.apply-past'))
  }
  return null
}

/** Publishes a draft, or closes a position to further applications; what was sent stays. */
export async function changePosition(
  work: Work,
  input: { positionId: string; state: 'published' | 'closed' },
): Promise<true | Refusal> {
  const position = await positionById(work, input.positionId, 'lock')
  if (!position || !work.may('internships.position.edit', position)) {
    return refuse(404, m('refusal.no-position'))
  }
  if (position.state === input.state) return true
  const today = dateInZone(work.now, position.timeZone)
  if (input.state === 'published' && !isVetted(position, today)) {
    return refuse(409, m('refusal.host-not-vetted'))
  }
  const entry = positionChanged({
    object: { kind: 'internship-position', id: position.id },
    organisationIds: [position.organisation_id],
    data: { state: input.state },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('internship_positions')
      .set({ state: input.state satisfies PositionState })
      .where('id', '=', position.id)
      .execute(),
  )
  return true
}
