// A whole round of internships from the call to credit, on one day after the other: thirty students and twelve hosts, one
// student on a phone in Chinese, her host's tutor and her academic mentor by links in Thai, the office at a desk.
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { serve } from '@hono/node-server'
import { runNow } from '../../src/modules/internships/routes/placement.fixture.ts'
import { askForEvaluations } from '../../src/modules/internships/service/evaluation-job.ts'
import { cast, type TestSite, testSite } from '../harness/site.ts'
import {
  fillRound,
  hostIds,
  positionIds,
  studentIds,
  tutorOf,
  wishedBy,
} from '../harness/whole-round.ts'
import { assertAccessible } from './accessibility.ts'
import { assertFits, closeAll, enter, type Visitor } from './browser.ts'
import { scan } from './scan.ts'

const { people: p } = cast
const mentor = 'mentor@round.example'
const signatory = 's@round.example'
let site: TestSite
let server: ReturnType<typeof serve>
let origin: string
let student: Visitor
let host: Visitor
let desk: Visitor

before(async () => {
  // A site of its own in this process, whose clock the days of the round move.
  server = await new Promise((resolve) => {
    const listening = serve({ fetch: (request) => site.http.fetch(request), port: 0 }, () =>
      resolve(listening),
    )
  })
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
  site = await testSite({
    environment: { WEFT_ORIGIN: origin },
    seed: ['alliance', 'clearance', 'internships'],
  })
  await fillRound(site)
  student = await enter({ device: 'phone', locale: 'zh-CN' }, origin)
  host = await enter({ device: 'phone', locale: 'th-TH' }, origin)
  desk = await enter({ locale: 'en-GB' }, origin)
})
after(async () => {
  await closeAll()
  await new Promise((resolve) => server.close(resolve))
  await site.close()
})

const rows = async (text: string, values: unknown[] = []) =>
  (await site.house.database.execute(text, values)).rows

/** A day comes: whoever was signed in signs in again. */
async function on(day: string): Promise<void> {
  site.clock.now = new Date(`${day}T03:00:00Z`)
  await signIn(student, studentIds[0]!)
  await signIn(desk, p.coordinatorAu)
}

async function signIn({ context }: Visitor, personId: string): Promise<void> {
  const [name, value] = (await site.signInAs(personId)).split('=') as [string, string]
  await context.addCookies([{ name, value, url: origin }])
}

async function looksRight(visitor: Visitor): Promise<void> {
  await assertFits(visitor)
  await assertAccessible(visitor)
}

/** The page of the link in the newest mail to somebody without an account, in Thai. */
async function byLink(address: string, isLooked = true): Promise<void> {
  const [mail] = await rows(
    'select content from mails where to_address = $1 order by created_at desc, id desc limit 1',
    [address],
  )
  const link = /\/act\/[\w-]+/.exec(JSON.stringify(mail?.['content'] ?? ''))?.[0]
  assert(link, `no link for ${address}`)
  assert.equal(await host.go(`/th${link}`), 200)
  if (isLooked) await looksRight(host)
}

/** Presses the form's own button and waits for what comes after it. */
async function press({ page }: Visitor, button: string): Promise<void> {
  const [answer] = await Promise.all([
    page.waitForResponse(
      (each) => each.request().isNavigationRequest() && each.request().method() === 'POST',
      // A paper is rendered before it is sent on.
      { timeout: 60_000 },
    ),
    page.locator(button).first().click(),
  ])
  assert.equal(answer.status(), 303, `${page.url()}: ${await page.locator('main').innerText()}`)
  await page.waitForLoadState()
}

const send = async (path: string, values: Record<string, string>, personId: string) => {
  const done = await site.send(path, path, values, await site.signInAs(personId))
  assert.equal(done.status, 303, path)
}

const found = {
  hostName: 'โรงทอผ้าบ้านเหนือ',
  city: 'Chiang Mai',
  tutorName: 'คำปัน',
  tutorEmail: 'khampan@weaver.example',
  signatoryName: 'คำปัน',
  signatoryEmail: 'khampan@weaver.example',
  title: 'ลายผ้าพื้นเมือง',
  tasks: 'ทอและบันทึกลาย',
  startsOn: '2027-05-10',
  endsOn: '2027-07-30',
  hoursPerWeek: '30',
  field: '0212',
}
const chosen = {
  country: 'TH',
  timeZone: 'Asia/Bangkok',
  mode: 'site',
  language: 'th',
  languageLevel: 'B2',
}

let round: string
let placement: string

test('the office opens a round over twelve positions, and a student wishes in order on a phone in Chinese', async () => {
  await on('2026-11-22')
  await desk.go('/en/internships/rounds/new')
  const { page } = desk
  await page.locator('input[name="title.en"]').fill('A round of a journey')
  for (const box of await page.locator('input[name=positions]').all()) {
    await box.setChecked(positionIds.includes((await box.getAttribute('value'))!))
  }
  const days = { wishesUntil: '2026-11-25', ranksUntil: '2026-11-28', answerBy: '2026-12-05' }
  for (const [name, day] of Object.entries(days)) {
    await page.locator(`input[name=${name}]`).fill(day)
  }
  await looksRight(desk)
  await press(desk, 'main form .button-primary')
  round = /rounds\/([\w-]+)/.exec(page.url())![1]!

  for (const [number, id] of studentIds.entries()) {
    if (number === 0) continue
    const said = wishedBy(number).map((to, place) => [`wish-${to}`, String(place + 1)])
    const path = `/zh-Hans/internships/rounds/${round}/wishes`
    await send(path, { motivation: '我想去', ...Object.fromEntries(said) }, id)
  }
  await student.go(`/zh-Hans/internships/rounds/${round}/wishes`)
  for (const [place, to] of wishedBy(0).entries()) {
    await student.page.locator(`select[name="wish-${to}"]`).selectOption(String(place + 1))
  }
  await student.page.locator('textarea[name=motivation]').fill('我想把老织机的纹样画成动画。')
  await looksRight(student)
  await press(student, 'main form .button-primary')
  await looksRight(student)
})

test('her first host ranks by a link in Thai, with equals; all are matched and told at one moment', async () => {
  await on('2026-11-26')
  await desk.go(`/en/internships/rounds/${round}/office`)
  await looksRight(desk)
  await press(desk, 'form[action$="/reminders"] button')
  const first = positionIds.indexOf(wishedBy(0)[0]!)
  for (const number of hostIds.keys()) {
    await byRanking(number, number === first)
  }
  await desk.go(`/en/internships/rounds/${round}/office`)
  await press(desk, 'form[action$="/run"] button')
  await looksRight(desk)
  await press(desk, 'form[action$="/telling"] button')
  await looksRight(desk)
})

/** A host's tutor ranks: the one whose page is looked at puts our student first and two behind her as equals. */
async function byRanking(number: number, isLooked: boolean): Promise<void> {
  await byLink(tutorOf(number), isLooked)
  const selects = await host.page.locator('main select[name^="rank-"]').all()
  const [ours] = await rows(
    'select id from internship_applications where round_id = $1 and person_id = $2 and position_id = $3',
    [round, studentIds[0], positionIds[number]],
  )
  for (const [at, select] of selects.entries()) {
    const isOurs = (await select.getAttribute('name')) === `rank-${String(ours?.['id'])}`
    await select.selectOption(isOurs && isLooked ? '1' : String(Math.min(10, 2 + (at >> 1))))
  }
  if (isLooked) await looksRight(host)
  await press(host, 'main form .button-primary')
}

test('she takes her place on the phone', async () => {
  await on('2026-11-29')
  const { page } = student
  await student.go(`/zh-Hans/internships/rounds/${round}/wishes`)
  await looksRight(student)
  await page.locator('main a[href*="/internships/applications/"]').first().click()
  await page.locator('button[name=answer][value=accepted]').waitFor()
  await looksRight(student)
  await press(student, 'button[name=answer][value=accepted]')
  const [made] = await rows(
    'select id, position_id from internship_placements where person_id = $1',
    [studentIds[0]],
  )
  assert.equal(made?.['position_id'], wishedBy(0)[0], 'her first wish')
  placement = String(made!['id'])
})

test('an internship that a student found is checked, vetted and approved, and signed by the host on paper', async () => {
  await on('2026-12-01')
  const finder = studentIds[1]!
  await signIn(student, finder)
  await student.go('/zh-Hans/internships/proposals/new')
  for (const [name, value] of Object.entries(found)) {
    await student.page.locator(`main [name="${name}"]:not([type=radio])`).fill(value)
  }
  for (const [name, value] of Object.entries(chosen)) {
    await student.page.locator(`main select[name="${name}"]`).selectOption(value)
  }
  await student.page.locator('input[name=enrolledThere][value=no]').check()
  await looksRight(student)
  await press(student, 'main form .button-primary')
  await looksRight(student)
  const [proposal] = await rows('select id from internship_proposals where person_id = $1', [
    finder,
  ])
  const path = `/en/internships/proposals/${String(proposal!['id'])}`
  await desk.go(path)
  await looksRight(desk)
  await press(desk, 'button[name=decision][value=checked]')
  const [host] = await rows('select host_id from internship_proposals where person_id = $1', [
    finder,
  ])
  await signIn(desk, p.secretariat)
  await desk.go(`/en/internships/hosts/${String(host!['host_id'])}`)
  await desk.page.locator('input[name=until]').fill('2028-12-31')
  await looksRight(desk)
  await press(desk, 'button[name=state][value=vetted]')
  await signIn(desk, p.coordinatorAu)
  await desk.go(path)
  await press(desk, 'button[name=decision][value=approved]')
  await onPaper(finder)
})

/** School and student sign in the house; the host's stamp comes on the printed sheet, which the office scans. */
async function onPaper(finder: string): Promise<void> {
  const { page } = desk
  const [made] = await rows('select id from internship_placements where person_id = $1', [finder])
  const own = String(made!['id'])
  await desk.go(`/en/internships/placements/${own}/agreement`)
  for (const area of await page.locator('form[action$="/agreement/text"] textarea').all()) {
    if ((await area.inputValue()) === '') await area.fill('As agreed with school and host.')
  }
  await press(desk, 'form[action$="/agreement/text"] button')
  await press(desk, 'form[action$="/agreement/sending"] button')
  await sign(student, 'zh-Hans', own)
  await sign(desk, 'en', own)
  const [agreement] = await rows(
    'select document_id from internship_agreements where placement_id = $1',
    [own],
  )
  const document = `/en/signing/documents/${String(agreement!['document_id'])}`
  await desk.go(document)
  const sheet = await page.request.get(`${origin}${document}/sheet`)
  const code = /filename="?([0-9A-Z-]{14})\.pdf/.exec(sheet.headers()['content-disposition'] ?? '')
  assert(code, 'the sheet has the code of the document')
  await page.getByText('Take down a signed paper').first().click()
  await page.locator('input[type=file][name=file]').first().setInputFiles(scan)
  await page.locator('input[name=code]').fill(code[1]!)
  await page.locator('input[name=signedOn]').fill('2026-12-01')
  await page.locator('input[name=original]').fill('Registrar, folder 12')
  await page.locator('input[name=compared]').check()
  await page.getByRole('button', { name: 'Take it down' }).click()
  await page.getByText('Signed by all').first().waitFor()
  await looksRight(desk)
  await site.chronicle.drain()
  const [now] = await rows('select state from internship_agreements where placement_id = $1', [own])
  assert.equal(now?.['state'], 'signed')
}

test('the agreement with both mentors is written at the desk and signed by five', async () => {
  await signIn(student, studentIds[0]!)
  const agreement = `/internships/placements/${placement}/agreement`
  await desk.go(`/en${agreement}`)
  const { page } = desk
  for (const area of await page.locator('form[action$="/agreement/text"] textarea').all()) {
    if ((await area.inputValue()) === '') await area.fill('As agreed with school and host.')
  }
  const parties = { mentorName: 'อรุณี ศรีทอง', mentorEmail: mentor }
  for (const [name, value] of Object.entries(parties)) {
    await page.locator(`input[name=${name}]`).fill(value)
  }
  await press(desk, 'form[action$="/agreement/text"] button')
  await looksRight(desk)
  await press(desk, 'form[action$="/agreement/sending"] button')
  await looksRight(desk)
  await sign(student, 'zh-Hans', placement)
  await sign(desk, 'en', placement)
  const first = positionIds.indexOf(wishedBy(0)[0]!)
  for (const address of [mentor, tutorOf(first), signatory]) {
    await byLink(address)
    await host.page.locator('input[name=answer][value=sign]').check()
    await agree(host)
    await press(host, 'main form .button-primary')
  }
  await site.chronicle.drain()
  const [now] = await rows('select state from internship_agreements where placement_id = $1', [
    placement,
  ])
  assert.equal(now?.['state'], 'signed')
})

async function agree({ page }: Visitor): Promise<void> {
  for (const box of await page.locator('input[type=checkbox][name^=confirm]').all())
    await box.check()
}

async function sign(visitor: Visitor, language: string, placementId: string): Promise<void> {
  const [step] = await rows(
    `select s.id from signing_steps s join internship_agreements a on a.document_id = s.document_id
      where a.placement_id = $1 and s.state = 'asked' and s.guest_name is null`,
    [placementId],
  )
  await visitor.go(`/${language}/signing/steps/${String(step!['id'])}`)
  await agree(visitor)
  await looksRight(visitor)
  await press(visitor, 'form[action$="/signature"] button')
}

test('a week of the journal is written on the phone, and its hours confirmed by link', async () => {
  await on('2027-01-16')
  const { page } = student
  await student.go(`/zh-Hans/internships/placements/${placement}/journal/2027-01-11`)
  for (const day of ['2027-01-11', '2027-01-12', '2027-01-13']) {
    await page.locator(`input[name="from-${day}"]`).fill('09:00')
    await page.locator(`input[name="until-${day}"]`).fill('15:00')
  }
  await page.locator('textarea[name=words]').fill('整理了四十张纹样照片，学会了记录出处。')
  await looksRight(student)
  await press(student, 'button[name=step][value=send]')
  await looksRight(student)
  await byLink(tutorOf(positionIds.indexOf(wishedBy(0)[0]!)))
  await host.page.getByText('整理了四十张纹样照片').first().waitFor()
  await press(host, 'main form .button-primary')
  await looksRight(host)
  const [week] = await rows(
    "select minutes from internship_weeks where placement_id = $1 and state = 'confirmed'",
    [placement],
  )
  assert.equal(week?.['minutes'], 18 * 60)
})

for (const [name, day] of [
  ['in the middle', '2027-03-09'],
  ['at the end', '2027-05-01'],
] as const) {
  test(`she and both mentors evaluate ${name}`, async () => {
    await on(day)
    await runNow(site, askForEvaluations)
    await student.go('/zh-Hans/inbox')
    await student.page.locator('main a[href*="/internships/evaluations/"]').first().click()
    await student.page.waitForURL('**/evaluations/*')
    await evaluate(student, '学到了很多。')
    for (const address of [mentor, tutorOf(positionIds.indexOf(wishedBy(0)[0]!))]) {
      await byLink(address)
      await evaluate(host, 'ทำงานละเอียดและตรงเวลา')
    }
  })
}

async function evaluate(visitor: Visitor, words: string): Promise<void> {
  const { page } = visitor
  const names = await page
    .locator('main input[type=radio]')
    .evaluateAll((all) => [...new Set(all.map((each) => (each as HTMLInputElement).name))])
  assert.equal(names.length, 6, 'five marks and the whole')
  for (const name of names) await page.locator(`input[name="${name}"][value="4"]`).check()
  await page.locator('textarea[name=strengths]').fill(words)
  await looksRight(visitor)
  await press(visitor, 'main form .button-primary')
}

test('she has a certificate, and the office brings the placement before recognition', async () => {
  const at = `/internships/placements/${placement}`
  await student.go(`/zh-Hans${at}`)
  await looksRight(student)
  const paper = await student.page.request.get(`${origin}/zh-Hans${at}/certificate`)
  assert.deepEqual([paper.status(), paper.headers()['content-type']], [200, 'application/pdf'])
  await desk.go(`/en${at}`)
  await looksRight(desk)
  await press(desk, 'form[action$="/credit"] button')
  assert.match(desk.page.url(), /\/recognition\/drafts\//)
  for (const visitor of [student, host, desk]) assert.deepEqual(visitor.problems, [])
})
