import { Fraction } from '#kernel/values'
import type { GradingTable, GradingTableRow } from '../rules/grade-types.ts'

/** The two tables of the ECTS Users' Guide 2009 as reprinted (basileus.ugent.be), best first. */
export const guideA: readonly GradingTableRow[] = rows(
  '30 e lode 5.6;30 15.7;29 0.5;28 12.3;27 11.8;26 9;25 8.2;24 11.3;23 2.7;22 6;21 2.3;20 5.7;19 1.9;18 6.9',
)
export const guideB: readonly GradingTableRow[] = rows('1 20;2 35;3 25;4 20')

/** AP Antwerp 2019/20–2022/23 (ap.be/en/ects-grading-scale): 181,110 counts, best first. */
export const apAntwerp: readonly GradingTableRow[] = rows(
  '20 855;19 2453;18 6186;17 10495;16 17648;15 21871;14 26310;13 25692;12 24953;11 21706;10 22941',
)

/** A table of some rows, for one reference group. */
export function tableOf(
  id: string,
  scaleId: string,
  given: readonly GradingTableRow[],
  rest: Partial<GradingTable> = {},
): GradingTable {
  return {
    id,
    version: 1,
    institution: id,
    scaleId,
    group: { cycle: 'bachelor', iscedF: '0211', yearFrom: 2022, yearTo: 2024 },
    unit: 'count',
    rows: given,
    source: null,
    ...rest,
  }
}

function rows(text: string): GradingTableRow[] {
  return text.split(';').map((each) => {
    const at = each.lastIndexOf(' ')
    return { label: each.slice(0, at), weight: Fraction.parse(each.slice(at + 1))! }
  })
}
