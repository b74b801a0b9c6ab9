import type { Assignment, AssignmentProblem } from './assignment.ts'
import { assignByAuction } from './auction.ts'
import { assignByPaths } from './shortest-paths.ts'

/** Arcs that shortest paths may look at before the auction takes over: so many a row, and these in any case. */
const scansPerRow = 150
const scansAnyway = 20_000_000

/**
 * The cheapest assignment with prices that prove it. Shortest paths win where there is room to spare;
 * where they have to look far, seats are short and the auction wins. Which one it was is told;
 * the cost is the same.
 */
export function assign(problem: AssignmentProblem): Assignment {
  const limit = Math.max(scansAnyway, scansPerRow * problem.rows)
  return assignByPaths(problem, limit) ?? assignByAuction(problem)
}
