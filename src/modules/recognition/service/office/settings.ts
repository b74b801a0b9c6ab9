import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { settingsChanged } from '../../entries.ts'
import { m } from '../../messages/index.ts'
import { settingsOf } from '../../queries/office/settings.ts'
import type { EscalationRole } from '../../schema-office.ts'

/** An institution's own figures for its office, in its own working days. */
export interface OfficeFigures {
  postingDays: number
  opinionDays: number
  escalationRole: EscalationRole
  escalationDays: number
  committeeQuorum: number
}

/** Says how the office of an institution works. What is due already keeps its day; what comes follows. */
export async function changeOffice(
  work: Work,
  organisationId: string,
  figures: OfficeFigures,
): Promise<{ changed: boolean } | Refusal> {
  const before = await settingsOf(work, organisationId)
  if (!before || !work.may('recognition.settings.edit', { organisation_id: organisationId }))
    return refuse(404, m('refusal.no-case'))
  const { country: _country, timeZone: _zone, ...standing } = before
  const names = Object.keys(standing) as (keyof OfficeFigures)[]
  if (names.every((name) => standing[name] === figures[name])) return { changed: false }
  const entry = settingsChanged({
    object: { kind: 'recognition-settings', id: organisationId },
    organisationIds: [organisationId],
    data: { before: standing, after: { ...figures } },
  })
  const row = {
    posting_days: figures.postingDays,
    opinion_days: figures.opinionDays,
    escalation_role: figures.escalationRole,
    escalation_days: figures.escalationDays,
    committee_quorum: figures.committeeQuorum,
    changed_by: personOf(work.actor),
    changed_at: work.now,
  }
  await work.write(entry, (tx) =>
    tx
      .insertInto('recognition_offices')
      .values({ organisation_id: organisationId, ...row })
      .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(row))
      .execute(),
  )
  return { changed: true }
}
