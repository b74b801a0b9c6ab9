// What somebody hears of an exhibition who does not see it. How soon it is seen: `bench/first-look.bench.ts`.
import assert from 'node:assert/strict'
import { journey } from './harness.ts'

const shown = '/exhibitions/01980000-0042-7000-8000-000000000001'

journey(
  'the viewer and what it shows have names for whoever hears them',
  { device: 'phone', locale: 'th-TH' },
  async (visitor) => {
    const { page } = visitor
    page.setDefaultTimeout(90_000)
    await visitor.go(`/th${shown}`)
    await page.locator('.door-link').first().click()
    await page.locator('.piece-frame').first().click()
    const before = await page.locator('main').ariaSnapshot()
    assertNamed(before)
    const title = await page.getByRole('heading', { level: 1 }).innerText()
    await page.locator('weft-zoom').getByRole('button').first().click()
    await page.getByRole('application').waitFor()
    const tree = await page.locator('main').ariaSnapshot()
    assertNamed(tree)
    assert.match(tree, /application "[^"]+"/, 'the stage says what it is')
    assert.match(tree, /heading "[^"]+" \[level=1\]/)
    assert.ok(title.length > 0)
    // Everything that steers it can be named, and what it shows is said.
    assert.match(tree, /status/)
  },
)

/** What has no name is not there for whoever does not see it. */
function assertNamed(tree: string): void {
  const nameless = tree
    .split('\n')
    .filter((line) =>
      /^\s*- (?:img|button|link|textbox|slider|application|video)(?::|$)/.test(line),
    )
  assert.deepEqual(nameless, [], tree)
}
