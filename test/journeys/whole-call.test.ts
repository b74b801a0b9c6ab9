// A coordinator with three hundred applications: brought in from a spreadsheet, narrowed, decided many at once and by
// quota, told together; an applicant reads it in their own language. All journeys share a site, and three hundred more
// people would stand in everybody's lists: the last file by its name, which is the order they run in.
import assert from 'node:assert/strict'
import { writeXlsx } from '#kernel/files'
import { cast } from '#modules/alliance'
import { assertAccessible } from './accessibility.ts'
import { assertFits, signInAs, type Visitor } from './browser.ts'
import { journey } from './harness.ts'

const call = '01980000-0030-7000-8000-000000000002'
const count = 300
const list = `/en/calls/${call}/applications`
const places = Array.from({ length: count }, (_, place) => place)
const numberOf = (place: number) => `66${String(20_000 + place)}`
/** From 2.76 to 3.95, many of them equal. */
const averageOf = (place: number) => (2.76 + (place % 120) / 100).toFixed(2)

async function workbook(headings: readonly string[], rows: readonly string[][]): Promise<Buffer> {
  const columns = headings.map((header) => ({ header, kind: 'text' as const }))
  const body = await writeXlsx({ sheets: [{ name: 'List', columns, rows }] })
  return Buffer.from(await new Response(body as BodyInit).arrayBuffer())
}

async function bringIn({ page }: Visitor, buffer: Buffer): Promise<void> {
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page.locator('input[name=file]').setInputFiles({ name: 'list.xlsx', mimeType, buffer })
  await page.getByRole('button', { name: 'Look at it' }).click()
}

/** Three hundred students, of whom the institution had not heard. */
async function enrol(visitor: Visitor): Promise<void> {
  const { page } = visitor
  await signInAs(visitor, 'registrarAu')
  await visitor.go(`/en/organisations/${cast.organisations.au}/enrolments/import`)
  const headings = ['Student number', 'Given name', 'Family name']
  await page.locator('input[name=startsOn]').fill('2023-08-01')
  await bringIn(
    visitor,
    await workbook(
      [...headings, 'Degree programme (code)', 'Intake year'],
      places.map((place) => [numberOf(place), `Given${place}`, 'Family', 'BFA-DA', '2023']),
    ),
  )
  await page.locator('button[name=step][value=import]').click()
  await page.waitForURL((url) => !url.pathname.endsWith('/import'))
  await visitor.context.clearCookies()
}

journey('a coordinator has three hundred applications', { device: 'desktop' }, async (visitor) => {
  const { page } = visitor
  await enrol(visitor)
  await signInAs(visitor, 'coordinatorAu')
  await visitor.go(`/en/calls/${call}/import`)
  await bringIn(
    visitor,
    await workbook(
      ['Student number', 'q2', 'q3', 'q5', 'q7'],
      places.map((place) => [numberOf(place), averageOf(place), 'yes', 'Because.', 'd3; d1']),
    ),
  )
  await page.getByRole('button', { name: 'Bring in 300 applications' }).click()
  await page.getByText('300 applications were brought in.').waitFor()
  await page.getByText(/^303/).first().waitFor()
  assert.equal(await page.locator('tbody input[type=checkbox]').count(), 100)

  await page.locator('input[name=q]').fill('Given299')
  await page.locator('input[name=q]').press('Enter')
  await page.waitForURL(/q=Given299/)
  assert.equal(await page.locator('tbody input[type=checkbox]').count(), 1)

  await visitor.go(list)
  await page.locator('input[data-select-all]').check()
  await page.locator('select[name=reason]').selectOption('requirements')
  await page.getByRole('button', { name: 'Refuse', exact: true }).click()
  await page.getByText('100 applications are decided.').waitFor()
  await visitor.go(`${list}?outcome=refused`)
  assert.equal(await page.locator('tbody input[type=checkbox]').count(), 100)

  await visitor.go(list)
  await page.getByRole('link', { name: 'Select by quota' }).click()
  await page.getByText(/would get a seat, \d+ would wait/).waitFor()
  await page.getByRole('button', { name: 'Decide like this' }).click()
  await page.getByText(/^Decided: \d+ accepted, \d+ on the waiting list/).waitFor()
  await page.getByRole('button', { name: 'Close the decisions' }).click()
  await page.getByText('Everybody is told together').waitFor()
  await page.getByRole('button', { name: 'Tell everybody now' }).click()
  await page.getByText('The results are shown, and everybody is being told.').waitFor()
  await visitor.context.clearCookies()
})

journey(
  'an applicant reads the result on a phone in Thai',
  { device: 'phone', locale: 'th-TH' },
  async (visitor) => {
    const { page } = visitor
    await signInAs(visitor, 'studentPloy', 'th')
    await visitor.go('/th/calls')
    await page
      .getByRole('link', { name: /สตูดิโอฤดูร้อน/ })
      .first()
      .click()
    await page
      .getByText(/ท่านได้รับคัดเลือก|ท่านอยู่ในรายชื่อสำรอง|ใบสมัครของท่านไม่ได้รับคัดเลือก/)
      .first()
      .waitFor()
    await assertFits(visitor)
    await assertAccessible(visitor)
  },
)
