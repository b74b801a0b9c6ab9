// What makes a walk through the site a test.
import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { closeAll, enter, type Look, type Visitor } from './browser.ts'

let pictures: string | undefined

after(closeAll)

/** A test in which somebody walks through the site; a picture of where it failed is kept. */
export function journey(name: string, look: Look, walk: (visitor: Visitor) => Promise<void>): void {
  test(name, { timeout: 180_000 }, async () => {
    const visitor = await enter(look)
    try {
      await walk(visitor)
      assert.deepEqual(visitor.problems, [])
    } catch (error) {
      const where = await keepPicture(visitor)
      if (error instanceof Error) error.message += `\nat ${visitor.page.url()}, seen in ${where}`
      throw error
    } finally {
      await visitor.context.close()
    }
  })
}

async function keepPicture({ page }: Visitor): Promise<string> {
  pictures ??= mkdtempSync(join(process.env['WEFT_TEST_KEPT'] ?? tmpdir(), 'weft-journeys-failed-'))
  const path = join(pictures, `${Date.now()}.png`)
  return page.screenshot({ path, fullPage: true }).then(
    () => path,
    () => 'no picture',
  )
}
