// From the front door to a decision and to the student's own page: what a newcomer is promised.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { cast } from '#modules/alliance'
import { type Look, type PersonKey, signInAs, type Visitor } from './browser.ts'
import { journey } from './harness.ts'

interface Story {
  look: Look
  student: PersonKey
  name: string
  /** The line that gets another verdict. */
  line: string
}

const stories: Record<string, Story> = {
  'with scripts': {
    look: {},
    student: 'studentPloy',
    name: 'Pimchanok',
    line: '04330999',
  },
  'without scripts': {
    look: { scripts: false },
    student: 'studentThanawat',
    name: 'Thanawat',
    line: '04340222',
  },
}

for (const [how, story] of Object.entries(stories)) {
  journey(
    `a newcomer decides a case and finds it on the student's page, ${how}`,
    story.look,
    async (visitor) => {
      await enterAsEvaluator(visitor)
      const address = await openCase(visitor, story.name)
      await readReasons(visitor)
      await changeLine(visitor, story.line)
      await decide(visitor)
      await downloadStatement(visitor)
      await findStory(visitor, story, address)
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
  assert.ok(await page.getByRole('heading', { level: 1, name: /Prasert/ }).isVisible())
}

async function assertSaysDemonstration(page: Visitor['page']): Promise<void> {
  assert.ok(await page.getByText('This is a demonstration.').isVisible())
}

async function openCase({ page }: Visitor, name: string): Promise<string> {
  await page
    .getByRole('link', { name: /^Inbox/ })
    .first()
    .click()
  await page.waitForURL('**/en/inbox')
  await page.locator('tr[data-row] th a', { hasText: name }).first().click()
  await page.waitForURL('**/recognition/cases/*')
  assert.ok((await page.locator('.comparison-row').count()) >= 3)
  return new URL(page.url()).pathname
}

async function readReasons({ page }: Visitor): Promise<void> {
  const rows = page.locator('.comparison-row')
  for (const row of await rows.all()) {
    assert.ok((await row.locator('.reasons li').count()) > 0, 'a line without a reason')
  }
  const closed = page.locator('.comparison-row:has(details:not([open]))').first()
  await closed.locator('summary').click()
  assert.ok(await closed.locator('.reasons li').first().isVisible())
}

async function changeLine({ page, look }: Visitor, code: string): Promise<void> {
  const row = page.locator('.comparison-row', { hasText: code })
  const details = row.locator('details')
  if ((await details.getAttribute('open')) === null) await row.locator('summary').click()
  await row.getByRole('link', { name: 'Give another verdict' }).click()
  await page.getByRole('heading', { name: `Verdict on ${code}` }).waitFor()
  await page.getByLabel('Recognised', { exact: true }).check()
  await chooseCourse(page, look.scripts)
  await page.getByLabel('Entered as').fill('TR')
  await page.getByLabel('Share of the content covered').fill('80')
  await page
    .getByLabel('Reason', { exact: false })
    .fill('The portfolio covers what the course asks for.')
  await page.getByRole('button', { name: 'Save the verdict' }).click()
  await page.getByText('The line was changed.').waitFor()
  const changed = page.locator('.comparison-row', { hasText: code })
  assert.match((await changed.textContent()) ?? '', /The portfolio covers what the course asks for/)
}

async function chooseCourse(page: Visitor['page'], scripts: boolean): Promise<void> {
  const box = page.getByLabel('Home course')
  if (!scripts) return box.fill('DA4101')
  await box.fill('')
  await box.pressSequentially('DA')
  await page.getByRole('option').first().waitFor()
  await box.press('ArrowDown')
  await box.press('Enter')
  assert.match(await box.inputValue(), /^DA\d+ · /)
}

async function decide({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: 'Decide the case' }).click()
  await page.getByText(/^Case .* is decided/).waitFor()
  assert.equal(await page.getByRole('button', { name: 'Decide the case' }).count(), 0)
}

async function downloadStatement({ page }: Visitor): Promise<void> {
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Statement (PDF)' }).click()
  const download = await coming
  assert.match(download.suggestedFilename(), /\.pdf$/)
  const bytes = await readFile(await download.path())
  assert.equal(bytes.subarray(0, 5).toString('latin1'), '%PDF-')
}

async function findStory(visitor: Visitor, story: Story, address: string): Promise<void> {
  const { page } = visitor
  await page
    .getByRole('link', { name: /journey/i })
    .first()
    .click()
  await page.waitForURL('**/journey')
  await assertWoven(visitor, address)
  await signInAs(visitor, story.student)
  await visitor.go('/en/journey')
  await assertWoven(visitor, address)
  await page.locator(`main a[href="${address}"]`).first().click()
  assert.equal(new URL(page.url()).pathname, address)
}

/** The journey is there as a drawing and as a list, and both lead to the case. */
async function assertWoven({ page }: Visitor, address: string): Promise<void> {
  assert.ok(await page.locator('main svg').first().isVisible())
  assert.ok((await page.locator(`main svg a[href="${address}"]`).count()) > 0, 'not on the cloth')
  assert.ok((await page.locator(`main li a[href="${address}"]`).count()) > 0, 'not in the list')
}
