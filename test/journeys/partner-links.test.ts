// A partner without an account answers an agreement by the link of a mail, on a phone in Korean; the office reads it.
import assert from 'node:assert/strict'
import { assertAccessible as checkAccessible } from './accessibility.ts'
import { assertFits, signInAs } from './browser.ts'
import { journey } from './harness.ts'
import { linkInOutbox } from './outbox.ts'

journey(
  'a partner without an account approves exactly what it was shown, on a phone in Korean',
  { device: 'phone', locale: 'ko-KR', scripts: true },
  async (visitor) => {
    const { page } = visitor
    const link = await linkInOutbox(visitor, 'haeun.jung@museum.example')
    await visitor.go(link)
    assert.equal(await page.locator('html').getAttribute('lang'), 'ko')
    await page.getByRole('heading', { level: 1, name: 'Curatorial traineeships' }).waitFor()
    await assertFits(visitor)
    await checkAccessible(visitor)
    const file = await page.locator('main a[href*="/files/"]').first().getAttribute('href')
    const pdf = await page.request.get(new URL(file ?? '', page.url()).href)
    assert.deepEqual([pdf.status(), pdf.headers()['content-type']], [200, 'application/pdf'])
    // A change without words or a file brings the page back with what was chosen.
    await page.locator('input[name=answer][value=proposed]').check()
    await page.locator('main form .button-primary').tap()
    await page.locator('.error-summary').waitFor()
    assert.equal(await page.locator('input[name=answer][value=proposed]').isChecked(), true)
    await page.locator('input[name=answer][value=approved]').check()
    await page.locator('main form .button-primary').tap()
    await page.getByRole('heading', { name: '승인했습니다' }).waitFor()
    await assertFits(visitor)
    await checkAccessible(visitor)
    await visitor.go(link)
    assert.equal(await page.locator('main input[name=hash]').count(), 0, 'answered once')

    await signInAs(visitor, 'coordinatorAu')
    await visitor.go('/en/agreements?q=Curatorial')
    await page.locator('tr[data-row] th a').first().click()
    await page.getByText('In force').first().waitFor()
    await assertFits(visitor)
    await checkAccessible(visitor)
  },
)
