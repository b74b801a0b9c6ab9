/**
 * A weaving draft, as weavers write it. `threading` names the shaft that carries each warp end, `tieUp` the shafts that each
 * treadle lifts, `treadling` the treadle pressed for each pick; all count from 0. The cloth follows from these three lists.
 */
export interface Draft {
  threading: readonly number[]
  tieUp: readonly (readonly number[])[]
  treadling: readonly number[]
}

/** Whether the warp end lies above the weft at a crossing: its shaft is among those that the treadle of the pick lifts. */
export function isWarpUp(draft: Draft, end: number, pick: number): boolean {
  const shaft = draft.threading[end % draft.threading.length]!
  const treadle = draft.treadling[pick % draft.treadling.length]!
  return draft.tieUp[treadle]!.includes(shaft)
}

/** Straight draw: 0, 1, 2 … over the shafts, again and again. */
export function straight(shafts: number): number[] {
  return Array.from({ length: shafts }, (_, shaft) => shaft)
}

/** Point draw: up the shafts and down again, so that the pattern turns back on itself. */
export function point(shafts: number): number[] {
  return [...straight(shafts), ...straight(shafts).slice(1, -1).toReversed()]
}

/** The tie-up of a twill: each treadle lifts the runs of `over` and `under` one shaft further on, as 2/2 is [2, 2]. */
export function twillTieUp(shafts: number, runs: readonly number[]): number[][] {
  const lifted = runs.flatMap((length, place) => Array.from({ length }, () => place % 2 === 0))
  return straight(shafts).map((treadle) =>
    straight(shafts).filter((shaft) => lifted[(((shaft - treadle) % shafts) + shafts) % shafts]),
  )
}

/** A small pattern of blocks woven as damask: where a block is on, warp shows; where it is off, weft does. */
export function damask(profile: readonly string[], repeat: number): Draft {
  const rows = profile.map((row) => [...row].map((cell) => cell === '#'))
  const columns = columnsOf(rows)
  const kinds = [...new Set(columns)]
  const threading = columns.flatMap((column) => {
    const block = kinds.indexOf(column)
    return Array.from({ length: repeat * 4 }, (_, end) => block * 4 + satin[end % 4]!)
  })
  const treadles: number[][] = []
  const treadling = rows.flatMap((row) =>
    Array.from({ length: repeat * 4 }, (_, pick) => {
      const lifted = kinds.flatMap((kind, block) =>
        liftedIn(isOn(kind, rows.indexOf(row)), block, pick),
      )
      const known = treadles.findIndex((each) => each.join() === lifted.join())
      return known >= 0 ? known : treadles.push(lifted) - 1
    }),
  )
  return { threading, tieUp: treadles, treadling }
}

const satin = [0, 2, 1, 3] as const

function columnsOf(rows: readonly (readonly boolean[])[]): string[] {
  return rows[0]!.map((_, column) => rows.map((row) => (row[column] ? '#' : '.')).join(''))
}

function isOn(column: string, row: number): boolean {
  return column[row] === '#'
}

/** Of the four shafts of a block: all but one are lifted where warp is to show, one alone where weft is. */
function liftedIn(warp: boolean, block: number, pick: number): number[] {
  return [0, 1, 2, 3]
    .filter((shaft) => (shaft === pick % 4) !== warp)
    .map((shaft) => block * 4 + shaft)
}
