// Opens the database folder given, writes entries if there are none, and handles them one by one, saying so.
import { createWorkRunner, migrate, openDatabase } from '#kernel/database'
import {
  appendEntries,
  entryType,
  registerSubscriptions,
  runSubscriptions,
  sealAll,
  subscribe,
} from './index.ts'

const [directory = '', count = '0'] = process.argv.slice(2)
const counted = entryType<{ count: number }>('test.case-counted')
const copied = entryType('test.case-copied')
const database = await openDatabase({ dataDirectory: directory })
await migrate(database, [{ name: 'chronicle', directory: new URL('migrations/', import.meta.url) }])
const runner = createWorkRunner(database, {
  append: appendEntries,
  decisions: { can: () => true, scope: () => (eb) => eb.lit(true) },
})
const now = () => new Date('2026-11-22T09:00:00Z')
const context = {
  actor: { kind: 'system' as const, name: 'test' },
  now: now(),
  language: 'en' as const,
}
const { rows } = await database.execute('select 1 from chronicle_entries limit 1')
if (rows.length === 0) {
  const entries = Array.from({ length: Number(count) }, (_, index) =>
    counted({ object: { kind: 'case', id: String(index) }, data: { count: index } }),
  )
  await runner.perform(context, (work) => work.write(entries, async () => {}))
}
await sealAll(database)
const copy = subscribe({
  name: 'test.copy',
  types: [counted.type],
  from: 'beginning',
  async handle(work, entry) {
    process.stdout.write('.')
    await work.write(
      copied({ object: { kind: 'copy', id: entry.objectId }, data: {} }),
      async () => {},
    )
  },
})
await registerSubscriptions({ database, now }, [copy])
await runSubscriptions({ database, runner, now }, [copy])
await sealAll(database)
await database.close()
