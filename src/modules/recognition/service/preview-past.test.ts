import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Fraction } from '#kernel/values'
import { ruleSetVersions } from '../queries/rule-sets.ts'
import {
  accepted,
  inWorld,
  people,
  refusalOf,
  transcript,
  type World,
} from '../testing/world.fixture.ts'
import { addTranscript } from './add-transcript.ts'
import { decideCase } from './decide-case.ts'
import { previewPast } from './preview-past.ts'
import type { ChangedLine } from '../rules/compare-evaluations.ts'
import type { DraftRuleSet } from './rule-sets.ts'

const ruleSetId = '01980000-0020-7000-8000-0000000000aa'
const copies = 400

async function draft(world: World, change: Partial<DraftRuleSet>): Promise<DraftRuleSet> {
  const work = world.runner.reading(await world.context(people.registrarAu))
  const { version: _version, ...rules } = (await ruleSetVersions(work, ruleSetId))[0]!.definition
  return { ...rules, ...change }
}

/** One case decided as usual, and hundreds of copies of it. */
async function decidedCases(world: World): Promise<void> {
  const lines = [
    ['PKU101', '88'],
    ['PKU102', '91'],
  ] as const
  const { caseId } = accepted(
    await world.as(people.registrarAu, (work) => addTranscript(work, transcript(lines))),
  )
  const [row] = await world.rows('select input_hash from recognition_cases where id = $1', [caseId])
  const given = { caseId, inputHash: String(row!['input_hash']) }
  accepted(await world.as(people.evaluatorAu, (work) => decideCase(work, given)))
  const copy = (table: string, changed: string) =>
    world.rows(
      `insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(t) || ${changed})).*
       from (select * from ${table}) t, generate_series(1, ${copies}) n`,
    )
  const derived = (column: string) => `md5(t.${column}::text || n)::uuid`
  await copy(
    'transcripts',
    `jsonb_build_object('id', ${derived('id')}, 'content_sha256', md5(t.id::text || n))`,
  )
  await copy(
    'recognition_cases',
    `jsonb_build_object('id', ${derived('id')}, 'transcript_id', ${derived('transcript_id')},
       'number', t.number || '-' || n)`,
  )
  await copy(
    'recognition_decisions',
    `jsonb_build_object('id', ${derived('id')}, 'case_id', ${derived('case_id')})`,
  )
}

/** Everything of a case that a preview could touch. */
async function stateOf(world: World): Promise<unknown> {
  return world.rows(
    `select (select jsonb_agg(c order by c.id) from recognition_cases c) cases,
       (select jsonb_agg(l order by l.id) from case_lines l) lines,
       (select count(*) from recognition_decisions) decisions,
       (select count(*) from recognition_rule_sets) rules,
       (select count(*) from chronicle_entries) entries`,
  )
}

describe('what rules would have found on decided cases', () => {
  test(
    'is told for hundreds of them with totals, and alters nothing',
    inWorld(async (world) => {
      await decidedCases(world)
      const before = await stateOf(world)
      const work = world.runner.reading(await world.context(people.registrarAu))
      const strict = await draft(world, { minimumContentShare: Fraction.of(17, 20) })
      const found = accepted(await previewPast(work, strict))
      assert.deepEqual([found.decided, found.looked, found.concerned], Array(3).fill(copies + 1))
      assert.equal(found.totals.cases, copies + 1)
      assert.equal(found.totals.lines, copies + 1, 'nine tenths still suffice')
      assert.equal(found.totals.creditBefore.toString(), String(6 * (copies + 1)))
      assert.equal(found.totals.creditAfter.toString(), String(3 * (copies + 1)))
      assert.equal(new Set(found.changed.map((each) => each.caseId)).size, copies + 1)
      assert.deepEqual(
        found.changed[0]!.lines.map(({ code, before: was, after }) => [
          code,
          was.verdict,
          after.verdict,
        ]),
        [['PKU101', 'recognised', 'refused']],
      )
      const [{ before: was, after: becomes }] = found.changed[0]!.lines as [ChangedLine]
      // Both sides speak of the same figure: what sufficed then, and what would refuse it now.
      assert.deepEqual(
        [was.why!.key, was.why!.outcome, becomes.why!.key, becomes.why!.outcome],
        ['reason.content.met', 'for', 'reason.content.below', 'against'],
      )
      assert.equal(was.why!.args['judged'], becomes.why!.args['judged'])
      assert.deepEqual(await stateOf(world), before)
    }),
  )

  test(
    'tells a grade that would be entered otherwise, and nothing for rules as they were',
    inWorld(async (world) => {
      await decidedCases(world)
      const work = world.runner.reading(await world.context(people.registrarAu))
      const same = accepted(await previewPast(work, await draft(world, {})))
      assert.deepEqual([same.concerned, same.totals.cases], [copies + 1, 0])
      const entry = await draft(world, { gradeRule: { method: 'record', label: 'T' } })
      const found = accepted(await previewPast(work, entry))
      assert.equal(found.totals.lines, 2 * (copies + 1))
      assert.equal(found.totals.creditBefore.equals(found.totals.creditAfter), true)
      const [line] = found.changed[0]!.lines as [ChangedLine]
      assert.equal(line.after.grade, 'T')
      assert.equal(line.after.why!.args['label'] ?? line.after.why!.args['recorded'], 'T')
    }),
  )

  test(
    'is for who may edit the rules of the institution',
    inWorld(async (world) => {
      const rules = await draft(world, { totalCap: Fraction.of(30) })
      for (const person of [people.evaluatorAu, people.evaluatorPku, people.studentPloy]) {
        const work = world.runner.reading(await world.context(person))
        assert.equal(refusalOf(await previewPast(work, rules)), '404 rule-set.refusal.absent')
      }
    }),
  )
})
