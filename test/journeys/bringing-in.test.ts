// A transcript comes in: dropped, chosen, pasted; and nothing is lost when it is refused.
import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { cast } from '#modules/alliance'
import { type Look, signInAs, type Visitor } from './browser.ts'
import { journey } from './harness.ts'

const fixture = (name: string) => fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url))
const form = '/en/recognition/transcripts/new'

async function openForm(visitor: Visitor, student: keyof typeof cast.enrolments): Promise<void> {
  await signInAs(visitor, 'registrarAu')
  assert.equal(await visitor.go(form), 200)
  await visitor.page.locator('select[name=enrolment]').selectOption(cast.enrolments[student])
  await visitor.page.locator('select[name=host]').selectOption(cast.organisations.pku)
}

const read = (page: Page) => page.getByRole('button', { name: 'Read the transcript' }).click()

journey('an ELMO file is dropped, checked and evaluated', {}, async (visitor) => {
  const { page } = visitor
  await openForm(visitor, 'ploy')
  await drop(visitor, fixture('transcript.elmo.xml'))
  assert.match(
    (await page.locator('.drop-zone-choose').textContent()) ?? '',
    /transcript\.elmo\.xml/,
  )
  await read(page)
  await page.waitForURL('**/recognition/drafts/*')
  assert.equal(await page.locator('[name="line.0.code"]').inputValue(), '04330103')
  assert.equal(await page.locator('[name="line.0.grade"]').inputValue(), '91')
  await page.getByRole('button', { name: 'Evaluate', exact: true }).click()
  await page.waitForURL('**/recognition/cases/*')
  assert.equal(await page.locator('.comparison-row').count(), 2)
  await page.getByText('04330103').first().waitFor()
})

/** Drops a file as a person does: through the browser, over the place on the page. */
async function drop({ page, context }: Visitor, path: string): Promise<void> {
  const zone = page.locator('.drop-zone')
  await zone.scrollIntoViewIfNeeded()
  const box = await zone.boundingBox()
  assert.ok(box)
  const client = await context.newCDPSession(page)
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await client.send('Input.dispatchDragEvent', { type, ...at, data })
  }
  await client.detach()
}

const looks: Record<string, Look> = {
  'with scripts': {},
  'without scripts': { scripts: false },
}
for (const [how, look] of Object.entries(looks)) {
  journey(
    `a CSV file is chosen, its lines are corrected and kept, ${how}`,
    look,
    async (visitor) => {
      const { page } = visitor
      await openForm(visitor, 'kanyarat')
      await page.locator('input[type=file][name=file]').setInputFiles(fixture('transcript.csv'))
      await read(page)
      await page.waitForURL('**/recognition/drafts/*')
      assert.equal(await page.locator('[name="line.2.code"]').inputValue(), '04330108')
      await page.locator('[name="line.0.grade"]').fill('95')
      await page.locator('[name="line.1.credit"]').fill('many')
      await page.getByRole('button', { name: 'Save and go on later' }).click()
      await page.getByText('Give a number such as 3, 1.5 or 3/4').first().waitFor()
      assert.equal(await page.locator('[name="line.0.grade"]').inputValue(), '95')
      assert.equal(await page.locator('[name="line.1.credit"]').inputValue(), 'many')
      await page.locator('[name="line.1.credit"]').fill('3')
      await page.getByRole('button', { name: 'Save and go on later' }).click()
      await page.getByText('Saved. Nothing has been evaluated yet.').waitFor()
      assert.equal(await page.locator('[name="line.0.grade"]').inputValue(), '95')
      await page.getByRole('button', { name: 'Discard' }).click()
      await page.getByText('The transcript was discarded.').waitFor()
    },
  )
}

journey('rows are pasted from a spreadsheet', {}, async (visitor) => {
  const { page, context } = visitor
  await openForm(visitor, 'thanawat')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const rows = [
    '课程号\t课程名\t学分\t成绩',
    '04330105\t影视艺术概论\t4\t87',
    '04330110\t中国书法史与实践\t3\t90',
  ]
  await page.evaluate((text) => navigator.clipboard.writeText(text), rows.join('\n'))
  await page.locator('textarea[name=paste]').focus()
  await page.keyboard.press('Control+V')
  assert.equal(await page.locator('.paste-preview tr').count(), 3)
  await read(page)
  await page.waitForURL('**/recognition/drafts/*')
  assert.equal(await page.locator('[name="line.1.title"]').inputValue(), '中国书法史与实践')
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.getByText('The transcript was discarded.').waitFor()
})

journey('kinds of learning pasted into the grid are read in any language', {}, async (visitor) => {
  const { page, context } = visitor
  await openForm(visitor, 'thanawat')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.locator('textarea[name=paste]').fill('code\ttitle\tcredit\nAB1\tWeaving\t3')
  await read(page)
  await page.waitForURL('**/recognition/drafts/*')
  const block = [
    ['AB1', 'Weaving', '3', '', 'A', '', '', '线上课程'],
    ['AB2', 'Dyeing', '3', '', 'A', '', '', 'รายวิชาแบบผสมผสาน / Blended'],
    ['AB3', 'Cutting', '3', '', 'A', '', '', '하계 계절학기'],
    ['AB4', 'Sewing', '3', '', 'A', '', '', 'Online / Face to face'],
  ]
  const text = block.map((cells) => cells.join('\t')).join('\n')
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await page.locator('[name="line.0.code"]').focus()
  await page.keyboard.press('Control+V')
  const kinds = ['online', 'blended', 'summer', '']
  for (const [row, kind] of kinds.entries()) {
    assert.equal(await page.locator(`[name="line.${row}.kind"]`).inputValue(), kind)
  }
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.getByText('The transcript was discarded.').waitFor()
})

for (const [how, look] of Object.entries(looks)) {
  journey(`a refused form keeps what was typed, and the file, ${how}`, look, async (visitor) => {
    const { page } = visitor
    await openForm(visitor, 'kanyarat')
    await page.locator('input[type=file][name=file]').setInputFiles(fixture('note.xml'))
    await page.locator('textarea[name=paste]').fill('code\ttitle\nAB1\tWeaving')
    await page.locator('select[name=host]').selectOption('')
    await read(page)
    await page.locator('.error-summary').waitFor()
    assert.equal(
      await page.locator('select[name=enrolment]').inputValue(),
      cast.enrolments.kanyarat,
    )
    assert.equal(
      await page.locator('textarea[name=paste]').inputValue(),
      'code\ttitle\nAB1\tWeaving',
    )
    await page.getByText('note.xml').waitFor()
    await page.locator('select[name=host]').selectOption(cast.organisations.pku)
    await read(page)
    await page.getByText('It is no ELMO transcript.').first().waitFor()
    assert.equal(
      await page.locator('textarea[name=paste]').inputValue(),
      'code\ttitle\nAB1\tWeaving',
    )
    await page.getByText('note.xml').waitFor()
  })
}
