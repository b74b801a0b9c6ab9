import assert from 'node:assert/strict'
import { sql } from 'kysely'
import {
  type Actor,
  createWorkRunner,
  type Database,
  isRefused,
  type Refusal,
  type Work,
} from '#kernel/database'
import { appendEntries } from '#kernel/chronicle'
import type { PersonName } from '#kernel/values'
import { testDatabase } from '../../../test/harness/database.ts'
import { argon2Hasher, type PasswordHasher } from './passwords.ts'
import { type Person, registerPerson } from './persons.ts'
import { type StartedSession, startSession } from './sessions.ts'
import type { Device, IdentitySettings, Letter, Perform } from './settings.ts'

const base = await testDatabase([
  { name: 'jobs', directory: new URL('../jobs/migrations/', import.meta.url) },
  { name: 'chronicle', directory: new URL('../chronicle/migrations/', import.meta.url) },
  { name: 'mail', directory: new URL('../mail/migrations/', import.meta.url) },
  { name: 'identity', directory: new URL('migrations/', import.meta.url) },
])

export const start = new Date('2026-11-22T09:00:00Z')
export const device: Device = { label: 'Firefox · Linux', network: '192.0.2.7', lasting: true }
export const goodPassword = 'copper lantern orbit fern'

/** A house with a clock that the test moves, an outbox, and a hasher that counts. */
export interface TestHouse {
  settings: IdentitySettings
  letters: Letter[]
  hashes: { verified: number }
  clock: { now: Date }
  /** Moves the clock on. */
  pass(seconds: number): void
  perform: Perform
  /** Performs as somebody who is signed in. */
  as(personId: string): Perform
  person(email: string, name?: Partial<PersonName>, birthDate?: string | null): Promise<Person>
  session(personId: string): Promise<StartedSession>
  entryTypes(): Promise<string[]>
}

/** Runs a test in a house on a transaction that is rolled back. */
export function inHouse(test: (house: TestHouse) => Promise<void>): () => Promise<void> {
  return () => base.withRollback((_kysely, database) => test(houseOn(database)))
}

/** Runs a test in a house on a database of its own, where transactions commit and race. */
export function inOwnHouse(test: (house: TestHouse) => Promise<void>): () => Promise<void> {
  return async () => {
    const house = houseOn(await base.clone())
    // Connections are opened beforehand, or the first transaction would be over before the second begins.
    const connect = () =>
      house.perform(
        async (work) => void (await sql`select pg_sleep(0.05)`.execute(work.read as never)),
      )
    await Promise.all(Array.from({ length: 4 }, connect))
    await test(house)
  }
}

/** The value, when the verb did not refuse. */
export function accepted<T>(value: T | Refusal): T {
  assert.ok(!isRefused(value), isRefused(value) ? `refused: ${value.message.key}` : '')
  return value as T
}

/** The message key of a refusal, or 'accepted'. */
export function refusalOf(value: unknown): string {
  return isRefused(value) ? value.message.key : 'accepted'
}

function houseOn(database: Database): TestHouse {
  const letters: Letter[] = []
  const hashes = { verified: 0 }
  const clock = { now: start }
  const runner = createWorkRunner(database, {
    append: appendEntries,
    decisions: { can: () => false, scope: () => () => assert.fail('identity asks no policy') },
  })
  const performAs =
    (actor: Actor): Perform =>
    (verb) =>
      runner.perform({ actor, now: clock.now, language: 'en' }, verb)
  const perform = performAs({ kind: 'public' })
  const settings = settingsOf(letters, hashes)
  return {
    settings,
    letters,
    hashes,
    clock,
    pass: (seconds) => {
      clock.now = new Date(clock.now.getTime() + seconds * 1000)
    },
    perform,
    as: (personId) => performAs({ kind: 'person', personId, grants: [] }),
    person: async (email, name = {}, birthDate = null) =>
      accepted(
        await perform((work) =>
          registerPerson(work, settings, {
            name: { ...malee, ...name },
            email,
            emailVerified: true,
            birthDate,
            preferredLanguage: 'th',
            timeZone: 'Asia/Bangkok',
          }),
        ),
      ),
    session: (personId) =>
      perform((work: Work) =>
        startSession(work, { personId, method: 'link', factors: ['email'], device }),
      ),
    entryTypes: async () =>
      (
        await database.execute('select type from chronicle_entries order by recorded_at, id')
      ).rows.map((row) => String(row['type'])),
  }
}

const malee: PersonName = {
  native: 'มาลี ใจดี',
  romanised: 'Malee Jaidee',
  passportGiven: 'Malee',
  passportFamily: 'Jaidee',
  order: 'given-first',
}

function settingsOf(letters: Letter[], hashes: { verified: number }): IdentitySettings {
  return {
    origin: 'test.example',
    siteUrl: new URL('https://weft.example'),
    siteName: 'Weft',
    keys: [Buffer.alloc(32, 7)],
    demonstration: false,
    hasher: counted(argon2Hasher({ memoryKib: 64, passes: 1 }), hashes),
    oidcProviders: [],
    otherServices: [],
    fetch,
    deliver: async (work, letter) => {
      work.afterCommit(() => letters.push(letter))
    },
  }
}

function counted(hasher: PasswordHasher, hashes: { verified: number }): PasswordHasher {
  return {
    ...hasher,
    verify: (password, stored) => {
      hashes.verified += 1
      return hasher.verify(password, stored)
    },
  }
}
