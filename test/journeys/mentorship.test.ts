// Two mentors for a student: wishes on a phone, a round at a desk, a curator who answers by link in Thai.
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
