// A professor without time answers one question by a link in a mail; the evaluator reads the answer and uses it.
import assert from 'node:assert/strict'
import { assertAccessible as checkAccessible } from './accessibility.ts'
import { assertFits, signInAs, type Visitor } from './browser.ts'
import { journey } from './harness.ts'
import { inOutbox } from './outbox.ts'

journey(
  'a question is answered once by its link on a phone, and its answer is used',
  { device: 'phone', locale: 'th-TH', scripts: true },
  async (visitor) => {
    const { page } = visitor
    const link = await linkOfQuestion(visitor, '04330101')
    const other = await visitor.context.newPage()
    await visitor.go(link)
    await other.goto(page.url())
    await answer(visitor, link)
    await visitor.go(link)
    await page.getByRole('heading', { name: 'ขอบพระคุณ' }).waitFor()
    assert.equal(await page.locator('main form').count(), 0, 'it was used')
    await assertFits(visitor)

    // A second window that still shows the form says something else: it is told that it changes nothing.
    await other.locator('main input[name=choice][value=less]').check()
    await other.locator('main form .button-primary').click()
    await other.getByRole('heading', { name: 'คำตอบแรกยังคงมีผล' }).waitFor()
    await other.getByText('อย่างน้อย').first().waitFor()
    await other.close()

    await signInAs(visitor, 'evaluatorAu')
    await visitor.go('/en/inbox')
    await page
      .getByRole('link', { name: /Read the answer about 04330101/ })
      .first()
      .tap()
    await page.getByText('Yes, at least three quarters').waitFor()
    await page.getByText('the same civilisations').waitFor()
    await assertFits(visitor)
    await assertAccessible(visitor)
    await page.getByRole('button', { name: 'Use this share' }).first().tap()
    await page.waitForURL(/\/recognition\/cases\//)
  },
)

for (const scripts of [true, false]) {
  const how = scripts ? 'with scripts' : 'without scripts'
  journey(`syllabi are compared and a professor is asked, ${how}`, { scripts }, async (visitor) => {
    const { page } = visitor
    await signInAs(visitor, 'evaluatorAu')
    const at = await contentOf(visitor, '04330101')
    await visitor.go(`${at.slice(0, -'/content'.length)}/comparisons`)
    await page.locator('textarea[name=homeTopics]').fill('Rivers (30 h)\nEmpires (10 h)')
    await page.locator('textarea[name=hostTopics]').fill('Civilisations of rivers\nPainting')
    await page.locator('main form .button-primary').click()
    await page.waitForURL(/\/judgement$/)
    await assertAccessible(visitor)
    const topics = page.locator('main form fieldset')
    await topics.first().waitFor()
    await page.getByRole('radio', { name: 'Covered', exact: true }).first().check()
    await page
      .getByRole('checkbox', { name: /Civilisations of rivers/ })
      .first()
      .check()
    await page.getByRole('radio', { name: 'Not covered' }).nth(1).check()
    await page.locator('main form .button-primary').click()
    await page.getByText('30 of 40 = 3/4 = 75%').waitFor()
    await assertAccessible(visitor)

    await visitor.go(`${at.slice(0, -'/content'.length)}/questions`)
    const name = scripts ? 'Prof. Ada Example' : 'Prof. Ben Example'
    await page.locator('input[name=name]').fill(name)
    await page.locator('input[name=address]').fill('not an address')
    await page.locator('main form .button-primary').click()
    await page.getByText('Write an address such as').first().waitFor()
    assert.equal(await page.locator('input[name=name]').inputValue(), name, 'nothing typed is lost')
    await page.locator('input[name=address]').fill(scripts ? 'ada@au.example' : 'ben@au.example')
    await page.locator('main form .button-primary').click()
    await page.getByText(`The question has gone to ${name}`).waitFor()
    const row = page.locator('tr', { hasText: name })
    await row.getByRole('button', { name: /Take it back/ }).click()
    await page.getByText('The question is taken back').waitFor()
  })
}

journey('a question is answered without scripts', { scripts: false }, async (visitor) => {
  const { page } = visitor
  await signInAs(visitor, 'evaluatorAu')
  const at = await contentOf(visitor, '04330101')
  await visitor.go(`${at.slice(0, -'/content'.length)}/questions`)
  await page.locator('input[name=name]').fill('Prof. Cleo Example')
  await page.locator('input[name=address]').fill('cleo@au.example')
  await page.locator('select[name=language]').selectOption('th')
  await page.locator('main form .button-primary').click()
  await page.getByText('The question has gone to').waitFor()
  await answer(visitor, await linkOfQuestion(visitor, 'Prof. Cleo Example'))
})

/** Chooses the first answer, with a remark. */
async function answer(visitor: Visitor, link: string): Promise<void> {
  const { page } = visitor
  await visitor.go(link)
  await assertFits(visitor)
  await assertAccessible(visitor)
  await page.locator('main form .button-primary').click()
  await page.locator('main input[name=choice][value=enough]').check()
  await page.locator('main textarea[name=remark]').fill('Both treat the same civilisations.')
  await page.locator('main form .button-primary').click()
  await page.getByRole('heading', { name: 'ขอบพระคุณ' }).waitFor()
  await assertAccessible(visitor)
}

/** Axe is itself a script: it looks where there are any. */
async function assertAccessible(visitor: Visitor): Promise<void> {
  if (visitor.look.scripts) await checkAccessible(visitor)
}

/** The page about the content of the line with this course, reached from the inbox. */
async function contentOf(visitor: Visitor, code: string): Promise<string> {
  const { page } = visitor
  await visitor.go('/en/inbox')
  const cases = await hrefs(visitor, 'main a[href*="/recognition/cases/"]')
  for (const each of new Set(cases.map((href) => href.split('#')[0]!))) {
    await visitor.go(each)
    const lines = await hrefs(visitor, 'main a[href*="/lines/"]')
    for (const line of new Set(lines.map((href) => /.*\/lines\/[^/?#]+/.exec(href)![0]))) {
      await visitor.go(`${line}/content`)
      if (await page.getByRole('heading', { name: `Content of ${code}` }).count())
        return `${line}/content`
    }
  }
  throw new Error(`no waiting case has a line of ${code}`)
}

async function hrefs({ page }: Visitor, selector: string): Promise<string[]> {
  return page
    .locator(selector)
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
}

/** The link of the letter whose text says this. */
function linkOfQuestion(visitor: Visitor, text: string): Promise<string> {
  const { page } = visitor
  const link = page
    .locator('main .card', { hasText: text })
    .getByRole('link', { name: 'ตอบคำถาม' })
    .first()
  const href = async () => ((await link.count()) > 0 ? await link.getAttribute('href') : null)
  return inOutbox(visitor, href, 'the letter with the question has not come')
}
