// During and after a stay: the host's word, changes, the transcript of the right person, the credit at home.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { createActLink } from '#kernel/identity'
import { grantsOf } from '#modules/alliance'
import { cast, testSite } from '../../../test/harness/site.ts'
import { hostByLinkAction } from './link-actions.ts'
import { seededStays } from './seed.ts'
import { recordEvent, type RecordEvent } from './service/during.ts'
import { eraseMobilityOf, mobilityData } from './service/personal-data.ts'
import { dueForHost, remindHost } from './service/reminders.ts'

const site = await testSite({ seed: ['alliance', 'agreements', 'recognition', 'mobility'] })
after(() => site.close())
const { people } = cast
const { database, runner } = site.house
const stay = seededStays.ploy
const path = `/en/mobility/${stay}`

async function page(at: string, personId: string, status = 200): Promise<string> {
  const answer = await site.ask(at, { cookie: await site.signInAs(personId) })
  assert.equal(answer.status, status, at)
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

const record = (
  personId: string,
  rest: Omit<RecordEvent, 'mobilityId' | 'note'> & { note?: string },
) => by(personId, (work) => recordEvent(work, { mobilityId: stay, note: '', ...rest }))

async function row(): Promise<Record<string, unknown>> {
  const { rows } = await database.execute(
    `select state, arrived_on::text, departed_on::text, starts_on::text, ends_on::text, ended_how, next_step,
       transcript_on is not null as has_transcript from mobilities where id = $1`,
    [stay],
  )
  return rows[0]!
}

async function linkOf(personId: string | null, days = 1, objectId = stay): Promise<string> {
  const { token } = await site.perform((work) =>
    createActLink(work, {
      action: hostByLinkAction,
      objectId,
      personId,
      expiresAt: new Date(site.clock.now.getTime() + days * 86_400_000),
      maxUses: 1,
    }),
  )
  return `/en/act/${token}`
}

const keyOf = (result: unknown) => (isRefused(result) ? result.message.key : 'done')

describe('a stay', () => {
  test('begins when the host says so: not by the sending side, and not before the day', async () => {
    const { starts_on: starts } = (await row()) as { starts_on: string }
    assert.equal(
      keyOf(await record(people.coordinatorAu, { kind: 'arrival', onDay: starts })),
      'refusal.absent',
    )
    assert.equal(
      keyOf(await record(people.coordinatorPku, { kind: 'arrival', onDay: starts })),
      'event-fault.future',
    )
    site.clock.now = new Date(`${starts}T09:00:00Z`)
    const cookie = await site.signInAs(people.coordinatorPku)
    const done = await site.send(
      path,
      `${path}/confirmations`,
      { kind: 'arrival', onDay: starts },
      cookie,
    )
    assert.equal(done.status, 303, await done.text())
    assert.deepEqual([(await row())['state'], (await row())['next_step']], ['live', 'departure'])
    assert.match(await page('/en/mobility?there=yes', people.coordinatorAu), /Pimchanok/)
  })

  test('keeps incidents from the student, and shows everything else', async () => {
    const { starts_on: day } = (await row()) as { starts_on: string }
    const note = 'Lost the passport at the station'
    assert.equal(
      keyOf(await record(people.coordinatorPku, { kind: 'incident', onDay: day })),
      'event-fault.note',
    )
    assert.equal(
      keyOf(await record(people.coordinatorPku, { kind: 'incident', onDay: day, note })),
      'done',
    )
    assert.match(await page(path, people.coordinatorAu), /Lost the passport/)
    assert.doesNotMatch(await page(path, people.studentPloy), /Lost the passport/)
    for (const office of [people.coordinatorAu, people.coordinatorPku]) {
      assert.match(await page('/en/inbox', office), /See to an incident during an exchange/)
    }
    assert.doesNotMatch(await page('/en/inbox', people.studentPloy), /See to an incident/)
  })

  test('is extended, interrupted and ended early only as its days allow', async () => {
    const before = (await row()) as { ends_on: string; starts_on: string }
    const shorter = { kind: 'extension' as const, onDay: before.starts_on }
    assert.equal(keyOf(await record(people.coordinatorAu, shorter)), 'event-fault.order')
    const longer = new Date(Date.parse(before.ends_on) + 10 * 86_400_000).toISOString().slice(0, 10)
    assert.equal(
      keyOf(await record(people.coordinatorAu, { kind: 'extension', onDay: longer })),
      'done',
    )
    assert.equal(
      keyOf(await record(people.coordinatorAu, { kind: 'early-return', onDay: before.ends_on })),
      'done',
    )
    const after = await row()
    assert.deepEqual([after['ends_on'], after['ended_how']], [before.ends_on, 'early'])
  })

  test('that is refused as typed shows what was typed in its own form alone', async () => {
    const cookie = await site.signInAs(people.coordinatorPku)
    const typed = { kind: 'extension', onDay: 'some day' }
    const answer = await site.send(path, `${path}/events`, typed, cookie)
    assert.equal(answer.status, 422)
    assert.equal((await answer.text()).match(/value="some day"/g)?.length, 1)
  })

  test('ends with the host’s word, by a link too, once', async () => {
    const { ends_on: ends } = (await row()) as { ends_on: string }
    site.clock.now = new Date(Date.parse(`${ends}T12:00:00Z`) - 2 * 86_400_000)
    // Somebody else was quicker with the arrival, and nobody waits for the departure yet.
    const old = await (await site.ask(await linkOf(null, -1))).text()
    assert.doesNotMatch(old, /confirmation still waits/)
    assert.match(old, /Confirmed/)
    site.clock.now = new Date(`${ends}T12:00:00Z`)
    const due = await dueForHost(
      runner.reading({
        actor: { kind: 'system', name: 'test' },
        now: site.clock.now,
        language: 'en',
      }),
    )
    assert.ok(due.some(({ id }) => id === stay))
    await site.perform((work) => remindHost(work, stay))
    const { rows } = await database.execute(
      "select count(*)::int as n from tasks where kind = 'mobility.confirm' and object_id = $1 and done_at is null",
      [stay],
    )
    assert.equal(rows[0]!['n'], 1)
    const object = { kind: 'mobility', id: stay }
    const offered = site.services.notices.actsOf({ kind: 'mobility.confirm', object })
    assert.deepEqual(
      offered.map(({ action, objectId }) => [action, objectId]),
      [[hostByLinkAction, stay]],
      'the mail about the task leads to it',
    )
    const link = await linkOf(people.coordinatorPku)
    const stranger = await linkOf(people.coordinatorAu)
    assert.match(await (await site.ask(stranger)).text(), /not yours to confirm any more/)
    const tried = await site.send(stranger, stranger, { kind: 'departure', onDay: ends })
    assert.equal(tried.status, 410)
    assert.equal((await row())['departed_on'], null)
    const late = await linkOf(null, -1)
    assert.match(await (await site.ask(late)).text(), /confirmation still waits/)
    assert.match(await (await site.ask(link)).text(), /Day of departure/)
    const wrong = await site.send(link, link, { kind: 'departure', onDay: 'soon' })
    assert.equal(wrong.status, 422)
    const done = await site.send(link, link, { kind: 'departure', onDay: ends })
    assert.equal(done.status, 303)
    const after = await row()
    assert.deepEqual(
      [after['state'], after['departed_on'], after['next_step']],
      ['returned', ends, 'transcript'],
    )
    const other = seededStays.thanawat
    await database.execute(
      "update mobilities set state = 'cancelled', cancelled_at = $2, next_step = null, next_due_on = null where id = $1",
      [other, site.clock.now],
    )
    const cancelled = await site.ask(await linkOf(null, 1, other))
    assert.match(await cancelled.text(), /The nomination was taken back/)
    const again = await site.send(link, link, { kind: 'departure', onDay: ends })
    assert.equal(again.status, 200)
    assert.match(await again.text(), /The last day is on record/)
    const said = await database.execute(
      "select count(*)::int as n, max(recorded_by::text) as who from mobility_events where mobility_id = $1 and kind = 'departure'",
      [stay],
    )
    assert.deepEqual(said.rows[0], { n: 1, who: people.coordinatorPku })
  })
})

const elmo = (given: string, family: string) => `<?xml version="1.0" encoding="UTF-8"?>
<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1">
<generatedDate>2027-07-01T10:00:00+08:00</generatedDate>
<learner><givenNames>${given}</givenNames><familyName>${family}</familyName></learner>
<report><issuer><identifier type="schac">pku.edu.cn</identifier><title xml:lang="en">Peking University</title><url>https://pku.example</url></issuer>
<learningOpportunitySpecification><identifier type="local">04330106</identifier><title xml:lang="en">Digital Image Creation</title>
<specifies><learningOpportunityInstance><start>2027-02-15</start><date>2027-06-20</date><status>passed</status>
<resultLabel>90</resultLabel><credit><scheme>pku</scheme><value>4</value></credit></learningOpportunityInstance></specifies>
</learningOpportunitySpecification><issueDate>2027-06-30T00:00:00+08:00</issueDate></report></elmo>`

async function give(name: string, text: string) {
  const cookie = await site.signInAs(people.coordinatorPku)
  const html = await (await site.ask(path, { cookie })).text()
  const csrf = /name="csrf" value="([^"]+)"/.exec(html)![1]!
  const body = new FormData()
  body.set('csrf', csrf)
  body.set('file', new File([text], name, { type: 'application/xml' }))
  return site.ask(`${path}/transcript`, { method: 'POST', cookie, body })
}

describe('the transcript', () => {
  test('of somebody else is refused with their name, and nothing is kept', async () => {
    const answer = await give('wrong.xml', elmo('Somchai', 'Wongsawat'))
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /names Somchai Wongsawat/)
    assert.equal((await row())['has_transcript'], false)
  })

  test('of the student is handed over, and begins the recognition at home', async () => {
    const answer = await give('transcript.xml', elmo('Pimchanok', 'Rattanakul'))
    assert.equal(answer.status, 303, await answer.text())
    assert.deepEqual(
      [(await row())['has_transcript'], (await row())['next_step']],
      [true, 'recognition'],
    )
    const { rows: told } = await database.execute(
      `select country_from, country_to, field_groups from transfers
        where destination = $1 and purpose = 'recognition'`,
      [`/mobility/${stay}`],
    )
    const groups = ['identity', 'studies', 'grades']
    assert.deepEqual(told, [{ country_from: 'CN', country_to: 'TH', field_groups: groups }])
    const cookie = await site.signInAs(people.coordinatorAu)
    const begun = await site.send(path, `${path}/case`, {}, cookie)
    assert.equal(begun.status, 303, await begun.text())
    const draft = begun.headers.get('location')!
    assert.match(draft, /\/recognition\/drafts\//)
    assert.match(await page(draft, people.coordinatorAu), /Digital Image Creation/)
  })
})

test('letters come in two languages, and one archive holds everything', async () => {
  for (const kind of ['admission', 'arrival', 'certificate']) {
    const pdf = await site.ask(`/th/mobility/${stay}/letters/${kind}?with=zh-Hans`, {
      cookie: await site.signInAs(people.studentPloy),
    })
    assert.equal(pdf.headers.get('content-type'), 'application/pdf', kind)
  }
  const cookie = await site.signInAs(people.coordinatorAu)
  const archive = await site.ask('/en/mobility/archive?direction=out&q=6611042', { cookie })
  assert.equal(archive.headers.get('content-type'), 'application/zip')
  assert.ok((await archive.arrayBuffer()).byteLength > 10_000)
})

test('an erasure takes the transcript with it, which the export and “My data” had named', async () => {
  const person = people.studentPloy
  const files = () => site.perform((work) => mobilityData.files!(work, person))
  const [transcript] = await files()
  assert.equal(transcript?.name, 'transcript.xml')
  const held = await site.perform((work) =>
    mobilityData.holds(work, person, { readsMonths: 12, mailsMonths: 12 }),
  )
  assert.ok(held.some(({ what, count }) => what.key === 'held.transcripts' && count === 1))
  await site.perform((work) => eraseMobilityOf(work, person))
  assert.deepEqual(await files(), [])
  const { rows } = await database.execute('select 1 from files where id = $1', [transcript!.fileId])
  assert.equal(rows.length, 0)
  await page(path, people.coordinatorAu)
})
