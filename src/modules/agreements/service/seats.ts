import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import { type ImportSource, readImport } from '#modules/alliance'
import { seatsRecorded } from '../entries.ts'
import {
  type SeatRow,
  seatColumns,
  seatsInRows,
  type SeatRowProblem,
} from '../formats/seat-rows.ts'
import { m } from '../messages/index.ts'
import { agreedCopies } from '../queries/quotas.ts'
import { institutions } from '../queries/partners.ts'
import type { SeatUse } from '../rules/balance.ts'

/** How many people used places of an agreement, between two of its partners in a year. */
export type RecordSeats = SeatUse & { agreementId: string }

/**
 * Records used places; what stood for the same agreement, kind, direction and year is replaced, so that doing it twice
 * counts once. Called by whoever places people, who says who may; the agreements are of the given institutions.
 */
export async function recordSeats(
  work: Work,
  uses: readonly RecordSeats[],
  organisationIds: readonly string[],
): Promise<{ count: number }> {
  if (uses.length === 0) return { count: 0 }
  const agreementIds = [...new Set(uses.map(({ agreementId }) => agreementId))]
  const entries = agreementIds.map((id) =>
    seatsRecorded({
      object: { kind: 'agreement', id },
      organisationIds: [...organisationIds],
      data: { rows: uses.filter(({ agreementId }) => agreementId === id).length },
    }),
  )
  await work.write(entries, async (tx) => {
    for (const use of uses) {
      const counted = { used: use.used, recorded_at: work.now }
      await tx
        .insertInto('agreement_uses')
        .values({
          agreement_id: use.agreementId,
          kind: use.kind,
          sending_organisation_id: use.sending,
          receiving_organisation_id: use.receiving,
          academic_year: use.year,
          ...counted,
        })
        .onConflict((conflict) =>
          conflict
            .columns([
              'agreement_id',
              'kind',
              'sending_organisation_id',
              'receiving_organisation_id',
              'academic_year',
            ])
            .doUpdateSet(counted),
        )
        .execute()
    }
  })
  return { count: uses.length }
}

/** Brings in used places from a list; refuses it whole where a row is faulty, and says which rows and why. */
export async function importSeats(
  work: Work,
  source: ImportSource,
): Promise<{ count: number } | (Refusal & { problems?: SeatRowProblem[] })> {
  const table = await readImport(source, seatColumns, [])
  if (isRefused(table)) return table
  const known = await institutions(work)
  const own = known
    .filter(({ id }) =>
      work.may('agreements.agreement.record', { organisation_id: id, visible: true }),
    )
    .map(({ id }) => id)
  const copies = own.length === 0 ? [] : await agreedCopies(work, own)
  const { rows, problems } = seatsInRows(table.rows, known, copies)
  if (problems.length > 0) {
    return { ...refuse(422, m('seats.faulty', { count: problems.length })), problems }
  }
  const uses = rows.map(({ row: _row, ...use }: SeatRow) => use)
  return recordSeats(work, uses, own)
}
