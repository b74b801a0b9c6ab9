import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { tasksFor } from '#kernel/tasks'
import { addTranscript } from '../service/add-transcript.ts'
import { answerAppeal, makeAppeal } from '../service/appeals.ts'
import { decideCase } from '../service/decide-case.ts'
import { releaseDecision } from '../service/final-decision.ts'
import { openRevision } from '../service/revisions.ts'
import { changeSettings } from '../service/settings.ts'
import { everyLanguage, textOf, withSite } from '../testing/site.fixture.ts'
import {
  accepted,
  inWorld,
  now,
  organisations,
  people,
  refusalOf,
  transcript,
  type World,
} from '../testing/world.fixture.ts'
import { caseById } from './cases.ts'
import { firstDeciderOf } from './first-decider.ts'
import { settingsOf } from './settings.ts'

const { evaluatorAu: first, registrarAu: registrar, studentPloy: student } = people
/** An evaluator of the whole institution, who studies too. */
const another = people.studentThanawat
const later = new Date(now.getTime() + 86_400_000)

async function set(world: World, change: Record<string, unknown>): Promise<void> {
  accepted(
    await world.as(registrar, async (work) =>
      changeSettings(work, organisations.au, {
        ...(await settingsOf(work, organisations.au)),
        ...change,
      }),
    ),
  )
}

async function decide(world: World, caseId: string, by: string = first, at = later) {
  const [row] = await world.rows('select input_hash from recognition_cases where id = $1', [caseId])
  const inputHash = String(row!['input_hash'])
  return world.as(by, (work) => decideCase(work, { caseId, inputHash }), at)
}

async function finalCase(world: World): Promise<string> {
  const given = transcript([['PKU101', '88']])
  const { caseId } = accepted(await world.as(registrar, (work) => addTranscript(work, given)))
  const decision = accepted(await decide(world, caseId, first, now))
  await world.runner.perform(
    { actor: { kind: 'system', name: 'test' }, now: decision.releasedAt, language: 'en' },
    (work) => releaseDecision(work, decision.decisionId),
  )
  return caseId
}

/** A case whose decision was appealed against, and is looked at again. */
async function appealed(world: World): Promise<string> {
  await set(world, { appealWorkingDays: 15 })
  const caseId = await finalCase(world)
  const { appealId } = accepted(
    await world.as(
      student,
      (work) =>
        makeAppeal(work, { caseId, reasons: 'It covers more.', documents: [], origin: 'x' }),
      later,
    ),
  )
  accepted(
    await world.as(
      registrar,
      (work) => answerAppeal(work, { appealId, outcome: 'revision', reasons: 'Look again.' }),
      later,
    ),
  )
  return caseId
}

const firstOf = async (world: World, caseId: string) =>
  world.as(first, async (work) => firstDeciderOf(work, (await caseById(work, caseId))!), later)

const asked = async (world: World, by: string) =>
  (await world.as(by, (work) => tasksFor(work, { kinds: ['recognition.case-decision'] }), later))
    .tasks.length

const standIn = (world: World, person: string, by: string) =>
  world.rows(
    `insert into stand_ins (id, person_id, stand_in_id, roles, valid_from, valid_until, created_by, created_at)
     values (gen_random_uuid(), $1, $2, '{}', '2026-01-01', '2026-12-31', 'test', '2026-01-01')`,
    [person, by],
  )

describe('a revision after an appeal', () => {
  test(
    'is decided by somebody else, who is asked; whoever decided is told so',
    inWorld(async (world) => {
      const caseId = await appealed(world)
      assert.equal((await firstOf(world, caseId))?.id, first)
      assert.deepEqual([await asked(world, first), await asked(world, another)], [0, 1])
      assert.equal(refusalOf(await decide(world, caseId)), '409 revision.refusal.same-decider')
      accepted(await decide(world, caseId, another))
    }),
  )

  test(
    'is decided by the same person where nobody else may, and where the institution says so',
    inWorld(async (world) => {
      const caseId = await appealed(world)
      await set(world, { revisionByAnother: false })
      assert.equal(await firstOf(world, caseId), null)
      await set(world, { revisionByAnother: true })
      await world.rows('delete from appointments where person_id = $1', [another])
      assert.equal(await firstOf(world, caseId), null, 'nobody else of the programme is there')
      accepted(await decide(world, caseId))
    }),
  )

  test(
    'counts a stand-in as the person who acts',
    inWorld(async (world) => {
      const caseId = await appealed(world)
      await world.rows('delete from appointments where person_id = $1', [another])
      // Whoever stands in for the first is somebody else.
      await standIn(world, first, people.coordinatorAu)
      assert.equal((await firstOf(world, caseId))?.id, first)
      assert.equal(refusalOf(await decide(world, caseId)), '409 revision.refusal.same-decider')
      accepted(await decide(world, caseId, people.coordinatorAu))
    }),
  )

  test(
    'is not decided by the first in the place of a colleague',
    inWorld(async (world) => {
      const caseId = await appealed(world)
      await standIn(world, another, first)
      assert.equal(refusalOf(await decide(world, caseId)), '409 revision.refusal.same-decider')
    }),
  )

  test(
    'does not count the student, nor an evaluator of another programme, nor one whose time is over',
    inWorld(async (world) => {
      const caseId = await appealed(world)
      await world.rows("update appointments set ends_on = '2026-01-01' where person_id = $1", [
        another,
      ])
      await world.rows(
        `insert into appointments (id, person_id, role, organisation_id, starts_on, created_at)
         values (gen_random_uuid(), $1, 'evaluator', $2, '2020-01-01', '2020-01-01')`,
        [student, organisations.au],
      )
      assert.equal(await firstOf(world, caseId), null)
    }),
  )

  test(
    'on the school’s own account may be decided by whoever decided before',
    inWorld(async (world) => {
      const caseId = await finalCase(world)
      accepted(
        await world.as(
          first,
          (work) => openRevision(work, { caseId, reasons: 'Misread.', appeal: null }),
          later,
        ),
      )
      assert.equal(await firstOf(world, caseId), null)
      accepted(await decide(world, caseId))
    }),
  )

  test(
    'says on its page who decides, before somebody tries, in every language',
    inWorld((world) =>
      withSite(world, async (site) => {
        const path = `/en/recognition/cases/${await appealed(world)}`
        site.clock.now = later
        const own = await site.page(first, path)
        assert.match(textOf(own), /You took the decision that is appealed against/)
        assert.doesNotMatch(own, /action="[^"]*\/decision"/)
        const others = await site.page(another, path)
        assert.match(textOf(others), /Prasert Chaiyaporn\) took the decision before/)
        assert.match(others, /action="[^"]*\/decision"/)
        for (const language of everyLanguage) {
          const text = textOf(await site.page(first, path.replace('/en/', `/${language}/`)))
          assert.doesNotMatch(text, /revision\.[a-z]/, language)
        }
      }),
    ),
  )
})
