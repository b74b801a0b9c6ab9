// A coordinator's and an evaluator's desk work: people, and the catalogue of courses.
import assert from 'node:assert/strict'
import { writeXlsx } from '#kernel/files'
import { cast } from '#modules/alliance'
import { assertAccessible } from './accessibility.ts'
import { signInAs, type Visitor } from './browser.ts'
import { journey } from './harness.ts'

const people = `/en/organisations/${cast.organisations.au}/people`

journey('a coordinator narrows her people, and the address keeps it', {}, async (visitor) => {
  const { page } = visitor
  await signInAs(visitor, 'coordinatorAu')
  await visitor.go(people)
  const all = await page.locator('tr[data-row]').count()
  await page.locator('select[name=role]').selectOption('student')
  await page.waitForURL((url) => url.searchParams.get('role') === 'student')
  const students = await page.locator('tr[data-row]').count()
  assert.ok(students >= 3 && students < all)
  await page.locator('input[name=q]').fill('Pimchanok')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.searchParams.get('q') === 'Pimchanok')
  assert.equal(new URL(page.url()).searchParams.get('role'), 'student')
  assert.equal(await page.locator('tr[data-row]').count(), 1)
  await page.reload()
  assert.equal(await page.locator('tr[data-row]').count(), 1)
  await page.locator('.filter-chip').first().click()
  await page.waitForURL((url) => url.searchParams.get('q') === null)
  assert.equal(await page.locator('tr[data-row]').count(), students)
  await assertAccessible(visitor)
})

for (const scripts of [true, false]) {
  const how = scripts ? 'with scripts' : 'without scripts'
  const role = scripts ? 'academic-mentor' : 'curator'
  journey(`she gives two people a role at once, ${how}`, { scripts }, async (visitor) => {
    const { page } = visitor
    await signInAs(visitor, 'coordinatorAu')
    await visitor.go(people)
    const chosen = ['evaluatorAu', 'registrarAu'] as const
    for (const person of chosen) {
      await page.locator(`tr[data-row="${cast.people[person]}"] input[type=checkbox]`).check()
    }
    await page.locator('.bulk-bar button[name=act][value=appoint]').click()
    await page.locator('select[name=role]').selectOption(role)
    await page.locator('main form .button-primary').first().click()
    await page.waitForURL(`**${people}`)
    for (const person of chosen) {
      const row = page.locator(`tr[data-row="${cast.people[person]}"]`)
      assert.match((await row.textContent()) ?? '', scripts ? /Academic mentor/ : /Curator/)
    }
  })
}

journey('a long list is read page by page', {}, async (visitor) => {
  const { page } = visitor
  await signInAs(visitor, 'coordinatorAu')
  await visitor.go('/en/recognition/courses')
  const first = await page.locator('tr[data-row] th').first().textContent()
  const pages = page.getByRole('navigation', { name: 'Pages' })
  await pages.getByRole('link', { name: 'Next' }).click()
  await page.waitForURL('**/recognition/courses?page=2')
  assert.notEqual(await page.locator('tr[data-row] th').first().textContent(), first)
  assert.equal(await pages.locator('[aria-current=page]').textContent(), '2')
  await pages.getByRole('link', { name: 'Previous' }).click()
  await page.waitForURL((url) => url.pathname.endsWith('/courses') && url.search === '')
  assert.equal(await page.locator('tr[data-row] th').first().textContent(), first)
})

journey(
  'an evaluator brings in a catalogue with mistakes and publishes it',
  {},
  async (visitor) => {
    const { page } = visitor
    await signInAs(visitor, 'evaluatorPku')
    await visitor.go('/en/recognition/catalogues/new')
    await page.locator('input[type=file][name=file]').setInputFiles(await workbook())
    await page.getByRole('button', { name: 'Show the first rows' }).click()
    await page.waitForURL(/\/recognition\/catalogues\/[0-9a-f-]{36}$/)
    await page.locator('.table td', { hasText: 'Fibre and Space' }).waitFor()
    await assertAccessible(visitor)
    await page.getByRole('button', { name: 'Read the whole file' }).click()
    await page.getByRole('button', { name: 'Publish this catalogue' }).waitFor()
    const wrong = page.locator('.table tr[data-row]', { hasText: 'is no number' })
    assert.match((await wrong.textContent()) ?? '', /3.*many/s)
    await page.getByRole('link', { name: 'Errors' }).click()
    await page.waitForURL('**/catalogues/*?show=errors')
    assert.equal(await wrong.count(), 1)
    await page.getByRole('button', { name: 'Publish this catalogue' }).click()
    await page.getByText(/^Published: 2 courses of Peking University/).waitFor()
    await page.getByRole('link', { name: 'See the courses' }).click()
    await page.getByText('06009001').first().waitFor()
    assert.equal(await page.locator('tr[data-row]').count(), 2)
    await publishFormer(visitor)
  },
)

/** The catalogue that was replaced takes its place again in one step. */
journey('what is typed into rules goes along to the other language, once', {}, async (visitor) => {
  const { page } = visitor
  await signInAs(visitor, 'registrarAu')
  await visitor.go('/en/recognition/rule-sets/new')
  // The form has a field that is called "method", as a form itself has a property.
  const shares = page.locator('main form input[name="ratio"]')
  await shares.fill('5/8')
  await page.locator('main form select[name="method"]').selectOption('ratio')
  await page.locator('.language-switch summary:visible').first().click()
  await page.locator('.language-switch a[lang="th"]:visible').first().click()
  await page.waitForURL('**/th/recognition/rule-sets/new')
  await page.locator('main .notice-title').first().waitFor()
  assert.equal(await shares.inputValue(), '5/8')
  assert.equal(await page.locator('main form select[name="method"]').inputValue(), 'ratio')
  await page.reload()
  assert.equal(await shares.inputValue(), '')
})

async function publishFormer({ page, go }: Visitor): Promise<void> {
  await go('/en/recognition/catalogues')
  await page.locator('tr[data-row]', { hasText: 'Replaced' }).first().getByRole('link').click()
  await page.getByRole('button', { name: 'Publish this one again' }).click()
  await page.getByText(/^Published: \d+ courses of Peking University/).waitFor()
}

async function workbook() {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '课程',
        columns: ['课程号', '课程名称', 'English title', '学分'].map((header) => ({
          header,
          kind: 'text',
        })),
        rows: [
          ['06009001', '纤维与空间', 'Fibre and Space', '3'],
          ['06009002', '织机编程', 'Programming the Loom', 'many'],
          ['06009003', '染色化学', 'Chemistry of Dyeing', '2'],
        ],
      },
    ],
  })
  return {
    name: 'courses.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  }
}
