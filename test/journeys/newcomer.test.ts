// From the front door to a decision and to the student's own page: what a newcomer is promised.
import assert from 'node:assert/strict'
import type { Locator } from 'playwright-core'
import { cast } from '#modules/alliance'
import { type PersonKey, signInAs, type Visitor } from './browser.ts'
import { journey } from './harness.ts'

// Two windows, so two cases: whoever comes second finds the first one decided.
for (const scripts of [true, false]) {
  const how = scripts ? 'with scripts' : 'without scripts'
  journey(
    `a newcomer decides a case and finds it on the student's page, ${how}`,
    { scripts },
    async (visitor) => {
      await enterAsEvaluator(visitor)
      const { student, address } = await openCase(visitor)
      await readReasons(visitor)
      await changeLine(visitor)
      await refuseTheRest(visitor)
      await decide(visitor)
      await findStory(visitor, student, address)
    },
  )
}

async function enterAsEvaluator({ page, go }: Visitor): Promise<void> {
  assert.equal(await go('/'), 200)
  assert.match(page.url(), /\/en\/?$/)
  await assertSaysDemonstration(page)
  await page.locator('main a[href="/en/sign-in"]').first().click()
  await assertSaysDemonstration(page)
  await page.locator(`button[value="${cast.people.evaluatorAu}"]`).first().click()
  await page.getByRole('heading', { level: 1, name: 'Prasert Chaiyaporn' }).waitFor()
}

async function assertSaysDemonstration(page: Visitor['page']): Promise<void> {
  await page.getByText('This is a demonstration.').waitFor()
}

const students: Record<string, PersonKey> = {
  Pimchanok: 'studentPloy',
  Thanawat: 'studentThanawat',
  Kanyarat: 'studentKanyarat',
}

/** The most urgent case of the inbox; other journeys leave tasks of other kinds there too. */
async function openCase({ page }: Visitor): Promise<{ student: PersonKey; address: string }> {
  await page
    .getByRole('link', { name: /^Inbox/ })
    .first()
    .click()
  await page.waitForURL('**/en/inbox')
  await page
    .getByRole('rowheader')
    .getByRole('link', { name: /^Decide recognition case/ })
    .first()
    .click()
  await page.waitForURL(/\/recognition\/cases\/[\w-]+$/)
  assert.ok((await page.locator('.comparison-row').count()) >= 2)
  const heading = (await page.locator('h1').textContent()) ?? ''
  const name = Object.keys(students).find((each) => heading.includes(each))
  assert.ok(name, `“${heading}” names no student`)
  return { student: students[name]!, address: new URL(page.url()).pathname }
}

async function readReasons({ page }: Visitor): Promise<void> {
  const rows = page.locator('.comparison-row')
  for (const row of await rows.all()) {
    assert.ok((await row.locator('.reasons li').count()) > 0, 'a line without a reason')
  }
  const first = rows.first()
  const details = first.locator('details').first()
  if ((await details.getAttribute('open')) === null)
    await details.locator('summary').first().click()
  await first.locator('.reasons li').first().waitFor()
}

/** The verdict is given from beside the reasons, which are folded. */
async function giveVerdict(row: Locator): Promise<void> {
  const reasons = row.locator('details', { hasText: 'Give another verdict' })
  if ((await reasons.getAttribute('open')) === null)
    await reasons.locator('summary').first().click()
  await row.getByRole('link', { name: 'Give another verdict' }).click()
}

async function changeLine(visitor: Visitor): Promise<void> {
  const { page, look } = visitor
  const row = page.locator('.comparison-row').last()
  await giveVerdict(row)
  await page.getByRole('heading', { level: 1, name: /^Verdict on/ }).waitFor()
  await page.getByLabel('Recognised', { exact: true }).check()
  await chooseCourse(page, look.scripts)
  await page.getByLabel('Entered as').fill('TR')
  await page.getByLabel('Share of the content covered').fill('80')
  const reason = 'The portfolio covers what the course asks for.'
  await page.getByRole('textbox', { name: 'Reason' }).fill(reason)
  await sayWhyMore(visitor)
  await page.getByRole('button', { name: 'Save the verdict' }).click()
  await page.getByText('The line was changed.').waitFor()
  const changed = page.locator('.comparison-row').last()
  assert.ok((await changed.textContent())?.includes(reason))
}

/** Where a conversion gives some credit, more than that is asked about; the word counts only where it is more. */
async function sayWhyMore({ page }: Visitor): Promise<void> {
  const why = page.getByRole('textbox', { name: 'Why more credit than the conversion gives' })
  if ((await why.count()) > 0) await why.fill('The portfolio took a whole term.')
}

/** What still waits is no equivalent: a case is decided only when every line has its verdict. */
async function refuseTheRest({ page }: Visitor): Promise<void> {
  for (;;) {
    const row = page.locator('.comparison-row', { hasText: 'To decide' })
    const waiting = await row.count()
    if (waiting === 0) return
    await giveVerdict(row.first())
    await page.getByRole('heading', { level: 1, name: /^Verdict on/ }).waitFor()
    await page.getByLabel('Not recognised', { exact: true }).check()
    await page.getByRole('textbox', { name: 'Reason' }).fill('No course at home covers it.')
    await page.getByRole('button', { name: 'Save the verdict' }).click()
    await page.getByText('The line was changed.').waitFor()
    assert.equal(await row.count(), waiting - 1)
  }
}

async function chooseCourse(page: Visitor['page'], scripts: boolean): Promise<void> {
  const box = page.locator('input[name=homeCourse-text]')
  if (!scripts) return box.fill('DA4101')
  await box.fill('')
  await box.pressSequentially('DA410')
  await page.getByRole('option').first().waitFor()
  await box.press('ArrowDown')
  await box.press('Enter')
  assert.match(await box.inputValue(), /^DA\d+ · /)
}

async function decide({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: 'Decide the case' }).click()
  await page.getByText(/^Case .* is decided/).waitFor()
  assert.equal(await page.getByRole('button', { name: 'Decide the case' }).count(), 0)
  // The statement comes once the decision can no longer be taken back.
  await page.getByRole('button', { name: 'Take the decision back' }).first().waitFor()
}

async function findStory(visitor: Visitor, student: PersonKey, address: string): Promise<void> {
  const { page } = visitor
  await page
    .getByRole('link', { name: /journey/i })
    .first()
    .click()
  await page.waitForURL('**/journey')
  await assertWoven(visitor, address)
  await signInAs(visitor, student)
  await visitor.go('/en/journey')
  await assertWoven(visitor, address)
  await page.locator(`main a[href="${address}"]`).first().click()
  assert.equal(new URL(page.url()).pathname, address)
}

/** The case is a step of the journey: a slice of the cloth, and an item of the list that leads to it. */
async function assertWoven({ page }: Visitor, address: string): Promise<void> {
  const step = page.locator('.cloth-rows > li', { has: page.locator(`a[href="${address}"]`) })
  await step.first().locator('svg.cloth-slice').waitFor()
}
