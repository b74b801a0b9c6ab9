// An exchange from the student's phone, in Thai and Chinese, and from both offices.
import assert from 'node:assert/strict'
import { assertAccessible as checkAccessible } from './accessibility.ts'
import { assertFits, signInAs, type Visitor } from './browser.ts'
import { journey } from './harness.ts'

const ploy = '01980000-0041-7000-8000-000000000001'
const sun = '01980000-0041-7000-8000-000000000002'

async function looksRight(visitor: Visitor): Promise<void> {
  await assertFits(visitor)
  await checkAccessible(visitor)
}

/** Signs the learning agreement that is open, as whoever is asked, by the way that its page shows. */
async function signAgreement(visitor: Visitor, path: string): Promise<void> {
  const { page } = visitor
  await visitor.go(path)
  await page.locator('main a[href*="/signing/steps/"]').first().click()
  await page.waitForURL(/\/signing\/steps\//)
  const form = page.locator('main form[action$="/signature"]')
  await form.locator('input[name=confirm]').check()
  await form.locator('.button-primary').click()
  await form.waitFor({ state: 'detached' })
}

function formOf({ page }: Visitor, table: 'A' | 'B' | 'C') {
  const ofTable = page.locator(`input[name=table][value=${table}]`)
  return page.locator('form[action$="/components"]').filter({ has: ofTable })
}

/** Adds a component in one's own words. */
async function addOwn(visitor: Visitor, table: 'B' | 'C', title: string, credit: string) {
  const form = formOf(visitor, table)
  const box = form.locator('input[name=title]')
  if (!(await box.isVisible())) {
    await visitor.page.locator('details', { has: form }).locator('summary').first().click()
  }
  await box.fill(title)
  await form.locator('input[name=credit]').fill(credit)
  await form.locator('button').last().click()
}

journey(
  'a student from Bangkok chooses courses on a phone in Thai, sees what will count, and all three sign',
  { device: 'phone', locale: 'th-TH', scripts: true },
  async (visitor) => {
    const { page } = visitor
    await signInAs(visitor, 'studentPloy', 'th')
    await visitor.go('/th/mobility/mine')
    await page.getByRole('heading', { level: 1, name: 'การแลกเปลี่ยนของฉัน' }).waitFor()
    await looksRight(visitor)
    await visitor.go(`/th/mobility/${ploy}`)
    await looksRight(visitor)
    await page.locator('main a.button-primary[href$="/agreement"]').click()
    await page.waitForURL('**/agreement')
    await looksRight(visitor)
    const path = new URL(page.url()).pathname
    // What is no number is told, and what was typed stays.
    await addOwn(visitor, 'C', 'สัมมนาออนไลน์ก่อนเดินทาง', 'มาก')
    await page.locator('.error-summary').waitFor()
    const typed = formOf(visitor, 'C').locator('input[name=title]')
    assert.equal(await typed.inputValue(), 'สัมมนาออนไลน์ก่อนเดินทาง')
    await addOwn(visitor, 'C', 'สัมมนาออนไลน์ก่อนเดินทาง', '1')
    await page.locator('.error-summary').waitFor({ state: 'detached' })
    await addOwn(visitor, 'B', 'สตูดิโอสื่อดิจิทัล', '3')
    await page.locator('main form[action$="/sending"] .button-primary').click()
    await page.locator('#signatures').waitFor()
    await looksRight(visitor)
    await signAgreement(visitor, path)
    await signInAs(visitor, 'coordinatorAu')
    await signAgreement(visitor, path.replace('/th/', '/en/'))
    await signInAs(visitor, 'coordinatorPku')
    await signAgreement(visitor, path.replace('/th/', '/zh-Hans/'))
    await signInAs(visitor, 'studentPloy', 'th')
    const document = page.locator('main a[href$="/omobility-la.xml"]')
    for (let tries = 0; tries < 30 && !(await document.isVisible()); tries += 1) {
      await page.waitForTimeout(500)
      await visitor.go(`/th/mobility/${ploy}`)
    }
    await document.waitFor()
    await visitor.go('/th/journey')
    await looksRight(visitor)
  },
)

journey(
  'a student from Renmin follows an exchange to Bangkok on a phone in Chinese',
  { device: 'phone', locale: 'zh-CN', scripts: false },
  async (visitor) => {
    const { page } = visitor
    await signInAs(visitor, 'studentSun', 'zh-Hans')
    await visitor.go(`/zh-Hans/mobility/${sun}`)
    await page.getByText('学习协议正在签署').first().waitFor()
    await assertFits(visitor)
    await signAgreement(visitor, `/zh-Hans/mobility/${sun}/agreement`)
    await visitor.go(`/zh-Hans/mobility/${sun}/agreement`)
    await page.getByText('签署中').first().waitFor()
    await assertFits(visitor)
  },
)

journey('a coordinator sees who waits, nominates from a list, and prints', {}, async (visitor) => {
  const { page } = visitor
  await signInAs(visitor, 'coordinatorAu')
  await visitor.go('/en/mobility')
  await page.getByRole('heading', { level: 1, name: 'Exchanges' }).waitFor()
  await looksRight(visitor)
  await visitor.go('/en/mobility/nominations/list')
  await page
    .locator('textarea[name=text]')
    .fill(
      'Student number or e-mail\tReceiving institution\tFirst day\tLast day\n6711008\tNowhere\t2030-02-15\t2030-06-20',
    )
  await page.getByRole('button', { name: 'See what comes of it' }).click()
  await page.getByText('No institution is called “Nowhere”').first().waitFor()
  await looksRight(visitor)
  await visitor.go('/en/mobility/seats')
  await looksRight(visitor)
  await visitor.go('/en/care')
  await looksRight(visitor)
  const list = await page.request.get('/en/mobility/nomination-list?direction=out')
  assert.deepEqual([list.status(), list.headers()['content-type']], [200, 'application/pdf'])
})

journey(
  'a delegation is invited, listed, approved by the other side in Chinese, and reported',
  {},
  async (visitor) => {
    const { page } = visitor
    const today = new Date().toISOString().slice(0, 10)
    const open = async (fold: string) => page.locator('summary', { hasText: fold }).click()
    await signInAs(visitor, 'coordinatorAu')
    await visitor.go('/en/mobility/visits')
    await looksRight(visitor)
    await page.getByRole('link', { name: 'Plan a visit' }).first().click()
    await page.waitForURL('**/visits/new')
    await looksRight(visitor)
    await page.locator('select[name=kind]').selectOption('delegation')
    await page.locator('input[name=title]').fill('Deans of Peking University')
    await page.locator('select[name=partner]').selectOption({ label: 'Peking University' })
    await page.locator('input[name=startsOn]').fill(today)
    await page.locator('input[name=endsOn]').fill(today)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.waitForURL(/visits\/[0-9a-f-]{36}$/)
    const path = new URL(page.url()).pathname
    // Nobody is on the list yet: that is told, and nothing is sent.
    await page.getByRole('button', { name: 'Ask for approval' }).click()
    await page.locator('.error-summary').waitFor()
    await page.locator('input[name=family]').fill('Gu')
    await page.locator('input[name=given]').fill('Yunfei')
    await page.locator('input[name=native]').fill('顾云飞')
    await page.getByRole('button', { name: 'Add somebody' }).click()
    await page.getByText('GU, Yunfei').waitFor()
    await open('Add to the programme')
    await page.locator('input[name=onDay]').fill(today)
    await page.locator('input[name=what]').fill('Talks about joint courses')
    await page.getByRole('button', { name: 'Add to the programme' }).click()
    await page.getByText('Talks about joint courses').waitFor()
    await open('Add a cost')
    await page.locator('input[name=costWhat]').fill('Hotel')
    await page.locator('input[name=amount]').fill('4,500.00')
    await page.locator('input[name=currency]').fill('THB')
    await page.locator('select[name=payer]').selectOption('host')
    await page.getByRole('button', { name: 'Add a cost' }).click()
    await page.getByText('The host institution: THB').waitFor()
    await looksRight(visitor)
    const paper = await page.request.get(`${path}/papers/invitation?with=zh-Hans`)
    assert.deepEqual([paper.status(), paper.headers()['content-type']], [200, 'application/pdf'])
    await page.getByRole('button', { name: 'Ask for approval' }).click()
    await page.getByText('was asked and has not answered yet').waitFor()
    await signInAs(visitor, 'coordinatorPku', 'zh-Hans')
    await visitor.go(path.replace('/en/', '/zh-Hans/'))
    await looksRight(visitor)
    await page.getByLabel('同意', { exact: true }).check()
    await page.getByRole('button', { name: '提交答复' }).click()
    await page.getByText('双方均已批准').waitFor()
    await signInAs(visitor, 'coordinatorAu')
    await visitor.go(path)
    await page.locator('textarea[name=report]').fill('Six courses were compared.')
    await page.locator('select[name=outcome]').selectOption('teaching')
    await page.getByRole('button', { name: 'Send the report' }).click()
    await page.getByText('Six courses were compared.').waitFor()
    await looksRight(visitor)
    await visitor.go('/en/mobility/figures')
    await looksRight(visitor)
  },
)
