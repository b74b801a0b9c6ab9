import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { closeAll, enter, type Visitor } from '../test/journeys/browser.ts'
import { type BenchOptions, type BenchResult, figure, percentile } from './bench.ts'

/** What a visitor with a phone waits for. */
export const claim =
  'The largest part of an exhibition’s public pages is painted on a phone within 1.5 s, beside a bare page with the same picture'

const shown = '/exhibitions/01980000-0042-7000-8000-000000000001'
const mostMs = 1500

/** An ordinary mobile line: 60 ms away, 9 Mbit/s down, 3 up. */
const line = {
  offline: false,
  latency: 60,
  downloadThroughput: 9_000_000 / 8,
  uploadThroughput: 3_000_000 / 8,
}

interface Painted {
  startTime: number
  url: string
  element: Element | null
}

/** Opens both pages afresh, again and again, without what the browser had kept. */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const rows: Record<string, string | number | null>[] = []
  const figures: Record<string, number> = {}
  try {
    for (const [locale, path] of [
      ['th-TH', `/th${shown}`],
      ['zh-CN', `/zh-Hans${shown}/tour/1`],
    ] as const) {
      options.progress(`opening ${path}`)
      const visitor = await enter({ device: 'phone', locale })
      const times: number[] = []
      const bare: number[] = []
      const { picture } = await painted(visitor, path)
      const peer = await peerWith(picture === null ? null : new URL(picture, visitor.origin))
      for (let round = 0; round < (options.quick ? 3 : 15); round += 1) {
        times.push((await painted(visitor, path)).at)
        bare.push((await painted(visitor, peer.address)).at)
      }
      peer.close()
      await visitor.context.close()
      const [ours, theirs] = [percentile(times, 0.5), percentile(bare, 0.5)]
      rows.push({
        page: path,
        'largest paint, ms (p50)': figure(ours),
        'ms (p95)': figure(percentile(times, 0.95)),
        'bare page, ms (p50)': figure(theirs),
        ratio: figure(ours / theirs),
      })
      figures[path] = ours
    }
  } finally {
    await closeAll()
  }
  return {
    rows,
    notes: [
      'Line: 60 ms away, 9 Mbit/s down, 3 up; cache off; Chromium, 390 × 844 at twice the density.',
    ],
    figures: { largestPaintMs: figures },
    failed: Object.values(figures).some((each) => each >= mostMs),
  }
}

async function painted(
  visitor: Visitor,
  address: string,
): Promise<{ at: number; picture: string | null }> {
  const page = await visitor.context.newPage()
  const client = await visitor.context.newCDPSession(page)
  await client.send('Network.enable')
  await client.send('Network.setCacheDisabled', { cacheDisabled: true })
  await client.send('Network.emulateNetworkConditions', line)
  await page.goto(address, { waitUntil: 'load' })
  const found = await page.evaluate(
    () =>
      new Promise<{ at: number; picture: string | null }>((resolve) => {
        let last: Painted | undefined
        const look = new PerformanceObserver((list) => {
          last = list.getEntries().at(-1) as unknown as Painted
        })
        look.observe({ type: 'largest-contentful-paint', buffered: true })
        setTimeout(() => {
          look.disconnect()
          resolve({ at: last?.startTime ?? Infinity, picture: last?.url || null })
        }, 500)
      }),
  )
  await page.close()
  return found
}

/** A page with a heading and the picture, or with text where the largest thing is none. */
async function peerWith(picture: URL | null) {
  const bytes = picture && Buffer.from(await (await fetch(picture)).arrayBuffer())
  const shownThere = bytes ? '<img src="/picture" alt="" width="390">' : '<p>ผ้าทอ 织物</p>'
  const server = createServer((request, response) => {
    if (request.url === '/picture' && bytes) response.end(bytes)
    else {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(
        `<!doctype html><meta name="viewport" content="width=device-width"><h1>Weft</h1>${shownThere}`,
      )
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() }
}
