import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Fraction } from '#kernel/values'
import { lineToCorrect } from '../queries/corrections.ts'
import { staysOf } from '../queries/stays.ts'
import { factsOf, type LineFacts } from '../rules/line-facts.ts'
import type { Reason } from '../rules/reasons.ts'
import type { StayFacts } from '../rules/stay-types.ts'
import type { RecognitionRuleSet } from '../rules/types.ts'
import {
  accepted,
  auRules,
  inWorld,
  people,
  publishRules,
  refusalOf,
  transcript,
  type World,
} from '../testing/world.fixture.ts'
import { addTranscript } from './add-transcript.ts'
import { correctLine } from './correct-line.ts'
import { decideCase } from './decide-case.ts'
import { previewPast } from './preview-past.ts'
import { previewRuleSet } from './rule-sets.ts'
import { stateFacts } from './state-facts.ts'

const { evaluatorAu: evaluator, registrarAu: registrar, studentPloy: student } = people
const unknown: StayFacts = {
  from: null,
  to: null,
  suspended: null,
  lastTerm: null,
  homeTerms: [],
}

/** A case under the rules of the home institution with more of them. */
async function caseUnder(world: World, more: Partial<RecognitionRuleSet>): Promise<string> {
  await publishRules(world, { ...auRules, ...more, version: 2 })
  const lines = transcript([['PKU101', '88']])
  const added = await world.as(registrar, (work) => addTranscript(work, lines))
  return accepted(added).caseId
}

async function state(
  world: World,
  caseId: string,
  stay: Partial<StayFacts>,
  rest: { who?: string; seen?: string; reason?: string } = {},
) {
  const work = world.runner.reading(await world.context(evaluator))
  const [latest] = await staysOf(work, caseId)
  return world.as(rest.who ?? evaluator, (own) =>
    stateFacts(own, {
      caseId,
      seen: rest.seen ?? latest?.id ?? '',
      stay: { ...unknown, ...stay },
      reason: rest.reason ?? 'Certificate of stay',
    }),
  )
}

/** The verdict on the case's line, and the reasons of a topic. */
async function found(world: World, topic: string): Promise<string[]> {
  const [row] = await world.rows('select verdict, evaluation from case_lines')
  const { reasons } = row!['evaluation'] as { reasons: Reason[] }
  const keys = reasons.map(({ key }) => key).filter((key) => key.startsWith(`reason.${topic}`))
  return [String(row!['verdict']), ...keys]
}

async function correct(world: World, caseId: string, change: Partial<LineFacts>) {
  const [row] = await world.rows('select id from case_lines')
  const ids = { caseId, lineId: String(row!['id']) }
  const line = await lineToCorrect(world.runner.reading(await world.context(evaluator)), ids)
  return world.as(evaluator, (work) =>
    correctLine(work, {
      ...ids,
      seen: line!.seen,
      reason: 'The certificate says so.',
      line: { ...factsOf(line!), ...change },
    }),
  )
}

describe('the time abroad', () => {
  test(
    'is asked for by rules on suspended studies, and settles them',
    inWorld(async (world) => {
      const caseId = await caseUnder(world, { suspension: { overMonths: 3 } })
      assert.deepEqual(await found(world, 'stay'), ['needs-decision', 'reason.stay.unknown'])
      const term = { from: '2026-02-16', to: '2026-06-30' }
      accepted(await state(world, caseId, term))
      const open = ['needs-decision', 'reason.stay.suspension-unknown']
      assert.deepEqual(await found(world, 'stay'), open)
      accepted(await state(world, caseId, { ...term, suspended: false }))
      assert.deepEqual(await found(world, 'stay'), ['refused', 'reason.stay.not-suspended'])
      accepted(await state(world, caseId, { ...term, suspended: true }))
      assert.deepEqual(await found(world, 'stay'), ['recognised', 'reason.stay.suspended'])
      // A short stay needs no suspension.
      accepted(await state(world, caseId, { from: '2026-05-01', to: '2026-06-30' }))
      assert.deepEqual(await found(world, 'stay'), ['recognised'])
      const rows = await world.rows('select reason from case_stays')
      assert.equal(rows.length, 4)
    }),
  )

  test(
    'gives the day from which a deadline counts, and the transcript the day on which it was filed',
    inWorld(async (world) => {
      const deadline = { rule: 'working-days', days: 10, after: 'stay', late: 'refuse' } as const
      const caseId = await caseUnder(world, { deadline })
      // Without a stated stay the last course's end counts: the 30th of June, filed in November.
      assert.deepEqual(await found(world, 'deadline'), ['refused', 'reason.deadline.missed'])
      accepted(await state(world, caseId, { to: '2026-11-20' }))
      assert.deepEqual(await found(world, 'deadline'), ['recognised', 'reason.deadline.met'])
    }),
  )

  test(
    'counts a deadline by weeks of the home institution’s terms',
    inWorld(async (world) => {
      const deadline = { rule: 'week', week: 8, term: 1, late: 'needs-decision' } as const
      const caseId = await caseUnder(world, { deadline })
      assert.deepEqual(await found(world, 'deadline'), [
        'needs-decision',
        'reason.deadline.unknown',
      ])
      await world.rows(
        `insert into academic_terms (id, organisation_id, academic_year, term_number, terms_in_year, starts_on, ends_on)
         values (gen_random_uuid(), $1, '2026/2027', 1, 2, '2026-11-02', '2027-02-28')`,
        [auRules.homeInstitution],
      )
      accepted(await state(world, caseId, { to: '2026-07-01' }))
      assert.deepEqual(await found(world, 'deadline'), ['recognised', 'reason.deadline.met'])
    }),
  )

  test(
    'says what was taken at home meanwhile, and the line how it was learnt and what was seen of it',
    inWorld(async (world) => {
      const four = Fraction.of(4)
      const none = { perTerm: null, perYear: null, perHost: null, total: null, share: null }
      const caseId = await caseUnder(world, {
        homeTerms: [{ kinds: ['online'], mostAtHome: four, mostTogether: Fraction.of(25) }],
        kindRules: [{ kinds: ['online'], accept: true, ...none, evidence: ['syllabus'] }],
      })
      assert.deepEqual(await found(world, 'home-term'), ['recognised'])
      accepted(await correct(world, caseId, { kind: 'online' }))
      assert.deepEqual(await found(world, 'home-term'), [
        'needs-decision',
        'reason.home-term.unknown',
      ])
      const term = '2025/2026-2'
      accepted(await state(world, caseId, { homeTerms: [{ term, credit: Fraction.of(5) }] }))
      assert.deepEqual(await found(world, 'home-term'), ['refused', 'reason.home-term.over'])
      accepted(await state(world, caseId, { homeTerms: [{ term, credit: four }] }))
      assert.deepEqual(await found(world, 'kind'), ['needs-decision', 'reason.kind.evidence'])
      accepted(await correct(world, caseId, { evidence: ['syllabus'] }))
      assert.deepEqual(await found(world, 'kind'), ['recognised', 'reason.kind.evidence-seen'])
      const [corrected] = await world.rows(
        'select after from line_corrections order by corrected_at desc, id desc limit 1',
      )
      assert.deepEqual((corrected!['after'] as LineFacts).evidence, ['syllabus'])
    }),
  )

  test(
    'changes nothing under rules that do not ask for it',
    inWorld(async (world) => {
      const caseId = await caseUnder(world, {})
      const [before] = await world.rows('select input_hash from recognition_cases')
      accepted(await state(world, caseId, { from: '2026-02-16', suspended: false }))
      const [after] = await world.rows('select input_hash from recognition_cases')
      assert.equal(after!['input_hash'], before!['input_hash'])
    }),
  )

  test(
    'is looked at by a preview of rules that would ask for it, on open cases and on decided ones',
    inWorld(async (world) => {
      const caseId = await caseUnder(world, {})
      accepted(
        await state(world, caseId, { from: '2026-02-16', to: '2026-06-30', suspended: false }),
      )
      const { version: _version, ...rules } = auRules
      const draft = { ...rules, validFrom: '2026-11-01', suspension: { overMonths: 3 } }
      const open = accepted(await world.as(registrar, (work) => previewRuleSet(work, draft)))
      assert.deepEqual(
        open.changed.map(({ id }) => id),
        [caseId],
      )
      const [row] = await world.rows('select input_hash from recognition_cases')
      const inputHash = String(row!['input_hash'])
      accepted(await world.as(evaluator, (work) => decideCase(work, { caseId, inputHash })))
      const past = accepted(await world.as(registrar, (work) => previewPast(work, draft)))
      assert.deepEqual(
        past.changed.flatMap(({ lines }) => lines.map(({ after }) => after.verdict)),
        ['refused'],
      )
    }),
  )

  test(
    'is stated by who may correct the case, with what it rests on, and overwrites nothing unseen',
    inWorld(async (world) => {
      const caseId = await caseUnder(world, { suspension: { overMonths: 3 } })
      const day = { to: '2026-06-30' }
      const refusals: [string, Partial<StayFacts>, Parameters<typeof state>[3], string][] = [
        ['the student', day, { who: student }, '404 refusal.no-case'],
        ['no ground', day, { reason: ' ' }, '422 stay.refusal.reason'],
        ['an old page', day, { seen: caseId }, '409 stay.refusal.meanwhile'],
        ['backwards', { ...day, from: '2026-07-01' }, {}, '422 stay.refusal.period'],
      ]
      for (const [what, stay, rest, expected] of refusals) {
        assert.equal(refusalOf(await state(world, caseId, stay, rest)), expected, what)
      }
      accepted(await state(world, caseId, day))
      assert.equal(refusalOf(await state(world, caseId, day)), '422 stay.refusal.same')
      await assert.rejects(() => world.rows('delete from case_stays'), /never altered/)
    }),
  )

  test(
    'is part of a decided case and no longer stated',
    inWorld(async (world) => {
      const caseId = await caseUnder(world, {})
      const [row] = await world.rows('select input_hash from recognition_cases')
      const inputHash = String(row!['input_hash'])
      accepted(await world.as(evaluator, (work) => decideCase(work, { caseId, inputHash })))
      const late = await state(world, caseId, { to: '2026-06-30' })
      assert.equal(refusalOf(late), '404 refusal.no-case')
    }),
  )
})
