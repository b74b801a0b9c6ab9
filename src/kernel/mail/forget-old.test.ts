import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appendEntries } from '#kernel/chronicle'
import { createWorkRunner, isRefused } from '#kernel/database'
import { testDatabase } from '../../../test/harness/database.ts'
import {
  fileIncoming,
  forgetOldMails,
  forgottenBefore,
  readMail,
  recordIncoming,
  sendMail,
} from './index.ts'
import { m } from './messages/index.ts'

const base = await testDatabase([
  { name: 'jobs', directory: new URL('../jobs/migrations/', import.meta.url) },
  { name: 'chronicle', directory: new URL('../chronicle/migrations/', import.meta.url) },
  { name: 'mail', directory: new URL('migrations/', import.meta.url) },
])

test('mails go when their months are over, unless they still wait to go out or to be filed', async () => {
  await base.withRollback(async (_kysely, database) => {
    const runner = createWorkRunner(database, {
      append: appendEntries,
      decisions: { can: () => true, scope: () => (eb) => eb.lit(true) },
    })
    const at = (day: string) => ({
      actor: { kind: 'system' as const, name: 'test' },
      now: new Date(`${day}T09:00:00Z`),
      language: 'en' as const,
    })
    const write = async (day: string, subject: string, isSent: boolean) => {
      const id = await runner.perform(at(day), (work) =>
        sendMail(work, {
          to: { address: 'malee@au.example' },
          language: 'en',
          subject: m('held.part'),
          blocks: [],
        }),
      )
      if (isSent) {
        await database.execute(
          `update mails set state = 'sent', sent_at = created_at where id = $1`,
          [id],
        )
      }
      const raw = `From: a@b.example\r\nMessage-ID: <${subject}@b>\r\nIn-Reply-To: <${String(id)}@weft.example>\r\nSubject: ${subject}\r\n\r\ntext\r\n`
      const read = await readMail(Buffer.from(raw))
      assert.ok(!isRefused(read))
      await runner.perform(at(day), (work) => recordIncoming(work, read))
      return String(id)
    }
    const [oldSent, oldWaiting, newSent] = [
      await write('2024-11-25', 'filed', true),
      await write('2024-11-25', 'unfiled', false),
      await write('2024-11-27', 'new', true),
    ]
    const filed = await database.execute(`select id from incoming_mails where subject = 'filed'`)
    await runner.perform(at('2024-11-26'), (work) =>
      fileIncoming(work, filed.rows[0]!['id'] as string, { outcome: 'done' }),
    )

    const today = at('2026-11-26')
    const gone = await runner.perform(today, (work) => forgetOldMails(work, 24))
    assert.equal(gone, 2)
    const mails = await database.execute('select id from mails order by created_at')
    assert.deepEqual(
      mails.rows.map(({ id }) => id),
      [oldWaiting, newSent],
    )
    assert.ok(!mails.rows.some(({ id }) => id === oldSent))
    const incoming = await database.execute('select subject from incoming_mails order by subject')
    assert.deepEqual(
      incoming.rows.map(({ subject }) => subject),
      ['new', 'unfiled'],
    )
    assert.equal(await runner.perform(today, (work) => forgetOldMails(work, 24)), 0)
  })
})

test('months end on the last day where a month is shorter', () => {
  const before = forgottenBefore(new Date('2026-03-31T08:00:00Z'), 1)
  assert.equal(before.toISOString(), '2026-02-28T08:00:00.000Z')
})
