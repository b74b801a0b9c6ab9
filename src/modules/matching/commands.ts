import { access, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { isRefused } from '#kernel/database'
import type { CommandResult, LoneCall, LoneCommand } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { compareRuns, repairRun } from './after-commands.ts'
import { mentorShortageIn } from './aside/mentor-shortage.ts'
import { matchDetails } from './command-help.ts'
import {
  type Certificate,
  certificateSchema,
  runRound,
  type Verification,
  verifyCertificate,
} from './certificate.ts'
import { explain, lotOf } from './explain.ts'
import {
  featuresOf,
  type ListSource,
  type ListsRead,
  readLists,
  roundOf,
} from './formats/round-check.ts'
import { type MentorListsRead, readMentorLists } from './formats/mentor-check.ts'
import { mentorInputsFor } from './formats/mentor-inputs.ts'
import { inputsFor } from './formats/round-inputs.ts'
import type { ListFault } from './formats/round-lists.ts'
import { m } from './messages/index.ts'
import { explained, runMethod, verified, writeNew, writeRun } from './method-commands.ts'
import { methods, openRun } from './methods/all.ts'
import type { Method, Opened } from './methods/method.ts'
import {
  hindrance,
  isMentorMethod,
  type MentorMethod,
  type PlaceMethod,
  placeMethods,
} from './rules/round-methods.ts'
import type { Side } from './rules/sides.ts'
import { findShortage, shortageSaid } from './shortage.ts'

const shownFaults = 20

/** Runs a matching round from two spreadsheets, and proves anybody's. */
export const match: LoneCommand = {
  name: 'match',
  usage:
    'run APPLICANTS PLACES [FURTHER] --seed TEXT --out FILE [--method NAME] | verify FILE | why FILE APPLICANT PLACE | repair FILE NAME --out FILE | compare FILE FILE | shortage APPLICANTS PLACES | shortage STUDENTS MENTORS [PAIRS] --method NAME',
  summary: m('command.summary'),
  options: {
    seed: { kind: 'text', summary: m('command.seed') },
    out: { kind: 'text', summary: m('command.out') },
    method: { kind: 'text', summary: m('command.method') },
    side: { kind: 'text', summary: m('command.side') },
  },
  details: matchDetails,
  async alone(call) {
    const [verb, ...files] = call.words
    if (verb === 'run' && call.options['method'] !== undefined) return runNamed(call, files)
    if (verb === 'run' && files.length === 2) return run(call, files[0]!, files[1]!)
    if (verb === 'verify' && files.length === 1) return verify(files[0]!)
    if (verb === 'why' && files.length === 3) return why(files[0]!, files[1]!, files[2]!)
    if (verb === 'shortage') return shortage(call, files)
    if (verb === 'repair' && files.length === 2) return repairRun(call, files[0]!, files[1]!)
    if (verb === 'compare' && files.length === 2) return compareRuns(files[0]!, files[1]!)
    const isAfter = verb === 'repair' || verb === 'compare'
    return ended(2, m(isAfter ? 'command.repair-usage' : 'command.usage'))
  },
}

async function runNamed(call: LoneCall, files: readonly string[]): Promise<CommandResult> {
  const { seed, out, method: asked } = call.options
  if (asked === 'lottery' && files.length === 2) return run(call, files[0]!, files[1]!)
  const method = methods.find(({ name }) => name === asked)
  if (!method) {
    const names = ['lottery', ...methods.map(({ name }) => name)].join(', ')
    return ended(2, m('command.no-method', { names }))
  }
  const ofLists = placeMethods.find((name) => name === method.name)
  const ofMentors = isMentorMethod(method.name) ? method.name : null
  const isOfLists = ofLists !== undefined || ofMentors !== null
  const isFit = files.length === method.files || (isOfLists && files.length === 2)
  if (typeof seed !== 'string' || typeof out !== 'string' || !isFit) {
    return ended(2, m('command.method-usage', { name: method.name, count: method.files }))
  }
  if (ofLists === 'couples-uncertified') {
    const read = await readBoth(files[0]!, files[1]!, files[2])
    return 'exitCode' in read ? read : runLists(method, ofLists, read, { seed, out })
  }
  if (ofLists && files.length === 2) {
    const read = await readBoth(files[0]!, files[1]!)
    // The layout without column names writes reserves beside the seats, and groups in the second column.
    const isPlain = ofLists === 'reserves' && ('exitCode' in read || !featuresOf(read).reserves)
    if (!isPlain) return 'exitCode' in read ? read : runLists(method, ofLists, read, { seed, out })
  }
  if (ofMentors && files.length === 2) return runMentorLists(method, ofMentors, files, out)
  return runMethod(method, files, seed, out)
}

/** Runs a round that gives mentors over two lists with column names, as a page does. */
async function runMentorLists(
  method: Method,
  name: MentorMethod,
  [first, second]: readonly string[],
  out: string,
): Promise<CommandResult> {
  const read = await readMentors(first!, second!)
  if ('exitCode' in read) return read
  const inputs = mentorInputsFor(name, read)
  return isRefused(inputs) ? ended(3, inputs.message) : writeRun(method, inputs, out)
}

/** Runs a method over the two lists, as a page does. */
async function runLists(
  method: Method,
  name: PlaceMethod,
  read: ListsRead,
  { seed, out }: { seed: string; out: string },
): Promise<CommandResult> {
  const inputs = inputsFor(name, read, seed)
  return isRefused(inputs) ? ended(3, inputs.message) : writeRun(method, inputs, out)
}

async function run(call: LoneCall, first: string, second: string): Promise<CommandResult> {
  const { seed, out } = call.options
  if (typeof seed !== 'string' || typeof out !== 'string') return ended(2, m('command.usage'))
  const read = await readBoth(first, second)
  if ('exitCode' in read) return read
  const hindered = hindrance('lottery', featuresOf(read))
  if (hindered) return ended(3, m(`method.hindrance.${hindered}`))
  const certificate = runRound(roundOf(read, seed))
  const proof = verifyCertificate(certificate)
  if (!proof.proved) throw new Error(`a run that its own check refuses: ${proof.why}`)
  const isWritten = await writeNew(out, certificate)
  if (!isWritten) return ended(3, m('command.file-there', { file: out }))
  return {
    exitCode: 0,
    lines: [
      m('command.matched', { matched: proof.matched, applicants: proof.applicants }),
      ...choicesLines(certificate),
      m('command.proved'),
      m('command.written', { file: out }),
    ],
    data: { ...proof, inputsSha256: certificate.inputsSha256, choices: choicesGiven(certificate) },
  }
}

/** Says why not everybody can have a place, and the fewest seats that would help. */
async function shortage(call: LoneCall, files: readonly string[]): Promise<CommandResult> {
  const asked = call.options['method']
  if (typeof asked === 'string' && isMentorMethod(asked) && [2, 3].includes(files.length)) {
    return shortageOfMentors(asked, files)
  }
  if (asked !== undefined || files.length !== 2) return ended(2, m('command.shortage-usage'))
  const read = await readBoth(files[0]!, files[1]!)
  if ('exitCode' in read) return read
  const found = findShortage(roundOf(read, 'shortage'))
  const isNone = found.nowhere.length === 0 && found.bottlenecks.length === 0
  return { exitCode: isNone ? 0 : 1, lines: shortageSaid(found), data: found }
}

/** The same for lists of students and mentors, and of pairs beside them. */
async function shortageOfMentors(
  name: MentorMethod,
  [first, second, third]: readonly string[],
): Promise<CommandResult> {
  const read = await readMentors(first!, second!, third)
  if ('exitCode' in read) return read
  const inputs = mentorInputsFor(name, read)
  if (isRefused(inputs)) return ended(3, inputs.message)
  const missing = mentorShortageIn(inputs)
  return {
    exitCode: missing.length === 0 ? 0 : 1,
    lines: missing.length === 0 ? [m('shortage.mentor-none')] : missing,
    data: { missing: missing.map(({ key, args }) => ({ missing: key, ...args })) },
  }
}

/** Sound lists of students and mentors, and of pairs where there is one, or what the command ends with. */
async function readMentors(
  first: string,
  second: string,
  third?: string,
): Promise<CommandResult | MentorListsRead> {
  const missing = await noFile([first, second, ...(third === undefined ? [] : [third])])
  if (missing) return missing
  const read = await readMentorLists({
    applicants: await sourceAt(first),
    places: await sourceAt(second),
    ...(third === undefined ? {} : { pairs: await sourceAt(third) }),
  })
  if (isRefused(read)) return ended(3, read.message)
  const files = { applicants: first, places: second, ...(third ? { pairs: third } : {}) }
  return read.faults.length > 0 ? refused(read.faults, files) : read
}

/** What the command ends with where a file is not there. */
async function noFile(files: readonly string[]): Promise<CommandResult | null> {
  for (const file of files) {
    const isThere = await access(file).then(
      () => true,
      () => false,
    )
    if (!isThere) return ended(2, m('command.no-file', { file }))
  }
  return null
}

/** Two sound lists, and one of couples where there is one, or what the command ends with. */
async function readBoth(
  first: string,
  second: string,
  third?: string,
): Promise<CommandResult | ListsRead> {
  const files = { applicants: first, places: second, ...(third ? { pairs: third } : {}) }
  const missing = await noFile(Object.values(files))
  if (missing) return missing
  const read = await readLists({
    applicants: await sourceAt(first),
    places: await sourceAt(second),
    ...(third ? { pairs: await sourceAt(third) } : {}),
  })
  if (isRefused(read)) return ended(3, read.message)
  return read.faults.length > 0 ? refused(read.faults, files) : read
}

/** How many got their first choice, their second, and so on. */
function choicesGiven({ inputs, result }: Certificate): number[] {
  const counts: number[] = []
  for (const [applicant, place] of result.entries()) {
    if (place === null) continue
    const choice = inputs.applicants[applicant]!.choices.indexOf(place)
    while (counts.length <= choice) counts.push(0)
    counts[choice]! += 1
  }
  return counts
}

function choicesLines(certificate: Certificate): Message[] {
  return choicesGiven(certificate).flatMap((count, choice) =>
    count > 0 ? [m('command.choice', { choice: choice + 1, count })] : [],
  )
}

async function sourceAt(path: string): Promise<ListSource> {
  return { bytes: await readFile(path), name: basename(path), reading: null, sheet: null }
}

/** The same faults as on the page of a round: by file, with the row and the way to mend it. */
function refused(
  faults: readonly ListFault[],
  files: Readonly<Partial<Record<Side, string>>>,
): CommandResult {
  const lines = faults.slice(0, shownFaults).map(({ side, fault, row, of, name }) =>
    m('command.fault-at', {
      file: basename(files[side] ?? ''),
      what: m(`fault.${fault}`, { row, of, name }),
    }),
  )
  const rest = faults.length - lines.length
  return {
    exitCode: 3,
    lines: [...lines, ...(rest > 0 ? [m('command.more', { count: rest })] : [])],
    data: { faults: faults.map((each) => ({ ...each, file: files[each.side] })) },
  }
}

type Proof = Extract<Verification, { proved: true }>

/** A certificate that proves itself, one of another method unproved, or what the command ends with. */
async function proved(
  file: string,
): Promise<CommandResult | { certificate: Certificate; proof: Proof } | { opened: Opened }> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return ended(2, m('command.no-file', { file }))
  const value = parsed(text)
  const opened = openRun(value)
  if (opened) return { opened }
  const read = certificateSchema.safeParse(value)
  if (!read.success) return ended(1, m('verify.shape'))
  const proof = verifyCertificate(read.data)
  if (proof.proved) return { certificate: read.data, proof }
  const count = 'blockingPairs' in proof ? proof.blockingPairs : 0
  return { exitCode: 1, lines: [m(`verify.${proof.why}`, { count })], data: proof }
}

/** Explains only what is proved: a changed certificate would explain nothing. */
async function why(file: string, applicant: string, place: string): Promise<CommandResult> {
  const found = await proved(file)
  if ('opened' in found) return explained(found.opened, applicant, place)
  if (!('certificate' in found)) return found
  const explanation = explain(found.certificate, applicant, place)
  const { why: key, ...figures } = explanation
  const seatsMore = 'seatsMore' in explanation ? explanation.seatsMore : null
  const args = { ...figures, seatsMore: seatsMore ?? 0, applicant, place }
  const lines = [m(`why.${key}`, args)]
  if (key === 'lottery') lines.push(m('why.lot', { lot: lotOf(found.certificate, applicant) }))
  if (seatsMore !== null) lines.push(m('why.seats-more', { count: seatsMore }))
  return { exitCode: key === 'unknown' ? 3 : 0, lines, data: explanation }
}

async function verify(file: string): Promise<CommandResult> {
  const found = await proved(file)
  if ('opened' in found) return verified(found.opened)
  if (!('certificate' in found)) return found
  const { matched, applicants } = found.proof
  const lines = [m('command.matched', { matched, applicants }), m('command.proved')]
  return { exitCode: 0, lines, data: found.proof }
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
