import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isRefused } from '#kernel/database'
import { Fraction } from '#kernel/values'
import type { RecognitionRuleSet } from '../rules/types.ts'
import {
  accepted,
  inWorld,
  organisations,
  people,
  refusalOf,
  transcript,
  type World,
} from '../testing/world.fixture.ts'
import { addTranscript } from './add-transcript.ts'
import { ruleSetVersions } from '../queries/rule-sets.ts'
import { type DraftRuleSet, previewRuleSet, publishRuleSet } from './rule-sets.ts'

const id = '01980000-0020-7000-8000-0000000000aa'

async function present(world: World): Promise<RecognitionRuleSet> {
  const work = world.runner.reading(await world.context(people.registrarAu))
  return (await ruleSetVersions(work, id))[0]!.definition
}

async function draft(world: World, change: Partial<DraftRuleSet> = {}): Promise<DraftRuleSet> {
  const { version: _version, ...rules } = await present(world)
  return { ...rules, ...change }
}

async function openCase(world: World, grade: string): Promise<string> {
  const codes = await world.rows('select course_code as code from equivalence_host_courses limit 1')
  const lines = [[String(codes[0]!['code']), grade]] as const
  const added = await world.as(people.registrarAu, (work) => addTranscript(work, transcript(lines)))
  return accepted(added).caseId
}

describe('publishing rules', () => {
  test(
    'makes a version beside the one before it',
    inWorld(async (world) => {
      const next = await draft(world, {
        validFrom: '2026-12-01',
        maximumProgrammeShare: Fraction.of(3, 4),
      })
      const result = accepted(
        await world.as(people.registrarAu, (work) => publishRuleSet(work, next)),
      )
      assert.deepEqual(result, { ruleSetId: id, version: 2 })
      const rows = await world.rows(
        'select version, valid_from from recognition_rule_sets where id = $1 order by version',
        [id],
      )
      assert.deepEqual(
        rows.map((row) => row['version']),
        [1, 2],
      )
    }),
  )

  test(
    'refuses the rules that are in force already',
    inWorld(async (world) => {
      const same = await draft(world)
      const answer = await world.as(people.registrarAu, (work) => publishRuleSet(work, same))
      assert.equal(refusalOf(answer), '422 rule-set.refusal.unchanged')
    }),
  )

  test(
    'is for the registrar and the administrator of the institution',
    inWorld(async (world) => {
      const next = await draft(world, { totalCap: Fraction.of(30) })
      for (const person of [people.evaluatorAu, people.evaluatorPku, people.studentPloy]) {
        const answer = await world.as(person, (work) => publishRuleSet(work, next))
        assert.equal(refusalOf(answer), '404 rule-set.refusal.absent')
      }
    }),
  )

  test(
    'does not take over the rules of another institution',
    inWorld(async (world) => {
      const next = await draft(world, { homeInstitution: organisations.pku })
      const answer = await world.runner.perform(
        { ...(await world.context(people.registrarAu)), actor: { kind: 'system', name: 'test' } },
        (work) => publishRuleSet(work, { ...next, minimumGrade: null }),
      )
      assert.equal(refusalOf(answer), '404 rule-set.refusal.absent')
    }),
  )

  test(
    'names the field that is wrong',
    inWorld(async (world) => {
      const wrong: [Partial<DraftRuleSet>, string][] = [
        [{ hostInstitution: organisations.au }, 'host'],
        [{ degreeProgramme: organisations.pku }, 'programme'],
        [{ validTo: '2019-01-01' }, 'validTo'],
        [{ minimumContentShare: Fraction.of(3, 2) }, 'minimumContentShare'],
        [{ minimumGrade: { homeScaleId: 'au', label: 'Z' } }, 'minimumGrade'],
      ]
      for (const [change, field] of wrong) {
        const next = await draft(world, change)
        const answer = await world.as(people.registrarAu, (work) => publishRuleSet(work, next))
        assert.ok(isRefused(answer) && field in answer.fields, field)
      }
    }),
  )
})

describe('looking at what rules would change', () => {
  test(
    'counts the open cases that come out differently, and writes nothing',
    inWorld(async (world) => {
      const caseId = await openCase(world, '85')
      const work = world.runner.reading(await world.context(people.registrarAu))
      const strict = await draft(world, { minimumGrade: { homeScaleId: 'au', label: 'A' } })
      const preview = accepted(await previewRuleSet(work, strict))
      assert.deepEqual([preview.open, preview.looked], [1, 1])
      assert.deepEqual(
        preview.changed.map((each) => each.id),
        [caseId],
      )
      const entry = await draft(world, { gradeRule: { method: 'record', label: 'T' } })
      assert.equal(accepted(await previewRuleSet(work, entry)).changed.length, 1)
      const later = await draft(world, { ...strict, validFrom: '2030-01-01' })
      assert.equal(accepted(await previewRuleSet(work, later)).changed.length, 0)
    }),
  )
})
