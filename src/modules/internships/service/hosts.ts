import { randomUUIDv7 } from 'node:crypto'
import { refuse, type Refusal, type Work } from '#kernel/database'
import { type DateOnly, dateInZone, isCountry, isTimeZone } from '#kernel/values'
import type { Sector } from '#modules/alliance'
import { hostDecided, hostProposed } from '../entries.ts'
import { m } from '../messages/index.ts'
import { hostById } from '../queries/hosts.ts'
import { inField } from './refusing.ts'

/** A host as an office brings it in; tutor and signatory are told apart. */
export interface ProposeHost {
  id?: string
  organisationId: string
  hostOrganisationId: string | null
  name: string
  country: string
  city: string
  timeZone: string
  tutor: { name: string; email: string }
  signatory: { name: string; email: string }
  papers: string
  /** Null where it is said when the host is vetted. */
  sector: Sector | null
  node: string
}

/** Brings a host in, to be vetted once for the whole alliance. */
export async function proposeHost(
  work: Work,
  input: ProposeHost,
): Promise<{ hostId: string } | Refusal> {
  const place = { organisation_id: input.organisationId }
  // Whoever edits positions in the office's name brings hosts in in its name.
  if (!work.may('internships.position.edit', place)) return refuse(404, m('refusal.no-host'))
  if (!isCountry(input.country)) return inField('country', m('refusal.country'))
  if (!isTimeZone(input.timeZone)) return inField('timeZone', m('refusal.time-zone'))
  const id = input.id ?? randomUUIDv7()
  const entry = hostProposed({
    object: { kind: 'internship-host', id },
    organisationIds: [input.organisationId],
    data: { country: input.country },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('internship_hosts')
      .values({
        id,
        origin: input.node,
        organisation_id: input.organisationId,
        host_organisation_id: input.hostOrganisationId,
        name: input.name,
        country: input.country,
        city: input.city,
        time_zone: input.timeZone,
        tutor_name: input.tutor.name,
        tutor_email: input.tutor.email,
        signatory_name: input.signatory.name,
        signatory_email: input.signatory.email,
        papers: input.papers,
        sector: input.sector,
        state: 'proposed',
        vetted_until: null,
        proposed_at: work.now,
        decided_at: null,
      })
      .execute(),
  )
  return { hostId: id }
}

/** What the secretariat decides of a host; a sector of null leaves it as it is. */
interface DecideHost {
  hostId: string
  state: 'vetted' | 'suspended'
  until: DateOnly | null
  reason: string
  sector?: Sector | null
}

/** Vets a host until a day, or suspends it with a reason; its open positions then take no application. */
export async function decideHost(work: Work, input: DecideHost): Promise<true | Refusal> {
  const host = await hostById(work, input.hostId, 'lock')
  if (!host || !work.may('internships.host.vet', host)) return refuse(404, m('refusal.no-host'))
  const today = dateInZone(work.now, host.time_zone)
  if (input.state === 'vetted' && (input.until === null || input.until <= today)) {
    return inField('until', m('refusal.vetted-until'))
  }
  if (input.state === 'suspended' && input.reason.trim() === '') {
    return inField('reason', m('refusal.reason'))
  }
  const until = input.state === 'vetted' ? input.until : host.vetted_until
  const entry = hostDecided({
    object: { kind: 'internship-host', id: host.id },
    organisationIds: [host.organisation_id],
    data: { state: input.state, until },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('internship_hosts')
      .set({
        state: input.state,
        vetted_until: until,
        reason: input.reason.trim(),
        sector: input.sector ?? host.sector,
        decided_at: work.now,
      })
      .where('id', '=', host.id)
      .execute(),
  )
  return true
}
