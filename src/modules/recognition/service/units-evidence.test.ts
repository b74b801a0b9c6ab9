import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { tasksFor } from '#kernel/tasks'
import { appointInUnit, evaluatorOfArts, units, withUnits } from '../testing/units.fixture.ts'
import { textOf, withSite } from '../testing/site.fixture.ts'
import {
  accepted,
  inWorld,
  mixedLines,
  now,
  organisations,
  people,
  refusalOf,
  transcript,
  type World,
} from '../testing/world.fixture.ts'
import { settingsOf } from '../queries/settings.ts'
import { addTranscript } from './add-transcript.ts'
import { answerAppeal, makeAppeal } from './appeals.ts'
import { decideCase } from './decide-case.ts'
import { askForEvidence, settleEvidence } from './evidence.ts'
import { releaseDecision } from './final-decision.ts'
import { referLine } from './office/referrals.ts'
import { routeCase } from './office/routing.ts'
import { openRevision } from './revisions.ts'
import { changeSettings } from './settings.ts'

const { evaluatorAu: office, registrarAu: registrar, coordinatorAu: coordinator } = people
/** Somebody who evaluates in the unit of law, and nowhere else. */
const evaluatorOfLaw = people.studentThanawat
const later = new Date(now.getTime() + 86_400_000)

async function inUnits(world: World): Promise<void> {
  await withUnits(world, [])
  await world.rows('delete from appointments where person_id = $1', [evaluatorOfLaw])
  await appointInUnit(world, evaluatorOfLaw, units.law)
}

async function caseOfArts(world: World, lines: Parameters<typeof transcript>[0] = mixedLines) {
  await inUnits(world)
  const added = await world.as(registrar, (work) => addTranscript(work, transcript(lines)))
  const { caseId } = accepted(added)
  accepted(
    await world.as(office, (work) => routeCase(work, { caseId, unitId: units.arts, reason: '' })),
  )
  return caseId
}

async function lineOf(world: World, caseId: string, position: number): Promise<string> {
  const [row] = await world.rows('select id from case_lines where case_id = $1 and position = $2', [
    caseId,
    position,
  ])
  return String(row!['id'])
}

const ask = (world: World, caseId: string, by: string, lineId: string | null = null) =>
  world.as(by, (work) =>
    askForEvidence(work, {
      caseId,
      lineId,
      kind: lineId === null ? 'original' : 'syllabus',
      words: '',
      dueOn: '2026-12-02',
      of: { party: 'student' },
    }),
  )

const settle = (world: World, requestId: string, by: string) =>
  world.as(by, (work) => settleEvidence(work, requestId))

describe('evidence on a case of a unit', () => {
  test(
    'is asked for and settled by its evaluators and by the office of the institution, and not by another unit’s',
    inWorld(async (world) => {
      const caseId = await caseOfArts(world)
      assert.equal(refusalOf(await ask(world, caseId, evaluatorOfLaw)), '404 refusal.no-case')
      const { requestId } = accepted(await ask(world, caseId, evaluatorOfArts))
      assert.equal(refusalOf(await settle(world, requestId, evaluatorOfLaw)), '404 refusal.no-case')
      accepted(await settle(world, requestId, evaluatorOfArts))
      for (const by of [office, registrar, coordinator]) {
        const again = accepted(await ask(world, caseId, by))
        accepted(await settle(world, again.requestId, by))
      }
    }),
  )

  test(
    'is asked for by another unit about the line that it is asked about, and about nothing else, as long as it is asked',
    inWorld(async (world) => {
      const caseId = await caseOfArts(world)
      const [own, other] = [await lineOf(world, caseId, 3), await lineOf(world, caseId, 0)]
      const refer = { caseId, lineId: own, unitId: units.law, question: 'Is this law?' }
      accepted(await world.as(office, (work) => referLine(work, refer)))
      const whole = await ask(world, caseId, evaluatorOfLaw)
      assert.equal(refusalOf(whole), '422 evidence.refusal.other-line')
      assert.equal(
        refusalOf(await ask(world, caseId, evaluatorOfLaw, other)),
        '422 evidence.refusal.other-line',
      )
      const { requestId } = accepted(await ask(world, caseId, evaluatorOfLaw, own))
      const office2 = accepted(await ask(world, caseId, office, other))
      assert.equal(
        refusalOf(await settle(world, office2.requestId, evaluatorOfLaw)),
        '409 refusal.evidence-settled',
        'it reads of it, and settles it not',
      )
      accepted(await settle(world, requestId, evaluatorOfLaw))
    }),
  )

  test(
    'is offered on the form for what the reader may ask about',
    inWorld((world) =>
      withSite(world, async (site) => {
        const caseId = await caseOfArts(world)
        const own = await lineOf(world, caseId, 3)
        const refer = { caseId, lineId: own, unitId: units.law, question: '' }
        accepted(await world.as(office, (work) => referLine(work, refer)))
        const path = `/en/recognition/cases/${caseId}/evidence/new`
        const lines = (html: string) =>
          textOf(/<select[^>]*name="line".*?<\/select>/s.exec(html)?.[0] ?? '')
        const mine = lines(await site.page(evaluatorOfLaw, path))
        assert.match(mine, /PKU999/)
        assert.doesNotMatch(mine, /PKU101|transcript/)
        assert.match(lines(await site.page(evaluatorOfArts, path)), /transcript.*PKU101.*PKU999/)
      }),
    ),
  )
})

describe('an appeal and a revision on a case of a unit', () => {
  test(
    'are for its evaluators, for those of the whole institution and its registrar, and not for another unit’s',
    inWorld(async (world) => {
      const caseId = await caseOfArts(world, [['PKU101', '88']])
      const settings = await world.as(registrar, (work) => settingsOf(work, organisations.au))
      const taking = { ...settings, appealWorkingDays: 15 }
      accepted(await world.as(registrar, (work) => changeSettings(work, organisations.au, taking)))
      const [row] = await world.rows('select input_hash from recognition_cases where id = $1', [
        caseId,
      ])
      const inputHash = String(row!['input_hash'])
      const decision = accepted(
        await world.as(office, (work) => decideCase(work, { caseId, inputHash })),
      )
      await world.runner.perform(
        { actor: { kind: 'system', name: 'test' }, now: decision.releasedAt, language: 'en' },
        (work) => releaseDecision(work, decision.decisionId),
      )
      const revise = (by: string) =>
        world.as(
          by,
          (work) => openRevision(work, { caseId, reasons: 'Misread.', appeal: null }),
          later,
        )
      assert.equal(refusalOf(await revise(evaluatorOfLaw)), '404 refusal.no-case')
      const { appealId } = accepted(
        await world.as(
          people.studentPloy,
          (work) => makeAppeal(work, { caseId, reasons: 'More.', documents: [], origin: 'x' }),
          later,
        ),
      )
      const waits = async (by: string) =>
        (await world.as(by, (work) => tasksFor(work, { kinds: ['recognition.appeal'] }), later))
          .tasks.length
      assert.deepEqual(
        [await waits(evaluatorOfArts), await waits(evaluatorOfLaw), await waits(registrar)],
        [1, 0, 1],
      )
      const answer = (by: string) =>
        world.as(
          by,
          (work) => answerAppeal(work, { appealId, outcome: 'revision', reasons: 'Again.' }),
          later,
        )
      assert.equal(refusalOf(await answer(evaluatorOfLaw)), '404 refusal.no-case')
      accepted(await answer(evaluatorOfArts))
    }),
  )
})
