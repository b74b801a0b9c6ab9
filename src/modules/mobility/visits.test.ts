// Visits of scholars and delegations: written down, asked, answered in an office or by link, reported, and who sees them.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { createActLink } from '#kernel/identity'
import { money } from '#kernel/values'
import { grantsOf } from '#modules/alliance'
import { cast, testSite } from '../../../test/harness/site.ts'
import { answerVisitByLinkAction } from './link-actions.ts'
import { partsOf, visitById } from './queries/visits.ts'
import { costSums, visitFault } from './rules/visits.ts'
import { seededVisits } from './seed-visits.ts'
import { eraseVisitsOf, exportVisitsOf, mergeVisitsOf } from './service/visit-data.ts'
import { answerVisit, askForVisit, cancelVisit, reportVisit } from './service/visit-steps.ts'
import { amendVisit, changeVisit, makeVisit, type VisitPart } from './service/visits.ts'

const site = await testSite({ seed: ['alliance', 'agreements', 'recognition', 'mobility'] })
after(() => site.close())
const { people, organisations: o } = cast
const { database, runner } = site.house

async function by<T>(
  personId: string,
  verb: (work: Work) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const grants = await grantsOf(database.kysely, personId, site.clock.now)
  const actor = { kind: 'person' as const, personId, grants }
  return runner.perform({ actor, now: site.clock.now, language: 'en' }, verb)
}

function done<T>(result: T | Refusal): T {
  if (isRefused(result)) assert.fail(result.message.key)
  return result
}

const status = (result: unknown) => (isRefused(result) ? result.status : 200)

async function page(path: string, personId: string, expected = 200): Promise<string> {
  const answer = await site.ask(path, { cookie: await site.signInAs(personId) })
  assert.equal(answer.status, expected, path)
  return answer.text()
}

const somebody: VisitPart = {
  part: 'member',
  family: 'Fang',
  given: 'Ruolan',
  native: '方若澜',
  role: 'Vice dean',
  email: '',
  arrivesOn: null,
}

async function made(partner: string = o.pku): Promise<string> {
  const { visitId } = done(
    await by(people.coordinatorAu, (work) =>
      makeVisit(work, {
        kind: 'delegation',
        title: 'A delegation',
        purpose: '',
        madeByOrganisationId: o.au,
        partnerOrganisationId: partner,
        comesToMaker: true,
        startsOn: '2026-11-20',
        endsOn: '2026-11-25',
        node: 'test.example',
      }),
    ),
  )
  return visitId
}

const change = (visitId: string, basedOn: number, add: VisitPart) =>
  by(people.coordinatorAu, (work) => changeVisit(work, { visitId, basedOn, add }))
const ask = (visitId: string, basedOn: number) =>
  by(people.coordinatorAu, (work) => askForVisit(work, { visitId, basedOn }))
const answer = (visitId: string, edition: number, given: 'agreed' | 'refused', note = '') =>
  by(people.coordinatorPku, (work) => answerVisit(work, { visitId, edition, answer: given, note }))

describe('the rules of a visit', () => {
  test('want somebody who comes, before it ends, and a programme within its days', () => {
    const days = { startsOn: '2026-12-01', endsOn: '2026-12-03' }
    const member = { arrivesOn: null }
    const at = (onDay: string) => [{ onDay }]
    assert.equal(visitFault({ ...days, members: [], programme: [] }), 'nobody')
    assert.equal(visitFault({ ...days, members: [member], programme: at('2026-12-03') }), null)
    assert.equal(visitFault({ ...days, members: [member], programme: at('2026-12-04') }), 'day')
    assert.equal(visitFault({ ...days, members: [member], programme: at('2026-11-30') }), 'day')
    const late = { arrivesOn: '2026-12-04' }
    assert.equal(visitFault({ ...days, members: [late], programme: [] }), 'arrives')
    const early = { arrivesOn: '2026-11-28' }
    assert.equal(visitFault({ ...days, members: [early], programme: [] }), null)
  })

  test('add money of one currency and one payer, and never across', () => {
    const sums = costSums([
      { payer: 'host', amount: money(100, 'THB') },
      { payer: 'home', amount: money(5, 'THB') },
      { payer: 'host', amount: money(7, 'CNY') },
      { payer: 'host', amount: money(11, 'THB') },
    ])
    assert.deepEqual(
      sums.map(({ payer, amount }) => [payer, amount.currency, amount.minor]),
      [
        ['host', 'THB', 111n],
        ['home', 'THB', 5n],
        ['host', 'CNY', 7n],
      ],
    )
  })
})

test('a draft is its office’s alone; the partner sees it once asked, and answers what it has read', async () => {
  const id = await made()
  assert.equal(status(await ask(id, 1)), 422, 'nobody comes yet')
  done(await change(id, 1, somebody))
  assert.equal(status(await change(id, 1, somebody)), 409, 'another tab')
  await page(`/en/mobility/visits/${id}`, people.coordinatorPku, 404)
  assert.equal(status(await answer(id, 2, 'agreed')), 404)
  done(await ask(id, 2))
  assert.equal(status(await ask(id, 2)), 409, 'asked twice')
  assert.match(await page(`/en/mobility/visits/${id}`, people.coordinatorPku), /FANG, Ruolan/)
  await page(`/en/mobility/visits/${id}`, people.coordinatorRuc, 404)
  await page(`/en/mobility/visits/${id}`, people.studentPloy, 404)
  done(
    await change(id, 2, {
      part: 'programme',
      onDay: '2026-11-20',
      atTime: '09:00',
      what: 'Talks',
      place: '',
    }),
  )
  assert.equal(status(await answer(id, 2, 'agreed')), 409, 'it has changed meanwhile')
  assert.equal(status(await answer(id, 3, 'refused')), 422, 'no reason')
  done(await answer(id, 3, 'agreed'))
  assert.equal(status(await answer(id, 3, 'refused', 'no')), 409, 'answered twice')
})

test('what has changed since the partner approved or refused it is asked anew, and nothing else is', async () => {
  const id = await made()
  const amend = (basedOn: number, endsOn: string) =>
    by(people.coordinatorAu, (work) =>
      amendVisit(work, {
        visitId: id,
        basedOn,
        title: 'A delegation',
        purpose: '',
        startsOn: '2026-11-20',
        endsOn,
      }),
    )
  done(await change(id, 1, somebody))
  done(await ask(id, 2))
  done(await answer(id, 2, 'refused', 'That week is full'))
  assert.equal(status(await ask(id, 2)), 409, 'refused as it is')
  assert.equal(status(await amend(2, '2026-11-19')), 422, 'it ends before it begins')
  done(await amend(2, '2026-11-26'))
  assert.equal(status(await amend(2, '2026-11-27')), 409, 'another tab')
  const partnerAmends = await by(people.coordinatorPku, (work) =>
    amendVisit(work, {
      visitId: id,
      basedOn: 3,
      title: 'Ours',
      purpose: '',
      startsOn: '2026-11-20',
      endsOn: '2026-11-20',
    }),
  )
  assert.equal(status(partnerAmends), 404, 'it is not the partner’s to change')
  done(await ask(id, 3))
  done(await answer(id, 3, 'agreed'))
  assert.equal(status(await ask(id, 3)), 409, 'approved as it is')
  assert.match(await page(`/en/mobility/visits/${id}`, people.coordinatorPku), /Both sides have/)
  done(
    await change(id, 3, { ...(somebody as Extract<VisitPart, { part: 'member' }>), given: 'Lan' }),
  )
  for (const reader of [people.coordinatorAu, people.coordinatorPku]) {
    assert.match(
      await page(`/en/mobility/visits/${id}`, reader),
      /approved it before it was changed/,
    )
  }
  done(await ask(id, 4))
  const { rows } = await database.execute(
    `select kind from tasks where object_id = $1 and done_at is null and cancelled_at is null`,
    [id],
  )
  assert.deepEqual(rows, [{ kind: 'mobility.visit' }], 'the report waits for the new approval')
  done(await answer(id, 4, 'agreed'))
})

test('only what both approved is reported, from its first day on, and then nothing changes', async () => {
  const id = await made()
  const report = (words: string, today = '2026-11-26') =>
    by(people.coordinatorAu, (work) =>
      reportVisit(work, { visitId: id, report: words, outcome: 'research', today }),
    )
  done(await change(id, 1, somebody))
  done(await ask(id, 2))
  assert.equal(status(await report('Good talks')), 409)
  done(await answer(id, 2, 'agreed'))
  assert.equal(status(await report('Good talks', '2026-11-19')), 409, 'it has not begun')
  assert.equal(status(await report('')), 422)
  done(await report('Good talks'))
  assert.equal(status(await change(id, 2, somebody)), 409)
  const cancelled = await by(people.coordinatorAu, (work) =>
    cancelVisit(work, { visitId: id, reason: 'late' }),
  )
  assert.equal(status(cancelled), 409)
  const { rows } = await database.execute(
    `select kind, done_at is not null as done from tasks where object_id = $1 order by kind`,
    [id],
  )
  assert.deepEqual(rows, [
    { kind: 'mobility.visit', done: true },
    { kind: 'mobility.visit-report', done: true },
  ])
})

test('a partner without an office here is asked by mail, answers by link once, and is told when it was called off', async () => {
  const { rows } = await database.execute(
    `select id from organisations where id not in (select organisation_id from appointments
       where role = 'coordinator') limit 1`,
  )
  const partner = String(rows[0]!['id'])
  const id = await made(partner)
  done(await change(id, 1, somebody))
  assert.equal(status(await ask(id, 2)), 422, 'nobody is known there')
  await database.execute(
    `insert into mobility_contacts (sending_organisation_id, receiving_organisation_id, name, email, language, changed_at)
     values ($1, $2, 'Office', 'office@partner.example', 'fr', $3)
     on conflict do nothing`,
    [o.au, partner, site.clock.now],
  )
  done(
    await change(id, 2, {
      part: 'cost',
      what: 'Coach to the airport',
      amount: money(250_000, 'THB'),
      payer: 'host',
    }),
  )
  const asked = done(await ask(id, 3))
  assert.equal(asked.byMail, true)
  const { token } = await site.perform((work) =>
    createActLink(work, {
      action: answerVisitByLinkAction,
      objectId: id,
      personId: null,
      expiresAt: new Date(site.clock.now.getTime() + 86_400_000),
      maxUses: 1,
    }),
  )
  const open = await site.ask(`/fr/act/${token}`)
  assert.equal(open.status, 200)
  const told = await open.text()
  assert.match(told, /FANG, Ruolan/)
  assert.match(told, /Coach to the airport/, 'who approves reads what is to be paid')
  const sent = await site.send(`/fr/act/${token}`, `/fr/act/${token}`, {
    answer: 'agreed',
    edition: '3',
    note: '',
  })
  assert.ok(sent.status < 400, String(sent.status))
  const work = runner.reading({
    actor: { kind: 'system', name: 'test' },
    now: site.clock.now,
    language: 'en',
  })
  const visit = await visitById(work, id)
  assert.equal(visit?.state, 'agreed')
  assert.equal(visit?.answered_as, 'Office')
})

test('a member who is known here gets their part, keeps none of their name after an erasure, and is moved by a merge', async () => {
  const id = await made()
  const { rows } = await database.execute(
    'select address from person_emails where person_id = $1 and is_primary',
    [people.studentPloy],
  )
  const email = String(rows[0]!['address'])
  done(await change(id, 1, { ...(somebody as Extract<VisitPart, { part: 'member' }>), email }))
  done(await ask(id, 2))
  const held = await site.perform((work) => exportVisitsOf(work, people.studentPloy))
  assert.deepEqual(
    held.visits.map((each) => each.id),
    [id],
  )
  await site.perform((work) => mergeVisitsOf(work, people.studentPloy, people.studentThanawat))
  await site.perform((work) => eraseVisitsOf(work, people.studentThanawat))
  const [member] = (await site.perform((work) => partsOf(work, id))).members
  assert.equal(member?.personId, people.studentThanawat)
  assert.deepEqual([member?.family, member?.native, member?.email], ['–', '', ''])
  assert.equal(member?.role, 'Vice dean')
})

test('its pages and papers come in every language, and a wrong form keeps what was typed', async () => {
  const id = seededVisits.delegation
  for (const language of ['en', 'zh-Hans', 'th', 'ko', 'fr']) {
    const text = await page(`/${language}/mobility/visits/${id}`, people.coordinatorAu)
    assert.match(text, /FANG, Ruolan/)
    await page(`/${language}/mobility/visits`, people.coordinatorAu)
    await page(`/${language}/mobility/visits/new`, people.coordinatorAu)
  }
  const cookie = await site.signInAs(people.coordinatorAu)
  for (const paper of ['invitation', 'list', 'programme']) {
    const path = `/th/mobility/visits/${id}/papers/${paper}?with=zh-Hans`
    const answered = await site.ask(path, { cookie })
    assert.equal(answered.status, 200)
    assert.equal(answered.headers.get('content-type'), 'application/pdf')
  }
  const draft = `/en/mobility/visits/${seededVisits.scholar}`
  const refused = await site.send(
    draft,
    `${draft}/costs`,
    { basedOn: '3', costWhat: 'Train', amount: '12.345', currency: 'THB', payer: 'home' },
    cookie,
  )
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /value="12\.345"/)
  const fine = await site.send(
    draft,
    `${draft}/costs`,
    { basedOn: '3', costWhat: 'Train', amount: '12.50', currency: 'thb', payer: 'home' },
    cookie,
  )
  assert.equal(fine.status, 303)
})
