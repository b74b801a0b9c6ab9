import assert from 'node:assert/strict'
import { sealAll, verifyChronicle } from '#kernel/chronicle'
import type { Database } from '#kernel/database'
import { createLogger } from '#kernel/http'
import { open, openSite } from '../../src/app.ts'
import { loadDemonstration } from '../../src/cli/seed.ts'
import { readConfig } from '../../src/config.ts'
import { type Place, seededFor } from './harness.ts'

/**
 * The next start, without a hand: migrates, loads what is missing of the demonstration, takes up every
 * job that was cut off, seals. Then `check` looks at the database.
 */
export async function reopen(
  place: Place,
  scenario: string,
  check: (database: Database) => Promise<void>,
): Promise<void> {
  const config = readConfig({ ...place.environment, WEFT_JOBS: '0' })
  assert.ok(!Array.isArray(config))
  const house = await open(config)
  const errors: string[] = []
  const log = createLogger((line) => line.includes('"level":"error"') && errors.push(line))
  const site = await openSite(house, log)
  try {
    const now = new Date()
    const silent = { again: false, step: () => {}, detail: () => {}, stopped: () => {} }
    await loadDemonstration(seededFor(scenario, house), site.services, now, silent)
    // The pictures of the demonstration are jobs like any others, and kills at them are aimed elsewhere.
    if (scenario === 'start')
      await house.database.execute(`delete from jobs where type like '%.seed-%'`)
    // What a killed process had begun is free again when its time is up; what a busy machine made fail once is tried
    // again after its wait.
    for (const hours of [24, 48]) {
      await site.jobs.drain(new Date(now.getTime() + hours * 3_600_000))
    }
    await site.chronicle.drain()
    assert.deepEqual(errors, [])
    await sealAll(house.database)
    const report = await verifyChronicle(house.database, house.signer.publicKeys)
    assert.deepEqual(report.firstFault, null)
    assert.equal(report.unsealed, 0)
    await check(house.database)
  } finally {
    await site.close()
  }
}

/** Rows that must not be; the query's name says what is wrong with them. */
export async function none(database: Database, what: string, query: string): Promise<void> {
  const { rows } = await database.execute(query)
  assert.deepEqual(rows, [], what)
}

/** Nothing of a case is half there, and every acknowledged step is. */
export async function checkCases(
  database: Database,
  facts: readonly Record<string, unknown>[],
): Promise<void> {
  await none(
    database,
    'a case without all lines of its transcript',
    `select c.number from recognition_cases c
     where (select count(*) from case_lines l where l.case_id = c.id) = 0
        or (select count(*) from case_lines l where l.case_id = c.id)
           <> (select count(*) from transcript_lines t where t.transcript_id = c.transcript_id)`,
  )
  await none(
    database,
    'a transcript without a case',
    `select t.id from transcripts t left join recognition_cases c on c.transcript_id = t.id
     where c.id is null`,
  )
  await none(
    database,
    'a decision and its case disagree',
    `select c.number from recognition_cases c
     left join recognition_decisions d on d.case_id = c.id and d.revision = c.revision
     where (c.state = 'decided') <> (d.id is not null)`,
  )
  for (const [type, table] of [
    ['recognition.case-opened', 'recognition_cases'],
    ['recognition.case-decided', 'recognition_decisions'],
  ]) {
    await none(
      database,
      `${type} and ${table} disagree`,
      `select * from (
         select (select count(*) from chronicle_entries where type = '${type}') as entries,
                (select count(*) from ${table}) as rows) as counted
       where entries <> rows`,
    )
  }
  await none(
    database,
    'a task that does not fit its case',
    `select c.number, c.state from recognition_cases c
     where (c.state = 'open') <> exists (
       select 1 from tasks t where t.object_kind = 'recognition-case' and t.object_id = c.id::text
         and t.kind = 'recognition.case-decision' and t.done_at is null and t.cancelled_at is null)`,
  )
  await acknowledged(database, facts, 'opened', 'select id from recognition_cases')
  await acknowledged(database, facts, 'decided', 'select case_id as id from recognition_decisions')
}

/** A catalogue is staged whole, published whole, or not published. */
export async function checkCatalogues(
  database: Database,
  facts: readonly Record<string, unknown>[],
): Promise<void> {
  await none(
    database,
    'staged rows and their count disagree, or a course is there twice',
    `select c.id, c.state, c.rows_taken from catalogues c
     where c.state <> 'discarded' and c.rows_taken <> (
       select count(distinct k.code) from courses k where k.catalogue_id = c.id)
        or c.rows_taken <> (select count(*) from courses k where k.catalogue_id = c.id)`,
  )
  await none(
    database,
    'an import that was left lying',
    `select c.id, c.state, j.state as job, j.attempts, j.last_error from catalogues c
     left join jobs j on j.payload ->> 'catalogueId' = c.id::text
     where c.state in ('importing', 'failed')`,
  )
  await none(
    database,
    'an institution whose current catalogue is not its one published catalogue',
    `select now.organisation_id from current_catalogues now
     where (select count(*) from catalogues c where c.organisation_id = now.organisation_id
              and c.state = 'published') <> 1
        or not exists (select 1 from catalogues c where c.id = now.catalogue_id
              and c.state = 'published')`,
  )
  await acknowledged(database, facts, 'begun', 'select id from catalogues')
  await acknowledged(
    database,
    facts,
    'published',
    `select id from catalogues where state in ('published', 'replaced')`,
  )
}

/** A run that was frozen has one result, whole, and its round can be run again. */
export async function checkRuns(
  database: Database,
  facts: readonly Record<string, unknown>[],
): Promise<void> {
  await none(
    database,
    'a run that was left lying',
    `select r.id, r.state, r.stage, j.state as job, j.attempts, j.last_error from matching_runs r
     left join jobs j on j.payload ->> 'runId' = r.id::text
     where r.state <> 'proved'`,
  )
  await none(
    database,
    'a result that is not whole, or is there twice',
    `select r.id from matching_runs r
     where (r.summary ->> 'applicants')::int
             <> (select count(*) from matching_placements a where a.run_id = r.id)
        or (r.summary ->> 'places')::int
             <> (select count(*) from matching_places p where p.run_id = r.id)
        or (select count(*) from chronicle_entries e
              where e.type = 'matching.run-proved' and e.object_id = r.id::text) <> 1
        or (select count(*) from files f
              where f.owner_kind = 'matching-run' and f.owner_id = r.id::text) <> 1`,
  )
  await none(
    database,
    'seats that are filled otherwise than people are placed',
    `select p.run_id, p.number from matching_places p
     where p.filled <> (select count(*) from matching_placements a
                          where a.run_id = p.run_id and (a.place_number = p.number or a.second_number = p.number))`,
  )
  await acknowledged(database, facts, 'frozen', 'select id from matching_runs')
  await acknowledged(
    database,
    facts,
    'proved',
    `select id from matching_runs where state = 'proved'`,
  )
}

async function acknowledged(
  database: Database,
  facts: readonly Record<string, unknown>[],
  fact: string,
  query: string,
): Promise<void> {
  const { rows } = await database.execute(query)
  const there = new Set(rows.map((row) => row['id']))
  const said = facts.flatMap((each) => (each[fact] === undefined ? [] : [each[fact]]))
  const lost = said.filter((id) => !there.has(id))
  assert.deepEqual(lost, [], `${fact} was acknowledged and is lost`)
}

/** What was acknowledged of a large file is here, and one that is whole is its object's, once, with its tiles. */
export async function checkUploads(
  database: Database,
  facts: readonly Record<string, unknown>[],
): Promise<void> {
  await none(
    database,
    'an upload whose pieces are not what it has received',
    `select u.id from open_uploads u
       where u.state in ('open', 'complete') and u.received_bytes <>
         (select coalesce(sum(size_bytes), 0) from open_upload_pieces p where p.upload_id = u.id)`,
  )
  await none(
    database,
    'an upload that failed, or that waits though it is whole',
    `select id, state, fault from open_uploads where state in ('complete', 'failed')`,
  )
  const mediaOf = async (object: unknown) => {
    const { rows } = await database.execute(
      `select id from exhibition_media
         where object_id = $1 and state = 'ready' and pyramid_sha256 is not null`,
      [object],
    )
    return rows.length
  }
  for (const { upload, received, object } of facts) {
    if (upload === undefined) continue
    const { rows } = await database.execute(
      'select received_bytes from open_uploads where id = $1',
      [upload],
    )
    // A day after it was taken, which the next start lets pass, an upload is forgotten: then its object has it.
    const isThere =
      rows.length === 0
        ? (await mediaOf(object)) === 1
        : Number(rows[0]!['received_bytes']) >= Number(received)
    assert.ok(isThere, 'a piece is lost')
  }
  const isWhole = (fact: Record<string, unknown>) => 'complete' in fact || 'taken' in fact
  for (const object of new Set(facts.filter(isWhole).map((fact) => fact['object']))) {
    const held = await mediaOf(object)
    assert.equal(held, 1, 'what was sent wholly is its object’s, once, with its tiles')
  }
}
