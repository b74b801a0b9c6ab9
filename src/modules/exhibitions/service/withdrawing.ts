import { randomUUIDv7 } from 'node:crypto'
import { personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { objectReturned, objectWithdrawn } from '../entries.ts'
import { m } from '../messages/index.ts'
import { aboutObject, editableObject } from './objects.ts'

const longestReason = 2000

/**
 * Takes an object back: from then on it, its files and its tiles look absent to everybody but its holder, wherever it
 * hung. The reason stays with the holder.
 */
export async function withdrawObject(
  work: Work,
  input: { objectId: string; reason: string },
): Promise<true | Refusal> {
  const self = personOf(work.actor)
  const object = await editableObject(work, input.objectId)
  if (self === null || !object) return refuse(404, m('refusal.no-object'))
  if (object.state === 'withdrawn') return true
  if (object.state !== 'available') return refuse(409, m('refusal.not-released'))
  const reason = input.reason.trim()
  const fault = m('refusal.no-withdrawal-reason', { most: longestReason })
  if (reason === '' || reason.length > longestReason) return refuse(422, fault, { reason: fault })
  await work.write(objectWithdrawn({ ...aboutObject(object), data: {} }), async (tx) => {
    await tx
      .updateTable('exhibition_objects')
      .set({
        state: 'withdrawn',
        withdrawn_at: work.now,
        // Harvesters ask for what changed: to them this is a deletion.
        changed_at: work.now,
        version: object.version + 1,
      })
      .where('id', '=', object.id)
      .execute()
    await tx
      .insertInto('exhibition_withdrawals')
      .values({
        id: randomUUIDv7(),
        object_id: object.id,
        reason,
        withdrawn_by: self,
        withdrawn_at: work.now,
        returned_by: null,
        returned_at: null,
      })
      .execute()
  })
  return true
}

/** Lets an object that was taken back be shown again. */
export async function returnObject(work: Work, objectId: string): Promise<true | Refusal> {
  const self = personOf(work.actor)
  const object = await editableObject(work, objectId)
  if (self === null || !object) return refuse(404, m('refusal.no-object'))
  if (object.state !== 'withdrawn') return true
  await work.write(objectReturned({ ...aboutObject(object), data: {} }), async (tx) => {
    await tx
      .updateTable('exhibition_objects')
      .set({
        state: 'available',
        withdrawn_at: null,
        changed_at: work.now,
        version: object.version + 1,
      })
      .where('id', '=', object.id)
      .execute()
    await tx
      .updateTable('exhibition_withdrawals')
      .set({ returned_by: self, returned_at: work.now })
      .where('object_id', '=', object.id)
      .where('returned_at', 'is', null)
      .execute()
  })
  return true
}
