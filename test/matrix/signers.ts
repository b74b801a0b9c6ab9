import type { Database } from '#kernel/database'
import { idOf } from './rows.ts'
import { places, subjects } from './viewers.ts'

/** Certificates of signers: kept by each school for itself, and by the secretariat for all. */
export const signers = { home: idOf(43, 1), other: idOf(43, 2), alliance: idOf(43, 3) } as const

/** Puts in a certificate of each keeper. */
export async function insertSigners(database: Database, now: Date): Promise<void> {
  const keepers = { home: places.home, other: places.other, alliance: null }
  for (const [at, keeper] of Object.entries(keepers)) {
    await database.execute(
      `insert into signer_certificates (id, origin, keeper_organisation_id, service_name, fingerprint, certificate,
         valid_from, valid_to, evidence, added_by, added_at)
       values ($1, 'matrix.example', $2, 'A service', $3, $4, '2026-01-01', '2027-01-01', 'Seen', $5, $6)`,
      [
        signers[at as keyof typeof signers],
        keeper,
        'a'.repeat(64),
        JSON.stringify({
          fingerprint: 'a'.repeat(64),
          subject: 'A service',
          issuer: 'A service',
          serial: '1',
          notBefore: '2026-01-01T00:00:00.000Z',
          notAfter: '2027-01-01T00:00:00.000Z',
          key: 'RSA 2048',
          isShort: false,
          pem: '',
        }),
        subjects.principal,
        now,
      ],
    )
  }
}
