import type { CellValue, SheetColumn } from '#kernel/files'
import type { Translate } from '#kernel/messages'
import { displayName, type Language, localised, passportName } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { RoundPositionRow } from '../queries/rounds.ts'
import type { ResultLine } from '../service/round-results.ts'

/** What a round came to as two sheets: one row a student, and one row a wish with what the host said. */
export function roundSheet(
  { lines, positions }: { lines: readonly ResultLine[]; positions: readonly RoundPositionRow[] },
  { t, language }: { t: Translate; language: Language },
): { name: string; columns: SheetColumn[]; rows: CellValue[][] }[] {
  const known = new Map(positions.map((each) => [each.positionId, each]))
  const title = (id: string | null) =>
    localised((id && known.get(id)?.titles) || { en: '' }, language).text
  const host = (id: string | null) => (id && known.get(id)?.host) || ''
  const text = (header: string): SheetColumn => ({ header, kind: 'text' })
  const number = (header: string): SheetColumn => ({ header, kind: 'number' })
  const student = [text(t(m('field.student'))), text(t(m('doc.passport-name')))]
  const named = ({ name }: ResultLine) => [displayName(name, language), passportName(name)]
  const where = [text(t(m('field.position'))), text(t(m('field.host')))]
  return [
    {
      name: t(m('round.result')),
      columns: [
        ...student,
        text(t(m('field.home'))),
        ...where,
        number(t(m('round.wish'))),
        text(t(m('field.state'))),
      ],
      rows: lines.map((line) => [
        ...named(line),
        localised(line.home, language).text,
        title(line.positionId),
        host(line.positionId),
        line.wish,
        line.state ? t(m(`application.${line.state}`)) : '',
      ]),
    },
    {
      name: t(m('round.wishes')),
      columns: [
        ...student,
        number(t(m('round.wish'))),
        ...where,
        text(t(m('round.rank'))),
        text(t(m('field.state'))),
      ],
      rows: lines.flatMap((line) =>
        line.wishes.map(({ position_id: id, rank, state }, at) => [
          ...named(line),
          at + 1,
          title(id),
          host(id),
          rank === null ? t(m('rank.never')) : rank === undefined ? '' : String(rank),
          t(m(`application.${state}`)),
        ]),
      ),
    },
  ]
}
