// A placement whose academic mentor visits the student at the host, and then leaves half-way: what was asked of him by link
// does nothing any more, the next one accepts, and the office takes her over into the agreement.
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { serve } from '@hono/node-server'
import { agreeOn } from '../../src/modules/internships/routes/placement.fixture.ts'
import { cast, type TestSite, testSite } from '../harness/site.ts'
import { assertAccessible } from './accessibility.ts'
import { assertFits, closeAll, enter, type Visitor } from './browser.ts'

const { people: p } = cast
const next = 'chen.shuwen@pku.example'
let site: TestSite
let server: ReturnType<typeof serve>
let origin: string
let desk: Visitor
let phone: Visitor
let placement: string
let mentor: string

before(async () => {
  server = await new Promise((resolve) => {
    const listening = serve({ fetch: (request) => site.http.fetch(request), port: 0 }, () =>
      resolve(listening),
    )
  })
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
  site = await testSite({
    environment: { WEFT_ORIGIN: origin },
    seed: ['alliance', 'clearance', 'internships', 'mentorship'],
  })
  desk = await enter({ locale: 'en-GB' }, origin)
  phone = await enter({ device: 'phone', locale: 'th-TH' }, origin)
  placement = String(
    (await one('select id from internship_placements where person_id = $1', [p.studentPloy])).id,
  )
  mentor = String(
    (
      await one('select address from person_emails where person_id = $1 and is_primary', [
        p.academicMentorAu,
      ])
    ).address,
  )
  await agreeOn(site, placement, {
    hostLanguage: 'zh-Hans',
    tutorName: '林小满',
    tutorEmail: 'lin.xiaoman@studio.example',
    mentorName: 'สมศรี',
    mentorEmail: mentor,
  })
})
after(async () => {
  await closeAll()
  await new Promise((resolve) => server.close(resolve))
  await site.close()
})

const rows = async (text: string, values: unknown[] = []) =>
  (await site.house.database.execute(text, values)).rows as Record<string, unknown>[]

async function one(text: string, values: unknown[]): Promise<Record<string, unknown>> {
  const [row] = await rows(text, values)
  assert(row, text)
  return row
}

async function signIn({ context }: Visitor, personId: string): Promise<void> {
  const [name, value] = (await site.signInAs(personId)).split('=') as [string, string]
  await context.addCookies([{ name, value, url: origin }])
}

async function looksRight(visitor: Visitor): Promise<void> {
  await assertFits(visitor)
  await assertAccessible(visitor)
}

/** The link of the newest mail to somebody. */
async function linkTo(address: string): Promise<string> {
  const mail = await one(
    `select content from mails where to_address = $1 and content::text like '%/act/%'
      order by created_at desc, id desc limit 1`,
    [address],
  )
  return /\/act\/[\w-]+/.exec(JSON.stringify(mail['content']))![0]
}

/** Presses a button of the page, waits for what comes after it. */
async function press({ page }: Visitor, button: string): Promise<void> {
  const [answer] = await Promise.all([
    page.waitForResponse(
      (each) => each.request().isNavigationRequest() && each.request().method() === 'POST',
      { timeout: 60_000 },
    ),
    page.locator(button).first().click(),
  ])
  assert.equal(answer.status(), 303, `${page.url()}: ${await page.locator('main').innerText()}`)
  await page.waitForLoadState()
}

async function askForVisit(dueOn: string): Promise<string> {
  await signIn(desk, p.coordinatorAu)
  await desk.go(`/en/internships/placements/${placement}`)
  const asking = desk.page.locator('form[action$="/visits"]')
  await desk.page.locator('details', { has: asking }).locator('summary').first().click()
  await asking.locator('input[name=dueOn]').fill(dueOn)
  await looksRight(desk)
  await press(desk, 'form[action$="/visits"] button')
  return linkTo(mentor)
}

test('the mentor plans a visit at the host by a link, writes what came of it, and the student reads it', async () => {
  site.clock.now = new Date('2026-12-01T03:00:00Z')
  const link = await askForVisit('2026-12-15')
  assert.equal(await phone.go(`/th${link}`), 200)
  await looksRight(phone)
  const { page } = phone
  await page.locator('input[name=day]').fill('2026-12-08')
  await page.locator('input[name=from]').fill('14:00')
  await page.locator('input[name=mode][value=site]').check()
  await page.locator('input[name=place]').fill('三号楼 302')
  await press(phone, 'main form button')
  await looksRight(phone)
  await signIn(phone, p.studentPloy)
  await phone.go(`/zh-Hans/internships/placements/${placement}`)
  await page.getByText('三号楼 302').first().waitFor()
  await phone.context.clearCookies()
  site.clock.now = new Date('2026-12-09T03:00:00Z')
  await phone.go(`/th${link}`)
  await page.locator('textarea[name=notes]').fill('นักศึกษาทำงานได้ดี')
  await looksRight(phone)
  await press(phone, 'main form button')
  await signIn(phone, p.studentPloy)
  await phone.go(`/zh-Hans/internships/placements/${placement}`)
  await page.getByText('นักศึกษาทำงานได้ดี').first().waitFor()
  await looksRight(phone)
})

test('who leaves finds the next visit closed, the student and her office are told, and what was shared stays', async () => {
  const link = await askForVisit('2027-01-05')
  await signIn(phone, p.academicMentorAu)
  await phone.go('/th/mentoring')
  const { page } = phone
  await page.locator('main').getByRole('link', { name: 'พิมพ์ชนก' }).first().click()
  await page.waitForURL('**/mentoring/students/*')
  const shared = new URL(page.url()).pathname.replace(/^\/th/, '')
  const before = await sharedNow()
  const leaving = page.locator('form[action$="/leaving"]')
  await page.locator('details', { has: leaving }).locator('summary').first().click()
  await leaving.locator('textarea').fill('เธอวาดได้ดีกว่าที่พูด')
  await press(phone, 'form[action$="/leaving"] button')
  await looksRight(phone)
  await site.chronicle.drain()
  assert.deepEqual(await sharedNow(), before, 'goals and meetings stay')

  const record = await page.request.get(`${origin}/th/mentoring/record`)
  assert.deepEqual([record.status(), record.headers()['content-type']], [200, 'application/pdf'])
  await phone.context.clearCookies()
  assert.equal(await phone.go(`/th${link}`), 410)
  await looksRight(phone)
  const told = await rows(
    `select person_id from notices where person_id = $1 and message ->> 'key' = 'notice.mentor-ended'`,
    [p.studentPloy],
  )
  assert.equal(told.length, 1)
  await desk.go('/en/inbox')
  await desk.page.locator(`main a[href$="${shared}"]`).first().click()
  await succeed(shared)
})

/** What student and mentors share: goals, meetings that are fixed or were held, and notes. */
const sharedNow = () =>
  rows(`select 'goals' as what, count(*)::int from mentee_goals
    union all select 'meetings', count(*)::int from mentee_meetings where state in ('fixed', 'held')
    union all select 'notes', count(*)::int from mentee_notes order by 1`)

/** The office asks for the next mentor, who accepts by link, and takes her over into the agreement. */
async function succeed(shared: string): Promise<void> {
  const { page } = desk
  await page.waitForURL(`**${shared}`)
  await page.getByText('Propose an academic mentor', { exact: true }).click()
  const proposing = page.locator('form[action$="/proposals"]').first()
  await proposing.locator(`input[name=mentor][value="${p.evaluatorPku}"]`).check()
  await proposing.getByRole('button').last().click()
  await page.locator('main').getByText('Chen').first().waitFor()
  assert.equal(await phone.go(`/zh-Hans${await linkTo(next)}`), 200)
  await phone.page.locator('input[name=answer][value=accept]').check()
  await looksRight(phone)
  await press(phone, 'main form button:last-of-type')
  const agreement = `/en/internships/placements/${placement}/agreement`
  await desk.go(agreement)
  await looksRight(desk)
  await page.locator('main a[href$="mentors=now"]').click()
  await page.waitForURL('**mentors=now')
  assert.equal(await page.locator('input[name=mentorEmail]').inputValue(), next)
  await looksRight(desk)
  for (const area of await page.locator('form[action$="/agreement/text"] textarea').all()) {
    if ((await area.inputValue()) === '') await area.fill('As agreed with school and host.')
  }
  await press(desk, 'form[action$="/agreement/text"] button')
  await looksRight(desk)
  for (const visitor of [desk, phone]) {
    assert.deepEqual(
      visitor.problems.filter((each) => !each.includes('410')),
      [],
    )
  }
}
