import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { refuse } from '#kernel/database'
import { createMetrics, type Manifest } from '#kernel/http'
import { personByEmail, registerPerson } from '#kernel/identity'
import { openHouse } from '../house.ts'
import { kernelParts } from '../kernel-parts.ts'
import { createServices } from '../services.ts'
import { m } from './messages/index.ts'
import type { Program } from './program.ts'
import { runCommandLine } from './run.ts'

export const testNow = new Date('2026-11-22T03:00:00Z')

/** A program of the kernel alone, and whatever else a test gives it. */
export function testProgram(more: readonly Manifest[] = []): Program {
  const manifests = [...kernelParts, ...more]
  const program: Program = {
    version: '0.0.0-test',
    manifests,
    open: (config, onProgress) => openHouse(config, manifests, onProgress),
    services: (house) =>
      createServices(house, {
        demonstrationBanner: m('mode.demonstration'),
        actorOf: async (_read, personId) => ({ kind: 'person', personId, grants: [] }),
        holdersOf: async () => [],
        mayTransfer: async () => false,
        metrics: createMetrics(),
        schemaIsCurrent: async () => true,
        hasRoom: async () => true,
      }),
    openSite: async (house) => ({
      http: { fetch: async () => new Response(`weft at ${house.config.origin}`) },
      close: () => house.close(),
    }),
    appoint: async (work, services, input) => {
      if (input.role !== 'secretariat') return refuse(422, m('appoint.no-role'))
      const known = await personByEmail(work, input.email)
      if (known)
        return { personId: known.id, email: input.email, registered: false, appointed: false }
      const made = await registerPerson(work, services.identity, {
        name: {
          native: null,
          romanised: input.name,
          passportGiven: null,
          passportFamily: null,
          order: 'given-first',
        },
        email: input.email,
        preferredLanguage: 'en',
        timeZone: 'Asia/Bangkok',
      })
      if ('refusal' in made) return made
      return { personId: made.id, email: input.email, registered: true, appointed: true }
    },
  }
  return program
}

export interface Said {
  code: number
  out: string
  err: string
  json(): { command: string; exitCode: number; lines: string[]; data: Record<string, unknown> }
}

/** Runs one command in a data folder, and gives back what it said. */
export async function say(
  program: Program,
  folder: string,
  args: readonly string[],
  environment: Record<string, string> = {},
  input: Uint8Array = new Uint8Array(),
): Promise<Said> {
  const out = sink()
  const err = sink()
  const code = await runCommandLine(program, {
    args,
    environment: {
      WEFT_DATA: folder,
      WEFT_ORIGIN: 'https://weft.example',
      LANG: 'en_GB.UTF-8',
      ...environment,
    },
    stdin: Readable.from([input]),
    stdout: out.stream,
    stderr: err.stream,
    now: () => testNow,
  })
  return { code, out: out.text(), err: err.text(), json: () => JSON.parse(out.text()) }
}

/** A folder of its own that goes with the test. */
export function scratch(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'weft-cli-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

function sink() {
  let text = ''
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk)
      done()
    },
  })
  return { stream, text: () => text }
}
