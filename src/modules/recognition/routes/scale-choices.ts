import type { Call } from '#kernel/http'
import { Fraction, localised, sortByText } from '#kernel/values'
import type { Option } from '#ui'
import { aboutScale, definitionName, ownerText } from '../pages/scale-words.ts'
import { organisationsFor } from '../queries/catalogues.ts'
import type { ScaleRow, SchemeRow } from '../queries/scales.ts'

/** The institutions for which the reader may do an action, by name. */
export async function institutionsFor(call: Call, action: string): Promise<Option[]> {
  const rows = await organisationsFor(call.work, (id) => call.may(action, { organisation_id: id }))
  const options = rows.map(({ id, names }) => ({
    value: id,
    label: localised(names, call.language).text,
  }))
  return sortByText(options, call.language, (each) => each.label)
}

/** Schemes or scales by their name for the reader. */
export function byName<Row extends SchemeRow | ScaleRow>(rows: readonly Row[], call: Call): Row[] {
  return sortByText(rows, call.language, (row) => definitionName(row, call.language))
}

/** Scales to choose from, by name and grouped by whose they are. */
export function scaleOptions(call: Call, scales: readonly ScaleRow[]): Option[] {
  return byName(scales, call).map((row) => ({
    value: row.id,
    label: `${definitionName(row, call.language)} (${aboutScale(call, row.definition)})`,
    group: ownerText(call, row),
  }))
}

/** A share as a percentage in plain decimals, for the cell of a workbook. */
export function hundredths(share: Fraction): string {
  return share.multiply(Fraction.of(100)).toDecimal(6)
}
