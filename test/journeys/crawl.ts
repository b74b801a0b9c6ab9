// Finds pages by following links, a few of each kind.
import type { Visitor } from './browser.ts'

export interface FoundPage {
  path: string
  /** The path without what differs between pages of one kind. */
  kind: string
  /** What is wrong with it at first sight. */
  wrong: string[]
}

interface Way {
  starts: readonly string[]
  most: number
  /** Kinds that were seen before, by whomever: they are visited once more at most. */
  done: Set<string>
}

const ofOneKind = 2
const files =
  /\/(attachments\/[\w-]+|statement|original|scan|remarks|export|progress|options)$|\.\w{2,4}$/

/** The same page in another language. */
export function pathIn(path: string, language: string): string {
  return path.replace(/^\/en(?=\/|\?|$)/, `/${language}`)
}

/** Visits English pages from the starts on, until there are enough; `look` is called at each. */
export async function crawl(
  visitor: Visitor,
  { starts, most, done }: Way,
  look: (path: string) => Promise<void>,
): Promise<FoundPage[]> {
  const waiting = [...starts]
  const seen = new Set<string>()
  const counts = new Map<string, number>()
  const found: FoundPage[] = []
  for (
    let path = waiting.shift();
    path !== undefined && found.length < most;
    path = waiting.shift()
  ) {
    const kind = kindOf(path)
    const count = (counts.get(kind) ?? 0) + (done.has(kind) && !starts.includes(path) ? 1 : 0)
    if (seen.has(path) || count >= ofOneKind) continue
    seen.add(path)
    counts.set(kind, count + 1)
    const wrong = await visit(visitor, path)
    if (wrong === null) continue
    found.push({ path, kind, wrong })
    if (wrong.length > 0) continue
    await look(path)
    waiting.push(...(await links(visitor)))
  }
  for (const { kind } of found) done.add(kind)
  return found
}

function kindOf(path: string): string {
  return path
    .replace(/\?.*$/, '')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/(\/courses\/:id)\/.+$/, '$1/:code')
}

/** What is wrong with the page, or null where the link leads to a file. */
async function visit({ page, go }: Visitor, path: string): Promise<string[] | null> {
  const status = await go(path).catch((error: Error) => {
    if (error.message.includes('Download is starting')) return null
    throw error
  })
  if (status === null) return null
  if (status !== 200) return [`answers ${status}`]
  const title = await page.title()
  const headings = await page.locator('h1').count()
  return [
    ...(title.trim() === '' ? ['has no title'] : []),
    // The gallery of components shows headings of every level.
    ...(headings === 1 || path === '/en/ui' ? [] : [`has ${headings} headings of the first level`]),
  ]
}

function links({ page }: Visitor): Promise<string[]> {
  return page
    .locator('a[href^="/en"]:not([download])')
    .evaluateAll((all) => all.map((each) => each.getAttribute('href')?.replace(/#.*$/, '') ?? ''))
    .then((found) => found.filter((path) => !path.includes('?') && !files.test(path)))
}
