import { readFile } from 'node:fs/promises'
import type { CommandResult, LoneCall } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { type Compared, differences, differencesSaid } from './compare.ts'
import { m } from './messages/index.ts'
import { writeRun } from './method-commands.ts'
import { openCertificate } from './methods/all.ts'
import type { Opened } from './methods/method.ts'
import { repairOf } from './methods/repairs.ts'

const shownDifferences = 50

/** Repairs a stable run after somebody withdrew, and writes the certificate of the repair. */
export async function repairRun(
  { options }: LoneCall,
  file: string,
  name: string,
): Promise<CommandResult> {
  const { out, side: asked } = options
  if (typeof out !== 'string') return ended(2, m('command.repair-usage'))
  const opened = await provedRun(file)
  if ('exitCode' in opened) return opened
  const { applicants, places = [], mentors = places } = opened.run.inputs as Named
  const sides = (['applicant', 'place'] as const).filter((side) =>
    (side === 'applicant' ? applicants : mentors).some(({ id }) => id === name),
  )
  const side = sides.length === 2 ? sides.find((each) => each === asked) : sides[0]
  if (!side) return ended(3, m(sides.length === 2 ? 'repair.both' : 'repair.unknown', { name }))
  const found = repairOf(opened, { side, id: name })
  return found ? writeRun(found.method, found.inputs, out) : ended(3, m('repair.kind'))
}

/** Tells in what two runs differ, person by person; both must prove themselves. */
export async function compareRuns(first: string, second: string): Promise<CommandResult> {
  const before = await provedRun(first)
  if ('exitCode' in before) return before
  const after = await provedRun(second)
  if ('exitCode' in after) return after
  const found = differences(before.run as Compared, after.run as Compared)
  return { exitCode: 0, lines: differencesSaid(found, shownDifferences), data: { changed: found } }
}

interface Named {
  applicants: readonly { id: string }[]
  places?: readonly { id: string }[]
  mentors?: readonly { id: string }[]
}

/** A run of any method that proves itself, or what the command ends with. */
async function provedRun(file: string): Promise<CommandResult | Opened> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return ended(2, m('command.no-file', { file }))
  const opened = openCertificate(parsed(text))
  if (!opened) return ended(1, m('verify.shape'))
  const found = opened.verify()
  return found.proved ? opened : { exitCode: 1, lines: found.says, data: { file, why: found.why } }
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
