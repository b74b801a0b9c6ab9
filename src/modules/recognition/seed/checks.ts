import { randomUUIDv7 } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { isRefused, type Work, type WorkContext } from '#kernel/database'
import { addFile, type ReceivedFile, receiveFile } from '#kernel/files'
import type { Seeding } from '#kernel/http'
import { linesToCheck } from '../queries/transcript-checks.ts'
import { checkTranscript, settleCheck } from '../service/transcript-checks.ts'

/** The picture of an invented transcript on paper, as an office scans it. */
const picture = new URL('./typed-transcript.png', import.meta.url)

/** Stores the picture as an upload is stored. */
export async function receiveScan({ services }: Seeding): Promise<ReceivedFile> {
  const bytes = await readFile(picture)
  const file = await receiveFile(
    services.blobs,
    { name: 'transcript.png', bytes },
    { allow: ['png'], maxBytes: bytes.length, maxPixels: 4_000_000 },
  )
  if (isRefused(file)) throw new Error(`the seeded scan was refused: ${file.message.key}`)
  return file
}

/** Keeps the picture beside a transcript that is typed from it. */
export async function keepScan(
  work: Work,
  { services }: Seeding,
  file: ReceivedFile,
): Promise<string> {
  const owner = {
    ownerKind: 'recognition.transcript',
    ownerId: randomUUIDv7(),
    origin: services.node,
  }
  return (await addFile(work, file, owner)).id
}

/** Somebody else types a transcript again; of its first line they read another mark, and on a second look the first stands. */
export async function seedCheck(
  { runner }: Pick<Seeding, 'runner'>,
  context: WorkContext,
  caseId: string,
): Promise<void> {
  const lines = await linesToCheck(runner.reading(context), caseId)
  const readings = lines.map(({ reading }, place) =>
    place === 0 ? { ...reading, grade: '83' } : reading,
  )
  const checked = await runner.perform(context, (work) =>
    checkTranscript(work, { caseId, readings, isComplete: true }),
  )
  // One that was cut off after this goes on with what differs.
  if (isRefused(checked) && checked.message.key !== 'check.refusal.twice') {
    throw new Error(`a seeded check was refused: ${checked.message.key}`)
  }
  const settled = await runner.perform(context, (work) =>
    settleCheck(work, {
      caseId,
      lines: [
        {
          position: 0,
          stands: 'first',
          other: { credit: null, grade: null },
          reason:
            'The seal covers half of the second digit. Under the lamp it is an 8: the mark is 88.',
        },
      ],
    }),
  )
  if (isRefused(settled) && settled.message.key !== 'check.refusal.settled') {
    throw new Error(`a seeded check was not settled: ${settled.message.key}`)
  }
}
