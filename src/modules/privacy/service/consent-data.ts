import { randomUUIDv7 } from 'node:crypto'
import { type HeldData, renamePerson, type Work } from '#kernel/database'
import { formerIds } from '#kernel/identity'
import { m } from '../messages/index.ts'
import { consentRequestsOf, consentSteps } from '../queries/consents.ts'
import { endConsentRequest } from './consents.ts'
import { forgetGuardians } from './guardians-data.ts'

/** How much is held of what somebody was asked and allows. */
export async function heldConsents(work: Work, personId: string): Promise<HeldData> {
  const { count } = await work.read
    .selectFrom('consent_requests')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  return { what: m('held.consents'), count: Number(count), stays: m('held.consents-stay') }
}

/** How often a person's data was handed to another organisation. */
export async function heldTransfers(work: Work, personId: string): Promise<HeldData> {
  const ids = [personId, ...(await formerIds(work, personId))]
  const { count } = await work.read
    .selectFrom('transfer_persons')
    .select((eb) => eb.fn.count<bigint>('transfer_id').distinct().as('count'))
    .where('person_id', 'in', ids)
    .executeTakeFirstOrThrow()
  return { what: m('held.transfers'), count: Number(count), stays: m('held.transfers-stay') }
}

/** What somebody was asked and answered, with the words that they agreed to, for their copy. */
export async function exportConsents(work: Work, personId: string): Promise<unknown[]> {
  const asked = await consentRequestsOf(work, personId)
  return Promise.all(
    asked.map(async ({ request, rows }) => ({
      ...request,
      rows: rows.map(({ field_group, is_sensitive, state, changed_at }) => ({
        field_group,
        is_sensitive,
        state,
        changed_at,
      })),
      steps: await consentSteps(work, request.id),
      guardian: await guardianRow(work, request.id),
    })),
  )
}

async function guardianRow(work: Work, requestId: string) {
  const row = await work.read
    .selectFrom('consent_guardians')
    .select(['name', 'address', 'asked_at', 'answered_at', 'agreed'])
    .where('request_id', '=', requestId)
    .executeTakeFirst()
  return row ?? null
}

/** Ends every consent of somebody who is erased: nothing more may be sent. That they agreed, and to what, stays. */
export async function eraseConsents(work: Work, personId: string): Promise<void> {
  for (const { request, rows } of await consentRequestsOf(work, personId)) {
    await endConsentRequest(work, request.id)
    await forgetGuardian(work, request.id)
    const standing = rows.filter(({ state }) => state !== 'declined' && state !== 'withdrawn')
    if (standing.length === 0) continue
    await work.writeUnchronicled(async (tx) => {
      await tx
        .updateTable('consents')
        .set({ state: 'withdrawn', changed_at: work.now })
        .where(
          'id',
          'in',
          standing.map(({ id }) => id),
        )
        .execute()
      await tx
        .insertInto('consent_events')
        .values(
          standing.map(({ id }) => ({
            id: randomUUIDv7(),
            consent_id: id,
            kind: 'lapsed' as const,
            at: work.now,
            by_whom: 'house' as const,
            text_sha256: null,
          })),
        )
        .execute()
    })
  }
}

/** Who signed beside the person, and the day of birth that they said, go with them. */
async function forgetGuardian(work: Work, requestId: string): Promise<void> {
  await forgetGuardians(work, [requestId])
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('consent_requests')
      .set({ said_born_on: null })
      .where('id', '=', requestId)
      .execute(),
  )
}

/** Moves what somebody was asked to the one who stays; of two open requests for the same the stayer's goes on. */
export async function mergeConsents(work: Work, from: string, into: string): Promise<void> {
  const twins = await work.writeUnchronicled((tx) =>
    tx
      .selectFrom('consent_requests as r')
      .select('r.id')
      .where('r.person_id', '=', from)
      .where('r.ended_at', 'is', null)
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('consent_requests as o')
            .select('o.id')
            .where('o.person_id', '=', into)
            .where('o.ended_at', 'is', null)
            .whereRef('o.purpose', '=', 'r.purpose')
            .whereRef('o.exporter_organisation_id', '=', 'r.exporter_organisation_id')
            .whereRef('o.recipient_organisation_id', '=', 'r.recipient_organisation_id')
            .whereRef('o.method', '=', 'r.method')
            .whereRef('o.kept_months', '=', 'r.kept_months')
            .whereRef('o.contact', '=', 'r.contact'),
        ),
      )
      .execute(),
  )
  for (const { id } of twins) await endConsentRequest(work, id)
  const columns = { consent_requests: ['person_id', 'asked_by'] } as const
  await work.writeUnchronicled((tx) => renamePerson(tx, columns, from, into))
}
