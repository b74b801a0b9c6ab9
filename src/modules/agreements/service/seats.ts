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
import { institutions, partnersOfAgreements } from '../queries/partners.ts'
import type { SeatUse } from '../rules/balance.ts'

/** How many people used places of an agreement, between two of its partners in a year. */
export type RecordSeats = SeatUse & { agreementId: string }

/**
 * Records used places; what stood for the same agreement, kind, direction and year is replaced, so that doing it twice
 * counts once. Called by whoever places people, who says who may; each agreement's partners are told of its own.
 */
export async function recordSeats(
  work: Work,
  uses: readonly RecordSeats[],
): Promise<{ count: number }> {
  if (uses.length === 0) return { count: 0 }
  const agreementIds = [...new Set(uses.map(({ agreementId }) => agreementId))]
  const partners = await partnersOfAgreements(work, agreementIds)
  const entries = agreementIds.map((id) =>
    seatsRecorded({
      object: { kind: 'agreement', id },
      organisationIds: partners.get(id) ?? [],
      data: { rows: uses.filter(({ agreementId }) => agreementId === id).length },
    }),
  )
  await work.write(entries, async (tx) => {
    for (let at = 0; at < uses.length; at += rowsAtOnce) {
      await tx
        .insertInto('agreement_uses')
        .values(latestOf(uses.slice(at, at + rowsAtOnce)).map((use) => rowOf(work, use)))
        .onConflict((conflict) =>
          conflict.columns(useKey).doUpdateSet((eb) => ({
            used: eb.ref('excluded.used'),
            recorded_at: eb.ref('excluded.recorded_at'),
          })),
        )
        .execute()
    }
  })
  return { count: uses.length }
}

/** How many rows one statement takes in. */
const rowsAtOnce = 1000

const useKey = [
  'agreement_id',
  'kind',
  'sending_organisation_id',
  'receiving_organisation_id',
  'academic_year',
] as const

function rowOf(work: Work, use: RecordSeats) {
  return {
    agreement_id: use.agreementId,
    kind: use.kind,
    sending_organisation_id: use.sending,
    receiving_organisation_id: use.receiving,
    academic_year: use.year,
    used: use.used,
    recorded_at: work.now,
  }
}

/** Of rows about the same the last one: one statement cannot write a row twice. */
function latestOf(uses: readonly RecordSeats[]): RecordSeats[] {
  const keyOf = ({ agreementId, kind, sending, receiving, year }: RecordSeats) =>
    [agreementId, kind, sending, receiving, year].join(' ')
  return [...new Map(uses.map((use) => [keyOf(use), use])).values()]
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
  return recordSeats(work, uses)
}
