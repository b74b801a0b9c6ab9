// The agreement of a placement from its first draft to five signatures and an amendment, through the pages.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { isRefused } from '#kernel/database'
import { cast, type TestSite, testSite } from '../../../../test/harness/site.ts'
import { exportInternshipsOf } from '../service/personal-data.ts'

const { people: p } = cast
let site: TestSite
let at: string
let placementId: string

before(async () => {
  site = await testSite({ seed: ['alliance', 'mentorship', 'clearance', 'internships'] })
  const row = await one(
    'select id, starts_on, ends_on from internship_placements where person_id = $1',
    p.studentPloy,
  )
  placementId = String(row['id'])
  await site.house.database.execute('delete from internship_agreements')
  at = `/en/internships/placements/${placementId}`
})
after(() => site.close())

async function one(sql: string, id: string = placementId): Promise<Record<string, unknown>> {
  return (await site.house.database.execute(sql, [id])).rows[0] ?? {}
}

async function post(
  name: string,
  values: Record<string, string>,
  personId: string = p.coordinatorAu,
) {
  const { draft_number: number = 0 } = await one(
    'select draft_number from internship_agreements where placement_id = $1',
  )
  const basedOn = String(number)
  const cookie = await site.signInAs(personId)
  return site.send(`${at}/agreement`, `${at}/${name}`, { basedOn, ...values }, cookie)
}

async function page(personId: string, status = 200): Promise<string> {
  const answer = await site.ask(`${at}/agreement`, { cookie: await site.signInAs(personId) })
  assert.equal(answer.status, status)
  return answer.text()
}

const written = {
  form: 'convention',
  startsOn: '2026-10-15',
  endsOn: '2027-01-13',
  hoursPerWeek: '16',
  basis: 'embedded',
  means: 'either',
  hostLanguage: 'th',
  tasks: 'Prepares patterns for a game',
  outcomes: 'Documents where a pattern comes from',
  presence: 'Monday and Tuesday',
  monitoring: 'A talk every week',
  evaluation: 'A report and a talk',
  credit: '3 credits, with a grade',
  allowance: '3,000 yuan a month',
  homeInsurance: 'Accident cover of the school',
  absence: 'Two days a month',
  ending: 'With a week of notice',
  certificate: 'Within two weeks',
  signatoryName: '郑一帆',
  signatoryEmail: 'zheng.yifan@studio.example',
  tutorName: '林小满',
  tutorEmail: 'lin.xiaoman@studio.example',
  mentorName: 'อรุณี ศรีทอง',
  mentorEmail: 'arunee@school.example',
}

/** Signs what is asked, in the house or by the link of the mail. */
async function signInHouse(personId: string): Promise<void> {
  const { id } = await one(
    `select s.id from signing_steps s join internship_agreements a on a.document_id = s.document_id
      where a.placement_id = $1 and s.state = 'asked' and s.guest_name is null`,
  )
  const step = `/en/signing/steps/${String(id)}`
  const cookie = await site.signInAs(personId)
  const html = await (await site.ask(step, { cookie })).text()
  const sha256 = /name="sha256" value="([0-9a-f]{64})"/.exec(html)![1]!
  const confirm = /name="(confirm[\w-]*)"/.exec(html)?.[1]
  const values = { sha256, ...(confirm ? { [confirm]: 'yes' } : {}) }
  const done = await site.send(step, `${step}/signature`, values, cookie)
  assert.equal(done.status, 303, await done.text())
}

async function signByLink(address: string): Promise<void> {
  const { rows } = await site.house.database.execute(
    'select content from mails where to_address = $1 order by created_at desc, id desc limit 1',
    [address],
  )
  const link = /\/act\/[\w-]+/.exec(JSON.stringify(rows[0]?.['content'] ?? ''))?.[0]
  assert(link, `no link for ${address}`)
  const html = await (await site.ask(`/th${link}`)).text()
  const sha256 = /name="sha256" value="([0-9a-f]{64})"/.exec(html)![1]!
  const done = await site.send(`/th${link}`, `/th${link}`, { sha256, answer: 'sign' })
  assert.equal(done.status, 303, await done.text())
}

const agreement = () =>
  one('select state, agreed_version from internship_agreements where placement_id = $1')

/** What a field of the agreement's form has. */
const fieldIn = (html: string, name: string) =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="${name}"`)
    .exec(html)
    ?.slice(1)
    .find((each) => each !== undefined)

describe('the mentors of a student', () => {
  const mentors = { academic: 'wipada@au.example', industry: 'gao.feng@perfect-world.example' }

  test('stand in the agreement from its first draft, the industry one where they are of the host', async () => {
    const html = await page(p.coordinatorAu)
    assert.equal(fieldIn(html, 'mentorEmail'), mentors.academic)
    assert.equal(fieldIn(html, 'tutorEmail'), mentors.industry)
    assert(!html.includes('Take the mentors over'))
    await site.house.database.execute(
      "update mentorships set mentor_organisation_id = organisation_id where kind = 'industry' and person_id = $1",
      [p.studentPloy],
    )
    assert.equal(fieldIn(await page(p.coordinatorAu), 'tutorEmail'), 'lin.xiaoman@studio.example')
  })

  test('who change are taken over by one press into what was written, and whoever left is not', async () => {
    await site.house.database.execute(
      "update mentorships set state = 'ended', ended_on = began_on, end_reason = 'mentor-left' where kind = 'industry' and person_id = $1",
      [p.studentPloy],
    )
    const kept = await post('agreement/text', {
      ...written,
      mentorName: 'Aj. Anan',
      mentorEmail: 'anan@au.example',
    })
    assert.equal(kept.status, 303)
    assert.match(
      await page(p.coordinatorAu),
      /Who mentors this student now is not in the agreement[\s\S]*Wipada/,
    )
    assert(!(await page(p.studentPloy)).includes('Who mentors this student now'))
    const cookie = await site.signInAs(p.coordinatorAu)
    const taken = await (await site.ask(`${at}/agreement?mentors=now`, { cookie })).text()
    assert.equal(fieldIn(taken, 'mentorEmail'), mentors.academic)
    assert.equal(
      fieldIn(taken, 'tutorEmail'),
      'lin.xiaoman@studio.example',
      'nobody else of the host mentors now',
    )
    await site.house.database.execute('delete from internship_agreements')
  })

  test('who leave find the links closed by which they acted for the placement', async () => {
    await site.chronicle.drain()
    assert.equal((await post('visits', { dueOn: '2027-01-10' })).status, 303)
    const { rows } = await site.house.database.execute(
      'select content from mails where to_address = $1 order by created_at desc, id desc limit 1',
      [mentors.academic],
    )
    const link = `/th${/\/act\/[\w-]+/.exec(JSON.stringify(rows[0]!['content']))![0]}`
    assert.equal((await site.ask(link)).status, 200)
    const { mentee_id: mentee, id } = await one(
      "select mentee_id, id from mentorships where person_id = $1 and kind = 'academic' and state in ('accepted', 'active')",
      p.studentPloy,
    )
    const shared = `/en/mentoring/students/${String(mentee)}`
    const left = await site.send(
      shared,
      `/en/mentoring/mentorships/${String(id)}/leaving`,
      {},
      await site.signInAs(p.academicMentorAu),
    )
    assert.equal(left.status, 303, await left.text())
    await site.chronicle.drain()
    assert.equal((await site.ask(link)).status, 410)
    assert(!(await page(p.coordinatorAu)).includes('Who mentors this student now'))
    await site.house.database.execute('delete from internship_visits')
    await site.house.database.execute('delete from internship_agreements')
  })
})

describe('a traineeship agreement', () => {
  test('begins with what the record knows, and is written by the schools’ coordinators alone', async () => {
    const html = await page(p.coordinatorAu)
    assert(html.includes('lin.xiaoman@studio.example'))
    assert(!(await page(p.studentPloy)).includes('Keep as draft'))
    await page(p.studentThanawat, 404)
    assert.equal((await post('agreement/text', written, p.studentPloy)).status, 404)
  })

  test('is not sent before it says all that its form demands, and names each thing that lacks', async () => {
    assert.equal((await post('agreement/sending', {})).status, 409)
    const kept = await post('agreement/text', {
      ...written,
      ending: '',
      mentorName: '',
      mentorEmail: '',
    })
    assert.equal(kept.status, 303, await kept.text())
    const refused = await post('agreement/sending', {})
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /demands 2 things more/)
    const wrong = await post('agreement/text', { ...written, endsOn: '2026-10-01' })
    assert.equal(wrong.status, 422)
    assert((await wrong.text()).includes('Prepares patterns for a game'))
    const late = await post('agreement/text', { ...written, basedOn: '0' })
    assert.equal(late.status, 409)
  })

  test('is printed in each form', async () => {
    for (const form of ['erasmus', 'ko', 'convention']) {
      const kept = await post('agreement/text', { ...written, form })
      assert.equal(kept.status, 303)
      const pdf = await site.ask(`${at}/agreement/document`, {
        cookie: await site.signInAs(p.studentPloy),
      })
      assert.equal(pdf.headers.get('content-type'), 'application/pdf', form)
    }
  })

  test('is signed by five in their order, the host’s by link, and then counts for days and hours', async () => {
    const changed = await post('agreement/text', { ...written, hoursPerWeek: '14' })
    assert.equal(changed.status, 303)
    const sent = await post('agreement/sending', {})
    assert.equal(sent.status, 303, await sent.text())
    assert.equal((await post('agreement/text', written)).status, 409, 'nobody writes meanwhile')
    assert.deepEqual(
      await one(
        'select country_from, country_to, basis from transfers where destination like $1',
        `${at.slice(3)}%`,
      ),
      { country_from: 'TH', country_to: 'CN', basis: 'contract' },
      'the host is of the alliance: it stands in the ledger of transfers',
    )
    assert.equal((await post('visits', { dueOn: '2027-01-10' })).status, 303)
    await site.house.database.execute("update internship_visits set mentor_email = 'b@au.example'")
    await signInHouse(p.studentPloy)
    await signInHouse(p.coordinatorAu)
    await signByLink('arunee@school.example')
    await signByLink('lin.xiaoman@studio.example')
    await site.chronicle.drain()
    assert.deepEqual(await agreement(), { state: 'signing', agreed_version: null })
    await signByLink('zheng.yifan@studio.example')
    await site.chronicle.drain()
    assert.deepEqual(await agreement(), { state: 'signed', agreed_version: 1 })
    const placement = await one('select hours_per_week from internship_placements where id = $1')
    assert.equal(placement['hours_per_week'], 14)
    const visit = await one('select mentor_email from internship_visits where placement_id = $1')
    assert.equal(visit['mentor_email'], 'arunee@school.example', 'whom all have signed for')
    await assert.rejects(
      site.house.database.execute(
        "update internship_agreement_versions set sha256 = repeat('0', 64)",
      ),
      /not changed/,
    )
  })

  test('is amended by its original signers too: a tutor who left signs that another takes over', async () => {
    const kept = await post('agreement/text', {
      ...written,
      tutorName: '顾晓舟',
      tutorEmail: 'gu@studio.example',
    })
    assert.equal(kept.status, 303)
    assert.equal((await post('agreement/sending', {})).status, 303)
    const { rows } = await site.house.database.execute(
      `select s.guest_address from signing_steps s join internship_agreements a on a.document_id = s.document_id
        where a.placement_id = $1 and s.version = 2 and s.guest_address is not null order by 1`,
      [placementId],
    )
    assert.deepEqual(
      rows.map((row) => row['guest_address']),
      [
        'arunee@school.example',
        'gu@studio.example',
        'lin.xiaoman@studio.example',
        'zheng.yifan@studio.example',
      ],
    )
    assert.deepEqual(await agreement(), { state: 'signing', agreed_version: 1 })
    assert.equal((await post('agreement/return', { returnReason: '' })).status, 422)
    assert.equal((await post('agreement/return', { returnReason: 'A typing error' })).status, 303)
    await site.chronicle.drain()
    assert.deepEqual(await agreement(), { state: 'draft', agreed_version: 1 })
  })

  test('is not returned by what was said of a version before the one that is out', async () => {
    assert.equal((await post('agreement/sending', {})).status, 303)
    assert.equal((await post('agreement/return', { returnReason: 'A typing error' })).status, 303)
    assert.equal((await post('agreement/sending', {})).status, 303)
    await site.chronicle.drain()
    assert.deepEqual(await agreement(), { state: 'signing', agreed_version: 1 })
    assert.equal((await post('agreement/return', { returnReason: 'Another' })).status, 303)
    await site.chronicle.drain()
  })

  test('counts no more once its office has taken back what all had signed', async () => {
    const { document_id: id } = await one(
      'select document_id from internship_agreements where placement_id = $1',
    )
    const document = `/en/signing/documents/${String(id)}`
    const cookie = await site.signInAs(p.coordinatorAu)
    const reason = { reason: 'The host has closed' }
    const done = await site.send(document, `${document}/withdrawal`, reason, cookie)
    assert.equal(done.status, 303, await done.text())
    await site.chronicle.drain()
    assert.deepEqual(await agreement(), { state: 'draft', agreed_version: null })
  })
})

test('a placement is suspended, goes on and ends early, and takes no hours meanwhile', async () => {
  const say = (kind: string, day: string, reason = 'Illness') =>
    post('interruption', { kind, day, reason })
  const log = (day: string) =>
    post('hours', { day, from: '05:00', until: '05:30', work: 'Work' }, p.studentPloy)
  assert.equal((await say('resumed', '2026-11-10')).status, 422, 'nothing is suspended')
  assert.equal((await say('suspended', '2026-09-01')).status, 422, 'outside')
  assert.equal((await say('suspended', '2026-11-16', '')).status, 422, 'no reason')
  assert.equal((await say('suspended', '2026-11-16')).status, 303)
  assert.equal((await say('suspended', '2026-11-16')).status, 303, 'twice is no fault')
  assert.equal((await log('2026-11-16')).status, 422)
  assert.equal((await say('resumed', '2026-11-18')).status, 303)
  assert.equal((await log('2026-11-18')).status, 303)
  assert.equal((await say('ended', '2026-11-20')).status, 303)
  assert.equal((await log('2026-11-20')).status, 303)
  assert.equal((await log('2026-11-21')).status, 422)
  assert.equal((await say('resumed', '2026-11-21')).status, 422, 'what has ended does not go on')
  assert.match(await page(p.studentPloy), /Ended early/)
  const exported = await site.perform((work) => exportInternshipsOf(work, p.studentPloy))
  assert(!isRefused(exported))
  assert.match(JSON.stringify(exported), /Illness/)
})
