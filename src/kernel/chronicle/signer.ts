import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto'
import { chmod, link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The public keys by which checkpoints are checked, the old ones too, by their key id. */
export type PublicKeys = ReadonlyMap<string, KeyObject>

/** Signs checkpoints with the node's present Ed25519 key. */
export interface Signer {
  keyId: string
  sign(bytes: Uint8Array): Uint8Array
  publicKeys: PublicKeys
}

/**
 * Opens the keys in the directory, and makes the first one where there is none.
 * Private keys are files that only their owner reads; whoever backs up the data backs this directory up apart from it.
 */
export async function createSigner(directory: string): Promise<Signer> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  if ((await currentKeyId(directory)) === null) {
    const keyId = await makeKey(directory)
    await claimFirst(directory, keyId)
  }
  return openSigner(directory)
}

/** Makes a new key and signs with it from now on. The old public keys stay, so that old checkpoints still prove themselves. */
export async function rotateKey(directory: string): Promise<Signer> {
  const keyId = await makeKey(directory)
  const temporary = join(directory, `current.${keyId}`)
  await writeFile(temporary, keyId, { mode: 0o600 })
  await rename(temporary, join(directory, 'current'))
  return openSigner(directory)
}

/** The public keys of a directory, for a verifier that must not see a private one. */
export async function readPublicKeys(directory: string): Promise<PublicKeys> {
  const keys = new Map<string, KeyObject>()
  for (const name of (await readdir(directory)).sort()) {
    if (!name.endsWith('.public.pem')) continue
    const text = await readIfThere(join(directory, name))
    if (text === null) continue
    const key = createPublicKey(text)
    keys.set(keyIdOf(key), key)
  }
  return keys
}

/** A key's id: the first 16 hexadecimal digits of the SHA-256 of its SPKI encoding. */
export function keyIdOf(key: KeyObject): string {
  const spki = key.export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(spki).digest('hex').slice(0, 16)
}

async function openSigner(directory: string): Promise<Signer> {
  const keyId = await currentKeyId(directory)
  if (keyId === null) throw new Error(`No chronicle key in ${directory}`)
  const path = join(directory, `${keyId}.private.pem`)
  const key = createPrivateKey(await readFile(path, 'utf8'))
  return {
    keyId,
    sign: (bytes) => sign(null, bytes, key),
    publicKeys: await readPublicKeys(directory),
  }
}

async function currentKeyId(directory: string): Promise<string | null> {
  return (await readIfThere(join(directory, 'current')))?.trim() ?? null
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function makeKey(directory: string): Promise<string> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const keyId = keyIdOf(publicKey)
  const secret = join(directory, `${keyId}.private.pem`)
  const text = privateKey.export({ type: 'pkcs8', format: 'pem' })
  await writeFile(secret, text, { mode: 0o600, flag: 'wx', flush: true })
  await chmod(secret, 0o600)
  const open = publicKey.export({ type: 'spki', format: 'pem' })
  const unfinished = join(directory, `${keyId}.unfinished`)
  await writeFile(unfinished, open, { flag: 'wx', flush: true })
  await rename(unfinished, join(directory, `${keyId}.public.pem`))
  return keyId
}

/** Of several processes that start first at once, one gives the key; linking fails for the others, who then use it. */
async function claimFirst(directory: string, keyId: string): Promise<void> {
  const temporary = join(directory, `current.${keyId}`)
  await writeFile(temporary, keyId, { mode: 0o600, flush: true })
  try {
    await link(temporary, join(directory, 'current'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    await rm(join(directory, `${keyId}.private.pem`))
    await rm(join(directory, `${keyId}.public.pem`))
  } finally {
    await rm(temporary)
  }
}
