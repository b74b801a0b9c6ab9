// Wishes before anybody is proposed: a student on a phone, a curator by link in Thai.
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
