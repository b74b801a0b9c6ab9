// Nominating, answering, waiting and giving up, through the pages and at once.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { grantsOf } from '#modules/alliance'
import { cast, testSite } from '../../../test/harness/site.ts'
import { seededStays } from './seed.ts'
import { answerNomination, cancelStay } from './service/answering.ts'
import { nominate, type Nominate } from './service/nominate.ts'

const site = await testSite({ seed: ['alliance', 'agreements', 'recognition', 'mobility'] })
after(() => site.close())
const { people, organisations: o, enrolments: e } = cast
const { database, runner } = site.house

async function page(path: string, personId: string, status = 200): Promise<string> {
  const answer = await site.ask(path, { cookie: await site.signInAs(personId) })
  assert.equal(answer.status, status, path)
  return answer.text()
}

async function by<T>(
  personId: string,
  verb: (work: Work) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const grants = await grantsOf(database.kysely, personId, site.clock.now)
  const actor = { kind: 'person' as const, personId, grants }
  return runner.perform({ actor, now: site.clock.now, language: 'en' }, verb)
}

async function stateOf(id: string): Promise<string> {
  const { rows } = await database.execute('select state from mobilities where id = $1', [id])
  return String(rows[0]!['state'])
}

async function proposalOf(id: string): Promise<string> {
  const { rows } = await database.execute('select proposal_id from mobilities where id = $1', [id])
  return String(rows[0]!['proposal_id'])
}

const toPku = (rest: Partial<Nominate>): Nominate => ({
  enrolmentId: e.kanyarat,
  receivingOrganisationId: o.pku,
  kind: 'study',
  startsOn: '2027-09-01',
  endsOn: '2028-01-04',
  programmeYearId: null,
  seat: null,
  remark: '',
  mayWait: false,
  node: 'test.example',
  ...rest,
})

test('both offices see a nomination, the host not a waiting list, and a stranger nothing', async () => {
  const list = await page('/en/mobility', people.coordinatorAu)
  for (const name of ['Pimchanok', 'Kanyarat', 'Thanawat', 'Zixuan', 'Yiming']) {
    assert.match(list, new RegExp(name))
  }
  const theirs = await page('/en/mobility', people.coordinatorPku)
  assert.match(theirs, /Pimchanok/)
  assert.doesNotMatch(theirs, /Thanawat/)
  await page(`/en/mobility/${seededStays.thanawat}`, people.coordinatorPku, 404)
  await page(`/en/mobility/${seededStays.ploy}`, people.coordinatorRuc, 404)
  await page(`/en/mobility/${seededStays.ploy}`, people.studentThanawat, 404)
  assert.match(await page(`/en/mobility/${seededStays.ploy}`, people.studentPloy), /My exchange/)
})

test('the list keeps its filters in the address and exports what it shows', async () => {
  const narrowed = await page('/en/mobility?direction=out&state=waiting', people.coordinatorAu)
  assert.match(narrowed, /Thanawat/)
  assert.doesNotMatch(narrowed, /Pimchanok/)
  const found = await page('/en/mobility?q=6611042', people.coordinatorAu)
  assert.match(found, /Pimchanok/)
  const sheet = await site.ask('/en/mobility/export?direction=out', {
    cookie: await site.signInAs(people.coordinatorAu),
  })
  assert.equal(sheet.status, 200)
  assert.match(sheet.headers.get('content-type')!, /spreadsheetml/)
  assert.match(await page('/en/mobility/seats', people.coordinatorAu), /of/)
})

test('of two who nominate for the last place at once one is refused, and nothing is half done', async () => {
  const seats = { year: '2027/2028' }
  const first = await Promise.all([
    by(people.coordinatorAu, (work) => nominate(work, toPku({ enrolmentId: e.ploy }))),
    by(people.coordinatorAu, (work) => nominate(work, toPku({ enrolmentId: e.kanyarat }))),
    by(people.coordinatorAu, (work) => nominate(work, toPku({ enrolmentId: e.thanawat }))),
  ])
  assert.equal(first.filter((each) => !isRefused(each)).length, 2, 'the quota is two')
  const refused = first.find((each) => isRefused(each)) as Refusal
  assert.equal(refused.message.key, 'refusal.full')
  const { rows } = await database.execute(
    `select count(*)::int as held from mobilities where sending_organisation_id = $1
       and receiving_organisation_id = $2 and sending_year = $3 and state = 'pending'`,
    [o.au, o.pku, seats.year],
  )
  assert.equal(rows[0]!['held'], 2)
  const uses = await database.execute(
    'select used from agreement_uses where sending_organisation_id = $1 and receiving_organisation_id = $2 and academic_year = $3',
    [o.au, o.pku, seats.year],
  )
  assert.deepEqual(uses.rows, [{ used: 2 }], 'the agreement knows of it')
})

test('dates that another stay of the student shares are refused, with the host and its days', async () => {
  const refused = await by(people.coordinatorAu, (work) =>
    nominate(work, toPku({ enrolmentId: e.ploy, startsOn: '2027-03-01', endsOn: '2027-04-01' })),
  )
  assert.ok(isRefused(refused))
  assert.equal(refused.message.key, 'refusal.overlap')
  assert.ok('startsOn' in refused.fields)
})

describe('an answer', () => {
  const wang = seededStays.wang

  test('wants a reason for a refusal, is for what was read, and counts once', async () => {
    const path = `/en/mobility/${wang}`
    const proposal = await proposalOf(wang)
    const cookie = await site.signInAs(people.coordinatorAu)
    const noReason = await site.send(
      path,
      `${path}/answer`,
      { proposal, answer: 'rejected' },
      cookie,
    )
    assert.equal(noReason.status, 422)
    assert.match(await noReason.text(), /Say why you refuse it/)
    const unread = await site.send(
      path,
      `${path}/answer`,
      { proposal: seededStays.sun, answer: 'approved' },
      cookie,
    )
    assert.equal(unread.status, 409)
    const done = await site.send(path, `${path}/answer`, { proposal, answer: 'approved' }, cookie)
    assert.equal(done.status, 303)
    assert.equal(await stateOf(wang), 'approved')
    const twice = await by(people.coordinatorAu, (work) =>
      answerNomination(work, {
        mobilityId: wang,
        proposalId: proposal,
        answer: 'rejected',
        note: 'x',
      }),
    )
    assert.ok(isRefused(twice))
    assert.equal(twice.message.key, 'refusal.answered')
  })

  test('is the receiving institution’s alone', async () => {
    const refused = await by(people.coordinatorAu, (work) =>
      answerNomination(work, {
        mobilityId: seededStays.kanyarat,
        proposalId: seededStays.kanyarat,
        answer: 'approved',
        note: '',
      }),
    )
    assert.ok(isRefused(refused) && refused.status === 404)
  })
})

test('a place that becomes free is offered to whoever has waited longest, and nominated by one press', async () => {
  const { ploy, thanawat } = seededStays
  const path = `/en/mobility/${thanawat}`
  const cookie = await site.signInAs(people.coordinatorAu)
  const early = await site.send(path, `${path}/nomination`, {}, cookie)
  assert.equal(early.status, 409, 'no place is free yet')
  const begun = await by(people.coordinatorAu, (work) =>
    cancelStay(work, { mobilityId: seededStays.kanyarat, reason: '' }),
  )
  assert.ok(isRefused(begun) && begun.message.key === 'refusal.begun')
  const given = await by(people.studentPloy, (work) =>
    cancelStay(work, { mobilityId: ploy, reason: 'An internship in Bangkok' }),
  )
  assert.ok(!isRefused(given))
  assert.equal(await stateOf(ploy), 'cancelled')
  const { rows } = await database.execute(
    "select object_id from tasks where kind = 'mobility.free-seat' and done_at is null",
  )
  assert.deepEqual(
    rows.map((row) => row['object_id']),
    [thanawat],
  )
  const done = await site.send(path, `${path}/nomination`, {}, cookie)
  assert.equal(done.status, 303)
  assert.equal(await stateOf(thanawat), 'pending')
  const again = await by(people.studentPloy, (work) =>
    cancelStay(work, { mobilityId: ploy, reason: '' }),
  )
  assert.ok(isRefused(again) && again.message.key === 'refusal.over')
})

describe('a list from a spreadsheet', () => {
  const path = '/en/mobility/nominations/list'
  const text = [
    'Student number or e-mail\tReceiving institution\tFirst day\tLast day',
    '6711008\tPKU\t15/2/2572\t20/6/2572',
    '6611057\tNowhere\t2029-02-15\t2029-06-20',
    '0000000\tPKU\t2029-02-15\t2029-06-20',
    '6611042\tPKU\t2029-06-20\t2029-02-15',
  ].join('\n')

  test('shows what would come of every row and writes nothing', async () => {
    const cookie = await site.signInAs(people.coordinatorAu)
    const before = await database.execute('select count(*)::int as n from mobilities')
    const answer = await site.send(path, path, { step: 'preview', text }, cookie)
    assert.equal(answer.status, 200)
    const html = await answer.text()
    assert.match(html, /1 student can be nominated/)
    assert.match(html, /No institution is called “Nowhere”/)
    assert.match(html, /No student of yours has this number/)
    assert.match(html, /The last day is before the first/)
    const later = await database.execute('select count(*)::int as n from mobilities')
    assert.deepEqual(later.rows, before.rows)
  })

  test('stops at faults that nobody agreed to leave out, and nominates the rest when told to', async () => {
    const cookie = await site.signInAs(people.coordinatorAu)
    const stopped = await site.send(path, path, { step: 'nominate', text }, cookie)
    assert.equal(stopped.status, 422)
    const done = await site.send(path, path, { step: 'nominate-without-faulty', text }, cookie)
    assert.equal(done.status, 303)
    const { rows } = await database.execute(
      "select state, starts_on::text from mobilities where starts_on = '2029-02-15'",
    )
    assert.deepEqual(rows, [{ state: 'pending', starts_on: '2029-02-15' }])
  })
})

describe('a partner with only e-mail', () => {
  test('is asked by one mail, answers by its link, and is told when it comes too late', async () => {
    await database.execute(
      "update appointments set ends_on = date '2026-01-01', starts_on = date '2025-02-01' where organisation_id = $1",
      [o.pku],
    )
    const stay = seededStays.thanawat
    const path = `/en/mobility/${stay}`
    const cookie = await site.signInAs(people.coordinatorAu)
    assert.match(await page(path, people.coordinatorAu), /works here yet/)
    const contact = { name: 'Li Na', email: 'intl@pku.example', language: 'zh-Hans' }
    const asked = await site.send(path, `${path}/contact`, contact, cookie)
    assert.equal(asked.status, 303)
    const { rows } = await database.execute(
      "select content::text, language from mails where to_address = 'intl@pku.example'",
    )
    assert.equal(rows.length, 1, 'one mail for all nominations')
    assert.equal(rows[0]!['language'], 'zh-Hans')
    const links = [...String(rows[0]!['content']).matchAll(/\/act\/[\w-]+/g)].map(
      ([found]) => found,
    )
    assert.ok(links.length >= 2)
    const answered: string[] = []
    for (const link of links) {
      const form = `/zh-Hans${link}`
      const html = await (await site.ask(form)).text()
      const proposal = /name="proposal" value="([^"]+)"/.exec(html)![1]!
      const done = await site.send(form, form, { proposal, answer: 'approved' })
      assert.equal(done.status, 303)
      answered.push(proposal)
    }
    assert.equal(await stateOf(stay), 'approved')
    const again = await site.ask(`/zh-Hans${links[0]!}`)
    assert.match(await again.text(), /已接受推荐/)
    const said = await database.execute('select answered_as from mobilities where id = $1', [stay])
    assert.equal(said.rows[0]!['answered_as'], 'Li Na')
  })
})
