import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { randomUUIDv7 } from 'node:crypto'
import type { Work } from '#kernel/database'
import { standing } from '../testing/equivalences.fixture.ts'
import { inWorld, now, organisations, people, type World } from '../testing/world.fixture.ts'
import { suggestHomeCourses } from './suggest-courses.ts'
import { buildSuggestions } from './suggestion-models.ts'
import { withdrawEquivalence } from './equivalences.ts'

const { au, pku } = organisations

const system = { actor: { kind: 'system', name: 'test' }, now, language: 'en' } as const

const build = (world: World) => buildSuggestions({ runner: world.runner, context: system }, au)

const version = async (world: World) =>
  (await world.rows('select version, decisions from suggestion_models'))[0]

/** Courses with titles that can be told apart, beside those of the world. */
async function teach(world: World): Promise<void> {
  const [catalogue] = await world.rows(
    'select catalogue_id from current_catalogues where organisation_id = $1',
    [au],
  )
  const courses = [
    ['HE 3101', { en: 'Digital Heritage', th: 'มรดกดิจิทัล' }],
    ['HE 3102', { en: 'Heritage Conservation', th: 'การอนุรักษ์มรดก' }],
    ['CA 2105', { en: 'Intercultural Communication', th: 'การสื่อสารข้ามวัฒนธรรม' }],
  ] as const
  for (const [row, [code, titles]] of courses.entries()) {
    await world.rows(
      `insert into courses (id, catalogue_id, organisation_id, code, titles, credit, row_number, search_text)
       values ($1, $2, $3, $4, $5, '3', $6, $4)`,
      [randomUUIDv7(), catalogue!['catalogue_id'], au, code, JSON.stringify(titles), 900 + row],
    )
  }
}

const question = (titles: Record<string, string>, code = 'X1') => ({
  institution: pku,
  code,
  titles,
  credit: 3,
})

const ask = (work: Work, ...hosts: ReturnType<typeof question>[]) =>
  suggestHomeCourses(work, { homeOrganisationId: au, hosts, most: 3 })

describe('what suggestions rest on', () => {
  test(
    'is made once, and anew only where something changed',
    inWorld(async (world) => {
      await teach(world)
      assert.deepEqual(await build(world), { outdated: [] })
      const first = await version(world)
      assert.equal(first!['decisions'], 6)
      await build(world)
      assert.deepEqual(await version(world), first)
      const id = await standing(world.database.kysely, {
        hosts: [['PKU900']],
        homes: [['HE 3101', '3']],
        share: null,
      })
      await build(world)
      const second = await version(world)
      assert.notEqual(second!['version'], first!['version'])
      assert.equal(second!['decisions'], 7)
      const withdrawn = await world.as(people.evaluatorAu, (work) => withdrawEquivalence(work, id))
      assert.ok(!('refusal' in withdrawn))
      await build(world)
      assert.deepEqual(await version(world), first)
      assert.equal((await world.rows('select id from suggestion_dictionaries')).length, 1)
    }),
  )

  test(
    'is the same whoever makes it',
    inWorld(async (world) => {
      await teach(world)
      await build(world)
      const first = await version(world)
      await world.rows('delete from suggestion_models')
      await build(world)
      assert.equal((await version(world))!['decisions'], first!['decisions'])
      const work = world.runner.reading(await world.context(people.evaluatorAu))
      const found = await ask(work, question({ th: 'มรดกดิจิทัล' }))
      assert.equal(found.lists[0]?.[0]?.course.code, 'HE 3101')
    }),
  )
})

describe('suggesting home courses', () => {
  test(
    'says that the catalogue is not ready before it is, and that there is none where there is none',
    inWorld(async (world) => {
      const work = world.runner.reading(await world.context(people.evaluatorAu))
      assert.equal((await ask(work, question({ en: 'Heritage' }))).ready, false)
      const none = { homeOrganisationId: 'nonsense', hosts: [question({})], most: 3 }
      assert.deepEqual((await suggestHomeCourses(work, none)).lists, [[]])
    }),
  )

  test(
    'costs the same number of queries for one course and for three',
    inWorld(async (world) => {
      await teach(world)
      await build(world)
      const work = world.runner.reading(await world.context(people.evaluatorAu))
      const hosts = [
        'Digital Heritage',
        'Communication across Cultures',
        'Conservation of Heritage',
      ]
      const asked = hosts.map((en) => question({ en }))
      await ask(work, asked[0]!)
      const before = world.database.queryCount()
      await ask(work, asked[0]!)
      const one = world.database.queryCount() - before
      const { lists } = await ask(work, ...asked)
      assert.equal(world.database.queryCount() - before - one, one)
      assert.deepEqual(
        lists.map((list) => list[0]?.course.code),
        ['HE 3101', 'CA 2105', 'HE 3102'],
      )
    }),
  )

  test(
    'tells of decisions only whoever may see the equivalences of the home institution',
    inWorld(async (world) => {
      await teach(world)
      await standing(world.database.kysely, {
        hosts: [['PKU900']],
        homes: [['CA 2105', '3']],
        share: null,
      })
      await build(world)
      const kinds = async (person: string) => {
        const work = world.runner.reading(await world.context(person))
        const found = await ask(work, question({ en: 'Heritage Studies' }, 'PKU900'))
        return found.lists[0]!.map(({ course, reasons }) => [
          course.code,
          reasons.some(({ kind }) => /^(decided.*|area|often|company|order)$/.test(kind)),
        ])
      }
      assert.deepEqual((await kinds(people.evaluatorAu))[0], ['CA 2105', true])
      for (const person of [people.evaluatorPku, people.studentPloy]) {
        const seen = await kinds(person)
        assert.ok(seen.every(([, told]) => told === false))
        assert.ok(!seen.some(([code]) => code === 'CA 2105'))
      }
    }),
  )
})
