import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { cast, csrfOf, formBody, testSite } from '../../../../test/harness/site.ts'
import { seededCalls } from '../seed/calls.ts'

const site = await testSite({ seed: ['alliance', 'calls'] })
after(() => site.close())
const { people } = cast
const { database } = site.house
const closed = `/en/calls/${seededCalls.closed}`
const open = `/en/calls/${seededCalls.open}`

async function one(sql: string, values: unknown[] = []): Promise<Record<string, unknown>> {
  const { rows } = await database.execute(sql, values)
  return rows[0] ?? {}
}

const ownOf = async (callId: string, personId: string) =>
  String(
    (
      await one('select id from call_applications where call_id = $1 and person_id = $2', [
        callId,
        personId,
      ])
    )['id'],
  )

async function post(
  form: string,
  path: string,
  values: Record<string, string | readonly string[]>,
  personId: string,
) {
  return site.send(form, path, values, await site.signInAs(personId))
}

async function page(path: string, personId: string): Promise<string> {
  return (await site.ask(path, { cookie: await site.signInAs(personId) })).text()
}

/** Somebody else of the office: a second coordinator. */
const other = people.registrarAu

describe('two coordinators who decide the same call at once', () => {
  before(async () => {
    await database.execute(
      `insert into appointments select (jsonb_populate_record(a, jsonb_build_object('id', $1::text, 'person_id', $2::text))).*
       from appointments a where a.person_id = $3 and a.role = 'coordinator'`,
      [randomUUIDv7(), other, people.coordinatorAu],
    )
  })

  test('never both: one decides, the other is told who, and every application is decided once', async () => {
    const list = `${closed}/applications`
    const applicants = [people.studentPloy, people.studentThanawat]
    const ids = await Promise.all(applicants.map((id) => ownOf(seededCalls.closed, id)))
    const sent = await Promise.all(
      [people.coordinatorAu, other].map(async (person, place) => {
        const cookie = await site.signInAs(person)
        const csrf = csrfOf(await (await site.ask(list, { cookie })).text())
        return { cookie, csrf, reason: place === 0 ? 'incomplete' : 'requirements' }
      }),
    )
    const answers = await Promise.all(
      sent.map(({ cookie, csrf, reason }) =>
        site.ask(`${closed}/decisions`, {
          method: 'POST',
          cookie,
          body: formBody({ csrf, seen: '0', application: ids, outcome: 'refused', reason }),
        }),
      ),
    )
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 409])
    const refused = answers.find(({ status }) => status === 409)!
    assert.match(await refused.text(), /while you were looking, .* decided 2 of these applications/)
    const { count } = await one('select count(*) as count from call_decisions where call_id = $1', [
      seededCalls.closed,
    ])
    assert.equal(String(count), '2')
  })
})

describe('an appeal', () => {
  const decider = async () =>
    String(
      (
        await one(
          'select decided_by from call_applications where call_id = $1 and decided_by is not null limit 1',
          [seededCalls.closed],
        )
      )['decided_by'],
    )

  test('is made once, after the telling and in its days, with grounds', async () => {
    const ploy = await ownOf(seededCalls.closed, people.studentPloy)
    const own = `/en/applications/${ploy}`
    const early = await post(own, `${own}/appeal`, { grounds: 'Look again.' }, people.studentPloy)
    assert.equal(early.status, 409, 'nothing is told yet')
    const first = await decider()
    const kanyarat = await ownOf(seededCalls.closed, people.studentKanyarat)
    const accepted = { seen: '1', application: [kanyarat], outcome: 'accepted', destination: 'd2' }
    await post(`${closed}/applications`, `${closed}/decisions`, accepted, first)
    for (const act of ['decisions/closing', 'telling']) {
      const done = await post(`${closed}/applications`, `${closed}/${act}`, { seen: '2' }, first)
      assert.equal(done.status, 303, act)
    }
    assert.match(await page(own, people.studentPloy), /you may ask for a second look/)
    const bare = await post(own, `${own}/appeal`, { grounds: ' ' }, people.studentPloy)
    assert.equal(bare.status, 422)
    const made = await post(own, `${own}/appeal`, { grounds: 'My average.' }, people.studentPloy)
    assert.equal(made.status, 303)
    const seat = `/en/applications/${kanyarat}`
    const happy = await post(seat, `${seat}/appeal`, { grounds: 'More.' }, people.studentKanyarat)
    assert.equal(happy.status, 409, 'an acceptance is not appealed')
  })

  test('is decided by somebody else, with a reason, and takes nobody’s seat', async () => {
    const ploy = await ownOf(seededCalls.closed, people.studentPloy)
    const own = `/en/applications/${ploy}`
    const first = await decider()
    const second = first === other ? people.coordinatorAu : other
    const yes = { appealOutcome: 'accepted', appealReason: 'The average was read wrongly.' }
    const self = await post(own, `${own}/appeal/decision`, yes, first)
    assert.equal(self.status, 409)
    assert.match(await self.text(), /Somebody else decides it/)
    const full = await post(
      own,
      `${own}/appeal/decision`,
      { ...yes, appealDestination: 'd2' },
      second,
    )
    assert.equal(full.status, 409)
    const shown = await full.text()
    assert.match(shown, /No seat is free there/)
    assert.match(shown, /The average was read wrongly/, 'nothing that was typed is lost')
    const bare = await post(own, `${own}/appeal/decision`, { ...yes, appealReason: '' }, second)
    assert.equal(bare.status, 422)
    assert.equal((await post(own, `${own}/appeal/decision`, yes, second)).status, 303)
    const again = await post(own, `${own}/appeal/decision`, yes, second)
    assert.equal(again.status, 409, 'decided once')
    assert.match(await again.text(), /A colleague has decided this appeal/)
    const { outcome, destination_id, way } = await one(
      `select a.outcome, a.destination_id, d.way from call_applications a
       join call_decisions d on d.application_id = a.id where a.id = $1 order by d.decided_at desc, d.id desc limit 1`,
      [ploy],
    )
    assert.deepEqual([outcome, destination_id, way], ['accepted', 'd1', 'appeal'])
    const told = await page(own, people.studentPloy)
    assert.match(told, /Appeal upheld/)
    assert.match(told, /You are accepted/)
    const { count } = await one(
      "select count(*) as count from tasks where kind = 'calls.appeal' and done_at is null and cancelled_at is null",
    )
    assert.equal(String(count), '0')
  })

  test('is over when its days are', async () => {
    const thanawat = await ownOf(seededCalls.closed, people.studentThanawat)
    const own = `/en/applications/${thanawat}`
    site.clock.now = new Date(site.clock.now.getTime() + 9 * 86_400_000)
    const late = await post(own, `${own}/appeal`, { grounds: 'Please.' }, people.studentThanawat)
    assert.equal(late.status, 409)
    assert.match(await late.text(), /or its time is over/)
  })
})

describe('a form that is open while the deadline passes', () => {
  test('is still taken in the minutes of grace, which the page says, and not after them', async () => {
    const ploy = await ownOf(seededCalls.open, people.studentPloy)
    const own = `/en/applications/${ploy}`
    const { closes_at: closes } = await one('select closes_at from calls where id = $1', [
      seededCalls.open,
    ])
    const at = (minutes: number) => new Date((closes as Date).getTime() + minutes * 60_000)
    site.clock.now = at(-1)
    await post(`${own}/steps/2`, `${own}/steps/2`, { q5: 'Because.' }, people.studentPloy)
    site.clock.now = at(5)
    const step = `${own}/steps/3`
    assert.match(await page(step, people.studentPloy), /The call has closed|until/)
    const saved = await post(step, step, { q7: ['d3', 'd1'], go: 'next' }, people.studentPloy)
    assert.equal(saved.status, 303)
    const cookie = await site.signInAs(people.studentPloy)
    const csrf = csrfOf(await (await site.ask(own, { cookie })).text())
    const begun = await post(open, `${open}/application`, {}, people.studentKanyarat)
    assert.equal(begun.status, 409, 'nobody begins in the minutes of grace')
    site.clock.now = at(16)
    const late = await site.ask(`${own}/submission`, {
      method: 'POST',
      cookie: await site.signInAs(people.studentPloy),
      body: formBody({ csrf }),
    })
    assert.notEqual(late.status, 303)
    const kept = await one('select answers, state from call_applications where id = $1', [ploy])
    assert.equal(kept['state'], 'draft')
    assert.deepEqual((kept['answers'] as { q7: string[] }).q7, ['d3', 'd1'], 'nothing is lost')
    site.clock.now = at(14)
    const sent = await post(own, `${own}/submission`, {}, people.studentPloy)
    assert.equal(sent.status, 303)
    const { in_grace: marked } = await one('select in_grace from call_applications where id = $1', [
      ploy,
    ])
    assert.equal(marked, true)
  })
})

describe('one application in two tabs', () => {
  test('keeps what each of them wrote', async () => {
    const id = await ownOf(seededCalls.referred, people.studentThanawat)
    const { now } = site.clock
    const { opens_at: opens } = await one('select opens_at from calls where id = $1', [
      seededCalls.referred,
    ])
    site.clock.now = new Date((opens as Date).getTime() + 6 * 86_400_000)
    await database.execute(
      `update calls set definition = jsonb_set(definition, '{questions}', definition->'questions' ||
         '[{"id":"q9","kind":"step","label":{"en":"More"},"hint":{},"required":false,"most":null,"options":[]},
           {"id":"q10","kind":"text","label":{"en":"Motto"},"hint":{},"required":false,"most":null,"options":[]}]')
       where id = $1`,
      [seededCalls.referred],
    )
    const steps = `/en/applications/${id}/steps`
    const cookie = await site.signInAs(people.studentThanawat)
    const [first, second] = await Promise.all(
      [1, 2].map(async (step) => {
        const html = await (await site.ask(`${steps}/${step}`, { cookie })).text()
        return csrfOf(html)
      }),
    )
    const answers = await Promise.all([
      site.ask(`${steps}/1`, {
        method: 'POST',
        cookie,
        body: formBody({ csrf: first!, q5: 'From one tab.' }),
      }),
      site.ask(`${steps}/2`, {
        method: 'POST',
        cookie,
        body: formBody({ csrf: second!, q10: 'From the other.' }),
      }),
    ])
    assert.deepEqual(
      answers.map(({ status }) => status),
      [303, 303],
    )
    const kept = await one('select answers from call_applications where id = $1', [id])
    assert.deepEqual(kept['answers'], { q5: 'From one tab.', q10: 'From the other.' })
    site.clock.now = now
  })
})
