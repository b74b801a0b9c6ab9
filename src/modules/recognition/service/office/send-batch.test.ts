import assert from 'node:assert/strict'
import { test } from 'node:test'
import { itemsOfBatch } from '../../queries/office/batches.ts'
import { decidedCase, withLayout } from '../../testing/postings.fixture.ts'
import { accepted, inWorld, organisations, people, refusalOf } from '../../testing/world.fixture.ts'
import { makeBatch } from './make-batch.ts'
import { sendBatch } from './send-batch.ts'
import { cancelBatch, settleItems } from './settle-items.ts'

const { registrarAu, evaluatorAu } = people

test(
  'a batch is said to have been sent, and not after all, until the registry has answered',
  inWorld(async (world) => {
    await decidedCase(world)
    const layoutId = await withLayout(world)
    const { batchId } = accepted(
      await world.as(registrarAu, async (work) =>
        makeBatch(work, {
          organisationId: organisations.au,
          layoutId,
          caseIds: null,
          origin: 'test',
        }),
      ),
    )
    const send = (isSent: boolean, by = registrarAu) =>
      world.as(by, (work) => sendBatch(work, { batchId, isSent }))
    const settle = (outcome: 'posted' | 'exported') =>
      world.as(registrarAu, async (work) => {
        const items = await itemsOfBatch(work, batchId)
        return settleItems(work, { batchId, itemIds: items.map(({ id }) => id), outcome, note: '' })
      })
    const sent = async () =>
      (await world.rows('select sent_by from posting_batches where id = $1', [batchId]))[0]![
        'sent_by'
      ]
    assert.equal(refusalOf(await send(true, evaluatorAu)), '404 refusal.no-case')
    accepted(await send(true))
    accepted(await send(true))
    assert.equal(await sent(), registrarAu)
    accepted(await send(false))
    assert.equal(await sent(), null)
    accepted(await send(true))
    accepted(await settle('posted'))
    assert.equal(refusalOf(await send(false)), '409 posting.refusal.answered')
    accepted(await settle('exported'))
    accepted(await world.as(registrarAu, (work) => cancelBatch(work, batchId)))
    assert.equal(refusalOf(await send(true)), '409 posting.refusal.cancelled')
  }),
)
