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

const contactOf = (email: string) => ({ name: 'Zhang Wei', email, language: 'zh-Hans' })

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
  const told = await database.execute(
    `select t.basis, t.country_from, t.country_to from transfers t
       join mobilities m on t.destination = '/mobility/' || m.id
      where m.sending_year = $1 and m.receiving_organisation_id = $2`,
    [seats.year, o.pku],
  )
  const line = { basis: 'contract', country_from: 'TH', country_to: 'CN' }
  assert.deepEqual(told.rows, [line, line], 'the ledger of transfers has both, and nobody else')
})

test('a nomination to no institution is a fault of the form', async () => {
  const path = '/en/mobility/nominations/new'
  const { rows } = await database.execute('select count(*)::int as n from mobilities')
  const cookie = await site.signInAs(people.coordinatorAu)
  const values = { student: e.ploy, receiving: 'nowhere', kind: 'study', startsOn: '2030-02-01' }
  const done = await site.send(path, path, { ...values, endsOn: '2030-06-01' }, cookie)
  assert.equal(done.status, 422)
  assert.deepEqual((await database.execute('select count(*)::int as n from mobilities')).rows, rows)
})

test('dates that another stay of the student shares are refused, with the host and its days', async () => {
  const refused = await by(people.coordinatorAu, (work) =>
    nominate(work, toPku({ enrolmentId: e.ploy, startsOn: '2027-03-01', endsOn: '2027-04-01' })),
  )
  assert.ok(isRefused(refused))
  assert.equal(refused.message.key, 'refusal.overlap')
  assert.ok('startsOn' in refused.fields)
})

test('what the offices remark of a stay goes into the document for offices, and not into the student’s', async () => {
  const { ploy } = seededStays
  await database.execute('update persons set birth_date = $2 where id = $1', [
    people.studentPloy,
    '2005-04-12',
  ])
  await database.execute('update mobilities set remark = $2 where id = $1', [ploy, 'Ask for proof'])
  const address = `/en/mobility/${ploy}/omobility.xml`
  assert.match(await page(address, people.coordinatorAu), /Ask for proof/)
  assert.doesNotMatch(await page(address, people.studentPloy), /Ask for proof/)
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

test('a free place is offered to the next in turn where whoever was told of it gives up', async () => {
  const year = { startsOn: '2028-09-01', endsOn: '2029-01-04', mayWait: true }
  const made: string[] = []
  for (const enrolmentId of [e.ploy, e.kanyarat, e.thanawat]) {
    const done = await by(people.coordinatorAu, (work) =>
      nominate(work, toPku({ ...year, enrolmentId })),
    )
    assert.ok(!isRefused(done))
    made.push(done.mobilityId)
  }
  const [first, , waits] = made as [string, string, string]
  assert.equal(await stateOf(waits), 'waiting')
  const next = '01980000-0041-7000-9000-000000000001'
  await database.execute(
    `insert into mobilities select (jsonb_populate_record(x, $2::jsonb)).* from mobilities x where id = $1`,
    [waits, JSON.stringify({ id: next, proposal_id: next, waiting_since: '2026-11-23T00:00:00Z' })],
  )
  const told = async () => {
    const { rows } = await database.execute(
      `select object_id from tasks where kind = 'mobility.free-seat' and done_at is null
         and cancelled_at is null and object_id = any($1)`,
      [[waits, next]],
    )
    return rows.map((row) => row['object_id'])
  }
  const giveUp = (mobilityId: string) =>
    by(people.coordinatorAu, (work) => cancelStay(work, { mobilityId, reason: 'Another plan' }))
  assert.ok(!isRefused(await giveUp(first)))
  assert.deepEqual(await told(), [waits], 'one place, one offer')
  assert.ok(!isRefused(await giveUp(waits)))
  assert.deepEqual(await told(), [next])
})

test('the list costs the same number of queries for one stay and for many', async () => {
  const cookie = await site.signInAs(people.coordinatorAu)
  const cost = async (address: string) => {
    await site.ask(address, { cookie })
    await site.reads.flush()
    const before = database.queryCount()
    const answer = await site.ask(address, { cookie })
    await site.reads.flush()
    return { queries: database.queryCount() - before, html: await answer.text() }
  }
  const one = await cost('/en/mobility?q=2300015021')
  const many = await cost('/en/mobility?direction=out')
  const shown = ({ html }: { html: string }) =>
    new Set(html.match(/\/en\/mobility\/[0-9a-f-]{36}/g)).size
  assert.deepEqual([shown(one), shown(many) >= 3], [1, true])
  assert.equal(one.queries, many.queries)
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

test('a mail that a partner wrote is filed with the stay that the student’s number finds', async () => {
  const { ploy } = seededStays
  const [mail] = ['01980000-0041-7000-9000-0000000000aa']
  await database.execute(
    `insert into incoming_mails (id, message_id, fingerprint, organisation_id, from_address, subject, body, automatic, received_at)
     values ($1, '<x@pku.example>', 'x', $2, 'intl@pku.example', 'Re: nomination', 'Attached.', false, $3)`,
    [mail, o.au, site.clock.now],
  )
  const found = await page(`/en/mail/${mail}?q=6611042`, people.coordinatorAu)
  assert.match(found, /Exchange at Peking University/)
  assert.ok(found.includes(ploy))
  await database.execute(
    "update incoming_mails set about_kind = 'mobility', about_id = $2, outcome = 'filed', filed_at = $3, filed_by = 'x' where id = $1",
    [mail, ploy, site.clock.now],
  )
  assert.match(await page(`/en/mobility/${ploy}`, people.coordinatorAu), /Mails filed with/)
  const list = await page(`/en/mail?about=mobility:${ploy}`, people.coordinatorAu)
  assert.match(list, /Re: nomination/)
  assert.match(list, /Exchange at Peking University/)
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

  test('answers no more once another person is written to instead, who has links of their own', async () => {
    const path = `/en/mobility/${seededStays.thanawat}`
    const cookie = await site.signInAs(people.coordinatorAu)
    const written = await by(people.coordinatorAu, (work) =>
      nominate(work, toPku({ startsOn: '2029-09-01', endsOn: '2030-01-04' })),
    )
    assert.ok(!isRefused(written))
    const linksTo = async (address: string) => {
      const { rows } = await database.execute(
        'select content::text from mails where to_address = $1 order by created_at desc limit 1',
        [address],
      )
      return [...String(rows[0]!['content']).matchAll(/\/act\/[\w-]+/g)].map(([found]) => found)
    }
    await site.send(path, `${path}/contact`, contactOf('li.na@pku.example'), cookie)
    const before = await linksTo('li.na@pku.example')
    await site.send(path, `${path}/contact`, contactOf('zhang@pku.example'), cookie)
    const after = await linksTo('zhang@pku.example')
    assert.ok(before.length > 0 && before.length === after.length)
    assert.doesNotMatch(await (await site.ask(`/en${before[0]!}`)).text(), /name="proposal"/)
    assert.match(await (await site.ask(`/en${after[0]!}`)).text(), /name="proposal"/)
  })
})
