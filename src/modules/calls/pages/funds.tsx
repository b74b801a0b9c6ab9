import type { Scene } from '#kernel/http'
import { formatMoney } from '#kernel/values'
import type { Column } from '#ui'
import { m } from '../messages/index.ts'
import type { CallRow } from '../queries/calls.ts'
import { fundAfter } from '../rules/budget.ts'
import type { Destination } from '../rules/questions.ts'

const hasFunds = ({ definition }: CallRow) =>
  definition.destinations.some(({ budget }) => budget !== undefined)

/** What each gets of a fund, for calls that have one. */
export function awardColumns(scene: Scene, call: CallRow): Column<Destination>[] {
  return hasFunds(call) ? [column(scene, 'award', () => 0)] : []
}

/** What a fund has, what each gets, and what is left of it after the awards that are given. */
export function fundColumns(
  scene: Scene,
  call: CallRow,
  given: (id: string) => number,
): Column<Destination>[] {
  if (!hasFunds(call)) return []
  return (['award', 'total', 'given', 'left'] as const).map((key) => column(scene, key, given))
}

function column(
  { t, language }: Scene,
  key: 'award' | 'total' | 'given' | 'left',
  given: (id: string) => number,
): Column<Destination> {
  return {
    key: `fund-${key}`,
    label: t(m(`budget.${key}`)),
    kind: 'number',
    cell: ({ id, budget }) =>
      budget ? formatMoney(fundAfter(budget, given(id))[key], language) : '–',
  }
}
