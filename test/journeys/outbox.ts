import assert from 'node:assert/strict'
import type { Visitor } from './browser.ts'

/**
 * Goes through the pages of the demonstration's outbox, the newest letters first, until something is found on one; fails
 * when it has not come within a minute.
 */
export async function inOutbox<Found>(
  { page, go }: Visitor,
  find: () => Promise<Found | null>,
  missing: string,
): Promise<Found> {
  const until = Date.now() + 60_000
  for (let number = 1; ;) {
    await go(`/en/outbox?page=${number}`)
    // On a phone a page begins with a dozen letters; the one that is looked for may stand below.
    const more = page.locator('main').getByRole('link', { name: /^Show all \d+$/ })
    if ((await more.count()) > 0) await more.click()
    const found = await find()
    if (found !== null) return found
    assert.ok(Date.now() < until, missing)
    const isLast = (await page.locator('a[rel=next]').count()) === 0
    number = isLast ? 1 : number + 1
    if (isLast) await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/** The address of the link in the newest letter to somebody. */
export function linkInOutbox(visitor: Visitor, address: string): Promise<string> {
  const link = visitor.page
    .locator('main .card', { hasText: address })
    .locator('a[href*="/act/"]')
    .first()
  const href = async () => ((await link.count()) > 0 ? await link.getAttribute('href') : null)
  return inOutbox(visitor, href, 'the letter has not come')
}
