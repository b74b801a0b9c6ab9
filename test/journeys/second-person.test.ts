// Paper is typed beside its scan, and a second person types it again without seeing the first; what differs is settled.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cast } from '#modules/alliance'
import { enter, signInAs, type Visitor } from './browser.ts'
import { assertAccessible } from './accessibility.ts'
import { journey } from './harness.ts'

const scan = fileURLToPath(
  new URL('../../src/modules/recognition/seed/typed-transcript.png', import.meta.url),
)

/** As a tester asks for pictures; nothing otherwise. */
async function look({ page }: Visitor, name: string): Promise<void> {
  const folder = process.env['WEFT_PICTURES']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

/** The registrar types two courses beside the scan; answers with the path of the case, without its language. */
async function typeBesideScan(visitor: Visitor): Promise<string> {
  const { page } = visitor
  await signInAs(visitor, 'registrarAu')
  await visitor.go('/en/recognition/transcripts/new')
  await page.locator('select[name=enrolment]').selectOption(cast.enrolments.thanawat)
  await page.locator('select[name=host]').selectOption(cast.organisations.pku)
  await page.locator('input[type=file][name=file]').setInputFiles(scan)
  await page.getByRole('button', { name: 'Read the transcript' }).click()
  await page.waitForURL('**/recognition/drafts/*')
  await page.locator('img[src*="/scan"], object[data*="/scan"]').first().waitFor()
  const cells = [
    ['04330119', '策展理论与实践', '4', '91'],
    ['04330127', '游戏美术与世界观设计', '4', '85'],
  ]
  for (const [row, values] of cells.entries()) {
    for (const [place, name] of ['code', 'title', 'credit', 'grade'].entries()) {
      await page.locator(`[name="line.${row}.${name}"]`).fill(values[place]!)
    }
  }
  await look(visitor, 'typing')
  await page.getByRole('button', { name: 'Evaluate', exact: true }).click()
  await page.waitForURL('**/recognition/cases/*')
  return new URL(page.url()).pathname.slice('/en'.length)
}

journey(
  'a typed transcript is typed again by a second person, on a phone in Thai',
  {},
  async (first) => {
    const path = await typeBesideScan(first)
    await first.page.getByText('Typed by hand, checked by nobody yet').first().waitFor()

    const second = await enter({ device: 'phone', locale: 'th' })
    try {
      const { page } = second
      await signInAs(second, 'evaluatorAu', 'th')
      assert.equal(await second.go(`/th${path}/check`), 200)
      await look(second, 'check-th-phone')
      await assertAccessible(second)
      const body = await page.innerText('main')
      assert.doesNotMatch(body, /\b(?:91|85)\b/, 'what was typed first is not to be seen')
      // Read as a tired eye reads: a 5 for a 6.
      const again = ['4', '91', '4', '86']
      for (const [place, value] of again.entries()) {
        const name = place % 2 === 0 ? 'credit' : 'grade'
        await page.locator(`[name="line.${Math.floor(place / 2)}.${name}"]`).fill(value)
      }
      await page.locator('input[name=complete]').check()
      await page.locator('form:has([name="line.0.credit"]) button[type=submit]').last().click()
      await page.locator('[name="line.1.stands"]').first().waitFor()
      await look(second, 'differs-th-phone')
      await assertAccessible(second)
      assert.equal(
        await page.locator('[name="line.0.stands"]').count(),
        0,
        'what agrees is no question',
      )
      await page.locator('[name="line.1.stands"][value=first]').check()
      await page.locator('[name="line.1.reason"]').fill('ตัวเลขในต้นฉบับคือ 85')
      await page.locator('form:has([name="line.1.stands"]) button[type=submit]').last().click()
      await page.locator('.notice').first().waitFor()
      await look(second, 'settled-th-phone')
      await second.go(`/zh-Hans${path}`)
      await look(second, 'case-zh-phone')
      assert.deepEqual(second.problems, [])
    } finally {
      await second.context.close()
    }

    await first.go(`/en${path}`)
    await first.page.getByText('2 lines typed twice; one differed').first().waitFor()
    await look(first, 'case-en')
  },
)
