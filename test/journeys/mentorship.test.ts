// Two mentors for a student: wishes on a phone, a round at a desk, a curator who answers by link in Thai,
// and one who leaves half-way.
import assert from 'node:assert/strict'
import { cast } from '#modules/alliance'
import { assertAccessible } from './accessibility.ts'
import { assertFits, signInAs, type Visitor } from './browser.ts'
import { journey } from './harness.ts'
import { linkInOutbox } from './outbox.ts'

async function looksRight(visitor: Visitor): Promise<void> {
  await assertFits(visitor)
  await assertAccessible(visitor)
}

/** Opens the link of the newest letter to somebody, as who has no account here. */
async function byLink(visitor: Visitor, address: string, language: string): Promise<void> {
  const href = await linkInOutbox(visitor, address)
  await visitor.context.clearCookies()
  await visitor.go(`/${language}${href.replace(/^\/[\w-]+(?=\/act\/)/, '')}`)
}

async function acceptByLink(visitor: Visitor, address: string, language: string): Promise<void> {
  await byLink(visitor, address, language)
  await looksRight(visitor)
  await visitor.page.locator('input[name=answer][value=accept]').check()
  await visitor.page.locator('main form button').last().click()
  await visitor.page.locator('input[name=answer]').first().waitFor({ state: 'detached' })
}

journey(
  'a student says wishes on a phone in Thai, and a curator answers by link without an account',
  { device: 'phone', locale: 'th-TH', scripts: true },
  async (visitor) => {
    const { page } = visitor
    await signInAs(visitor, 'studentKanyarat', 'th')
    await visitor.go('/th/mentoring')
    await looksRight(visitor)
    await page.locator('main a[href$="/wishes"]').click()
    await page.locator('textarea[name=statement]').fill('อยากเรียนรู้การทำทะเบียนผ้า')
    await looksRight(visitor)
    await page.locator('main form button').last().click()
    await page.waitForURL((url) => !url.pathname.endsWith('/wishes'))
    await byLink(visitor, 'kannika@museum.example', 'th')
    await page.getByText('อยากเรียนรู้การทำทะเบียนผ้า').waitFor()
    await looksRight(visitor)
    await page.locator('main form select').first().selectOption('1')
    await page.locator('main form button').last().click()
    await page.getByText('สำนักงานได้รับความประสงค์ของท่านแล้ว').waitFor()
  },
)

journey(
  'an office matches both mentors in a round, sends it, and one accepts by link in Thai',
  { scripts: true },
  async (visitor) => {
    const { page } = visitor
    await signInAs(visitor, 'coordinatorAu')
    await visitor.go('/en/mentoring/students')
    await page.locator('section[aria-labelledby=engagements] a').first().click()
    await page.waitForURL('**/mentoring/engagements/*')
    await looksRight(visitor)
    await page.locator('main a[href$="/round"]').click()
    await page.waitForURL('**/round')
    await page.getByRole('button', { name: 'Match now' }).click()
    await page.getByText('The mentor would like this student').first().waitFor()
    await looksRight(visitor)
    await page.getByRole('button', { name: 'Send the chosen proposals' }).click()
    await page.locator('.flash, [role=status]').first().waitFor()
    await acceptByLink(visitor, 'kannika@museum.example', 'th')
    await page.getByText('ท่านตอบรับแล้ว').first().waitFor()
    await signInAs(visitor, 'studentKanyarat')
    await visitor.go('/en/mentoring')
    await page.locator('main').getByText('Kannika').first().waitFor()
    await looksRight(visitor)
  },
)

journey(
  'a mentor leaves half-way, and what was agreed and written passes to the next',
  { device: 'phone', locale: 'th-TH', scripts: false },
  async (visitor) => {
    const { page } = visitor
    await signInAs(visitor, 'academicMentorAu', 'th')
    await visitor.go('/th/mentoring')
    await page.locator('main').getByRole('link', { name: 'พิมพ์ชนก' }).first().click()
    const path = new URL(page.url()).pathname.replace(/^\/th/, '')
    const leaving = page.locator('form[action$="/leaving"]')
    await page.locator('details', { has: leaving }).locator('summary').click()
    await leaving.locator('textarea').fill('นักศึกษาวาดได้ดีกว่าที่พูด')
    await looksRight(visitor)
    await leaving.locator('button').click()
    await page.waitForURL('**/th/mentoring')
    await looksRight(visitor)
    await signInAs(visitor, 'coordinatorAu')
    await visitor.go('/en/inbox')
    await page.locator(`main a[href$="${path}"]`).first().click()
    const proposing = page.locator('form[action$="/proposals"]').first()
    await page.getByText('Propose an academic mentor', { exact: true }).click()
    await proposing.locator(`input[name=mentor][value="${cast.people.evaluatorPku}"]`).check()
    await proposing.getByRole('button').last().click()
    await page.locator('main').getByText('Chen').first().waitFor()
    await looksRight(visitor)
    await acceptByLink(visitor, 'chen.shuwen@pku.example', 'zh-Hans')
    await signInAs(visitor, 'evaluatorPku', 'zh-Hans')
    await visitor.go(`/zh-Hans${path}`)
    await page.getByText('นักศึกษาวาดได้ดีกว่าที่พูด').waitFor()
    await page.locator('#goals').waitFor()
    await looksRight(visitor)
    await signInAs(visitor, 'academicMentorAu')
    const status = await visitor.go(`/en${path}`)
    assert.equal(status, 404, 'whoever left reads the page no more')
  },
)
