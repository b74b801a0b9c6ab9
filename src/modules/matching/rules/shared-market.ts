import { marketOf, type Round, type RoundApplicant, type RoundFault, roundFaults } from './round.ts'

/** A project with seats of its own, offered by a host. */
export interface SharedProject {
  id: string
  seats: number
  host: string
}

/** A supervisor, company or museum whose seats all its projects share; it ranks people, not people for projects. */
export interface SharedHost {
  id: string
  seats: number
  ranking: readonly (readonly string[])[] | null
}

/** A round of student–project allocation: places are projects, and projects share the seats of their hosts. */
export interface SharedRound {
  seed: string
  applicants: readonly RoundApplicant[]
  projects: readonly SharedProject[]
  hosts: readonly SharedHost[]
}

/**
 * Applicants rank projects, hosts rank applicants. `rank` stands beside the entries of the applicants' lists:
 * how the project's host ranks the applicant (0 is the best), or -1 where it does not.
 */
export interface SharedMarket {
  applicants: number
  projects: number
  hosts: number
  applicantStart: Int32Array
  applicantList: Int32Array
  rank: Int32Array
  projectSeats: Int32Array
  projectHost: Int32Array
  hostSeats: Int32Array
}

/** The round as numbers; each host's ties are broken by the one lottery. */
export function sharedMarketOf(round: SharedRound): SharedMarket {
  const hostOf = new Map(round.projects.map(({ id, host }) => [id, host]))
  const asked = asksHosts(round)
  const market = marketOf({ ...asked, places: round.hosts })
  const hostAt = new Map(round.hosts.map(({ id }, index) => [id, index]))
  const projectAt = new Map(round.projects.map(({ id }, index) => [id, index]))
  const applicantStart = new Int32Array(round.applicants.length + 1)
  for (const [who, { choices }] of round.applicants.entries()) {
    applicantStart[who + 1] = applicantStart[who]! + choices.length
  }
  const applicantList = new Int32Array(applicantStart[round.applicants.length]!)
  const rank = new Int32Array(applicantList.length)
  const rankAt = new Map<number, number>()
  // One host after the other would need the entries in their order; a number of host and applicant needs nothing.
  for (let host = 0; host < market.places; host += 1) {
    for (let at = market.placeStart[host]!; at < market.placeStart[host + 1]!; at += 1) {
      const key = market.placeList[at]! * market.places + host
      rankAt.set(key, at - market.placeStart[host]!)
    }
  }
  let entry = 0
  for (const [who, { choices }] of round.applicants.entries()) {
    for (const choice of choices) {
      applicantList[entry] = projectAt.get(choice)!
      const host = hostAt.get(hostOf.get(choice)!)!
      rank[entry] = rankAt.get(who * market.places + host) ?? -1
      entry += 1
    }
  }
  return {
    applicants: round.applicants.length,
    projects: round.projects.length,
    hosts: round.hosts.length,
    applicantStart,
    applicantList,
    rank,
    projectSeats: Int32Array.from(round.projects, ({ seats }) => seats),
    projectHost: Int32Array.from(round.projects, ({ host }) => hostAt.get(host)!),
    hostSeats: Int32Array.from(round.hosts, ({ seats }) => seats),
  }
}

/** The applicants with the hosts that they ask for by asking for a project. */
function asksHosts({ seed, applicants, projects }: SharedRound): Omit<Round, 'places'> {
  const hostOf = new Map(projects.map(({ id, host }) => [id, host]))
  return {
    seed,
    applicants: applicants.map(({ id, choices }) => ({
      id,
      choices: [...new Set(choices.map((choice) => hostOf.get(choice)!))],
    })),
  }
}

/** Everything that is wrong in the round: as in one of projects, in one of hosts, and projects of no host. */
export function sharedFaults(
  round: SharedRound,
): (RoundFault | { fault: 'unknown-host'; of: string; name: string })[] {
  const ofProjects = roundFaults({
    ...round,
    places: round.projects.map(({ id, seats }) => ({ id, seats, ranking: null })),
  })
  const people = round.applicants.map(({ id }) => ({ id, choices: [] }))
  const ofHosts = roundFaults({ seed: round.seed, applicants: people, places: round.hosts })
  const hosts = new Set(round.hosts.map(({ id }) => id))
  const unknown = round.projects.filter(({ host }) => !hosts.has(host))
  return [
    ...ofProjects,
    ...ofHosts.filter(({ fault }) => fault !== 'applicant-twice'),
    ...unknown.map(({ id, host }) => ({ fault: 'unknown-host' as const, of: id, name: host })),
  ]
}
