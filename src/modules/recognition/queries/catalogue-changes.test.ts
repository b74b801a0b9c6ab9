import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { describe, test } from 'node:test'
import { readTable } from '#kernel/files'
import { addTranscript } from '../service/add-transcript.ts'
import { everyLanguage, type Site, textOf, withSite } from '../testing/site.fixture.ts'
import {
  accepted,
  auRules,
  inWorld,
  now,
  organisations,
  people,
  publishRules,
  transcript,
  type World,
} from '../testing/world.fixture.ts'
import { catalogueChanges } from './catalogue-changes.ts'

const registrar = people.registrarAu
type Courses = readonly (readonly [code: string, credit: string | null])[]

/** An import that is read to its end and not published. */
async function ready({ database }: World, courses: Courses): Promise<string> {
  const catalogue_id = randomUUIDv7()
  const { kysely } = database
  await kysely
    .insertInto('catalogues')
    .values({
      id: catalogue_id,
      origin: 'test.example',
      organisation_id: organisations.au,
      file_name: 'courses-2570.xlsx',
      format: 'xlsx',
      encoding: null,
      file_id: null,
      mapping: '{}',
      state: 'ready',
      rows_expected: null,
      failure: null,
      imported_by: null,
      created_at: now,
      finished_at: now,
      published_at: null,
    })
    .execute()
  const rows = courses.map(([code, credit], row_number) => ({
    id: randomUUIDv7(),
    catalogue_id,
    organisation_id: organisations.au,
    code,
    titles: JSON.stringify({ en: `Course ${code}` }),
    credit,
    hours: null,
    unit_name: null,
    unit_id: null,
    level: null,
    language_of_instruction: null,
    row_number,
    search_text: code.toLowerCase(),
  }))
  if (rows.length > 0) await kysely.insertInto('courses').values(rows).execute()
  return catalogue_id
}

/** The current one without DA1102 and DA 4000, with another credit for DA1103, and one new course. */
const next: Courses = [
  ['da 1101', '3'],
  ['DA1103', '4'],
  ['DA1104', '3'],
  ['DA1105', '3'],
  ['DA1106', '3'],
  ['DA5000', '3'],
]

async function changesOf(world: World, courses: Courses, page = 1, pageSize = 50) {
  const catalogueId = await ready(world, courses)
  const work = world.runner.reading(await world.context(registrar))
  return catalogueChanges(work, {
    organisationId: organisations.au,
    catalogueId,
    page,
    pageSize,
  })
}

describe('before a catalogue is published', () => {
  test(
    'it is said which courses go, change credit and come, and what names them',
    inWorld(async (world) => {
      const given = transcript([['PKU102', '91']])
      accepted(await world.as(registrar, (work) => addTranscript(work, given)))
      const changes = await changesOf(
        world,
        [...next].filter(([code]) => code !== 'DA1104'),
      )
      assert.ok(changes)
      assert.deepEqual([changes.gone, changes.credit, changes.added, changes.named], [3, 1, 1, 3])
      assert.deepEqual(
        changes.courses.map((row) => [row.code, row.change, row.equivalences, row.cases]),
        [
          ['DA1102', 'gone', 1, 1],
          ['DA1104', 'gone', 1, 0],
          ['DA1103', 'credit', 1, 0],
          ['DA 4000', 'gone', 0, 0],
        ],
      )
      assert.deepEqual([changes.courses[2]!.before, changes.courses[2]!.after], ['3', '4'])
    }),
  )

  test(
    'a withdrawn or expired equivalence names nothing any more',
    inWorld(async (world) => {
      await world.rows(`update equivalences set withdrawn_at = judged_on where id in
        (select equivalence_id from equivalence_home_courses where course_code = 'DA1102')`)
      await world.rows(`update equivalences set valid_to = '2026-11-21' where id in
        (select equivalence_id from equivalence_home_courses where course_code = 'DA1103')`)
      const changes = await changesOf(world, next)
      assert.deepEqual(
        changes?.courses.map((row) => row.equivalences),
        [0, 0, 0],
      )
      assert.equal(changes?.named, 0)
    }),
  )

  test(
    'equivalences of others in which it is a host course are counted',
    inWorld(async (world) => {
      const id = randomUUIDv7()
      const { au, pku } = organisations
      await world.rows(
        `insert into equivalences (id, origin, home_organisation_id, host_organisation_id, valid_from, judged_by, judged_on)
         values ($1, 'test.example', $2, $3, '2020-01-01', $4, '2025-01-01')`,
        [id, pku, au, people.evaluatorPku],
      )
      await world.rows(
        `insert into equivalence_host_courses (equivalence_id, home_organisation_id, host_organisation_id, position, requirement, course_code)
         values ($1, $2, $3, 0, 0, 'da4000')`,
        [id, pku, au],
      )
      const changes = await changesOf(world, next)
      assert.equal(changes?.courses.find((row) => row.code === 'DA 4000')?.abroad, 1)
    }),
  )

  test(
    'a rule set that names a course is named, whatever member names it',
    inWorld(async (world) => {
      const rules = { ...auRules, version: 2, notRecognised: ['da4000'] }
      await publishRules(world, rules)
      const changes = await changesOf(world, next)
      const found = changes?.courses.find((row) => row.code === 'DA 4000')
      assert.deepEqual(found?.ruleSets, [auRules.name])
      assert.equal(changes?.courses[0]?.code, 'DA 4000')
    }),
  )

  test(
    'the list has pages, and the figures stand on each',
    inWorld(async (world) => {
      const second = await changesOf(world, next, 2, 2)
      assert.deepEqual([second?.gone, second?.credit, second?.courses.length], [2, 1, 1])
      const beyond = await changesOf(world, next, 9, 2)
      assert.deepEqual([beyond?.gone, beyond?.courses], [2, []])
    }),
  )

  test(
    'nothing is said of the first catalogue of an institution',
    inWorld(async (world) => {
      await world.rows('delete from current_catalogues')
      assert.equal(await changesOf(world, next), null)
    }),
  )
})

describe('the page of an import', () => {
  const onSite = (run: (site: Site) => Promise<void>) => inWorld((world) => withSite(world, run))

  test(
    'shows the changes above the button that publishes, in every language, and gives them as a file',
    onSite(async (site) => {
      const path = `/recognition/catalogues/${await ready(site.world, next)}`
      const html = await site.page(registrar, `/en${path}`)
      assert.match(textOf(html), /2 courses go .*1 courses change credit/)
      assert.ok(html.indexOf('DA1103') < html.indexOf('/publication'))
      for (const language of everyLanguage) {
        for (const rest of ['', '/changes']) {
          const shown = textOf(await site.page(registrar, `/${language}${path}${rest}`))
          assert.doesNotMatch(shown, /changes\.[a-z]+|undefined|\[object/)
        }
      }
      const file = await site.get(registrar, `/en${path}/changes/table`)
      const bytes = new Uint8Array(await file.arrayBuffer())
      const table = await readTable(bytes, { name: 'changes.xlsx' })
      assert.ok('header' in table)
      assert.equal(table.header[0], 'Course code')
    }),
  )

  test(
    'is hidden from who may not publish',
    onSite(async (site) => {
      const path = `/en/recognition/catalogues/${await ready(site.world, next)}`
      for (const rest of ['/changes', '/changes/table']) {
        assert.equal((await site.get(people.coordinatorAu, path + rest)).status, 404)
        assert.equal((await site.get(people.evaluatorPku, path + rest)).status, 404)
      }
    }),
  )

  test(
    'costs the same number of queries with one course and with many',
    onSite(async (site) => {
      const few = await ready(site.world, next)
      await site.page(registrar, `/en/recognition/catalogues/${few}`)
      const queries = site.queries()
      const many = await ready(site.world, [])
      await site.page(registrar, `/en/recognition/catalogues/${many}`)
      assert.equal(site.queries(), queries)
    }),
  )
})
