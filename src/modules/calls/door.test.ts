import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { grantsOf } from '#modules/alliance'
import { cast, testSite } from '../../../test/harness/site.ts'
import { offerMade, openCall, outcomeOf, outcomesOf, callsAbout, replyGiven } from './index.ts'
import { currentCall } from './seed/calls.ts'

const site = await testSite({ seed: ['alliance'] })
after(() => site.close())
const { people, organisations } = cast
const { database, runner } = site.house
const subject = { kind: 'exchange-round', id: '01980000-0031-7000-8000-000000000001' }
const quota = (number: number) => ({
  kind: 'agreement-condition',
  id: `01980000-0032-7000-8000-00000000000${number}`,
})
const { definition, texts } = currentCall(site.clock.now)
const asked = {
  organisationId: organisations.au,
  subject,
  definition: {
    ...definition,
    destinations: definition.destinations.map((each, place) => ({
      ...each,
      seats: 1,
      quota: quota(place),
    })),
  },
  texts,
  publish: true,
  node: 'weft.example',
}

async function as<T>(personId: string, verb: (work: Work) => Promise<T>): Promise<T> {
  const { now } = site.clock
  const grants = await grantsOf(database.kysely, personId, now)
  return runner.perform({ actor: { kind: 'person', personId, grants }, now, language: 'en' }, verb)
}

function accepted<T>(done: T | Refusal): T {
  if (isRefused(done)) throw new Error(done.message.key)
  return done
}

/** A program of one of the people, over JSON. */
async function json(personId: string, method: string, path: string, body?: unknown) {
  const cookie = await site.signInAs(personId)
  const answer = await site.ask(`/api/v1${path}`, {
    method,
    cookie,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, data: (await answer.json()) as Record<string, unknown> }
}

const entriesOf = async (type: string) => {
  const { rows } = await database.execute(
    'select object_id, person_id, data from chronicle_entries where type = $1 order by id',
    [type],
  )
  return rows
}

describe('a module that needs a call', () => {
  let callId = ''

  test('opens one for a subject of its own, under the rights of its office', async () => {
    const denied = await as(people.studentPloy, (work) => openCall(work, asked))
    assert.ok(isRefused(denied))
    const seatless = { ...asked.definition.destinations[0]!, seats: 0 }
    const none = await as(people.coordinatorAu, (work) =>
      openCall(work, {
        ...asked,
        definition: { ...asked.definition, destinations: [seatless] },
      }),
    )
    assert.ok(isRefused(none) && none.message.key === 'refusal.seats')
    await assert.rejects(
      as(people.coordinatorAu, (work) =>
        openCall(work, { ...asked, definition: { ...asked.definition, questions: [] } }),
      ),
      /broken: q2, q3/,
    )
    ;({ callId } = accepted(await as(people.coordinatorAu, (work) => openCall(work, asked))))
    const draft = accepted(
      await as(people.coordinatorAu, (work) => openCall(work, { ...asked, publish: false })),
    )
    const seenBy = async (personId: string) =>
      (await as(personId, (work) => callsAbout(work, subject))).map(({ id }) => id)
    assert.deepEqual(await seenBy(people.coordinatorAu), [callId, draft.callId])
    assert.deepEqual(await seenBy(people.studentPloy), [callId])
    assert.deepEqual(await seenBy(people.coordinatorPku), [callId])
  })

  test('has its students apply over JSON: each answer that cannot be read is named, and none is kept', async () => {
    const published = await json(people.studentPloy, 'GET', `/calls/${callId}`)
    assert.equal(published.data['stage'], 'open')
    const applicants = [
      [people.studentPloy, '3.42', ['d1']],
      [people.studentThanawat, '3.05', ['d1', 'd3']],
      [people.studentKanyarat, '3.71', ['d1']],
    ] as const
    for (const [person, gpa, wishes] of applicants) {
      const begun = await json(person, 'POST', `/calls/${callId}/application`)
      assert.equal(begun.status, 200)
      const path = `/applications/${String(begun.data['id'])}`
      const wrong = await json(person, 'PUT', `${path}/answers`, {
        answers: { q2: 'three', q5: 'Because.', q8: ['x'] },
      })
      assert.equal(wrong.status, 422)
      assert.deepEqual(
        (wrong.data['fields'] as { field: string }[]).map(({ field }) => field),
        ['q2', 'q8'],
      )
      const early = await json(person, 'POST', `${path}/submission`)
      assert.equal(early.status, 422)
      const answers = { q2: gpa, q3: 'yes', q5: 'Because.', q7: wishes }
      const kept = await json(person, 'PUT', `${path}/answers`, { answers })
      assert.deepEqual(kept.data['answers'], answers)
      const sent = await json(person, 'POST', `${path}/submission`)
      assert.equal(sent.data['state'], 'submitted')
      assert.equal((await json(people.coordinatorPku, 'GET', path)).status, 404)
    }
    const own = await json(people.studentPloy, 'GET', '/applications')
    assert.equal((own.data['applications'] as unknown[]).length, 1)
  })

  test('has its office decide over JSON, and learns nothing before the applicants do', async () => {
    site.clock.now = new Date(texts.closes_at!.getTime() + 3_600_000)
    const call = `/calls/${callId}`
    const listed = await json(people.coordinatorAu, 'GET', `${call}/applications`)
    assert.equal(listed.data['total'], 3)
    assert.equal((await json(people.studentPloy, 'GET', `${call}/applications`)).status, 404)
    const stale = await json(people.coordinatorAu, 'POST', `${call}/selection`, { seen: 7 })
    assert.equal(stale.status, 409)
    const proposed = await json(people.coordinatorAu, 'GET', `${call}/selection`)
    const { data: decided } = await json(people.coordinatorAu, 'POST', `${call}/selection`, {
      seen: proposed.data['seen'],
    })
    assert.deepEqual(decided, { seen: 1, state: 'published', accepted: 2, waiting: 1 })
    const secret = await as(people.coordinatorAu, (work) => outcomesOf(work, callId))
    assert.deepEqual(
      secret.map(({ outcome, destination }) => [outcome, destination]),
      [
        [null, null],
        [null, null],
        [null, null],
      ],
    )
    assert.deepEqual(await entriesOf(offerMade.type), [])
    const closed = await json(people.coordinatorAu, 'POST', `${call}/decisions/closing`, {
      seen: 1,
    })
    assert.equal(closed.data['state'], 'decided')
    const told = await json(people.coordinatorAu, 'POST', `${call}/telling`)
    assert.equal(told.data['state'], 'told')
  })

  test('is told of every offer and reply, with its own subject and the quota of the seat', async () => {
    const offers = await entriesOf(offerMade.type)
    assert.deepEqual(
      offers.map(({ person_id, data }) => [person_id, data]),
      [
        [people.studentThanawat, 'd3', 2],
        [people.studentKanyarat, 'd1', 0],
      ].map(([person, destinationId, number]) => [
        person,
        { callId, subject, destinationId, quota: quota(Number(number)), movedUp: false },
      ]),
    )
    const [thanawat, kanyarat] = offers.map(({ object_id }) => String(object_id))
    await json(people.studentThanawat, 'POST', `/applications/${thanawat}/reply`, {
      reply: 'accepted',
    })
    await json(people.studentKanyarat, 'POST', `/applications/${kanyarat}/reply`, {
      reply: 'declined',
    })
    assert.deepEqual(
      (await entriesOf(replyGiven.type)).map(({ data }) => (data as { reply: string }).reply),
      ['accepted', 'declined'],
    )
    const [, , moved] = await entriesOf(offerMade.type)
    assert.equal(moved!['person_id'], people.studentPloy, 'the seat goes on, and is offered')
    assert.equal((moved!['data'] as { movedUp: boolean }).movedUp, true)
    const outcomes = await as(people.coordinatorAu, (work) => outcomesOf(work, callId))
    assert.deepEqual(
      outcomes.map(({ personId, outcome, destination, wish, reply }) => [
        personId,
        outcome,
        destination?.quota,
        wish,
        reply,
      ]),
      [
        [people.studentPloy, 'accepted', quota(0), 1, null],
        [people.studentThanawat, 'accepted', quota(2), 2, 'accepted'],
        [people.studentKanyarat, 'accepted', quota(0), 1, 'declined'],
      ],
    )
    const one = await as(people.studentPloy, (work) => outcomeOf(work, String(moved!['object_id'])))
    assert.equal(one?.subject?.id, subject.id)
    assert.equal(await as(people.studentPloy, (work) => outcomeOf(work, thanawat!)), null)
    assert.deepEqual(await as(people.coordinatorPku, (work) => outcomesOf(work, callId)), [])
  })
})
