import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { unzipSync } from 'fflate'
import { cast, formBody, csrfOf, testSite } from '../../../../test/harness/site.ts'
import { seededCalls } from '../seed/calls.ts'

const site = await testSite({ seed: ['alliance', 'calls'] })
after(() => site.close())
const { people, organisations } = cast
const { database } = site.house
const open = `/en/calls/${seededCalls.open}`
const closed = `/en/calls/${seededCalls.closed}`

async function page(path: string, personId: string, status = 200): Promise<string> {
  const answer = await site.ask(path, { cookie: await site.signInAs(personId) })
  assert.equal(answer.status, status, path)
  return answer.text()
}

async function post(
  form: string,
  path: string,
  values: Record<string, string | readonly string[]>,
  personId: string,
) {
  return site.send(form, path, values, await site.signInAs(personId))
}

async function one(sql: string, values: unknown[] = []): Promise<Record<string, unknown>> {
  const { rows } = await database.execute(sql, values)
  return rows[0] ?? {}
}

const ownOf = async (callId: string, personId: string) =>
  String(
    (
      await one(
        "select id from call_applications where call_id = $1 and person_id = $2 and state <> 'withdrawn'",
        [callId, personId],
      )
    )['id'],
  )

describe('an applicant', () => {
  test('sees open calls without a sign-in, and a draft of a call not at all', async () => {
    const answer = await site.ask('/en/calls')
    assert.match(await answer.text(), /Exchange in the second term/)
    const detail = await (await site.ask(open)).text()
    assert.match(detail, /Sign in to apply/)
    assert.match(detail, /Grade point average so far: at least 2\.75/)
    const made = await post(
      '/en/calls/new',
      '/en/calls/new',
      { 'title.en': 'A secret plan', organisation: organisations.au },
      people.coordinatorAu,
    )
    const edit = made.headers.get('location')!
    const draft = edit.replace('/edit', '')
    assert.equal((await site.ask(draft)).status, 404)
    assert.doesNotMatch(await (await site.ask('/en/calls')).text(), /A secret plan/)
    assert.match(await page(draft, people.coordinatorAu), /Only your office sees it/)
    await page(draft, people.coordinatorPku, 404)
  })

  test('fills in step by step: what can be read is kept, what is wrong is said, nothing is lost', async () => {
    const begun = await post(open, `${open}/application`, {}, people.studentKanyarat)
    assert.equal(begun.status, 303)
    const step = begun.headers.get('location')!
    const again = await post(open, `${open}/application`, {}, people.studentKanyarat)
    assert.equal(again.headers.get('location'), step, 'nobody has two')
    const wrong = await post(
      step,
      step,
      { q2: 'three', q3: 'yes', go: 'next' },
      people.studentKanyarat,
    )
    assert.equal(wrong.status, 422)
    const shown = await wrong.text()
    assert.match(shown, /value="three"/)
    assert.match(shown, /Write a number/)
    const id = await ownOf(seededCalls.open, people.studentKanyarat)
    assert.deepEqual(
      (await one('select answers from call_applications where id = $1', [id]))['answers'],
      {
        q3: 'yes',
      },
    )
    const right = await post(
      step,
      step,
      { q2: '2,5', q3: 'yes', go: 'next' },
      people.studentKanyarat,
    )
    assert.match(right.headers.get('location')!, /steps\/2$/)
    const overview = await page(`/en/applications/${id}`, people.studentKanyarat)
    assert.match(overview, /1 answer missing/)
    assert.match(overview, /a condition is not met/)
    assert.doesNotMatch(overview, /Send my application/)
  })

  test('is not sent while a condition is not met, whatever is posted', async () => {
    const id = await ownOf(seededCalls.open, people.studentKanyarat)
    const own = `/en/applications/${id}`
    const steps = `${own}/steps`
    await post(`${steps}/2`, `${steps}/2`, { q5: 'Because.' }, people.studentKanyarat)
    await post(`${steps}/3`, `${steps}/3`, { q7: ['d3', 'd1'] }, people.studentKanyarat)
    const refused = await post(own, `${own}/submission`, {}, people.studentKanyarat)
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /A condition of the call is not met/)
    await post(`${steps}/1`, `${steps}/1`, { q2: '3.50', q3: 'yes' }, people.studentKanyarat)
    const sent = await post(own, `${own}/submission`, {}, people.studentKanyarat)
    assert.equal(sent.status, 303)
    // A second press has no form any more, and the address finds it sent.
    const cookie = await site.signInAs(people.studentKanyarat)
    const csrf = csrfOf(await (await site.ask(own, { cookie })).text())
    const twice = await site.ask(`${own}/submission`, {
      method: 'POST',
      cookie,
      body: formBody({ csrf }),
    })
    assert.equal(twice.status, 303)
    const { count } = await one(
      "select count(*) as count from chronicle_entries where type = 'calls.application-submitted' and object_id = $1",
      [id],
    )
    assert.equal(String(count), '1', 'sent once')
    const late = await post(own, `${steps}/1`, { q2: '4.00', q3: 'yes' }, people.studentKanyarat)
    assert.equal(late.status, 404, 'what was sent is no draft any more')
  })

  test('keeps files with a question, and refuses what is none of the kinds', async () => {
    const id = await ownOf(seededCalls.open, people.studentPloy)
    const step = `/en/applications/${id}/steps/3`
    const cookie = await site.signInAs(people.studentPloy)
    const send = async (name: string, bytes: Uint8Array<ArrayBuffer>) => {
      const body = new FormData()
      body.set('csrf', csrfOf(await (await site.ask(step, { cookie })).text()))
      body.append('q7', 'd1')
      body.append('q8', new File([bytes], name))
      return site.ask(step, { method: 'POST', cookie, body })
    }
    const bad = await send('run.pdf', new TextEncoder().encode('MZ not a document'))
    assert.equal(bad.status, 422)
    assert.match(
      await bad.text(),
      /<option[^>]*value="d1"[^>]*selected/,
      'the wish is still chosen',
    )
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const good = await send('คะแนน.png', new Uint8Array(png))
    assert.equal(good.status, 303)
    const overview = await page(`/en/applications/${id}`, people.studentPloy)
    const href = /href="([^"]*\/file\?file=[^"]*)"/.exec(overview)![1]!
    assert.equal((await site.ask(href, { cookie })).status, 200)
    await page(href, people.coordinatorAu, 404)
  })

  test('who is somebody else sees neither a draft nor what was sent', async () => {
    const id = await ownOf(seededCalls.closed, people.studentPloy)
    await page(`/en/applications/${id}`, people.studentThanawat, 404)
    await page(`/en/applications/${id}`, people.coordinatorPku, 404)
    await page(`/en/applications/${id}`, people.coordinatorAu)
    const draft = await ownOf(seededCalls.open, people.studentPloy)
    await page(`/en/applications/${draft}`, people.coordinatorAu, 404)
  })
})

describe('the office', () => {
  let seen = ''
  const list = `${closed}/applications`
  const chosen = async (personId: string, values: Record<string, string | readonly string[]>) =>
    post(list, `${closed}/decisions`, { seen, ...values }, personId)

  before(async () => {
    seen = String(
      (await one('select decisions from calls where id = $1', [seededCalls.closed]))['decisions'],
    )
  })

  test('downloads what was sent, and the reading is recorded', async () => {
    const cookie = await site.signInAs(people.coordinatorAu)
    const answer = await site.ask(`${list}/table`, { cookie })
    const sheet = unzipSync(new Uint8Array(await answer.arrayBuffer()))['xl/worksheets/sheet1.xml']
    assert.match(new TextDecoder().decode(sheet), /3\.71/)
    await site.reads.flush()
    const { person_count: count } = await one(
      "select person_count from personal_reads where route like '%applications/table' limit 1",
    )
    assert.equal(count, 3)
  })

  test('refuses nobody without a reason, and never gives more seats than there are', async () => {
    const ids = [
      await ownOf(seededCalls.closed, people.studentPloy),
      await ownOf(seededCalls.closed, people.studentThanawat),
    ]
    const bare = await chosen(people.coordinatorAu, { application: ids, outcome: 'refused' })
    assert.equal(bare.status, 422)
    assert.match(await bare.text(), /A refusal needs a reason/)
    const full = await chosen(people.coordinatorAu, {
      application: ids,
      outcome: 'accepted',
      destination: 'd1',
    })
    assert.equal(full.status, 409)
    assert.match(await full.text(), /No seat is left for application no\. 2/)
    const { count } = await one(
      'select count(*) as count from call_applications where call_id = $1 and outcome is not null',
      [seededCalls.closed],
    )
    assert.equal(String(count), '0', 'nothing is half-done')
  })

  test('who decides second is told that somebody decided first, and nothing happens twice', async () => {
    const ids = [await ownOf(seededCalls.closed, people.studentThanawat)]
    const first = await chosen(people.coordinatorAu, {
      application: ids,
      outcome: 'refused',
      reason: 'incomplete',
    })
    assert.equal(first.status, 303)
    const second = await chosen(people.coordinatorAu, { application: ids, outcome: 'accepted' })
    assert.equal(second.status, 409)
    assert.match(await second.text(), /while you were looking, .* decided 1 of these applications/)
    const { outcome } = await one('select outcome from call_applications where id = $1', [ids[0]])
    assert.equal(outcome, 'refused')
    seen = '1'
    const undone = await chosen(people.coordinatorAu, { application: ids, outcome: 'none' })
    assert.equal(undone.status, 303)
    seen = '2'
  })

  test('selects by quota in order of merit, and nobody hears of it before the moment', async () => {
    const proposal = await page(`${closed}/selection`, people.coordinatorAu)
    assert.match(proposal, /3 would get a seat, 0 would wait/)
    const done = await post(
      `${closed}/selection`,
      `${closed}/selection`,
      { seen },
      people.coordinatorAu,
    )
    assert.equal(done.status, 303)
    const { rows } = await database.execute(
      'select person_id, destination_id from call_applications where call_id = $1 order by number',
      [seededCalls.closed],
    )
    assert.deepEqual(
      rows.map((row) => row['destination_id']),
      ['d1', 'd3', 'd2'],
    )
    const ploy = await ownOf(seededCalls.closed, people.studentPloy)
    assert.doesNotMatch(await page(`/en/applications/${ploy}`, people.studentPloy), /accepted/i)
    const closing = await post(
      list,
      `${closed}/decisions/closing`,
      { seen: '3' },
      people.coordinatorAu,
    )
    assert.equal(closing.status, 303)
    assert.doesNotMatch(await page(`/en/applications/${ploy}`, people.studentPloy), /accepted/i)
  })

  test('tells everybody together at the set moment, and a seat that is declined goes on', async () => {
    const { results_at: at } = await one('select results_at from calls where id = $1', [
      seededCalls.closed,
    ])
    // The moment is put off: at the old one nobody hears anything.
    await database.execute(
      "update calls set results_at = results_at + interval '1 day' where id = $1",
      [seededCalls.closed],
    )
    site.clock.now = new Date((at as Date).getTime() + 60_000)
    await runJobs()
    const { state: before } = await one('select state from calls where id = $1', [
      seededCalls.closed,
    ])
    assert.equal(before, 'decided')
    site.clock.now = new Date((at as Date).getTime() + 86_460_000)
    await runJobs()
    const ploy = await ownOf(seededCalls.closed, people.studentPloy)
    const own = `/en/applications/${ploy}`
    const shown = await page(own, people.studentPloy)
    assert.match(shown, /You are accepted/)
    const { count } = await one(
      "select count(*) as count from notices where kind = 'calls.result-told'",
    )
    assert.equal(String(count), '3')
    const { state } = await one('select state from calls where id = $1', [seededCalls.closed])
    assert.equal(state, 'told')
    // Somebody waits for the seat that Ploy declines.
    await database.execute(
      "update call_applications set outcome = 'waiting', destination_id = null, reply_due_at = null, waiting_place = 1 where call_id = $1 and person_id = $2",
      [seededCalls.closed, people.studentThanawat],
    )
    const declined = await post(own, `${own}/reply`, { reply: 'declined' }, people.studentPloy)
    assert.equal(declined.status, 303)
    const next = await one(
      'select outcome, destination_id, reply from call_applications where call_id = $1 and person_id = $2',
      [seededCalls.closed, people.studentThanawat],
    )
    assert.deepEqual(next, { outcome: 'accepted', destination_id: 'd1', reply: null })
    const changed = await post(own, `${own}/reply`, { reply: 'accepted' }, people.studentPloy)
    assert.equal(changed.status, 409)
  })

  test('an offer that nobody accepts in time lapses, and says so', async () => {
    site.clock.now = new Date(site.clock.now.getTime() + 20 * 86_400_000)
    await runJobs()
    const { reply } = await one(
      'select reply from call_applications where call_id = $1 and person_id = $2',
      [seededCalls.closed, people.studentThanawat],
    )
    assert.equal(reply, 'lapsed')
  })
})

/** Runs what has fallen due by the site's clock. */
async function runJobs(): Promise<void> {
  const { failed } = await site.jobs.drain(site.clock.now)
  assert.equal(failed, 0)
}
