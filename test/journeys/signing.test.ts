// A guest signs from a phone in Thai by the link of a mail; a coordinator takes a document through paper to its evidence.
import assert from 'node:assert/strict'
import { assertAccessible as checkAccessible } from './accessibility.ts'
import { assertFits, signInAs, type Visitor } from './browser.ts'
import { journey } from './harness.ts'
import { linkInOutbox } from './outbox.ts'
import { scan } from './scan.ts'

journey(
  'somebody without an account reads and signs by the link of a mail, on a phone in Thai',
  { device: 'phone', locale: 'th-TH', scripts: true },
  async (visitor) => {
    const { page } = visitor
    const link = await linkInOutbox(visitor, 'somchai@studio.example')
    await visitor.go(link)
    assert.equal(await page.locator('html').getAttribute('lang'), 'th')
    await page.getByRole('heading', { level: 1, name: 'Placement letter' }).waitFor()
    await assertFits(visitor)
    await checkAccessible(visitor)
    const file = await page.locator('main a[href*="/files/"]').first().getAttribute('href')
    const pdf = await page.request.get(new URL(file ?? '', page.url()).href)
    assert.deepEqual([pdf.status(), pdf.headers()['content-type']], [200, 'application/pdf'])
    // A refusal without a reason brings the page back with what was chosen.
    await page.locator('input[name=answer][value=refuse]').check()
    await page.locator('main form .button-primary').tap()
    await page.locator('.error-summary').waitFor()
    assert.equal(await page.locator('input[name=answer][value=refuse]').isChecked(), true)
    await page.locator('input[name=answer][value=sign]').check()
    await page.locator('main form .button-primary').tap()
    await page.getByRole('heading', { name: /ลงนามแล้ว/ }).waitFor()
    await assertFits(visitor)
    await checkAccessible(visitor)
    await visitor.go(link)
    assert.equal(await page.locator('main input[name=sha256]').count(), 0, 'signed once')

    await signInAs(visitor, 'coordinatorAu')
    await visitor.go('/en/signing/to-sign')
    await page.getByText('Placement letter for the spring studio').first().waitFor()
    await assertFits(visitor)
    await checkAccessible(visitor)
  },
)

for (const scripts of [true, false]) {
  const how = scripts ? 'with scripts' : 'without scripts'
  journey(
    `a coordinator sends a document for signing on paper, takes it down and hands out its evidence, ${how}`,
    { scripts },
    async (visitor) => {
      const { page } = visitor
      const title = `Certificate of stay, ${how}`
      await openDocument(visitor, title)
      await addPaperSigner(visitor)
      await assertFits(visitor)
      if (scripts) await checkAccessible(visitor)
      await page.getByRole('button', { name: 'Send for signing' }).click()
      await page.getByText('Out for signing').first().waitFor()
      if (scripts) await checkAccessible(visitor)
      const path = new URL(page.url()).pathname
      const sheet = await page.request.get(`${path}/sheet`)
      const code = /filename="?([0-9A-Z-]{14})\.pdf/.exec(
        sheet.headers()['content-disposition'] ?? '',
      )
      assert.ok(code, 'the sheet has the code of the document')

      // Looking at a page for accessibility may have opened what is folded.
      if (!(await page.locator('input[name=code]').isVisible())) {
        await page.getByText('Take down a signed paper').click()
      }
      await page.locator('input[type=file][name=file]').first().setInputFiles(scan)
      await page.locator('input[name=code]').fill('7HQK-2MZP-9XWD')
      await page.locator('input[name=signedOn]').fill(today())
      await page.locator('input[name=original]').fill('Registrar, folder 12')
      await page.locator('input[name=compared]').check()
      await page.getByRole('button', { name: 'Take it down' }).click()
      await page.locator('.error-summary').getByText('another document').waitFor()
      await page.locator('input[name=code]').fill(code[1]!)
      await page.locator('input[name=compared]').check()
      await page.getByRole('button', { name: 'Take it down' }).click()
      await page.getByText('Signed by all').first().waitFor()
      await page.getByText('Registrar, folder 12').first().waitFor()
      await assertFits(visitor)
      if (scripts) await checkAccessible(visitor)

      const evidence = await page.request.get(`${path}/evidence`)
      assert.equal(evidence.headers()['content-type'], 'application/pdf')
      await visitor.go('/en/document-checks')
      await page.locator('input[type=file][name=file]').setInputFiles({
        name: 'evidence.pdf',
        mimeType: 'application/pdf',
        buffer: await evidence.body(),
      })
      await page.getByRole('button', { name: 'Check', exact: true }).click()
      await page.getByText('Genuine, signed by all, and in force').waitFor()
      await assertFits(visitor)
      if (scripts) await checkAccessible(visitor)
    },
  )
}

function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Bangkok' }).format(new Date())
}

/** Opens a new document as the coordinator of Assumption University, with a PDF that the site itself made. */
async function openDocument(visitor: Visitor, title: string): Promise<void> {
  const { page } = visitor
  await signInAs(visitor, 'coordinatorAu')
  await visitor.go('/en/signing/documents')
  const row = page.locator('tr[data-row] th a').last()
  const href = (await row.getAttribute('href')) ?? ''
  const file = await page.request.get(`${href}/file`)
  await page.getByRole('link', { name: 'New document' }).click()
  await page.locator('input[name=title]').fill(title)
  await page.locator('input[type=file][name=file]').setInputFiles({
    name: 'certificate.pdf',
    mimeType: 'application/pdf',
    // One more line makes it a document of its own.
    buffer: Buffer.concat([await file.body(), Buffer.from(`% ${title}\n`)]),
  })
  await page.getByRole('button', { name: 'Continue to the signers' }).click()
  await page.waitForURL(/\/signing\/documents\/[0-9a-f-]{36}/)
}

async function addPaperSigner({ page }: Visitor): Promise<void> {
  await page.locator('input[name=name]').fill('Lee Min')
  await page.locator('input[name=email]').fill('lee@partner.example')
  await page.locator('select[name=label]').selectOption('rector')
  await page.locator('select[name=means]').selectOption('paper')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByText('The signer is added.').waitFor()
}
