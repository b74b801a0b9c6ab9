// What happens to forms in the hands of people who are in a hurry, or away for an hour.
import assert from 'node:assert/strict'
import { assertAccessible } from './accessibility.ts'
import { assertFits, signInAs, type Visitor } from './browser.ts'
import { journey } from './harness.ts'

const nameBox = 'input[name=romanised]'

journey('a double click sends a form once', {}, async (visitor) => {
  const { page } = visitor
  await signInAs(visitor, 'studentPloy')
  await visitor.go('/en/account')
  let sent = 0
  page.on('request', (request) => (sent += request.method() === 'POST' ? 1 : 0))
  await saveButton(visitor).dblclick()
  await page.getByText('Your details are saved.').waitFor()
  assert.equal(sent, 1)
  await saveButton(visitor).click()
  await page.getByText('Your details are saved.').waitFor()
  assert.equal(sent, 2, 'the new page sends again')
})

for (const scripts of [true, false]) {
  const how = scripts ? 'with scripts' : 'without scripts'
  const look = { device: 'phone', scripts } as const
  journey(
    `whoever was signed out over a form loses nothing of it, ${how}`,
    look,
    async (visitor) => {
      const { page, context } = visitor
      await signInAs(visitor, 'studentPloy')
      await visitor.go('/en/account')
      const before = await page.locator(nameBox).inputValue()
      await page.locator(nameBox).fill(`${before} {0} <b>`)
      await context.clearCookies({ name: 'weft' })
      await saveButton(visitor).tap()
      await page.getByRole('heading', { name: 'You were signed out' }).waitFor()
      await assertFits(visitor)
      if (scripts) await assertAccessible(visitor)
      const link = page.getByRole('link', { name: 'Sign in in another tab' })
      assert.equal(await link.getAttribute('target'), '_blank')
      const other = await context.newPage()
      await other.goto(new URL((await link.getAttribute('href'))!, page.url()).href)
      await other
        .getByRole('button', { name: /Pimchanok Rattanakul/ })
        .first()
        .tap()
      await other.waitForURL(/\/en\/account$/)
      await other.close()
      await page.getByRole('button', { name: 'Send again' }).tap()
      await page.getByRole('heading', { name: 'Send the form again' }).waitFor()
      if (scripts) await assertAccessible(visitor)
      await page.getByRole('button', { name: 'Send again' }).tap()
      await page.getByText('Your details are saved.').waitFor()
      assert.equal(await page.locator(nameBox).inputValue(), `${before} {0} <b>`)
      await page.locator(nameBox).fill(before)
      await saveButton(visitor).tap()
      await page.getByText('Your details are saved.').waitFor()
    },
  )
}

function saveButton({ page }: Visitor) {
  return page.locator('main form', { has: page.locator(nameBox) }).locator('button[type=submit]')
}
