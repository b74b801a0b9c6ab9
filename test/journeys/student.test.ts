// A student on her phone, in Thai: what waits, why her courses count, her journey.
import assert from 'node:assert/strict'
import { assertAccessible } from './accessibility.ts'
import { assertFits, signInAs } from './browser.ts'
import { journey } from './harness.ts'

const phone = { device: 'phone', locale: 'th-TH' } as const

journey('a student reads on her phone, in Thai, how her courses count', phone, async (visitor) => {
  const { page } = visitor
  await visitor.go('/')
  assert.match(page.url(), /\/th\/?$/)
  await signInAs(visitor, 'studentKanyarat', 'th')
  await page.getByRole('heading', { level: 1, name: 'กัญญารัตน์' }).waitFor()
  await assertFits(visitor)
  await assertAccessible(visitor)

  await page.locator('main a.button[href$="/journey"]').tap()
  await page.locator('main svg').first().waitFor()
  await assertFits(visitor)
  await assertAccessible(visitor)

  // One that is decided: of the others she is told nothing yet.
  await page
    .locator('main li a[href*="/th/recognition/cases/"]', { hasText: 'เทียบโอนได้' })
    .last()
    .tap()
  await page.waitForURL('**/th/recognition/cases/*')
  assert.equal(await page.locator('html').getAttribute('lang'), 'th')
  for (const row of await page.locator('.comparison-row').all()) {
    const details = row.locator('details')
    if ((await details.getAttribute('open')) === null) await row.locator('summary').tap()
    const reason = (await row.locator('.reasons li').first().textContent()) ?? ''
    assert.match(reason, /[\u0E00-\u0E7F]/, 'a reason is not in Thai')
  }
  assert.equal(
    await page.locator('main form:not([action*="/comments"])').count(),
    0,
    'a student decides nothing here',
  )
  await assertFits(visitor)
  await assertAccessible(visitor)
})

journey('the language changes and the page stays', phone, async (visitor) => {
  const { page } = visitor
  await signInAs(visitor, 'studentKanyarat', 'th')
  await visitor.go('/th/journey')
  await page.locator('.rail-fold > summary').tap()
  await page.locator('.language-switch summary:visible').tap()
  await page.locator('.language-switch a[lang="zh-Hans"]:visible').tap()
  await page.waitForURL('**/zh-Hans/journey')
  assert.equal(await page.locator('html').getAttribute('lang'), 'zh-Hans')
  assert.match((await page.locator('h1').textContent()) ?? '', /[\u4E00-\u9FFF]/)
  await assertFits(visitor)
  await visitor.go('/')
  assert.match(page.url(), /\/zh-Hans\/?$/, 'the chosen language is kept')
})
