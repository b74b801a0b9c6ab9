// Everything by keyboard.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { signInAs } from './browser.ts'
import { journey } from './harness.ts'

const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document
    return activeElement?.getAttribute('name') ?? activeElement?.id ?? ''
  })

journey('the first stop leads past the navigation', {}, async (visitor) => {
  const { page } = visitor
  await signInAs(visitor, 'evaluatorAu')
  await visitor.go('/en/recognition/cases')
  await page.keyboard.press('Tab')
  const skip = page.locator('.skip-link')
  assert.ok(await skip.evaluate((link) => link === document.activeElement))
  assert.ok(await skip.isVisible())
  await page.keyboard.press('Enter')
  assert.equal(await focused(page), 'main')
})

journey('the inbox is worked with single keys', {}, async (visitor) => {
  const { page } = visitor
  await signInAs(visitor, 'evaluatorAu')
  await visitor.go('/en/inbox')
  const rows = page.locator('tr[data-row]')
  assert.ok((await rows.count()) >= 2)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  assert.match((await rows.nth(1).getAttribute('class')) ?? '', /row-current/)
  await page.keyboard.press('k')
  assert.match((await rows.nth(0).getAttribute('class')) ?? '', /row-current/)
  // A task that closes with its act has no box: there the key does nothing.
  const boxes = await rows.nth(0).locator('input[type=checkbox]').count()
  await page.keyboard.press('x')
  assert.equal(await page.locator('tr[data-row] input[type=checkbox]:checked').count(), boxes)
  await page.keyboard.press('?')
  await page.getByRole('dialog').getByText('Keys for this page').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/recognition/cases/*')
})

journey('the slash goes to the search', {}, async (visitor) => {
  const { page } = visitor
  await signInAs(visitor, 'evaluatorAu')
  await visitor.go('/en/recognition/cases')
  await page.keyboard.press('/')
  assert.equal(await focused(page), 'q')
  await page.keyboard.type('Kanyarat')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/recognition/cases?*q=Kanyarat*')
  const names = await page.locator('tr[data-row] th').allTextContents()
  assert.ok(names.length > 0 && names.every((name) => name.includes('Kanyarat')))
})

journey('the sign-in form is walked in the order it is read', {}, async (visitor) => {
  const { page } = visitor
  await visitor.go('/en/sign-in')
  await page.locator('[name=email]').focus()
  const order = ['password', 'lasting', 'way', 'way']
  for (const name of order) {
    await page.keyboard.press('Tab')
    assert.equal(await focused(page), name)
  }
})

journey('the summary of errors is read first and leads to the field', {}, async (visitor) => {
  const { page } = visitor
  await visitor.go('/en/sign-in')
  await page.locator('[name=email]').fill('nobody')
  await page.locator('button[name=way][value=letter]').press('Enter')
  const summary = page.locator('.error-summary')
  await summary.waitFor()
  assert.ok(await summary.evaluate((part) => part.contains(document.activeElement)))
  assert.equal(await page.locator('[name=email]').inputValue(), 'nobody')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  assert.equal(await focused(page), 'email')
  assert.equal(await page.locator('[name=email]').getAttribute('aria-invalid'), 'true')
})

journey('lines of a case are judged by keyboard, and the place is kept', {}, async (visitor) => {
  const { page } = visitor
  await signInAs(visitor, 'evaluatorAu')
  await visitor.go('/en/recognition/cases')
  // A case of six lines; other journeys bring in shorter ones.
  await page.locator('main tr', { hasText: '2026-0004' }).locator('th a').first().click()
  await page.waitForURL(/\/recognition\/cases\/[0-9a-f-]+$/)
  await page.locator('weft-lines').waitFor()
  const current = () => page.evaluate(() => document.activeElement?.closest('[data-row]')?.id ?? '')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  assert.equal(await current(), 'line-2')
  await page.keyboard.press('k')
  assert.equal(await current(), 'line-1')
  await page.keyboard.press('?')
  await page.getByText('Give a verdict', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  for (let line = 1; line < 6; line += 1) await page.keyboard.press('j')
  assert.equal(await current(), 'line-6')
  await page.keyboard.press('v')
  await page.waitForURL(/\/lines\//)
  await page.locator('main input[name=verdict][value=refused]').check()
  await page.locator('main [name=reason]').fill('Nothing at home stands for a workshop.')
  await page.locator('main form .button-primary').click()
  await page.waitForURL(/#line-6$/)
  // The reader goes on where they were.
  await page.waitForFunction(() => document.activeElement?.closest('#line-6') !== null)
})
