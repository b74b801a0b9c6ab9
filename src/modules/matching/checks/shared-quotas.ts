// Written apart from the solver, and knows nothing of it: what is proved here is proved by the lists alone.
import type { SharedMarket } from '../rules/shared-market.ts'

/** What is wrong with an allocation; all counts are zero for a stable one. */
export interface SharedFindings {
  /** Applicants and projects that would both gain, in the sense of Abraham, Irving and Manlove 2007, §2. */
  blockingPairs: number
  /** Projects and hosts above their seats. */
  overfull: number
  unacceptable: number
}

/** Whom each project and host holds at the worst, and how many. */
export interface SharedHeld {
  projectUsed: Int32Array
  hostUsed: Int32Array
  projectWorst: Int32Array
  hostWorst: Int32Array
}

/** Checks an allocation by definition: quotas of projects and hosts, lists, and no blocking pair. Two passes. */
export function checkShared(market: SharedMarket, positions: Int32Array): SharedFindings {
  const { applicants, applicantStart, applicantList, rank, projectHost } = market
  const { projectSeats, hostSeats } = market
  const { found: held, unacceptable } = sharedHeld(market, positions)
  let blockingPairs = 0
  for (let who = 0; who < applicants; who += 1) {
    const from = applicantStart[who]!
    const end = applicantStart[who + 1]!
    const own = positions[who] === -1 ? end : Math.min(end, from + positions[who]!)
    const ownHost = own < end ? projectHost[applicantList[own]!]! : -1
    for (let entry = from; entry < own; entry += 1) {
      if (rank[entry]! < 0) continue
      const project = applicantList[entry]!
      const host = projectHost[project]!
      const projectHasRoom = held.projectUsed[project]! < projectSeats[project]!
      const hostHasRoom = held.hostUsed[host]! < hostSeats[host]!
      // A project or host without a seat holds nobody whom it could let go: its worst rank is -1.
      const blocks = projectHasRoom
        ? hostHasRoom ||
          (host === ownHost && hostSeats[host]! > 0) ||
          rank[entry]! < held.hostWorst[host]!
        : rank[entry]! < held.projectWorst[project]!
      if (blocks) blockingPairs += 1
    }
  }
  const over = (used: Int32Array, seats: Int32Array) =>
    used.filter((count, at) => count > seats[at]!).length
  const overfull = over(held.projectUsed, projectSeats) + over(held.hostUsed, hostSeats)
  return { blockingPairs, overfull, unacceptable }
}

/** Counts whom projects and hosts hold, and finds their worst ranks. */
export function sharedHeld(
  market: SharedMarket,
  positions: Int32Array,
): { found: SharedHeld; unacceptable: number } {
  const { applicants, projects, hosts, applicantStart, applicantList, rank, projectHost } = market
  const found = {
    projectUsed: new Int32Array(projects),
    hostUsed: new Int32Array(hosts),
    projectWorst: new Int32Array(projects).fill(-1),
    hostWorst: new Int32Array(hosts).fill(-1),
  }
  let unacceptable = 0
  for (let who = 0; who < applicants; who += 1) {
    const position = positions[who]!
    if (position === -1) continue
    const entry = applicantStart[who]! + position
    if (position < 0 || entry >= applicantStart[who + 1]! || rank[entry]! < 0) {
      unacceptable += 1
      continue
    }
    const project = applicantList[entry]!
    const host = projectHost[project]!
    found.projectUsed[project]! += 1
    found.hostUsed[host]! += 1
    found.projectWorst[project] = Math.max(found.projectWorst[project]!, rank[entry]!)
    found.hostWorst[host] = Math.max(found.hostWorst[host]!, rank[entry]!)
  }
  return { found, unacceptable }
}

/** Whether the stated ranks are those of the hosts' lists, looked up by name and not by the solver's numbers. */
export function sharedRanksAreTrue(
  market: SharedMarket,
  lists: readonly (readonly number[])[],
): boolean {
  const at = lists.map((list) => new Map(list.map((who, rank) => [who, rank])))
  for (let who = 0; who < market.applicants; who += 1) {
    for (
      let entry = market.applicantStart[who]!;
      entry < market.applicantStart[who + 1]!;
      entry += 1
    ) {
      const host = market.projectHost[market.applicantList[entry]!]!
      if ((at[host]!.get(who) ?? -1) !== market.rank[entry]) return false
    }
  }
  return true
}
