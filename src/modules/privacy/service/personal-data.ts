import { sql, type SqlBool } from 'kysely'
import {
  type HeldFile,
  type PersonalData,
  type Refusal,
  refuse,
  renamePerson,
  type Work,
} from '#kernel/database'
import { removeFile } from '#kernel/files'
import { formerIds } from '#kernel/identity'
import type { Message } from '#kernel/messages'
import { cancelTasks } from '#kernel/tasks'
import { formatDate } from '#kernel/values'
import { m } from '../messages/index.ts'
import { monthAfter, monthOf, startOfMonth } from '../rules/months.ts'
import { transfersOf } from '../queries/transfers.ts'
import {
  eraseConsents,
  exportConsents,
  heldConsents,
  heldTransfers,
  mergeConsents,
} from './consent-data.ts'
import { eraseGuardian, exportAsGuardian, heldAsGuardian } from './guardians-data.ts'

/** What privacy tells of what it holds. */
export const privacyData: PersonalData = {
  part: m('held.part'),
  async holds(work, personId, { readsMonths }) {
    const { readers, read, requests, copies } = await countsOf(work, personId)
    const until = startOfMonth(monthAfter(monthOf(work.now), readsMonths + 1))
    const stays = m('held.reads-stay', {
      until: formatDate(until.toISOString().slice(0, 10), work.language),
    })
    return [
      { what: m('held.looked-at'), count: readers, stays },
      { what: m('held.looked'), count: read, stays },
      { what: m('held.requests'), count: requests, stays: m('held.requests-stay') },
      { what: m('held.copies'), count: copies, stays: null },
      await heldConsents(work, personId),
      await heldTransfers(work, personId),
      await heldAsGuardian(work, personId),
    ]
  },
  files: copiesAsFiles,
}

async function countsOf(work: Work, personId: string) {
  const ids = [personId, ...(await formerIds(work, personId))]
  const count = async (
    table: 'personal_reads' | 'data_requests' | 'data_exports',
    which: SqlBoolean,
  ) => {
    const row = await work.read
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<bigint>().as('count'))
      .where(which)
      .executeTakeFirstOrThrow()
    return Number(row.count)
  }
  const own = sql<SqlBool>`person_id = ${personId}`
  return {
    readers: await count('personal_reads', sql<SqlBool>`person_ids && ${ids}::uuid[]`),
    read: await count('personal_reads', sql<SqlBool>`reader_id = any(${ids}::uuid[])`),
    requests: await count('data_requests', own),
    copies: await count('data_exports', own),
  }
}

type SqlBoolean = ReturnType<typeof sql<SqlBool>>

/** Who looked at the person's data and what they asked, for the export that they may ask for; no reader's name in it. */
export async function exportPersonPrivacy(
  work: Work,
  personId: string,
): Promise<Record<string, unknown>> {
  const ids = [personId, ...(await formerIds(work, personId))]
  const reads = await work.read
    .selectFrom('personal_reads')
    .select(['read_at', 'role', 'organisation_ids', 'action', 'route', 'person_count'])
    .where(sql<SqlBool>`person_ids && ${ids}::uuid[]`)
    .orderBy('read_at')
    .execute()
  const read = await work.read
    .selectFrom('personal_reads')
    .select(['read_at', 'role', 'organisation_ids', 'action', 'route', 'person_count', 'filter'])
    .where('reader_id', 'in', ids)
    .orderBy('read_at')
    .execute()
  const requests = await work.read
    .selectFrom('data_requests')
    .select(['kind', 'organisation_id', 'words', 'taken_down', 'asked_at', 'due_on', 'state'])
    .select(['outcome', 'answer', 'closed_at'])
    .where('person_id', '=', personId)
    .orderBy('asked_at')
    .execute()
  const copies = await work.read
    .selectFrom('data_exports')
    .select(['state', 'taken_down', 'asked_at', 'ready_at', 'expires_at'])
    .where('person_id', '=', personId)
    .orderBy('asked_at')
    .execute()
  const consents = await exportConsents(work, personId)
  const transfers = await transfersOf(work, personId)
  const asGuardian = await exportAsGuardian(work, personId)
  return { reads, ownReads: read, requests, copies, consents, transfers, asGuardian }
}

/** Removes copies, and the words of requests and of who took them down; that there were any stays. */
export async function erasePersonPrivacy(
  work: Work,
  personId: string,
): Promise<{ kept: Message[] }> {
  const copies = await copiesAsFiles(work, personId)
  const { requests } = await countsOf(work, personId)
  const consents = await heldConsents(work, personId)
  const transfers = await heldTransfers(work, personId)
  const guarded = await heldAsGuardian(work, personId)
  await eraseConsents(work, personId)
  await eraseGuardian(work, personId)
  await work.writeUnchronicled(async (tx) => {
    await tx.deleteFrom('data_exports').where('person_id', '=', personId).execute()
    for (const table of ['data_requests', 'erasures'] as const) {
      await tx
        .updateTable(table)
        .set({ taken_down: '' })
        .where('person_id', '=', personId)
        .where('taken_down', 'is not', null)
        .execute()
    }
    await tx
      .updateTable('data_requests')
      .set({ words: '' })
      .where('person_id', '=', personId)
      .execute()
    await tx
      .updateTable('data_requests')
      .set({ answer: '' })
      .where('person_id', '=', personId)
      .where('answer', 'is not', null)
      .execute()
  })
  for (const { fileId } of copies) await removeFile(work, fileId)
  return {
    kept: [
      ...(requests > 0 ? [m('held.requests-stay')] : []),
      ...(consents.count > 0 ? [m('held.consents-stay')] : []),
      ...(transfers.count > 0 ? [m('held.transfers-stay')] : []),
      ...(guarded.count > 0 ? [m('held.guardian-stays')] : []),
    ],
  }
}

/**
 * Moves what somebody asked to the one who stays when they turn out to be one. Refuses while either is being erased: what
 * goes on by itself would take the other's data too.
 */
export async function mergePersonPrivacy(
  work: Work,
  from: string,
  into: string,
): Promise<Refusal | void> {
  const running = await work.writeUnchronicled((tx) =>
    tx
      .selectFrom('erasures')
      .select('id')
      .where('person_id', 'in', [from, into])
      .where('state', '=', 'running')
      .forUpdate()
      .executeTakeFirst(),
  )
  if (running) return refuse(409, m('refusal.erasing'))
  await work.writeUnchronicled(async (tx) => {
    // Of two that are under way at once the one who stays keeps theirs.
    await tx
      .updateTable('erasures')
      .set({ state: 'withdrawn', ended_at: work.now })
      .where('person_id', '=', from)
      .where('state', '=', 'waiting')
      .execute()
    const twins = await tx
      .updateTable('data_requests')
      .set({ state: 'withdrawn', closed_at: work.now })
      .where('person_id', '=', from)
      .where('state', '=', 'open')
      .where(
        sql<SqlBool>`exists (select from data_requests other where other.person_id = ${into}
          and other.state = 'open' and other.kind = data_requests.kind
          and other.organisation_id is not distinct from data_requests.organisation_id)`,
      )
      .returning('id')
      .execute()
    for (const { id } of twins) await cancelTasks(work, { object: { kind: 'data-request', id } })
    await tx
      .deleteFrom('data_exports')
      .where('person_id', '=', from)
      .where('state', '=', 'waiting')
      .execute()
    for (const table of ['data_requests', 'data_exports', 'erasures'] as const) {
      await tx
        .updateTable(table)
        .set({
          person_id: into,
          asked_by: sql<string>`case when asked_by = ${from} then ${into}::uuid else asked_by end`,
          taken_down: sql<
            string | null
          >`case when asked_by in (${from}, ${into}) then null else taken_down end`,
        })
        .where('person_id', '=', from)
        .execute()
    }
  })
  await work.writeUnchronicled((tx) =>
    renamePerson(
      tx,
      { data_requests: ['closed_by'], privacy_breaches: ['entered_by', 'closed_by'] },
      from,
      into,
    ),
  )
  await mergeConsents(work, from, into)
}

async function copiesAsFiles(work: Work, personId: string): Promise<HeldFile[]> {
  const rows = await work.read
    .selectFrom('data_exports as c')
    .innerJoin('files as f', 'f.id', 'c.file_id')
    .select(['f.id', 'f.name', 'f.sha256', 'f.size_bytes'])
    .where('c.person_id', '=', personId)
    .execute()
  return rows.map(({ id, name, sha256, size_bytes }) => ({
    fileId: id,
    name,
    sha256,
    sizeBytes: Number(size_bytes),
    isCopy: true,
  }))
}
