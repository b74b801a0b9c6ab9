import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isRefused } from '#kernel/database'
import { Fraction } from '#kernel/values'
import { listCorrespondences, listScales, usesOfOwn } from '../queries/scales.ts'
import type { DraftScale } from '../rules/check-scale.ts'
import { collectInput } from '../queries/evaluation-input.ts'
import {
  accepted,
  inOwnWorld,
  inWorld,
  mixedLines,
  organisations,
  people,
  refusalOf,
  transcript,
  type World,
} from '../testing/world.fixture.ts'
import { addTranscript } from './add-transcript.ts'
import { removeCorrespondence, setCorrespondence } from './correspondences.ts'
import { type DraftScheme, enterScale, enterScheme, setInstitutionScheme } from './scales.ts'

const { au, pku } = organisations
const step = (label: string, points: number, pass = true) => ({
  label,
  points: Fraction.of(points),
  pass,
  from: null,
  to: null,
})
const letters: DraftScale = {
  institution: au,
  name: { en: 'Letters of 2026' },
  intakeFrom: 2026,
  intakeTo: null,
  grades: [step('A', 4), step('B', 3), step('F', 0, false)],
  bounds: null,
  words: [],
  remarks: ['W'],
  sources: [],
}
const scheme: DraftScheme = {
  institution: au,
  name: { en: 'Credit of 2026' },
  hoursPerCredit: { lecture: { from: Fraction.of(15), to: null } },
  minutesPerClassHour: 50,
  creditsPerYear: null,
  workloadHoursPerCredit: null,
  sources: [],
}
const use = (intakeFrom: number, intakeTo: number | null, scale: string) => ({
  organisationId: au,
  scheme: 'th',
  scale,
  intakeFrom,
  intakeTo,
})
const marks = {
  organisationId: au,
  hostScaleId: 'ruc',
  homeScaleId: 'au',
  host: '７５',
  home: 'b',
  source: { title: 'Board of 2026', url: 'https://example.org/board' },
}

const asRegistrar = <T>(world: World, verb: Parameters<typeof world.as<T>>[1]) =>
  world.as(people.registrarAu, verb)
const enter = (world: World, change: Partial<DraftScale> = {}) =>
  asRegistrar(world, (work) => enterScale(work, { ...letters, ...change }))
const choose = (world: World, ...args: Parameters<typeof use>) =>
  asRegistrar(world, (work) => setInstitutionScheme(work, use(...args)))

async function periods(world: World): Promise<string[]> {
  const work = world.runner.reading(await world.context(people.coordinatorAu))
  const uses = await usesOfOwn(work)
  return uses.map((each) => `${each.intakeFrom}-${each.intakeTo ?? ''} ${each.scaleId}`)
}

async function entries(world: World): Promise<unknown[]> {
  const rows = await world.rows(
    `select type from chronicle_entries where type like 'recognition.%' order by id`,
  )
  return rows.map((row) => String(row['type']).replace('recognition.', ''))
}

describe('entering a grade scale or a credit scheme', () => {
  test(
    'makes a row beside those that are there, with its entry',
    inWorld(async (world) => {
      const before = await world.rows('select id from grade_scales')
      const { scaleId } = accepted(await enter(world))
      const after = await world.rows('select id from grade_scales')
      assert.equal(after.length, before.length + 1)
      const work = world.runner.reading(await world.context(people.evaluatorPku))
      const found = (await listScales(work)).find((each) => each.id === scaleId)!
      assert.equal(found.organisation_id, au)
      assert.equal(found.definition.intakeFrom, 2026)
      accepted(await asRegistrar(world, (work) => enterScheme(work, scheme)))
      assert.deepEqual(await entries(world), ['grade-scale-entered', 'credit-scheme-entered'])
    }),
  )

  test(
    'is refused a second time, and with a fault, naming the field',
    inWorld(async (world) => {
      accepted(await enter(world))
      assert.equal(refusalOf(await enter(world)), '422 scale.refusal.same')
      const twice = await enter(world, { grades: [step('A', 4), step('a', 3)] })
      assert.ok(isRefused(twice) && 'rows' in twice.fields)
      accepted(await asRegistrar(world, (work) => enterScheme(work, scheme)))
      const again = await asRegistrar(world, (work) => enterScheme(work, scheme))
      assert.equal(refusalOf(again), '422 scheme.refusal.same')
      const workloadHoursPerCredit = { from: Fraction.of(30), to: Fraction.of(25) }
      const wrong = await asRegistrar(world, (work) =>
        enterScheme(work, { ...scheme, workloadHoursPerCredit }),
      )
      assert.ok(isRefused(wrong) && 'workloadTo' in wrong.fields)
    }),
  )

  test(
    'is for the registrar and the administrator of the institution',
    inWorld(async (world) => {
      for (const person of [people.evaluatorAu, people.coordinatorAu, people.studentPloy]) {
        const scale = await world.as(person, (work) => enterScale(work, letters))
        assert.equal(refusalOf(scale), '404 scale.refusal.absent')
        const chosen = await world.as(person, (work) =>
          setInstitutionScheme(work, use(2030, null, 'siam')),
        )
        assert.equal(refusalOf(chosen), '404 scale.refusal.absent')
        const set = await world.as(person, (work) => setCorrespondence(work, marks))
        assert.equal(refusalOf(set), '404 correspondence.refusal.absent')
      }
      assert.equal(refusalOf(await enter(world, { institution: pku })), '404 scale.refusal.absent')
      assert.deepEqual(await entries(world), [])
    }),
  )
})

describe('choosing what applies to an intake', () => {
  test(
    'leaves neither a gap nor an overlap, and the evaluation follows it',
    inWorld(async (world) => {
      const { scaleId } = accepted(await enter(world))
      accepted(await choose(world, 2026, null, scaleId))
      assert.deepEqual(await periods(world), [`2026- ${scaleId}`, '2000-2025 au'])
      accepted(await choose(world, 2023, 2024, 'siam'))
      assert.deepEqual(await periods(world), [
        `2026- ${scaleId}`,
        '2025-2025 au',
        '2023-2024 siam',
        '2000-2022 au',
      ])
      const added = await asRegistrar(world, (work) => addTranscript(work, transcript(mixedLines)))
      const [facts] = await world.rows('select * from recognition_cases where id = $1', [
        accepted(added).caseId,
      ])
      const work = world.runner.reading(await world.context(people.evaluatorAu))
      const collected = await collectInput(work, facts as never, '2026-11-22')
      assert.ok(collected.ok)
      assert.equal(collected.input.homeScaleId, 'siam', 'the student entered in 2023')
    }),
  )

  test(
    'refuses what would leave intakes without a scale, or changes nothing',
    inWorld(async (world) => {
      const { scaleId } = accepted(await enter(world))
      const wrong: [Parameters<typeof use>, string][] = [
        [[1990, 1995, 'siam'], 'intakeFrom'],
        [[2030, 2029, 'siam'], 'intakeTo'],
        [[2020, null, scaleId], 'scale'],
        [[2020, null, 'no such scale'], 'scale'],
      ]
      for (const [args, field] of wrong) {
        const answer = await choose(world, ...args)
        assert.ok(isRefused(answer) && field in answer.fields, field)
      }
      assert.equal(refusalOf(await choose(world, 2010, null, 'au')), '422 scheme.refusal.unchanged')
      assert.deepEqual(await periods(world), ['2000- au'])
    }),
  )

  test(
    'does not take a scale that is another institution’s own',
    inWorld(async (world) => {
      const { scaleId } = accepted(await enter(world))
      await world.rows('update grade_scales set organisation_id = $1 where id = $2', [pku, scaleId])
      const answer = await choose(world, 2026, null, scaleId)
      assert.ok(isRefused(answer) && 'scale' in answer.fields)
    }),
  )

  test(
    'twice at once gives one after the other',
    inOwnWorld(async (world) => {
      const answers = await Promise.all([
        choose(world, 2020, null, 'siam'),
        choose(world, 2010, null, 'kr-4.5'),
      ])
      for (const answer of answers) accepted(answer)
      const found = await periods(world)
      const possible = [
        ['2020- siam', '2010-2019 kr-4.5', '2000-2009 au'],
        ['2010- kr-4.5', '2000-2009 au'],
      ]
      assert.ok(
        possible.some((each) => each.join() === found.join()),
        found.join(),
      )
    }),
  )
})

describe('the correspondence of grades', () => {
  test(
    'is kept as the scales write the grades, replaced, and taken away',
    inWorld(async (world) => {
      const set = (change: object = {}) =>
        asRegistrar(world, (work) => setCorrespondence(work, { ...marks, ...change }))
      assert.deepEqual(accepted(await set()), { host: '75', home: 'B' })
      assert.deepEqual(accepted(await set({ host: '77' })), { host: '77', home: 'B' })
      const work = world.runner.reading(await world.context(people.registrarAu))
      const listed = (await listCorrespondences(work, [au])).filter(
        (each) => each.hostScaleId === 'ruc',
      )
      assert.deepEqual(
        listed.map(({ host, home, source }) => [host, home, source?.title]),
        [['77', 'B', 'Board of 2026']],
      )
      const { id } = listed[0]!
      const other = await world.as(people.evaluatorAu, (work) => removeCorrespondence(work, id))
      assert.equal(refusalOf(other), '404 correspondence.refusal.absent')
      accepted(await asRegistrar(world, (work) => removeCorrespondence(work, id)))
      assert.equal((await listCorrespondences(work, [au])).length, 1)
      assert.deepEqual(await entries(world), [
        'correspondence-set',
        'correspondence-set',
        'correspondence-removed',
      ])
    }),
  )

  test(
    'names the field that is wrong',
    inWorld(async (world) => {
      const wrong: [object, string][] = [
        [{ hostScaleId: 'none' }, 'hostScale'],
        [{ hostScaleId: 'au' }, 'hostScale'],
        [{ homeScaleId: 'none' }, 'homeScale'],
        [{ host: '101' }, 'host'],
        [{ home: 'TR' }, 'home'],
        [{ hostScaleId: 'pku-until-2024', host: '60' }, 'host'],
      ]
      for (const [change, field] of wrong) {
        const answer = await asRegistrar(world, (work) =>
          setCorrespondence(work, { ...marks, ...change }),
        )
        assert.ok(isRefused(answer) && field in answer.fields, `${JSON.stringify(change)} ${field}`)
      }
      assert.deepEqual(await entries(world), [])
    }),
  )
})
