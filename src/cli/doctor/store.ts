import { createHash } from 'node:crypto'
import { hostname } from 'node:os'
import { isRefused } from '#kernel/database'
import { type BlobStore, s3BlobStore, StoreAnswerError } from '#kernel/files'
import type { Config } from '../../config.ts'
import { m } from '../messages/index.ts'
import { causeOf, type Finding, ok, problem } from './finding.ts'

const patienceMilliseconds = 5000

/** Answers of 403 that say that the key itself is wrong, rather than that it may not do something. */
const wrongKey = new Set(['InvalidAccessKeyId', 'SignatureDoesNotMatch', 'RequestTimeTooSkewed'])

/** What became of one thing that was tried. */
type Outcome = { done: true } | { done: false; error: unknown }

/**
 * The S3-compatible store: has the bucket, and lets the key do all that Weft does, tried with a file that is removed
 * again. It is named by the machine, so that where it may not be removed one stays and not one of each time.
 */
export async function checkStore(config: Config): Promise<Finding[]> {
  if (config.s3 === null) return [ok('files', m('doctor.files.disk'))]
  const { bucket } = config.s3
  const store = s3BlobStore({ ...config.s3, silenceMs: patienceMilliseconds })
  const lacking: string[] = []
  for await (const [right, outcome] of tried(store)) {
    if (outcome.done) continue
    const { error } = outcome
    if (error instanceof StoreAnswerError) {
      if (right === 's3:ListBucket' && error.status === 404) {
        return [problem('files', m('doctor.files.no-bucket', { bucket }), m('doctor.files.advice'))]
      }
      if (error.status === 403 && !wrongKey.has(error.reason ?? '')) {
        lacking.push(right)
        continue
      }
    }
    const says = m('doctor.files.s3-failed', { bucket, detail: `${right}: ${detailOf(error)}` })
    return [problem('files', says, m('variable.WEFT_S3_ENDPOINT'))]
  }
  if (lacking.length === 0) return [ok('files', m('doctor.files.s3', { bucket }))]
  const says = m('doctor.files.rights', { bucket, rights: lacking.join(', ') })
  return [problem('files', says, m('doctor.files.advice'))]
}

/** Each right with what came of using it. What was not put can neither be read nor removed; what cannot be read, neither. */
async function* tried(store: BlobStore): AsyncGenerator<[right: string, Outcome]> {
  yield ['s3:ListBucket', await outcomeOf(() => store.list()[Symbol.asyncIterator]().next())]
  const probe = Buffer.from(`weft doctor, ${hostname()}\n`)
  const sha256 = createHash('sha256').update(probe).digest('hex')
  const put = await outcomeOf(() => putWhole(store, probe))
  yield ['s3:PutObject', put]
  if (!put.done) return
  const got = await outcomeOf(() => readWhole(store, sha256))
  yield ['s3:GetObject', got]
  if (!got.done) return
  yield ['s3:DeleteObject', await outcomeOf(() => store.remove(sha256))]
}

async function putWhole(store: BlobStore, bytes: Uint8Array): Promise<void> {
  const put = await store.put(bytes)
  if (isRefused(put)) throw new StoreAnswerError('PUT', put.status, 'StorageFull')
}

async function readWhole(store: BlobStore, sha256: string): Promise<void> {
  const stream = await store.get(sha256)
  if (stream === null) throw new StoreAnswerError('GET', 404, null)
  await stream.pipeTo(new WritableStream())
}

async function outcomeOf(run: () => Promise<unknown>): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    const error = Object.assign(new Error(), { code: 'ETIMEDOUT' })
    timer = setTimeout(() => reject(error), patienceMilliseconds)
  })
  try {
    await Promise.race([run(), late])
    return { done: true }
  } catch (error) {
    return { done: false, error }
  } finally {
    clearTimeout(timer)
  }
}

function detailOf(error: unknown): string {
  return error instanceof StoreAnswerError
    ? [error.status, error.reason].filter(Boolean).join(' ')
    : causeOf(error)
}
