import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import type { Visitor } from './browser.ts'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

interface AxeWindow {
  axe?: { run(context: Document, options: object): Promise<AxeResults> }
}

/** What axe finds against WCAG 2.2 AA, one line for each element. Folded parts are opened first. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Through the debugger, so that the page's own content policy stays as it is.
  const client = await page.context().newCDPSession(page)
  await client.send('Runtime.evaluate', { expression: source })
  await client.detach()
  return page.evaluate(async (values) => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('main details:not(.popover)'))
      fold.open = true
    const { axe } = window as AxeWindow
    if (!axe) throw new Error('axe is not there')
    const { violations } = await axe.run(document, {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} (${node.any[0]?.message ?? ''})`),
    )
  }, tags)
}

/** Asserts that axe finds nothing. Without scripts in the page axe never ends: the same page is asked with them. */
export async function assertAccessible({ page, look }: Visitor): Promise<void> {
  if (!look.scripts) return
  assert.deepEqual(await axeFindings(page), [], `axe at ${page.url()}`)
}
