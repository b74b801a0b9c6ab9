import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createPolicy, type Policy } from '#kernel/access'
import { createAppend, createSigner, type Signer } from '#kernel/chronicle'
import {
  createWorkRunner,
  type Database,
  migrate,
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
  const signer = await createSigner(join(config.dataDirectory, 'keys'))
  const database = await openDatabase({
    dataDirectory: config.dataDirectory,
    poolSize: config.poolSize,
    ...(config.databaseUrl ? { url: config.databaseUrl } : {}),
  })
  try {
    const sources = manifests.flatMap(({ name, migrations }) =>
      migrations ? [{ name, directory: migrations }] : [],
    )
    await migrate(database, sources, { onProgress })
    const policy = createPolicy(manifests.flatMap((manifest) => manifest.rules))
    const translator = createTranslator(manifests.flatMap((manifest) => manifest.messages))
    const append = createAppend(config.node)
    const runner = createWorkRunner(database, { append, decisions: policy })
    return {
      config,
      manifests,
      database,
      runner,
      policy,
      translator,
      signer,
      secret,
      close: () => database.close(),
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** The node's own secret: given by the environment, or made at the first start and kept beside the data. */
async function readSecret(config: Config): Promise<Uint8Array> {
  if (config.secret !== null) return Buffer.from(config.secret, 'utf8')
  const directory = join(config.dataDirectory, 'keys')
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const file = join(directory, 'secret')
  try {
    await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return Buffer.from((await readFile(file, 'utf8')).trim(), 'utf8')
}
