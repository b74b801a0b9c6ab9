// The process that is killed: opens the house as a start does, with its background work, and performs
// verbs one after the other. What was committed is said on stdout, one JSON object a line.
import { writeSync } from 'node:fs'
import { isRefused, type Refusal, type WorkContext } from '#kernel/database'
import { createLogger } from '#kernel/http'
import { open, openSite, type Site } from '../../src/app.ts'
import { loadDemonstration } from '../../src/cli/seed.ts'
import { readConfig } from '../../src/config.ts'
import type { House } from '../../src/house.ts'
import { cast, grantsOf } from '#modules/alliance'
import {
  beginCatalogue,
  startImport,
} from '../../src/modules/recognition/service/import-catalogue.ts'
import { publishCatalogue } from '../../src/modules/recognition/service/publish-catalogue.ts'
import { proposeReading } from '../../src/modules/recognition/formats/catalogue-reading.ts'
import { addTranscript } from '../../src/modules/recognition/service/add-transcript.ts'
import { changeLine, decideCase } from '../../src/modules/recognition/service/decide-case.ts'
import { roundById } from '../../src/modules/matching/queries/rounds.ts'
import { runById } from '../../src/modules/matching/queries/runs.ts'
import {
  checkWithNew,
  giveLists,
  makeRound,
  type NewList,
} from '../../src/modules/matching/service/rounds.ts'
import { freezeRun, prepareRun } from '../../src/modules/matching/service/runs.ts'
import { Fraction } from '#kernel/values'
import { receiveFile } from '#kernel/files'
import { seededFor } from './harness.ts'
import { sendInPieces } from './sending.ts'

const rowsOfCatalogue = 4000
/** Applicants and places of a round. */
const people = 3_000
const offered = 150

const config = readConfig(process.env)
if (Array.isArray(config)) throw new Error(JSON.stringify(config))
const scenario = process.argv[2]
const say = (fact: Record<string, unknown>) => writeSync(1, `${JSON.stringify(fact)}\n`)

const house = await open(config, (migration) => say({ migrated: migration }))
const services = (await import('../../src/app.ts')).servicesOf(house)
await loadDemonstration(seededFor(scenario, house), services, new Date(), {
  again: false,
  step: (module) => say({ seeding: module }),
  detail: (part) => say({ part }),
  stopped: (module) => say({ stopped: module }),
})
if (scenario === 'start') {
  say({ started: true })
  await house.close()
} else {
  const site = await openSite(
    house,
    createLogger((line) => line.includes('"level":"error"') && process.stderr.write(`${line}\n`)),
  )
  say({ ready: true })
  const scenes = {
    import: importCatalogue,
    matching: matchRound,
    upload: sendLargeFile,
    'pyramid-made': sendLargeFile,
    'pyramid-stored': sendLargeFile,
  }
  if (scenario?.startsWith('pyramid-')) stopAtPyramid(site, scenario === 'pyramid-stored')
  const work = scenes[scenario as keyof typeof scenes] ?? decideSomething
  for (let turn = 0; ; turn += 1) await work(house, site, turn)
}

/** A scan in pieces: what an earlier process had begun goes on, each piece is acknowledged, a job gives it to its object. */
async function sendLargeFile(killed: House, site: Site, turn: number) {
  await sendInPieces(killed, site, `${process.pid}-${turn}`, say)
}

/** Waits for its end at the one moment: the tiles of a picture are made, or stored too, and no row says so yet. */
function stopAtPyramid({ services: { blobs } }: Site, isStored: boolean) {
  const put = blobs.put.bind(blobs)
  blobs.put = async (source, limits) => {
    const { rows } = await house.database.execute(
      `select id from exhibition_media where state = 'processing'`,
    )
    // What is put together comes before there is a picture to make ready.
    if (rows.length === 0) return put(source, limits)
    if (isStored) await put(source, limits)
    say({ pyramid: rows[0]!['id'] })
    return new Promise(() => {})
  }
}

async function evaluator(): Promise<WorkContext> {
  const now = new Date()
  const personId = cast.people.evaluatorAu
  const grants = await grantsOf(house.database.kysely, personId, now)
  return { actor: { kind: 'person', personId, grants }, now, language: 'en' }
}

/** A transcript comes in, its lines are settled, the case is decided: three commits. */
async function decideSomething({ runner, database }: House, _site: Site, turn: number) {
  const context = await evaluator()
  const line = (code: string, grade: string) => ({
    code,
    title: { en: `Course ${code}` },
    credit: Fraction.of(2),
    creditSchemeId: null,
    hours: null,
    grade,
    status: null,
    completedOn: null,
    term: `${process.pid}-${turn}`,
  })
  const added = await runner.perform(context, (work) =>
    addTranscript(work, {
      enrolmentId: cast.enrolments.ploy,
      hostOrganisationId: cast.organisations.pku,
      format: 'hand',
      fileId: null,
      scanFileId: null,
      issuedOn: null,
      holder: {},
      problems: [],
      lines: [line('04330102', '40'), line('04339998', '80'), line('04339999', '90')],
    }),
  )
  if (isRefused(added)) throw new Error(`not added: ${added.message.key}`)
  say({ opened: added.caseId })
  const open = await database.kysely
    .selectFrom('case_lines')
    .select('id')
    .where('case_id', '=', added.caseId)
    .where('verdict', '<>', 'refused')
    .execute()
  for (const { id } of open) {
    const changed = await runner.perform(context, (work) =>
      changeLine(work, {
        caseId: added.caseId,
        lineId: id,
        verdict: 'refused',
        homeCourseCode: null,
        homeCredit: null,
        recordedGrade: null,
        contentShare: null,
        reason: 'No course that it could stand for.',
      }),
    )
    if (isRefused(changed)) throw new Error(`not changed: ${changed.message.key}`)
  }
  const { input_hash: inputHash } = await database.kysely
    .selectFrom('recognition_cases')
    .select('input_hash')
    .where('id', '=', added.caseId)
    .executeTakeFirstOrThrow()
  const decided = await runner.perform(context, (work) =>
    decideCase(work, { caseId: added.caseId, inputHash: inputHash ?? '' }),
  )
  if (isRefused(decided)) throw new Error(`not decided: ${decided.message.key}`)
  say({ decided: added.caseId })
}

/** A round is frozen, run by the job in a thread, and has one result: by another method each time. */
async function matchRound({ runner }: House, { jobs }: Site, turn: number) {
  const now = new Date()
  const personId = cast.people.coordinatorAu
  const grants = await grantsOf(house.database.kysely, personId, now)
  const context: WorkContext = { actor: { kind: 'person', personId, grants }, now, language: 'en' }
  const work = runner.reading(context)
  const made = succeeded(
    await runner.perform(context, (writing) =>
      makeRound(writing, {
        organisationId: cast.organisations.au,
        name: `Round ${process.pid}-${turn}`,
        about: '',
        node: services.node,
      }),
    ),
  )
  const lists: NewList[] = []
  for (const [side, text] of Object.entries(roundLists())) {
    const file = await receiveFile(
      services.blobs,
      { name: `${side}.csv`, bytes: Buffer.from(text) },
      { allow: ['csv'], maxBytes: 10_000_000 },
    )
    lists.push({ side: side as 'applicants' | 'places', file: succeeded(file), reading: null })
  }
  const findings = await checkWithNew(services.blobs, 'places', {}, { added: lists })
  if (isRefused(findings)) throw new Error(`refused: ${findings.message.key}`)
  const found = { findings, before: {} }
  succeeded(
    await runner.perform(context, (writing) =>
      giveLists(writing, made.roundId, { added: lists }, found),
    ),
  )
  const round = (await roundById(work, made.roundId))!
  const method = (['lottery', 'ties-kept', 'rank-maximal'] as const)[turn % 3]!
  const prepared = succeeded(await prepareRun(work, services.blobs, round, method))
  const { runId } = succeeded(
    await runner.perform(context, (writing) => freezeRun(writing, made.roundId, prepared)),
  )
  say({ frozen: runId })
  jobs.wake()
  for (let state = 'waiting'; state !== 'proved';) {
    await new Promise((resolve) => setTimeout(resolve, 10))
    const run = await runById(work, runId)
    state = run!.state
    if (state === 'unproved') throw new Error('the run was not proved')
    if (run!.stage !== 'waiting') say({ stage: run!.stage, share: run!.share })
  }
  say({ proved: runId })
}

/** Lists in which nobody ranks, so that every method can take them. */
function roundLists(): { applicants: string; places: string } {
  const rows = Array.from({ length: people }, (_, who) => {
    const wishes = Array.from({ length: 6 }, (_, at) => `P${(who * 7 + at * 31) % offered}`)
    return `S${who},${wishes.join(',')}`
  })
  const places = Array.from({ length: offered }, (_, at) => `P${at},${12 + (at % 12)}`)
  return {
    applicants: `Applicant,1st,2nd,3rd,4th,5th,6th\n${rows.join('\n')}\n`,
    places: `Place,Seats\n${places.join('\n')}\n`,
  }
}

function succeeded<T>(result: T | Refusal): T {
  if (isRefused(result)) throw new Error(`refused: ${result.message.key}`)
  return result
}

/** A catalogue's file is taken in, read by the job in batches, and published when it is whole. */
async function importCatalogue({ runner, database }: House, { jobs }: Site, turn: number) {
  const system: WorkContext = {
    actor: { kind: 'system', name: 'crash-test' },
    now: new Date(),
    language: 'en',
  }
  const rows = [['Course code', 'Title (English)', 'Credit']]
  for (let row = 1; row <= rowsOfCatalogue; row += 1) {
    rows.push([`C${process.pid}-${turn}-${row}`, `Course ${row} of ${turn}`, '3'])
  }
  const head = rows.slice(0, 20)
  const sample = { rows: head, numbers: head.map((_, index) => index + 1), sheets: null }
  const bytes = Buffer.from(rows.map((row) => row.join(',')).join('\n'))
  const received = await receiveFile(
    services.blobs,
    { name: 'courses.csv', bytes },
    { allow: ['csv'], maxBytes: 10_000_000 },
  )
  if (isRefused(received)) throw new Error(`no file: ${received.message.key}`)
  const begun = await runner.perform(system, async (work) => {
    const draft = await beginCatalogue(work, {
      organisationId: cast.organisations.ruc,
      fileName: 'courses.csv',
      format: 'csv',
      encoding: 'utf-8',
      file: received,
      sample,
      reading: proposeReading(sample, 'en'),
    })
    return isRefused(draft) ? draft : startImport(work, draft)
  })
  if (isRefused(begun)) throw new Error(`not begun: ${begun.message.key}`)
  say({ begun: begun.catalogueId })
  jobs.wake()
  for (let state = 'importing'; state !== 'ready';) {
    await new Promise((resolve) => setTimeout(resolve, 5))
    const row = await database.kysely
      .selectFrom('catalogues')
      .select(['state', 'rows_read'])
      .where('id', '=', begun.catalogueId)
      .executeTakeFirstOrThrow()
    state = row.state
    if (state === 'failed') throw new Error('the import failed')
    if (row.rows_read > 0) say({ staged: begun.catalogueId, rows: row.rows_read })
  }
  const published = await runner.perform(system, (work) =>
    publishCatalogue(work, begun.catalogueId),
  )
  if (isRefused(published)) throw new Error(`not published: ${published.message.key}`)
  say({ published: begun.catalogueId, courses: published.courses })
}
