import { z } from 'zod'
import { isRefused } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { isBestShared } from '../checks/best-chosen.ts'
import { checkShared, sharedHeld, sharedRanksAreTrue } from '../checks/shared-quotas.ts'
import { readHosts, readProjects } from '../formats/method-tables.ts'
import { readApplicants } from '../formats/round-tables.ts'
import { m } from '../messages/index.ts'
import { drawLots } from '../rules/lottery.ts'
import { sharedFaults, sharedMarketOf } from '../rules/shared-market.ts'
import { sharedAcceptance } from '../rules/shared-quotas.ts'
import {
  envelope,
  groups,
  method,
  name,
  names,
  positionsOf,
  proved,
  seedText,
  unproved,
  type Verified,
} from './method.ts'
import { entriesOf, moreSeats, withSeats } from './more-seats.ts'

const algorithm = 'SPA-student, Abraham, Irving and Manlove 2007'
const guarantee = 'stable under the quotas of projects and hosts'
/** What earlier certificates said; that it is the best of the stable ones is the method's doing and not checked. */
const saidBefore =
  'stable under the quotas of projects and hosts; the best stable result for every applicant'

const seats = z.number().int()
/** What such a round is made of. */
export const sharedInputs = z.object({
  seed: seedText,
  applicants: z.array(z.object({ id: name, choices: names })),
  projects: z.array(z.object({ id: name, seats, host: name })),
  hosts: z.array(z.object({ id: name, seats, ranking: groups.nullable() })),
})

const schema = z.object({
  ...envelope,
  algorithm: z.literal(algorithm),
  guarantee: z.literal([guarantee, saidBefore]),
  inputs: sharedInputs,
  result: z.array(name.nullable()),
})

type Run = z.infer<typeof schema>

/** Projects have seats of their own and share the seats of their supervisor, company or museum. */
export const sharedQuotas = method<Run>({
  name: 'shared-quotas',
  files: 3,
  algorithm,
  guarantee,
  schema,
  async read([first, second, third], seed) {
    const applicants = await readApplicants(first!)
    if (isRefused(applicants)) return applicants
    const projects = await readProjects(second!)
    if (isRefused(projects)) return projects
    const hosts = await readHosts(third!)
    if (isRefused(hosts)) return hosts
    return { seed, applicants: applicants.items, projects: projects.items, hosts: hosts.items }
  },
  faults: (inputs) =>
    sharedFaults(inputs).map(({ fault, of, name }) => m(`input.${fault}`, { of, name })),
  run: (inputs) => ({ result: solve(inputs) }),
  check: (run) => checkSharedResult(run, true),
  explain,
})

function solve(inputs: Run['inputs']): (string | null)[] {
  const positions = sharedAcceptance(sharedMarketOf(inputs))
  return inputs.applicants.map(({ choices }, who) => choices[positions[who]!] ?? null)
}

/** Each host's list of applicants word for word: its groups, ties in the order of the lottery. */
function listsOf({ seed, applicants, projects, hosts }: Run['inputs']): number[][] {
  const lots = drawLots(
    seed,
    applicants.map(({ id }) => id),
  )
  const lotAt = new Map(lots.map((id, lot) => [id, lot]))
  const at = new Map(applicants.map(({ id }, index) => [id, index]))
  return hosts.map(({ id, ranking }) => {
    const own = new Set(projects.flatMap((each) => (each.host === id ? [each.id] : [])))
    const asking = applicants.filter(({ choices }) => choices.some((choice) => own.has(choice)))
    return (ranking ?? [asking.map((each) => each.id)]).flatMap((group) =>
      group.toSorted((a, b) => lotAt.get(a)! - lotAt.get(b)!).map((each) => at.get(each)!),
    )
  })
}

/** Whether a result is stable, and where that is promised the best stable one for applicants, from the inputs alone. */
export function checkSharedResult(
  { inputs, result }: Pick<Run, 'inputs' | 'result'>,
  isPromisedBest: boolean,
): Verified {
  const positions = positionsOf(inputs.applicants, result)
  const market = sharedMarketOf(inputs)
  if (positions === null || !sharedRanksAreTrue(market, listsOf(inputs))) return unproved('result')
  const found = checkShared(market, positions)
  if (found.overfull + found.unacceptable > 0) return unproved('result')
  if (found.blockingPairs > 0) return unproved('unstable', found.blockingPairs)
  if (isPromisedBest && !isBestShared(market, positions)) return unproved('not-best')
  return proved(result, [m('shared.proved'), ...(isPromisedBest ? [m('proved.best')] : [])])
}

function explain({ inputs, result }: Run, applicantId: string, projectId: string): Message[] {
  const who = inputs.applicants.findIndex(({ id }) => id === applicantId)
  const at = inputs.projects.findIndex(({ id }) => id === projectId)
  const args = { applicant: applicantId, place: projectId }
  if (who < 0 || at < 0) return [m('why.unknown', args)]
  const { choices } = inputs.applicants[who]!
  const asked = choices.indexOf(projectId) + 1
  if (asked === 0) return [m('why.not-asked', args)]
  const has = result[who]!
  const choice = has === null ? 0 : choices.indexOf(has) + 1
  if (choice === asked) return [m('shared.placed', { ...args, choice })]
  if (choice > 0 && choice < asked) return [m('why.has-better', { ...args, choice, asked })]
  const market = sharedMarketOf(inputs)
  const rank = market.rank[market.applicantStart[who]! + asked - 1]!
  const host = market.projectHost[at]!
  const hostId = inputs.hosts[host]!.id
  if (rank < 0) return [m('why.not-ranked', { ...args, place: hostId })]
  const { found } = sharedHeld(market, positionsOf(inputs.applicants, result)!)
  const isFull = found.projectUsed[at] === market.projectSeats[at]
  const [seats, worst] = isFull
    ? [market.projectSeats[at]!, found.projectWorst[at]!]
    : [market.hostSeats[host]!, found.hostWorst[host]!]
  const figures = { ...args, host: hostId, seats, rank: rank + 1, last: worst + 1 }
  // A further seat of a project is one of its host as well: it shall not be taken from another project.
  const isEnough = (more: number) =>
    solve({
      ...inputs,
      projects: withSeats(inputs.projects, at, more),
      hosts: withSeats(inputs.hosts, host, more),
    })[who] === projectId
  return [
    m(isFull ? 'shared.project-full' : 'shared.host-full', figures),
    ...moreSeats(entriesOf(inputs.applicants), isEnough),
  ]
}
