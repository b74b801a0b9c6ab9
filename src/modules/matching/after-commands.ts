import { readFile } from 'node:fs/promises'
import type { CommandResult, LoneCall } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { type Certificate, certificateSchema, verifyCertificate } from './certificate.ts'
import { type Compared, differences, differencesSaid } from './compare.ts'
import { m } from './messages/index.ts'
import { writeRun } from './method-commands.ts'
import { openRun } from './methods/all.ts'
import { repair, repairInputs } from './methods/repair.ts'

const shownDifferences = 50

/** Repairs a stable run after somebody withdrew, and writes the certificate of the repair. */
export async function repairRun(
  { options }: LoneCall,
  file: string,
  name: string,
): Promise<CommandResult> {
  const { out, side: asked } = options
  if (typeof out !== 'string') return ended(2, m('command.repair-usage'))
  const run = await provedRun(file)
  if ('exitCode' in run) return run
  if (!isStableRun(run)) return ended(3, m('repair.kind'))
  const { applicants, places } = run.inputs
  const sides = (['applicant', 'place'] as const).filter((side) =>
    (side === 'applicant' ? applicants : places).some(({ id }) => id === name),
  )
  const side = sides.length === 2 ? sides.find((each) => each === asked) : sides[0]
  if (!side) return ended(3, m(sides.length === 2 ? 'repair.both' : 'repair.unknown', { name }))
  return writeRun(repair, repairInputs(run, { side, id: name }), out)
}

/** Tells in what two runs differ, person by person; both must prove themselves. */
export async function compareRuns(first: string, second: string): Promise<CommandResult> {
  const before = await provedRun(first)
  if ('exitCode' in before) return before
  const after = await provedRun(second)
  if ('exitCode' in after) return after
  const found = differences(before, after)
  return { exitCode: 0, lines: differencesSaid(found, shownDifferences), data: { changed: found } }
}

type StableRun = Parameters<typeof repairInputs>[0]

const isStableRun = (run: object): run is StableRun =>
  certificateSchema.safeParse(run).success || repair.open(run) !== null

/** A run of any method that proves itself, or what the command ends with. */
async function provedRun(
  file: string,
): Promise<CommandResult | (Compared & Pick<Certificate, 'kind'>)> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return ended(2, m('command.no-file', { file }))
  const value = parsed(text)
  const opened = openRun(value)
  if (opened) {
    const found = opened.verify()
    if (found.proved) return opened.run
    return { exitCode: 1, lines: found.says, data: { file, why: found.why } }
  }
  const read = certificateSchema.safeParse(value)
  if (!read.success) return ended(1, m('verify.shape'))
  const found = verifyCertificate(read.data)
  if (found.proved) return read.data
  return ended(
    1,
    m(`verify.${found.why}`, { count: 'blockingPairs' in found ? found.blockingPairs : 0 }),
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function ended(exitCode: number, message: Message): CommandResult {
  return { exitCode, lines: [message], data: { error: message.key, args: message.args } }
}
