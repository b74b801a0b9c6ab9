import type { Call } from '#kernel/http'
import { formatDate, localised } from '#kernel/values'
import type { Tone } from '#ui'
import { m } from '../../messages/index.ts'
import type { CaseLine } from '../../queries/cases.ts'
import type { CommitteeItem, SittingRow } from '../../queries/office/committee.ts'
import { titleOf } from '../words.ts'

/** The way to the committee's sittings. */
export const sittingsPath = '/recognition/sittings'

/** How an outcome stands out. */
export const outcomeTones: Record<NonNullable<CommitteeItem['outcome']> | 'none', Tone> = {
  none: 'attention',
  'as-proposed': 'done',
  otherwise: 'info',
  postponed: 'quiet',
}

/** A sitting in words: the day on which it is held. */
export function sittingName(
  { t, language }: Pick<Call, 't' | 'language'>,
  sitting: Pick<SittingRow, 'held_on'>,
): string {
  return t(m('committee.sitting', { day: formatDate(sitting.held_on, language) }))
}

/** What of a case is on the list: all of it, or one course. */
export function itemSubject(
  { t, language }: Pick<Call, 't' | 'language'>,
  item: Pick<CommitteeItem, 'lineId'>,
  lines: readonly CaseLine[],
): string {
  const line = lines.find(({ id }) => id === item.lineId)
  return line ? `${line.code} ${titleOf(line.titles, language).text}` : t(m('committee.whole-case'))
}

/** The lines that an item is about. */
export function linesOfItem(
  item: Pick<CommitteeItem, 'lineId'>,
  lines: readonly CaseLine[],
): CaseLine[] {
  return lines.filter(({ id }) => item.lineId === null || id === item.lineId)
}

/** Whose sitting it is. */
export function institutionOf({ language }: Pick<Call, 'language'>, sitting: SittingRow): string {
  return localised(sitting.names, language).text
}
