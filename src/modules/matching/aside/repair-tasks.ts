import { createHash } from 'node:crypto'
import { canonicalJson } from '#kernel/chronicle'
import { refuse, type Refusal } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { type Compared, differences } from '../compare.ts'
import { m } from '../messages/index.ts'
import { openCertificate, runBy } from '../methods/all.ts'
import type { Certified } from '../methods/method.ts'
import { isLeastRepair, repairOf } from '../methods/repairs.ts'
import type { Couple } from '../rules/couples.ts'
import type { Withdrawn } from '../rules/repair.ts'
import { roundMethods } from '../rules/round-methods.ts'
import { viewOf } from '../rules/run-view.ts'
import { certificateOf } from './round-tasks.ts'

/** Changes that a page shows; the count tells of all. */
const mostChanges = 500

/** What would become of a run if somebody dropped out. */
export interface Tried {
  withdrawn: Withdrawn
  /** The change is proved to be the `least` of its kind; or `near`, the least of what was tried; else the round is matched `anew`. */
  change: 'least' | 'near' | 'anew'
  says: Message[]
  /** Everybody else who would have something else, with the names of places. */
  changes: { code: string; before: string | null; after: string | null }[]
  changed: number
  inputs: Uint8Array
  sha256: string
}

/** Tries what happens without an applicant or a place, from the certificate alone; for `asideTask`. */
export async function tryWithout(input: {
  bytes: Uint8Array
  who: { side: 'applicant'; code: string } | { side: 'place'; number: number }
}): Promise<Tried | Refusal> {
  const opened = certificateOf(input.bytes)
  if (!opened?.verify().proved) return refuse(409, m('run.refusal.not-proved'))
  const round = viewOf(opened.run.inputs)
  const { who } = input
  const id =
    who.side === 'applicant'
      ? round.applicants.find((each) => each.id === who.code)?.id
      : round.places[who.number]?.id
  if (id === undefined) return refuse(404, m('withdrawal.unknown'))
  const withdrawn: Withdrawn = { side: who.side, id }
  const repair = repairOf(opened, withdrawn)
  const method = roundMethods.find((each) => each === opened.method)
  if (isOfCouple(opened.run.inputs, withdrawn)) return refuse(409, m('withdrawal.of-couple'))
  if (!repair && !method) return refuse(409, m('repair.kind'))
  const inputs = repair?.inputs ?? inputsWithout(opened.run.inputs, withdrawn)
  const [fault] = repair?.method.faults(inputs) ?? []
  if (fault) return refuse(422, fault)
  // What is shown is what will be frozen: it proves itself as a run does.
  const after = openCertificate(await runBy(method ?? 'lottery', inputs))
  const proof = after?.verify()
  if (!after || !proof?.proved) throw new Error('a repair that its own check refuses')
  const found = differences(opened.run as Compared, after.run as Compared).filter(
    ({ applicant }) => !(withdrawn.side === 'applicant' && applicant === withdrawn.id),
  )
  const bytes = new TextEncoder().encode(canonicalJson(after.run.inputs))
  return {
    withdrawn,
    change: repair ? (isLeastRepair(repair) ? 'least' : 'near') : 'anew',
    says: proof.says,
    changes: found
      .slice(0, mostChanges)
      .map(({ applicant, before, after: now }) => ({ code: applicant, before, after: now })),
    changed: found.length,
    inputs: bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}

interface AnyInputs {
  applicants: readonly { id: string; choices: readonly (string | readonly string[])[] }[]
  couples?: readonly Couple[]
}

/** What the other of a couple would wish for alone stands in no list: nobody but they can say it. */
function isOfCouple(inputs: Certified['inputs'], { side, id }: Withdrawn): boolean {
  const { couples = [] } = inputs as AnyInputs
  return side === 'applicant' && couples.some(({ first, second }) => [first, second].includes(id))
}

/**
 * The round without somebody, for methods that have no repair: who dropped out wishes for nothing, and a place that
 * dropped out is wished for by nobody.
 */
function inputsWithout(inputs: Certified['inputs'], { side, id }: Withdrawn): Certified['inputs'] {
  const applicants = (inputs as AnyInputs).applicants.map((each) => {
    if (side === 'applicant') return each.id === id ? { ...each, choices: [] } : each
    const choices = each.choices
      .filter((choice) => choice !== id)
      .map((choice) =>
        typeof choice === 'string' ? choice : choice.filter((place) => place !== id),
      )
    return { ...each, choices }
  })
  const { couples } = inputs as AnyInputs
  if (!couples || side === 'applicant') return { ...inputs, applicants }
  const left = couples.map((couple) => ({
    ...couple,
    choices: couple.choices.filter((pair) => !pair.includes(id)),
  }))
  return { ...inputs, applicants, couples: left } as Certified['inputs']
}
