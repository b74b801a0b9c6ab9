import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createPolicy, type Policy } from '#kernel/access'
import { createAppend, createSigner, type Signer } from '#kernel/chronicle'
import {
  type Committed,
  createWorkRunner,
  type Database,
  type DatabaseConfig,
  migrate,
  type MigrationSource,
  openDatabase,
  type WorkRunner,
} from '#kernel/database'
import type { Manifest } from '#kernel/http'
import { createTranslator, type Translator } from '#kernel/messages'
import type { Config } from './config.ts'

/** The running house without its door: database, rules, texts. Commands use it as it is; the server adds HTTP. */
export interface House {
  config: Config
  manifests: readonly Manifest[]
  database: Database
  runner: WorkRunner
  policy: Policy
  translator: Translator
  signer: Signer
  /** Has a listener told of every commit that wrote something in this process, until it takes itself off. */
  onCommit(listener: (what: Committed) => void): () => void
  /** Signs form tokens and seals second factors; 32 bytes or more. */
  secret: Uint8Array
  close(): Promise<void>
}

/** Opens the data folder and the database, brings the tables up to date, and joins the modules' rules and texts. */
export async function openHouse(
  config: Config,
  manifests: readonly Manifest[],
  onProgress: (step: string, done: number, total: number) => void = () => {},
): Promise<House> {
  await mkdir(config.dataDirectory, { recursive: true, mode: 0o700 })
  const secret = await readSecret(config)
  const signer = await createSigner(keysFolder(config))
  const database = await connect(config)
  try {
    await migrate(database, migrationSources(manifests), { onProgress })
    return joinHouse({ config, manifests, database, signer, secret })
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Joins the modules' rules and texts on a database whose tables are up to date. */
export function joinHouse(
  parts: Pick<House, 'config' | 'manifests' | 'database' | 'signer' | 'secret'>,
): House {
  const { config, manifests, database } = parts
  const policy = createPolicy(manifests.flatMap((manifest) => manifest.rules))
  const listeners = new Set<(what: Committed) => void>()
  return {
    ...parts,
    policy,
    runner: createWorkRunner(database, {
      append: createAppend(config.node),
      decisions: policy,
      committed: (what) => listeners.forEach((listener) => listener(what)),
    }),
    translator: createTranslator(manifests.flatMap((manifest) => manifest.messages)),
    onCommit(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: () => database.close(),
  }
}

/** Opens the database as it is, without bringing its tables up to date. */
export function connect(config: Config): Promise<Database> {
  return openDatabase(databaseConfig(config))
}

/** Where the configuration says that the database is. */
export function databaseConfig(config: Config): DatabaseConfig {
  return {
    dataDirectory: config.dataDirectory,
    poolSize: config.poolSize,
    ...(config.databaseUrl ? { url: config.databaseUrl } : {}),
  }
}

/** The migrations of everything that stands in the house. */
export function migrationSources(manifests: readonly Manifest[]): MigrationSource[] {
  return manifests.flatMap(({ name, migrations }) =>
    migrations ? [{ name, directory: migrations }] : [],
  )
}

/** Where the keys of this node are: the chronicle's and its own secret. */
export function keysFolder(config: Config): string {
  return join(config.dataDirectory, 'keys')
}

/** Where uploaded files are, unless they are in an S3-compatible store. */
export function filesFolder(config: Config): string {
  return join(config.dataDirectory, 'files')
}

/** The node's own secret: given by the environment, or made at the first start and kept beside the data. */
async function readSecret(config: Config): Promise<Uint8Array> {
  if (config.secret !== null) return Buffer.from(config.secret, 'utf8')
  const directory = keysFolder(config)
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const file = join(directory, 'secret')
  try {
    await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return Buffer.from((await readFile(file, 'utf8')).trim(), 'utf8')
}
