import { randomUUIDv7 } from 'node:crypto'
import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { isUuid } from '#kernel/values'
import { postingLayoutPublished, postingLayoutWithdrawn } from '../../entries-office.ts'
import { m } from '../../messages/index.ts'
import {
  layoutFaults,
  type LayoutFault,
  type RegistryLayout,
} from '../../rules/office/registry-layout.ts'

/** A layout as a form gives it: `id` where it is a further version. */
export interface PublishLayout {
  id: string | null
  organisationId: string
  name: string
  layout: RegistryLayout
  /** The version that the form was opened on; another one may have been published meanwhile. */
  basedOn: number
}

/** Publishes a layout of an institution's registry, or the next version of one. Batches keep the version they were written by. */
export async function publishLayout(
  work: Work,
  input: PublishLayout,
): Promise<{ id: string; version: number } | Refusal> {
  if (!isUuid(input.organisationId)) {
    const message = m('posting.refusal.no-office')
    return refuse(422, message, { organisation: message })
  }
  if (!work.may('recognition.posting-layout.edit', { organisation_id: input.organisationId })) {
    return refuse(404, m('posting.refusal.no-layout'))
  }
  const name = input.name.trim()
  if (name === '' || name.length > 200)
    return refuse(422, m('posting.fault.name'), { name: m('posting.fault.name') })
  const faults = layoutFaults(input.layout)
  if (faults.length > 0) return faulty(faults)
  const current = input.id === null ? null : await lockedLayout(work, input.id)
  if (input.id !== null && current?.organisation_id !== input.organisationId)
    return refuse(404, m('posting.refusal.no-layout'))
  if (current && current.version !== input.basedOn)
    return refuse(409, m('posting.refusal.layout-changed', { version: current.version }))
  const id = input.id ?? randomUUIDv7()
  const version = (current?.version ?? 0) + 1
  const entry = postingLayoutPublished({
    object: { kind: 'posting-layout', id },
    organisationIds: [input.organisationId],
    personId: null,
    data: { name, version },
  })
  return work.write(entry, async (tx) => {
    const added = await tx
      .insertInto('posting_layouts')
      .values({
        id,
        version,
        organisation_id: input.organisationId,
        name,
        definition: JSON.stringify(input.layout),
        published_at: work.now,
        published_by: personOf(work.actor),
        withdrawn_at: null,
      })
      .onConflict((conflict) => conflict.columns(['id', 'version']).doNothing())
      .executeTakeFirst()
    // Another tab may have been faster.
    return added.numInsertedOrUpdatedRows === 0n
      ? refuse(409, m('posting.refusal.layout-changed', { version }))
      : { id, version }
  })
}

/** Takes a layout out of the choice for new batches; the batches written by it stand. */
export async function withdrawLayout(work: Work, id: string): Promise<{ id: string } | Refusal> {
  const current = await lockedLayout(work, id)
  if (!current || !work.may('recognition.posting-layout.edit', current))
    return refuse(404, m('posting.refusal.no-layout'))
  if (current.withdrawn_at !== null) return { id }
  const entry = postingLayoutWithdrawn({
    object: { kind: 'posting-layout', id },
    organisationIds: [current.organisation_id],
    personId: null,
    data: { name: current.name },
  })
  return work.write(entry, async (tx) => {
    await tx
      .updateTable('posting_layouts')
      .set({ withdrawn_at: work.now })
      .where('id', '=', id)
      .where('version', '=', current.version)
      .execute()
    return { id }
  })
}

async function lockedLayout(work: Work, id: string) {
  return work.read
    .selectFrom('posting_layouts')
    .select(['id', 'version', 'organisation_id', 'name', 'withdrawn_at'])
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
}

/** What is wrong with a layout at the fields of its form: `columns.2.format`, or the field of the file as a whole. */
function faulty(faults: readonly LayoutFault[]): Refusal {
  const fields: Record<string, Message> = {}
  for (const { column, field, fault } of faults) {
    const name = column === null ? field : `columns.${column}.${field}`
    fields[name] ??= m(`posting.fault.${fault}`)
  }
  return refuse(422, m('posting.refusal.layout', { count: Object.keys(fields).length }), fields)
}
