// The real program with the demonstration alliance on a fresh data folder: one for all journeys of a run.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { seededExhibition } from '../../src/modules/exhibitions/seed/memory.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
// An end for what hangs: a busy machine takes three times as long as a quiet one.
const startsWithin = 300_000

export interface Site {
  origin: string
  close(): Promise<void>
}

/** Starts the program as a person would, and waits until it is ready. */
export async function startSite(): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'weft-journeys-'))
  const port = await freePort()
  const child = spawn(
    process.execPath,
    ['--import', './scripts/loader.mjs', 'src/main.ts', 'start', '--demonstration'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        TZ: 'Asia/Bangkok',
        PORT: String(port),
        WEFT_DATA: join(folder, 'data'),
        WEFT_REQUESTS_PER_MINUTE: '0',
      },
    },
  )
  let said = ''
  const listen = (chunk: Buffer) => (said = (said + chunk.toString()).slice(-20_000))
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)
  const origin = `http://localhost:${port}`
  try {
    await untilReady(child, origin)
    await untilDrawn(origin)
  } catch (error) {
    child.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true })
    throw new Error(`The site did not start.\n${said}`, { cause: error })
  }
  return {
    origin,
    async close() {
      process.off('exit', endWithUs)
      await ended(child)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function untilReady(child: ChildProcess, origin: string): Promise<void> {
  const until = Date.now() + startsWithin
  for (;;) {
    if (child.exitCode !== null) throw new Error(`It ended with exit code ${child.exitCode}.`)
    if (Date.now() > until) throw new Error(`It was not ready within ${startsWithin / 1000} s.`)
    try {
      const answer = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(startsWithin) })
      if (answer.status === 200) return
    } catch {
      // Nobody listens yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** A first start draws the pictures of its exhibition while it answers already: here they are waited for. */
async function untilDrawn(origin: string): Promise<void> {
  const until = Date.now() + startsWithin
  const text = async (path: string) => (await fetch(`${origin}${path}`)).text()
  const media = ['Video', 'Sound', 'Model'].map((type) => `"type":"${type}"`)
  for (;;) {
    const cards = (await text('/objects')).split('<article').slice(1)
    const manifest = await text(`/iiif/exhibitions/${seededExhibition.id}/manifest.json`)
    const isDrawn = cards.length > 0 && cards.every((card) => card.includes('/iiif/3/'))
    if (isDrawn && media.every((each) => manifest.replaceAll(/\s/g, '').includes(each))) return
    if (Date.now() > until) throw new Error('The pictures of the demonstration were not drawn.')
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const hurry = setTimeout(() => child.kill('SIGKILL'), 10_000)
    child.once('exit', () => {
      clearTimeout(hurry)
      resolve()
    })
    child.kill('SIGTERM')
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('no port was given')),
      )
    })
  })
}
