// Written apart from the solvers, and knows nothing of them: what is proved here is proved by the lists alone.
import type { ReservedMarket } from '../rules/reserved-market.ts'
import type { SharedMarket } from '../rules/shared-market.ts'

/**
 * Whether a stable result is the best stable one for every applicant where places choose by a rule instead of a list
 * (decision 0059). Everybody who has a seat is asked: if you left, whom would your place take instead? It is one
 * person or nobody, for the rest stay. The result is the best exactly where following these answers never comes
 * round in a circle: those in a circle could all move up together. Both checks answer the question from the lists.
 */
function hasCircle(next: Int32Array): boolean {
  const walk = new Int32Array(next.length)
  for (let first = 0; first < next.length; first += 1) {
    let at = first
    while (at !== -1 && walk[at] === 0) {
      walk[at] = first + 1
      at = next[at]!
    }
    if (at !== -1 && walk[at] === first + 1) return true
  }
  return false
}

/** Somebody of whom nothing follows: nobody would come, or who comes leaves no seat. */
const nobody = -1

/** The best-ranked of those who would rather come, for each of some numbered questions. */
class Best {
  readonly rank: Int32Array
  readonly who: Int32Array

  constructor(questions: number) {
    this.rank = new Int32Array(questions).fill(0x7fffffff)
    this.who = new Int32Array(questions).fill(nobody)
  }

  offer(question: number, rank: number, who: number): void {
    if (rank >= this.rank[question]!) return
    this.rank[question] = rank
    this.who[question] = who
  }
}

/**
 * The same under reserved seats. Whoever left a seat that only the reserve of their category held would be followed by
 * the best of that category, where one would come; every other seat goes to the best of all who would come.
 */
export function isBestReserved(
  market: ReservedMarket,
  ranks: Int32Array,
  positions: Int32Array,
): boolean {
  const { applicants, places, categories, applicantStart, applicantList, category, reserved } =
    market
  const ofAll = new Best(places)
  const ofCategory = new Best(places * categories)
  const held = new Int32Array(places * categories)
  for (let who = 0; who < applicants; who += 1) {
    const from = applicantStart[who]!
    const own = positions[who] === -1 ? applicantStart[who + 1]! : from + positions[who]!
    const group = category[who]!
    for (let entry = from; entry < own; entry += 1) {
      if (ranks[entry]! < 0) continue
      const place = applicantList[entry]!
      ofAll.offer(place, ranks[entry]!, who)
      if (group !== -1) ofCategory.offer(place * categories + group, ranks[entry]!, who)
    }
    if (positions[who] !== -1 && group !== -1) {
      held[applicantList[own]! * categories + group]! += 1
    }
  }
  const next = new Int32Array(applicants).fill(nobody)
  for (let who = 0; who < applicants; who += 1) {
    if (positions[who] === -1) continue
    const place = applicantList[applicantStart[who]! + positions[who]!]!
    const group = category[who]!
    const at = place * categories + group
    const isReserved = group !== -1 && held[at]! <= reserved[at]!
    const ofOwn = isReserved ? ofCategory.who[at]! : nobody
    next[who] = seated(ofOwn === nobody ? ofAll.who[place]! : ofOwn, positions)
  }
  return !hasCircle(next)
}

/**
 * The same for projects that share seats. Whoever would come to a full project is kept out by its seats alone, and to
 * one with room by those of its host alone: so a seat goes to the best of those who wait for the same project
 * or for any project of the host that has room. Of several wishes of one applicant the highest counts.
 */
export function isBestShared(market: SharedMarket, positions: Int32Array): boolean {
  const { applicants, projects, hosts, applicantStart, applicantList } = market
  const { rank, projectSeats, projectHost } = market
  const used = new Int32Array(projects)
  for (let who = 0; who < applicants; who += 1) {
    if (positions[who] !== -1) used[applicantList[applicantStart[who]! + positions[who]!]!]! += 1
  }
  const ofProject = new Best(projects)
  const ofRoom = new Best(hosts)
  for (let who = 0; who < applicants; who += 1) {
    const from = applicantStart[who]!
    const own = positions[who] === -1 ? applicantStart[who + 1]! : from + positions[who]!
    for (let entry = from; entry < own; entry += 1) {
      if (rank[entry]! < 0) continue
      const project = applicantList[entry]!
      if (used[project]! < projectSeats[project]!) {
        ofRoom.offer(projectHost[project]!, rank[entry]!, who)
      } else ofProject.offer(project, rank[entry]!, who)
    }
  }
  const next = new Int32Array(applicants).fill(nobody)
  for (let who = 0; who < applicants; who += 1) {
    if (positions[who] === -1) continue
    const project = applicantList[applicantStart[who]! + positions[who]!]!
    const host = projectHost[project]!
    const fromRoom = ofRoom.rank[host]! < ofProject.rank[project]!
    next[who] = seated(fromRoom ? ofRoom.who[host]! : ofProject.who[project]!, positions)
  }
  return !hasCircle(next)
}

/** Who has no place in one stable result has none in any: such a one leaves no seat to follow. */
function seated(who: number, positions: Int32Array): number {
  return who === nobody || positions[who] === -1 ? nobody : who
}
