// What everybody may see, and what nobody may see who has no right to it.
import assert from 'node:assert/strict'
import { assertAccessible } from './accessibility.ts'
import { cast } from '#modules/alliance'
import { assertFits, enter, signInAs, type Visitor } from './browser.ts'
import { journey } from './harness.ts'

const languages = ['en', 'zh-Hans', 'th', 'ko', 'fr']

journey('the members are on a map and in a list, in five languages', {}, async (visitor) => {
  const { page } = visitor
  const titles = new Set<string>()
  for (const language of languages) {
    assert.equal(await visitor.go(`/${language}/members`), 200)
    assert.equal(await page.locator('html').getAttribute('lang'), language)
    titles.add((await page.locator('h1').textContent()) ?? '')
    assert.deepEqual(await shownMaps(visitor), ['wide'])
    assert.equal(await page.locator('.map-list li').count(), 10)
    assert.ok(
      await page.locator(`.map-list a[href$="/members/${cast.organisations.au}"]`).isVisible(),
    )
  }
  assert.equal(titles.size, languages.length, 'every language has its own title')
  await visitor.go(`/en/members/${cast.organisations.au}`)
  await page.getByRole('heading', { level: 1, name: /Assumption University/ }).waitFor()
  await assertAccessible(visitor)
})

/** Which pictures of the map are seen: a phone has one of its own. */
async function shownMaps({ page }: Visitor): Promise<string[]> {
  const seen = await Promise.all(
    (['wide', 'narrow'] as const).map(async (size) =>
      (await page.locator(`svg.map-${size}`).isVisible()) ? [size] : [],
    ),
  )
  return seen.flat()
}

journey(
  'the members fit on a phone in the dark',
  { device: 'phone', colour: 'dark' },
  async (visitor) => {
    await visitor.go('/th/members')
    assert.deepEqual(await shownMaps(visitor), ['narrow'])
    await assertFits(visitor)
    await assertAccessible(visitor)
    await visitor.page.locator(`a[href="/th/members/${cast.organisations.pku}"]`).first().tap()
    await visitor.page.waitForURL('**/members/*')
    await assertFits(visitor)
    await assertAccessible(visitor)
  },
)

for (const scripts of [true, false]) {
  journey(
    `on a phone a long list is begun and its filters are folded, ${scripts ? 'with' : 'without'} scripts`,
    { device: 'phone', scripts },
    async (visitor) => {
      const { page } = visitor
      await signInAs(visitor, 'evaluatorAu')
      await visitor.go('/en/recognition/courses')
      const rows = page.locator('tr[data-row]:visible')
      const [all, first] = [await page.locator('tr[data-row]').count(), await rows.count()]
      assert.ok(all > 15 && first === 12, `${first} of ${all}`)
      assert.equal(await page.locator('.filter-fold select').first().isVisible(), false)
      await page.locator('.filter-fold summary').click()
      assert.equal(await page.locator('.filter-fold select').first().isVisible(), true)
      await page.locator('.show-all a').click()
      assert.equal(await rows.count(), all)
      const where = page.url()
      await rows.nth(14).getByRole('link').first().click()
      await page.waitForURL((url) => url.href !== where)
      await page.goBack()
      assert.equal(page.url(), where)
      assert.equal(await rows.count(), all, 'the place is kept')
    },
  )
}

journey('to others a case looks as if there were none', {}, async (visitor) => {
  const { page } = visitor
  await signInAs(visitor, 'evaluatorAu')
  await visitor.go('/en/recognition/cases?state=all')
  const href = await page.locator('tr[data-row] th a').first().getAttribute('href')
  assert.ok(href)
  const absent = href.replace(/[^/]+$/, '01980000-0000-7000-8000-000000000404')

  const others = await enter({})
  try {
    await signInAs(others, 'evaluatorPku')
    for (const rest of ['', '/statement', '/original']) {
      assert.equal(await others.go(`${href}${rest}`), 404)
      const hidden = await sayings(others)
      assert.equal(await others.go(`${absent}${rest}`), 404)
      assert.deepEqual(hidden, await sayings(others))
    }
    assert.equal(await others.go(href.replace('/en/', '/th/')), 404)
    assert.deepEqual(others.problems, [])
  } finally {
    await others.context.close()
  }
  assert.equal(await visitor.go(href), 200)
})

/** All that the page says, without what differs from one request to the next. */
async function sayings({ page }: Visitor): Promise<string> {
  const text = await page.locator('body').innerText()
  return text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '–')
}

journey('who is not signed in is asked to, and comes back to the page', {}, async (visitor) => {
  const { page } = visitor
  await visitor.go('/en/recognition/cases?state=decided')
  await page.waitForURL('**/en/sign-in?*')
  await page.locator(`button[value="${cast.people.evaluatorAu}"]`).first().click()
  await page.waitForURL('**/en/recognition/cases?state=decided')
})

journey('the appearance and the language are kept', { locale: 'fr-FR' }, async (visitor) => {
  const { page } = visitor
  await signInAs(visitor, 'coordinatorRhone', 'fr')
  await page.locator('.user-menu summary:visible').click()
  await page.locator('.user-menu button[name=theme][value=dark]:visible').click()
  await page.waitForLoadState()
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark')
  await visitor.go('/')
  assert.match(page.url(), /\/fr\/?$/)
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark')
  await visitor.go('/fr/inbox')
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark')
  await assertAccessible(visitor)
})
