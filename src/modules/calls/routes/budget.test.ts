// A fund from its amounts to the last award: written, decided in order of merit, never overspent, told with its amount.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { cast, testSite } from '../../../../test/harness/site.ts'
import { seededCalls } from '../seed/calls.ts'

const site = await testSite({ seed: ['alliance', 'calls'] })
after(() => site.close())
const { people, organisations } = cast
const { database } = site.house

async function page(path: string, personId: string): Promise<string> {
  return (await site.ask(path, { cookie: await site.signInAs(personId) })).text()
}

async function post(form: string, path: string, values: Record<string, string | string[]>) {
  return site.send(form, path, values, await site.signInAs(people.coordinatorAu))
}

const rows = async (sql: string, values: unknown[] = []) =>
  (await database.execute(sql, values)).rows

describe('an office', () => {
  test('writes a fund by its total and award, and is told which amount is none', async () => {
    const made = await post('/en/calls/new', '/en/calls/new', {
      'title.en': 'Travel grants',
      organisation: organisations.au,
    })
    const call = made.headers.get('location')!.replace('/edit', '')
    const audience = `${call}/audience`
    const version = async () =>
      String(
        (await rows('select version from calls where id = $1', [call.split('/').at(-1)]))[0]![
          'version'
        ],
      )
    const save = async (fund: Record<string, string>) =>
      post(audience, audience, {
        version: await version(),
        'place.0.name': 'Travel fund',
        'place.0.seats': '',
        ...Object.fromEntries(
          Object.entries(fund).map(([key, value]) => [`place.0.${key}`, value]),
        ),
      })
    const wrong = await save({ currency: 'THB', total: '100,000', award: 'thirty' })
    assert.equal(wrong.status, 422)
    const shown = await wrong.text()
    assert.match(shown, /Write an amount above zero/)
    assert.match(shown, /value="thirty"/, 'nothing that was typed is lost')
    const both = await save({ currency: 'THB', total: '100,000', award: '30000', seats: '7' })
    assert.equal(both.status, 422)
    assert.match(await both.text(), /Leave the seats empty/)
    assert.equal((await save({ currency: 'THB', total: '100,000', award: '30000' })).status, 303)
    const kept = await page(audience, people.coordinatorAu)
    assert.match(kept, /value="100000\.00"/)
    const read = await page(call, people.coordinatorAu)
    assert.match(read, /THB\s30,000\.00/)
    const [{ destinations }] = (await rows(
      "select definition->'destinations' as destinations from calls where id = $1",
      [call.split('/').at(-1)],
    )) as [{ destinations: { seats: number }[] }]
    assert.equal(destinations[0]!.seats, 3, 'as many as it pays in full')
  })
})

describe('a call that gives a fund out', () => {
  const callId = seededCalls.closed
  const call = `/en/calls/${callId}`
  const list = `${call}/applications`
  const outcomes = () =>
    rows(
      "select id, person_id, outcome, number from call_applications where call_id = $1 and state = 'submitted' order by outcome, number",
      [callId],
    )

  test('gives it in order of merit, says what is left, and never gives more than there is', async () => {
    await rows(
      `update calls set definition = jsonb_set(
         jsonb_set(definition, '{questions}', jsonb_path_query_array(definition->'questions', '$[*] ? (@.kind <> "destinations")')),
         '{destinations}', $2::jsonb) where id = $1`,
      [
        callId,
        JSON.stringify([
          {
            id: 'd1',
            organisationId: null,
            name: { en: 'Travel fund' },
            seats: 2,
            budget: { currency: 'THB', totalMinor: '7000000', awardMinor: '3000000' },
          },
        ]),
      ],
    )
    const before = await page(list, people.coordinatorAu)
    assert.match(before, /Left[\s\S]*THB\s70,000\.00/)
    const selected = await post(`${call}/selection`, `${call}/selection`, { seen: '0' })
    assert.equal(selected.status, 303)
    const found = await outcomes()
    assert.deepEqual(
      found.map(({ outcome }) => outcome),
      ['accepted', 'accepted', 'waiting'],
    )
    const shown = await page(list, people.coordinatorAu)
    assert.match(shown, /THB\s60,000\.00[\s\S]*THB\s10,000\.00/)
    const beyond = await post(list, `${call}/decisions`, {
      seen: '1',
      application: [String(found[2]!['id'])],
      outcome: 'accepted',
    })
    assert.equal(beyond.status, 409, 'the rest pays no award')
  })

  test('tells each the amount, and passes an award that is declined to the next', async () => {
    for (const act of ['decisions/closing', 'telling']) {
      const done = await post(list, `${call}/${act}`, { seen: '1' })
      assert.equal(done.status, 303, act)
    }
    const [first, , last] = await outcomes()
    const own = `/en/applications/${String(first!['id'])}`
    const personId = String(first!['person_id'])
    assert.match(await page(own, personId), /Award: THB\s30,000\.00/)
    const waits = `/en/applications/${String(last!['id'])}`
    assert.doesNotMatch(await page(waits, String(last!['person_id'])), /Award: THB/)
    const cookie = await site.signInAs(personId)
    assert.equal((await site.send(own, `${own}/reply`, { reply: 'declined' }, cookie)).status, 303)
    assert.match(await page(waits, String(last!['person_id'])), /Award: THB\s30,000\.00/)
    assert.match(await page(list, people.coordinatorAu), /THB\s60,000\.00[\s\S]*THB\s10,000\.00/)
  })
})
