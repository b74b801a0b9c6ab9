import { type RawBuilder, sql } from 'kysely'
import type { Work } from '#kernel/database'
import { unreachableAddresses } from '#kernel/mail'
import type { AppointmentRole } from '../schema.ts'

/** The kind of an invitation that ends in an appointment. */
export const appointmentInvitation = 'alliance.appointment'

/** The kind of an invitation that only lets somebody in whom an office has entered already. */
export const welcomeInvitation = 'alliance.welcome'

/** An invitation that nobody has accepted yet. */
export interface PendingInvitation {
  id: string
  address: string
  /** Null where it only lets somebody in. */
  role: AppointmentRole | null
  expires_at: Date
  /** Why its letter did not arrive, in the mail server's words; null where nothing is known against it. */
  returned: string | null
}

/** Invitations of an organisation that nobody has accepted yet. */
export async function openInvitations(
  work: Work,
  organisationId: string,
): Promise<PendingInvitation[]> {
  if (!work.may('alliance.person.invite', { organisation_id: organisationId })) return []
  return pending(work, sql`payload->>'organisationId' = ${organisationId}`)
}

/** Invitations to the secretariat that nobody has accepted yet. */
export async function openSecretariatInvitations(work: Work): Promise<PendingInvitation[]> {
  const appointing = { role: 'secretariat', organisation_id: null, person_id: null }
  if (!work.may('alliance.appointment.make', appointing)) return []
  return pending(work, sql`payload->>'role' = 'secretariat'`)
}

async function pending(work: Work, to: RawBuilder<boolean>): Promise<PendingInvitation[]> {
  const role = sql<AppointmentRole | null>`payload->>'role'`.as('role')
  const rows = await work.read
    .selectFrom('invitations')
    .select(['id', 'address', 'expires_at', 'created_at', role])
    .where('kind', 'in', [appointmentInvitation, welcomeInvitation])
    .where(to)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', work.now)
    .orderBy('created_at', 'desc')
    .execute()
  const unreachable = await unreachableAddresses(
    work,
    rows.map(({ address }) => address),
  )
  return rows.map(({ created_at, ...row }) => {
    const failed = unreachable.get(row.address)
    return { ...row, returned: failed && failed.failedAt >= created_at ? failed.failure : null }
  })
}
