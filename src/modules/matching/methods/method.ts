import { z } from 'zod'
import type { Refusal } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { hashOf } from '../certificate.ts'
import { m } from '../messages/index.ts'
import { type Round, type RoundFault, roundFaults } from '../rules/round.ts'

/** Names and seeds may be so long, in UTF-16 units. */
const longest = 200

export const name = z.string().min(1).max(longest)
export const names = z.array(name).readonly()
/** Groups of equals, the best first. */
export const groups = z.array(names).readonly()
export const seedText = name
export const placeInput = z.object({
  id: name,
  seats: z.number().int(),
  ranking: groups.nullable(),
})

/** What every certificate of a run has beside its inputs and its proof. */
export const envelope = {
  kind: z.literal('weft.matching.run'),
  version: z.literal(1),
  /** SHA-256 over the canonical JSON (RFC 8785) of `inputs`. */
  inputsSha256: z.string(),
}

/** A run of any method: who asked, who got what (in the order of the inputs), and what is guaranteed. */
export interface Certified {
  kind: 'weft.matching.run'
  version: 1
  algorithm: string
  /** What is promised of every result of the algorithm; what can be proved of this one, the check proves. */
  guarantee: string
  inputs: { applicants: readonly { id: string }[] }
  inputsSha256: string
  result: readonly (string | null)[]
}

/** What a check found: the proof in sentences, or why there is none. */
export type Verified =
  | { proved: true; applicants: number; matched: number; says: Message[] }
  | { proved: false; why: string; says: Message[] }

/** What a method is made of: `Run` is the type of its certificates. */
interface Parts<Run extends Certified> {
  /** As it is typed after `--method`. */
  name: string
  /** How many tables it reads. */
  files: number
  algorithm: Run['algorithm']
  guarantee: Run['guarantee']
  schema: z.ZodType<Run>
  /** Null where it starts from another run instead of tables. */
  read: ((files: readonly string[], seed: string) => Promise<Refusal | Run['inputs']>) | null
  /** Everything that is wrong in the inputs, as sentences; nothing else is called with faulty inputs. */
  faults(inputs: Run['inputs']): Message[]
  run(
    inputs: Run['inputs'],
  ): Omit<Run, keyof typeof envelope | 'algorithm' | 'guarantee' | 'inputs'>
  /** A better way that may find nothing (null), for methods whose `run` is not the best there is. */
  better?: {
    algorithm: Run['algorithm']
    run(
      inputs: Run['inputs'],
    ): Promise<Omit<Run, keyof typeof envelope | 'algorithm' | 'guarantee' | 'inputs'> | null>
  }
  /** Proves the result from the inputs alone, with nothing of the solver. */
  check(run: Run): Verified
  explain(run: Run, applicant: string, place: string): Message[]
}

/** A run that was read: its check, and answers to "why?". */
export interface Opened<Run extends Certified = Certified> {
  /** The name of the method. */
  method: string
  run: Run
  verify(): Verified
  explain(applicant: string, place: string): Message[]
}

/** A way to match: reads its tables, runs, and opens the certificates of its runs. */
export interface Method<Run extends Certified = Certified> {
  name: string
  files: number
  read: ((files: readonly string[], seed: string) => Promise<Refusal | Certified['inputs']>) | null
  faults(inputs: Certified['inputs']): Message[]
  run(inputs: Certified['inputs']): Certified
  /** The same by the better way where the method has one and it finds something. */
  runBest(inputs: Certified['inputs']): Promise<Certified>
  /** Null where the value is no certificate of this method. */
  open(value: unknown): Opened<Run> | null
}

/** Joins the parts of a method: the hash of the inputs is made and proved here, for all alike. */
export function method<Run extends Certified>(parts: Parts<Run>): Method<Run> {
  const { algorithm, guarantee, schema } = parts
  const made = (inputs: object, by: Run['algorithm'], result: object): Run => {
    const head = { kind: 'weft.matching.run', version: 1, algorithm: by, guarantee, inputs }
    const run = schema.parse({ ...head, inputsSha256: '', ...result })
    return { ...run, inputsSha256: hashOf(run.inputs) }
  }
  const open = (run: Run): Opened<Run> => ({
    method: parts.name,
    run,
    verify: () => verify(parts, run),
    explain: (applicant, place) => parts.explain(run, applicant, place),
  })
  return {
    name: parts.name,
    files: parts.files,
    read: parts.read,
    faults(inputs) {
      const found = parts.faults(inputs)
      return found.length > 0 ? found : longTexts(inputs)
    },
    run: (inputs) => made(inputs, algorithm, parts.run(inputs)),
    async runBest(inputs) {
      const better = await parts.better?.run(inputs)
      return better
        ? made(inputs, parts.better!.algorithm, better)
        : made(inputs, algorithm, parts.run(inputs))
    },
    open(value) {
      const read = schema.safeParse(value)
      return read.success ? open(read.data) : null
    },
  }
}

function verify<Run extends Certified>(parts: Parts<Run>, run: Run): Verified {
  if (parts.faults(run.inputs).length > 0) return unproved('inputs')
  if (hashOf(run.inputs) !== run.inputsSha256) return unproved('hash')
  if (run.result.length !== run.inputs.applicants.length) return unproved('result')
  return parts.check(run)
}

/** Texts that no certificate takes, because they are empty or too long, wherever they stand in the inputs. */
function longTexts(value: unknown): Message[] {
  if (typeof value === 'string') {
    if (value.length > longest) return [m('input.long', { text: value.slice(0, 40), longest })]
    return value === '' ? [m('input.empty')] : []
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(longTexts)
}

/** Not proved, for a reason that every method knows. */
export function unproved(
  why: 'inputs' | 'hash' | 'result' | 'unstable' | 'not-best',
  count = 0,
): Verified {
  return { proved: false, why, says: [m(`verify.${why}`, { count })] }
}

/** Proved; `says` what exactly. */
export function proved(result: readonly unknown[], says: Message[]): Verified {
  const matched = result.filter((place) => place !== null).length
  const applicants = result.length
  return {
    proved: true,
    applicants,
    matched,
    says: [m('command.matched', { matched, applicants }), ...says],
  }
}

/** The faults of a round as sentences, for methods whose inputs are read as one. */
export function roundFaultsSaid(round: Round): Message[] {
  return roundFaults(round).map(faultSaid)
}

function faultSaid({ fault, of, name }: RoundFault): Message {
  return m(`input.${fault}`, { of, name })
}

/** Positions in the own lists, or null where somebody was given a place that they did not ask for. */
export function positionsOf(
  applicants: readonly { choices: readonly string[] }[],
  result: readonly (string | null)[],
): Int32Array | null {
  const positions = new Int32Array(result.length)
  for (const [who, place] of result.entries()) {
    const position = place === null ? -1 : applicants[who]!.choices.indexOf(place)
    if (place !== null && position < 0) return null
    positions[who] = position
  }
  return positions
}
