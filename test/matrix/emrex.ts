import type { Database } from '#kernel/database'
import { idOf } from './rows.ts'
import { enrolmentOf, subjects, viewers } from './viewers.ts'

/** A data provider, and requests to it. */
export const emrex = {
  provider: idOf(44, 1),
  requests: { student: idOf(44, 2), registrar: idOf(44, 3) },
} as const

/** Who asked for the student's results. */
export const askers = {
  student: subjects.student,
  registrar: viewers.find(({ label }) => label === 'registrar here')!.who.person!,
} as const

/** Puts in a data provider and a request of the student and of the registrar. */
export async function insertEmrex(database: Database, now: Date): Promise<void> {
  await database.execute(
    `insert into emrex_providers (id, origin, name, country, url, added_by, added_at)
     values ($1, 'matrix.example', 'A provider', 'FI', 'https://emrex.matrix.example/', $2, $3)`,
    [emrex.provider, subjects.principal, now],
  )
  for (const [place, by] of (['student', 'registrar'] as const).entries()) {
    await database.execute(
      `insert into emrex_requests (id, token_sha256, session_sha256, created_by, provider_id, enrolment_id, state,
         created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, 'sent', $7, $8)`,
      [
        emrex.requests[by],
        String(place).repeat(64),
        'f'.repeat(64),
        askers[by],
        emrex.provider,
        enrolmentOf(subjects.student),
        now,
        new Date(now.getTime() + 3_600_000),
      ],
    )
  }
}
