import { unmatched } from './deferred-acceptance.ts'
import { emptySeats, hasRoom, leave, replaceLowest, seat, type Seats } from './seats.ts'
import type { SharedMarket } from './shared-market.ts'

/**
 * The applicant-optimal stable allocation of projects that share their hosts' seats (SPA-student: Abraham, Irving and
 * Manlove 2007). Applicants propose down their lists; a full project lets its lowest go, a full host with a project
 * that has room the lowest of all its people. Gives positions in the own lists, or `unmatched`. Linear but for a heap
 * a project.
 */
export function sharedAcceptance(market: SharedMarket): Int32Array {
  const { applicants, applicantStart } = market
  const state = emptyState(market)
  for (let first = 0; first < applicants; first += 1) {
    for (let who = first; who !== unmatched;) who = propose(market, state, who)
  }
  return state.held.map((entry, who) =>
    entry === unmatched ? unmatched : entry - applicantStart[who]!,
  )
}

interface State {
  seats: Seats
  held: Int32Array
  next: Int32Array
  hostUsed: Int32Array
  /** Whom each host holds, by rank, from `hostStart` on; -1 where it holds nobody of that rank. */
  hostStart: Int32Array
  byRank: Int32Array
  /** No host holds anybody from here on: it falls once the host is full, and never rises again. */
  lowest: Int32Array
}

function emptyState(market: SharedMarket): State {
  const { applicants, projects, hosts, applicantStart, applicantList, rank, projectHost } = market
  const asked = new Int32Array(projects + 1)
  const ranks = new Int32Array(hosts)
  for (const [entry, project] of applicantList.entries()) {
    if (rank[entry]! < 0) continue
    asked[project + 1]! += 1
    const host = projectHost[project]!
    ranks[host] = Math.max(ranks[host]!, rank[entry]! + 1)
  }
  for (let project = 0; project < projects; project += 1) asked[project + 1]! += asked[project]!
  const hostStart = new Int32Array(hosts + 1)
  for (let host = 0; host < hosts; host += 1) hostStart[host + 1] = hostStart[host]! + ranks[host]!
  return {
    seats: emptySeats(applicants, market.projectSeats, asked),
    held: new Int32Array(applicants).fill(unmatched),
    next: applicantStart.slice(0, applicants),
    hostUsed: new Int32Array(hosts),
    hostStart,
    byRank: new Int32Array(hostStart[hosts]!).fill(unmatched),
    lowest: hostStart.slice(1),
  }
}

/** One applicant proposes until somebody holds them or the list ends; gives whom they put out. */
function propose(market: SharedMarket, state: State, who: number): number {
  const { applicantStart, applicantList, rank, projectHost, hostSeats } = market
  const { seats, held, next, hostUsed, hostStart, byRank } = state
  for (let entry = next[who]!; entry < applicantStart[who + 1]!; entry += 1) {
    if (rank[entry]! < 0) continue
    const project = applicantList[entry]!
    const host = projectHost[project]!
    seats.bids[who] = -rank[entry]!
    let out = unmatched
    if (!hasRoom(seats, project)) {
      const root = seats.start[project]!
      if (root === seats.start[project + 1]) continue
      if (seats.bids[who]! <= seats.bids[seats.heap[root]!]!) continue
      out = replaceLowest(seats, project, who)
    } else if (hostUsed[host]! < hostSeats[host]!) {
      hostUsed[host]! += 1
      seat(seats, project, who)
    } else {
      out = lowestOf(state, host)
      if (out === unmatched || seats.bids[who]! <= seats.bids[out]!) continue
      leave(seats, applicantList[held[out]!]!, out)
      seat(seats, project, who)
    }
    if (out !== unmatched) {
      byRank[hostStart[host]! + rank[held[out]!]!] = unmatched
      held[out] = unmatched
    }
    byRank[hostStart[host]! + rank[entry]!] = who
    held[who] = entry
    next[who] = entry + 1
    return out
  }
  return unmatched
}

/** The lowest whom a full host holds. */
function lowestOf({ hostStart, byRank, lowest }: State, host: number): number {
  let at = lowest[host]!
  while (at > hostStart[host]! && byRank[at - 1] === unmatched) at -= 1
  lowest[host] = at
  return at === hostStart[host]! ? unmatched : byRank[at - 1]!
}
