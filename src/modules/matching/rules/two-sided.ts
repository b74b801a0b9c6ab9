/**
 * A market with lists on both sides: applicants rank places, places rank applicants (Hospitals/Residents,
 * Gale and Shapley 1962). Rows are compressed: the list of applicant `a` is
 * `applicantList.subarray(applicantStart[a], applicantStart[a + 1])`, the best first; the same for places.
 * Who stands on only one of two lists is acceptable to neither. Every place has a capacity of zero or more.
 */
export interface TwoSided {
  applicants: number
  places: number
  applicantStart: Int32Array
  applicantList: Int32Array
  capacity: Int32Array
  placeStart: Int32Array
  placeList: Int32Array
}

/** What is wrong with a market: in which list, of whom, at which position of the list (from 0). */
export interface MarketFault {
  fault: 'unknown' | 'twice' | 'capacity' | 'shape'
  side: 'applicant' | 'place'
  row: number
  position: number
}

/**
 * The first fault of a market, or null: rows that do not add up, a list that names somebody unknown
 * or somebody twice, a negative capacity. Linear; solvers and checkers expect a market without one.
 */
export function marketFault(market: TwoSided): MarketFault | null {
  const { applicants, places, capacity } = market
  const negative = capacity.findIndex((seats) => seats < 0)
  if (capacity.length !== places) return shape('place')
  if (negative >= 0) return { fault: 'capacity', side: 'place', row: negative, position: 0 }
  const ofApplicants = { start: market.applicantStart, list: market.applicantList }
  const ofPlaces = { start: market.placeStart, list: market.placeList }
  return (
    listFault(ofApplicants, applicants, places, 'applicant') ??
    listFault(ofPlaces, places, applicants, 'place')
  )
}

function listFault(
  { start, list }: { start: Int32Array; list: Int32Array },
  rows: number,
  others: number,
  side: MarketFault['side'],
): MarketFault | null {
  if (start.length !== rows + 1 || start[0] !== 0 || start[rows] !== list.length) return shape(side)
  const seen = new Int32Array(others).fill(-1)
  for (let row = 0; row < rows; row += 1) {
    const from = start[row]!
    const to = start[row + 1]!
    if (to < from) return shape(side)
    for (let place = from; place < to; place += 1) {
      const other = list[place]!
      const position = place - from
      if (other < 0 || other >= others) return { fault: 'unknown', side, row, position }
      if (seen[other] === row) return { fault: 'twice', side, row, position }
      seen[other] = row
    }
  }
  return null
}

function shape(side: MarketFault['side']): MarketFault {
  return { fault: 'shape', side, row: 0, position: 0 }
}
