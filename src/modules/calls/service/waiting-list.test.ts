import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { personEntries } from '#kernel/chronicle'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { grantsOf } from '#modules/alliance'
import { cast, testSite } from '../../../../test/harness/site.ts'
import { offerMade } from '../entries.ts'
import { seededCalls } from '../seed/calls.ts'
import { decideAppeal, makeAppeal } from './appeals.ts'
import { withdrawApplication } from './applications.ts'
import { closeDecisions, decideByHand, decideByQuota, reopenDecisions } from './decisions.ts'
import { replyToOffer } from './moving-up.ts'
import { assignReviewers, waiveInstitution } from './reviews.ts'
import { tellNow } from './telling.ts'

const site = await testSite({ seed: ['alliance', 'calls'] })
after(() => site.close())
const { people } = cast
const { database, runner } = site.house
const { coordinatorAu, studentPloy, studentThanawat, studentKanyarat } = people
/** Somebody else of the office, who may answer appeals. */
const second = people.registrarAu

before(async () => {
  await database.execute(
    `insert into appointments select (jsonb_populate_record(a, jsonb_build_object('id', $1::text, 'person_id', $2::text))).*
     from appointments a where a.person_id = $3 and a.role = 'coordinator'`,
    [randomUUIDv7(), second, coordinatorAu],
  )
})

async function as<T>(personId: string, verb: (work: Work) => Promise<T>): Promise<T> {
  const { now } = site.clock
  const grants = await grantsOf(database.kysely, personId, now)
  return runner.perform({ actor: { kind: 'person', personId, grants }, now, language: 'en' }, verb)
}

async function done<T>(personId: string, verb: (work: Work) => Promise<T | Refusal>): Promise<T> {
  const result = await as(personId, verb)
  if (isRefused(result)) throw new Error(result.message.key)
  return result
}

async function refused(personId: string, verb: (work: Work) => Promise<unknown>): Promise<string> {
  const result = await as(personId, verb)
  assert.ok(isRefused(result as Refusal), 'it is refused')
  return (result as Refusal).message.key
}

const rows = async (sql: string, values: unknown[] = []) =>
  (await database.execute(sql, values)).rows

async function ownOf(callId: string, personId: string): Promise<string> {
  const [row] = await rows(
    'select id from call_applications where call_id = $1 and person_id = $2',
    [callId, personId],
  )
  return String(row!['id'])
}

/** What stands of an application: its outcome, its destination, its place on the waiting list. */
async function standing(callId: string, personId: string) {
  const [row] = await rows(
    'select outcome, destination_id, waiting_place from call_applications where call_id = $1 and person_id = $2',
    [callId, personId],
  )
  return [row!['outcome'], row!['destination_id'], row!['waiting_place']]
}

async function decisionsOf(callId: string): Promise<number> {
  const [row] = await rows('select decisions from calls where id = $1', [callId])
  return Number(row!['decisions'])
}

async function openTasks(kind: string): Promise<string[]> {
  const found = await rows(
    'select assignee_person_id from tasks where kind = $1 and done_at is null and cancelled_at is null',
    [kind],
  )
  return found.map((row) => String(row['assignee_person_id'])).toSorted()
}

describe('a seat that is given up before everybody is told', () => {
  const callId = seededCalls.closed

  test('stands in nothing that its applicant can read', async () => {
    const decide = async (person: string, outcome: string, destinationId: string | null) => {
      const input = { callId, applicationIds: [await ownOf(callId, person)], outcome }
      const seen = await decisionsOf(callId)
      const given = { ...input, seen, destinationId, reason: 'merit', note: {} }
      return done(coordinatorAu, (work) => decideByHand(work, given))
    }
    await decide(studentKanyarat, 'accepted', 'd1')
    await decide(studentPloy, 'waiting', null)
    await decide(studentThanawat, 'waiting', null)
    const seen = await decisionsOf(callId)
    await done(coordinatorAu, (work) => closeDecisions(work, { callId, seen }))
    for (const person of [studentKanyarat, studentPloy]) {
      const own = personEntries(async () => [person])
      const { entries } = await site.perform((work) => own.exportPerson(work, person))
      const of = (entries as { type: string }[]).filter(({ type }) => type.startsWith('calls.'))
      const story = JSON.stringify(of)
      assert.match(story, /calls\.application-decided/)
      assert.doesNotMatch(story, /accepted|waiting|refused/)
    }
  })

  test('goes to the first who waits for it, who is told of it like everybody else', async () => {
    const given = await ownOf(callId, studentKanyarat)
    await done(studentKanyarat, (work) => withdrawApplication(work, given))
    assert.deepEqual(await standing(callId, studentPloy), ['waiting', null, null], 'not yet')
    await done(coordinatorAu, (work) => tellNow(work, callId))
    assert.deepEqual(await standing(callId, studentPloy), ['accepted', 'd1', null])
    assert.deepEqual(await standing(callId, studentThanawat), ['waiting', null, null])
    const offers = await rows(
      'select person_id, data from chronicle_entries where type = $1 order by id',
      [offerMade.type],
    )
    assert.deepEqual(
      offers.map(({ person_id, data }) => [person_id, (data as { movedUp: boolean }).movedUp]),
      [[studentPloy, false]],
    )
    const { failed } = await site.jobs.drain(site.clock.now)
    assert.equal(failed, 0)
    const told = await rows(
      "select kind, message from notices where person_id = $1 and kind like 'calls.%' order by created_at desc limit 1",
      [studentPloy],
    )
    assert.match(JSON.stringify(told), /calls\.result-told.*notice\.accepted/)
  })

  test('who is put at the head of the waiting list takes a seat of theirs that is free', async () => {
    const applicationId = await ownOf(callId, studentThanawat)
    const grounds = 'My average.'
    await done(studentThanawat, (work) =>
      makeAppeal(work, { applicationId, grounds, node: 'weft.example' }),
    )
    const decision = { applicationId, outcome: 'waiting', destinationId: null, reason: 'So.' }
    await done(second, (work) => decideAppeal(work, decision))
    assert.deepEqual(await standing(callId, studentThanawat), ['accepted', 'd3', null])
    const [appeal] = await rows('select state from call_appeals where application_id = $1', [
      applicationId,
    ])
    assert.equal(appeal!['state'], 'upheld')
  })
})

describe('one seat, for which all have wished', () => {
  const callId = seededCalls.reviewed
  const order: string[] = []

  before(async () => {
    await rows(
      `update call_applications set answers = jsonb_set(answers, '{q7}', '["d1"]') where call_id = $1`,
      [callId],
    )
  })

  test('reviewers are asked for nothing once the decisions are closed, and again when they are open', async () => {
    const reason = 'An internal selection.'
    await done(coordinatorAu, (work) => waiveInstitution(work, { callId, reason }))
    await done(coordinatorAu, (work) => assignReviewers(work, callId))
    const asked = await openTasks('calls.review')
    assert.ok(asked.length > 0)
    const seen = await decisionsOf(callId)
    await done(coordinatorAu, (work) => decideByQuota(work, { callId, seen }))
    const close = async () => {
      const now = await decisionsOf(callId)
      await done(coordinatorAu, (work) => closeDecisions(work, { callId, seen: now }))
    }
    await close()
    assert.deepEqual(await openTasks('calls.review'), [])
    await done(coordinatorAu, (work) => reopenDecisions(work, callId))
    assert.deepEqual(await openTasks('calls.review'), asked)
    await close()
  })

  test('who withdraws while the results are being told gives it to the next', async () => {
    const found = await rows(
      'select person_id from call_applications where call_id = $1 order by waiting_place nulls first',
      [callId],
    )
    order.push(...found.map((row) => String(row['person_id'])))
    const first = await ownOf(callId, order[0]!)
    const started = Promise.withResolvers<void>()
    const telling = done(coordinatorAu, async (work) => {
      const told = await tellNow(work, callId)
      started.resolve()
      await pause(150)
      return told
    })
    await started.promise
    await done(order[0]!, (work) => withdrawApplication(work, first))
    await telling
    assert.deepEqual(await standing(callId, order[1]!), ['accepted', 'd1', null])
    assert.deepEqual(await standing(callId, order[2]!), ['waiting', null, 2])
  })

  test('an appeal is settled when its applicant is offered a seat, and takes none away', async () => {
    const applicationId = await ownOf(callId, order[2]!)
    const grounds = 'My average.'
    await done(order[2]!, (work) =>
      makeAppeal(work, { applicationId, grounds, node: 'weft.example' }),
    )
    assert.equal((await openTasks('calls.appeal')).length, 1)
    const taken = await ownOf(callId, order[1]!)
    await done(order[1]!, (work) => replyToOffer(work, { applicationId: taken, reply: 'declined' }))
    await done(order[2]!, (work) => replyToOffer(work, { applicationId, reply: 'accepted' }))
    assert.deepEqual(await openTasks('calls.appeal'), [])
    const decision = { applicationId, outcome: 'waiting', destinationId: null, reason: 'So.' }
    const why = await refused(second, (work) => decideAppeal(work, decision))
    assert.equal(why, 'appeal.settled-already')
    assert.deepEqual(await standing(callId, order[2]!), ['accepted', 'd1', null])
    const page = await site.ask(`/en/applications/${applicationId}`, {
      cookie: await site.signInAs(order[2]!),
    })
    assert.match(await page.text(), /Appeal ended: a seat came free/)
  })
})

describe('the head of a waiting list on which others stand', () => {
  const callId = seededCalls.closed

  test('is one place, and everybody else stands one lower', async () => {
    await rows(
      `update call_applications set outcome = 'waiting', destination_id = null, reply = null, replied_at = null,
         waiting_place = case when person_id = $2 then 1 else 2 end
       where call_id = $1 and state = 'submitted'`,
      [callId, studentPloy],
    )
    await rows(
      `update calls set definition = jsonb_set(definition, '{destinations,2,seats}', '0') where id = $1`,
      [callId],
    )
    const applicationId = await ownOf(callId, studentThanawat)
    await rows('delete from call_appeals where application_id = $1', [applicationId])
    // The other seat of his wishes is taken.
    await rows(
      `update calls set definition = jsonb_set(definition, '{destinations,0,seats}', '0') where id = $1`,
      [callId],
    )
    await done(studentThanawat, (work) =>
      makeAppeal(work, { applicationId, grounds: 'My average.', node: 'weft.example' }),
    )
    const [{ decided_by: decider } = {}] = await rows(
      'select first_decided_by as decided_by from call_appeals where application_id = $1',
      [applicationId],
    )
    const by = decider === second ? coordinatorAu : second
    const decision = { applicationId, outcome: 'waiting', destinationId: null, reason: 'So.' }
    await done(by, (work) => decideAppeal(work, decision))
    assert.deepEqual(await standing(callId, studentThanawat), ['waiting', null, 1])
    assert.deepEqual(await standing(callId, studentPloy), ['waiting', null, 2])
  })
})
