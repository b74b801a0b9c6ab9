import type { Work } from '#kernel/database'
import type { Country } from '#kernel/values'
import type { EscalationRole } from '../../schema-office.ts'

/** An institution's own figures for the work of its office of recognition; days are its working days. */
export interface OfficeSettings {
  postingDays: number
  /** For the answer of a unit that is asked about a line. */
  opinionDays: number
  /** Who learns of what is late, and so many working days after its day. */
  escalationRole: EscalationRole
  escalationDays: number
  /** So many members must be present for the committee to decide. */
  committeeQuorum: number
  country: Country
  timeZone: string
}

/** What counts where an institution has said nothing. */
export const usualSettings = {
  postingDays: 5,
  opinionDays: 5,
  escalationRole: 'coordinator',
  escalationDays: 1,
  committeeQuorum: 3,
} as const

/** The figures of an institution, its own or the usual ones; null where there is no such institution. */
export async function settingsOf(
  work: Work,
  organisationId: string,
): Promise<OfficeSettings | null> {
  const row = await work.read
    .selectFrom('organisations as o')
    .leftJoin('recognition_offices as f', 'f.organisation_id', 'o.id')
    .select([
      'o.country',
      'o.time_zone',
      'f.posting_days',
      'f.opinion_days',
      'f.escalation_role',
      'f.escalation_days',
      'f.committee_quorum',
    ])
    .where('o.id', '=', organisationId)
    .executeTakeFirst()
  if (!row) return null
  return {
    postingDays: row.posting_days ?? usualSettings.postingDays,
    opinionDays: row.opinion_days ?? usualSettings.opinionDays,
    escalationRole: row.escalation_role ?? usualSettings.escalationRole,
    escalationDays: row.escalation_days ?? usualSettings.escalationDays,
    committeeQuorum: row.committee_quorum ?? usualSettings.committeeQuorum,
    country: row.country,
    timeZone: row.time_zone,
  }
}
