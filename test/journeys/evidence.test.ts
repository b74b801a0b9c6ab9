// An evaluator asks for what is missing; a student answers from her phone by the link of the mail, with photographs.
import assert from 'node:assert/strict'
import { assertAccessible as checkAccessible } from './accessibility.ts'
import { assertFits, signInAs, type Visitor } from './browser.ts'
import { journey } from './harness.ts'
import { inOutbox } from './outbox.ts'
import { scan } from './scan.ts'

/** The smallest picture that is one, as a phone's camera would name it. */
const photograph = { ...scan, name: 'syllabus-page-1.png' }

journey(
  'a student sends what she is asked for by the link of a mail, on her phone',
  { device: 'phone', locale: 'th-TH', scripts: true },
  async (visitor) => {
    const { page } = visitor
    const link = await linkOf(visitor, 'ส่งประมวลรายวิชา', 'ตอบทันที')
    await visitor.go(link)
    await page.getByText('Dunhuang Digital Workshop').or(page.getByText('敦煌')).first().waitFor()
    await assertFits(visitor)
    await checkAccessible(visitor)
    // Nothing is lost of a form that lacks something.
    await page.locator('main input[name=file]').setInputFiles({
      name: 'not-a-document.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('no document'),
    })
    await page.locator('main textarea[name=words]').fill('ประมวลรายวิชาสามหน้า')
    await send(visitor)
    await page.locator('.error-summary').waitFor()
    assert.equal(await page.locator('main textarea[name=words]').inputValue(), 'ประมวลรายวิชาสามหน้า')
    await page.locator('main input[name=file]').setInputFiles(photograph)
    await send(visitor)
    await page.getByRole('heading', { name: 'ได้รับคำตอบของท่านแล้ว' }).waitFor()
    await assertFits(visitor)
    await checkAccessible(visitor)

    await signInAs(visitor, 'evaluatorAu')
    await visitor.go('/en/inbox')
    const row = page.locator('main tr', { hasText: 'Pimchanok' })
    await row.locator('a[href*="/recognition/evidence/"]').first().tap()
    await page.getByText('ประมวลรายวิชาสามหน้า').waitFor()
    await assertFits(visitor)
    await checkAccessible(visitor)
    const file = await page.locator('main a[href*="/document?file="]').first().getAttribute('href')
    const answer = await page.request.get(new URL(file ?? '', page.url()).href)
    assert.deepEqual(
      [answer.status(), answer.headers()['content-type']],
      [200, 'image/png'],
      'the photograph is there',
    )
    await page.getByRole('button', { name: 'That is enough' }).tap()
    await page.waitForURL(/\/recognition\/cases\//)
    await page.getByText('Settled. The case goes on.').waitFor()
    await visitor.go(link)
    await page.getByRole('heading', { name: 'ได้รับคำตอบของท่านแล้ว' }).waitFor()
    assert.equal(await page.locator('main form').count(), 0, 'nothing is awaited any more')
  },
)

for (const scripts of [true, false]) {
  const how = scripts ? 'with scripts' : 'without scripts'
  journey(
    `a coordinator abroad is asked and answers in Chinese, ${how}`,
    { scripts },
    async (visitor) => {
      const { page } = visitor
      await signInAs(visitor, 'evaluatorAu')
      await openCase(visitor)
      await page.getByRole('link', { name: 'Request evidence' }).click()
      await page.waitForURL(/\/evidence\/new/)
      await assertFits(visitor)
      if (scripts) await checkAccessible(visitor)
      await page.locator('input[name=of][value=host]').check()
      await page.locator('input[name=kind][value=original]').check()
      await page.locator('textarea[name=words]').fill(`The stamp is cut off, ${how}.`)
      await page.locator('main form .button-primary').click()
      await page.locator('.error-summary').waitFor()
      assert.equal(
        await page.locator('textarea[name=words]').inputValue(),
        `The stamp is cut off, ${how}.`,
        'nothing typed is lost',
      )
      await page.locator('input[name=name]').fill('李老师')
      await page.locator('input[name=address]').fill(scripts ? 'li@pku.example' : 'wu@pku.example')
      await page.locator('select[name=language]').selectOption('zh-Hans')
      await page.locator('main form .button-primary').click()
      await page.getByText('The request is on its way.').waitFor()
      await page.getByText('Waits for an answer').first().waitFor()

      const link = await linkOf(visitor, how, '立即答复')
      await visitor.go(link)
      assert.equal(await page.locator('html').getAttribute('lang'), 'zh-Hans')
      await page.locator('main textarea[name=words]').fill('原件扫描件随后寄出。')
      await send(visitor)
      await page.getByRole('heading', { name: '您的答复已收到' }).waitFor()
    },
  )
}

async function send({ page }: Visitor): Promise<void> {
  await page.locator('main form .button-primary').click()
}

/** An open case from Peking University, reached from the queue. */
async function openCase(visitor: Visitor): Promise<void> {
  const { page } = visitor
  await visitor.go('/en/recognition/cases')
  await page
    .locator('main tr', { hasText: 'Peking University' })
    .locator('a[href*="/recognition/cases/"]')
    .first()
    .click()
  await page.waitForURL(/\/recognition\/cases\/[0-9a-f-]+/)
}

/** The link of the latest letter that says this. */
function linkOf(visitor: Visitor, text: string, label: string): Promise<string> {
  const link = visitor.page
    .locator('main .card', { hasText: text })
    .getByRole('link', { name: label })
    .first()
  const href = async () => ((await link.count()) > 0 ? await link.getAttribute('href') : null)
  return inOutbox(visitor, href, 'the letter has not come')
}
