import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { isRefused, type Work, type Writer } from '#kernel/database'
import { mergePersons, registerPerson } from '#kernel/identity'
import { kernelParts } from '../../src/kernel-parts.ts'
import { manifestsOf } from '../../src/app.ts'
import { testSite } from './site.ts'

const site = await testSite()
after(() => site.close())

interface PersonColumn {
  table: string
  column: string
}

const sealed = 'append-only: found under all ids of a person'
const minutes = 'approved minutes are not changed'
const trace = 'it says who was merged'
const link = 'a revoked link says in whose name it was'

/** Columns that go on naming the former person after a merge, and why that is right. */
const staysUnder: Record<string, string> = {
  'agreement_approvals.approved_by': sealed,
  'agreement_versions.sent_by': sealed,
  'authenticity_records.recorded_by': sealed,
  'case_stays.stated_by': sealed,
  'committee_items.put_by': minutes,
  'content_comparison_versions.made_by': sealed,
  'exhibition_versions.published_by': sealed,
  'learning_agreement_versions.sent_by': sealed,
  'line_corrections.corrected_by': sealed,
  'person_merges.from_person_id': trace,
  'privacy_breach_duties.done_by': sealed,
  'recognition_decisions.decided_by': sealed,
  'signer_certificates.added_by': sealed,
  'single_act_links.person_id': link,
  'transfer_persons.person_id': sealed,
  'transfers.entered_by': sealed,
}

const settings = { origin: 'test', demonstration: true }

class Undone extends Error {}

test('after a merge nothing names the former person but what says why', async () => {
  const left = new Set<string>()
  for (const person of await site.perform(oneOfEach)) {
    await undone(async (work) => {
      const columns = await work.writeUnchronicled(personColumns)
      const into = await somebody(work)
      const parts = [...kernelParts, ...manifestsOf()]
      const done = await mergePersons(work, { from: person, into }, parts)
      assert.ok(!isRefused(done), JSON.stringify(done))
      for (const each of columns) if (await names(work, each, person)) left.add(nameOf(each))
    })
  }
  assert.deepEqual([...left].toSorted(), Object.keys(staysUnder).toSorted())
})

/** Does something and takes it back. */
async function undone(act: (work: Work) => Promise<void>): Promise<void> {
  const tried = site.perform(async (work) => {
    await act(work)
    throw new Undone()
  })
  await tried.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error
  })
}

/** For each column one person whom it names. */
async function oneOfEach(work: Work): Promise<Set<string>> {
  return work.writeUnchronicled(async (tx) => {
    const people = new Set<string>()
    for (const { table, column } of await personColumns(tx)) {
      const { rows } = await sql<{ id: string }>`select p.id
        from ${sql.table(table)} t join persons p on p.id = ${sql.ref(`t.${column}`)}
        where p.state = 'active' order by 1 limit 1`.execute(tx)
      for (const { id } of rows) people.add(id)
    }
    return people
  })
}

const nameOf = ({ table, column }: PersonColumn) => `${table}.${column}`

async function personColumns(tx: Writer): Promise<PersonColumn[]> {
  const { rows } = await sql<PersonColumn>`
    select c.conrelid::regclass::text as table, a.attname::text as column
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.conparentid = 0 and c.confrelid = 'persons'::regclass
    order by 1, 2`.execute(tx)
  return rows
}

/** Somebody new of the demonstration, about whom nothing is known yet. */
async function somebody(work: Work): Promise<string> {
  const made = await registerPerson(work, settings, {
    name: {
      native: null,
      romanised: 'Somebody New',
      passportGiven: null,
      passportFamily: null,
      order: 'given-first',
    },
    email: null,
    preferredLanguage: 'en',
    timeZone: 'Asia/Bangkok',
  })
  assert.ok(!isRefused(made))
  return made.id
}

async function names(work: Work, { table, column }: PersonColumn, person: string) {
  const { rows } = await work.writeUnchronicled((tx) =>
    sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} = ${person}::uuid limit 1`.execute(
      tx,
    ),
  )
  return rows.length > 0
}
