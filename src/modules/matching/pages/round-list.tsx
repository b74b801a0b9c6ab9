import { formatNumber } from '#kernel/values'
import { Button, ButtonGroup, Card, Field, Fold, Form, Typed } from '#ui'
import { m } from '../messages/index.ts'
import type { GivenList, RoundRow } from '../queries/rounds.ts'
import type { RoundKind, Side } from '../rules/sides.ts'
import { listName, wordOf } from './round-words.ts'
import { base, type PageCall } from './words.ts'

interface ListCardProps {
  call: PageCall
  round: RoundRow
  side: Side
  list: GivenList
}

/** A list that was given: its file, its first rows, and what its columns are taken for, which can be changed. */
export function ListCard(props: ListCardProps) {
  const { call, round, side, list } = props
  const { t, language } = call
  const found = round.findings.lists[side]
  return (
    <Card
      title={t(m(listName(round.kind, side)))}
      level={3}
      kicker={<Typed>{list.fileName}</Typed>}
    >
      {found && (
        <>
          <p>
            {t(m('list.rows', { count: found.rows, text: formatNumber(found.rows, language) }))}
          </p>
          <Sample {...props} />
          <Fold summary={t(m('columns.title'))}>
            <Columns {...props} />
          </Fold>
        </>
      )}
    </Card>
  )
}

/** How a column is called by what it holds. */
function roles({ round, side }: ListCardProps): Map<number, Parameters<typeof m>[0]> {
  const { reading } = round.findings.lists[side]!
  const isOfCouples = round.kind === 'places' && side === 'pairs'
  const named = new Map<number, Parameters<typeof m>[0]>()
  const set = (column: number | null, label: Parameters<typeof m>[0]) =>
    column !== null && named.set(column, label)
  if (reading.first !== null) {
    const last = Math.min(reading.last ?? reading.first, reading.first + 200)
    const wish = isOfCouples
      ? 'columns.couple-choice'
      : wordOf(round.kind, side === 'applicants' ? 'columns.choice' : 'columns.ranked')
    for (let column = reading.first; column <= last; column += 1) named.set(column, wish)
  }
  const [one, two] = (['columns.applicant', 'columns.place'] as const).map((word) =>
    wordOf(round.kind, word),
  )
  set(reading.score, 'columns.score')
  set(reading.rank, 'columns.rank')
  set(reading.other, isOfCouples ? 'columns.couple-second' : side === 'places' ? one! : two!)
  set(reading.country, wordOf(round.kind, 'columns.country'))
  set(reading.sector, wordOf(round.kind, 'columns.sector'))
  set(reading.category ?? null, 'columns.category')
  set(reading.reserves ?? null, 'columns.reserves')
  set(reading.host ?? null, 'columns.host')
  set(reading.hostSeats ?? null, 'columns.host-seats')
  set(reading.languages ?? null, 'mentor-round.languages')
  set(reading.kind ?? null, 'mentor-round.kind-column')
  set(reading.cost ?? null, 'mentor-round.cost')
  set(reading.seats, wordOf(round.kind, 'columns.seats'))
  set(reading.name, isOfCouples ? 'columns.couple-first' : side === 'places' ? two! : one!)
  return named
}

const columnsShown = 8

function Sample(props: ListCardProps) {
  const { call, round, side } = props
  const { t } = call
  const found = round.findings.lists[side]!
  const named = roles(props)
  const header = found.header.slice(0, columnsShown)
  return (
    <div class="table-frame">
      <table class="sample-table">
        <caption class="hidden-visually">{t(m('list.sample'))}</caption>
        <thead>
          <tr>
            {header.map((cell, column) => {
              const label = named.get(column)
              return (
                <th key={column} scope="col">
                  <span class="quiet">{label ? t(m(label)) : '–'}</span>
                  <Typed>{cell}</Typed>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {found.sample.map((cells, row) => (
            <tr key={row}>
              {header.map((_cell, column) => (
                <td key={column}>
                  <Typed>{cells[column] ?? ''}</Typed>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The columns that a person can name, in the order of the form. */
const columnsOfPlaces = {
  applicants: [
    ['name', 'columns.applicant'],
    ['country', 'columns.country'],
    ['category', 'columns.category'],
    ['score', 'columns.score'],
    ['first', 'columns.first-choice'],
    ['last', 'columns.last-choice'],
    ['other', 'columns.place-of-row'],
    ['rank', 'columns.rank'],
  ],
  places: [
    ['name', 'columns.place'],
    ['seats', 'columns.seats'],
    ['country', 'columns.country'],
    ['sector', 'columns.sector'],
    ['reserves', 'columns.reserves'],
    ['host', 'columns.host'],
    ['hostSeats', 'columns.host-seats'],
    ['score', 'columns.score'],
    ['first', 'columns.first-ranked'],
    ['last', 'columns.last-ranked'],
    ['other', 'columns.applicant-of-row'],
    ['rank', 'columns.rank'],
  ],
  pairs: [
    ['name', 'columns.couple-first'],
    ['other', 'columns.couple-second'],
    ['first', 'columns.first-pair'],
    ['last', 'columns.last-pair'],
  ],
} as const

const wishColumns = [
  ['first', 'mentor-round.first-wish'],
  ['last', 'mentor-round.last-wish'],
] as const
const columnsOfMentors = {
  applicants: [
    ['name', 'mentor-round.student'],
    ['languages', 'mentor-round.languages'],
    ['sector', 'mentor-round.fields'],
    ['country', 'mentor-round.origin'],
    ...wishColumns,
  ],
  places: [
    ['name', 'mentor-round.mentor'],
    ['kind', 'mentor-round.kind-column'],
    ['seats', 'mentor-round.students-at-most'],
    ['languages', 'mentor-round.languages'],
    ['sector', 'mentor-round.fields'],
    ['country', 'mentor-round.origin'],
    ...wishColumns,
  ],
  pairs: [
    ['name', 'mentor-round.student'],
    ['other', 'mentor-round.mentor'],
    ['cost', 'mentor-round.cost'],
  ],
} as const

/** What of a list can be named: the layout is chosen of lists of places alone. */
function columnsOf(kind: RoundKind, side: Side) {
  return kind === 'mentors' ? columnsOfMentors[side] : columnsOfPlaces[side]
}

function Columns(props: ListCardProps) {
  const { call, round, side } = props
  const { t, language, href } = call
  const found = round.findings.lists[side]!
  const { reading } = found
  const options = found.header.slice(0, 300).map((cell, column) => ({
    value: String(column),
    label: `${columnName(column)}${cell === '' ? '' : ` · ${cell}`}`,
  }))
  const select = (name: keyof typeof reading, label: Parameters<typeof m>[0]) => (
    <Field
      key={name}
      kind="select"
      language={language}
      id={`${side}-${name}`}
      name={name}
      label={t(m(label))}
      value={reading[name] == null ? '' : String(reading[name])}
      options={[{ value: '', label: t(m('columns.none')) }, ...options]}
      noEmpty
    />
  )
  return (
    <Form
      action={href(`${base}/rounds/${round.id}/columns`)}
      csrf={call.frame.csrf}
      hidden={{ side }}
    >
      {found.sheets && found.sheets.length > 1 && (
        <Field
          kind="select"
          language={language}
          id={`${side}-sheet`}
          name="sheet"
          label={t(m('columns.sheet'))}
          value={reading.sheet ?? found.sheets[0]!}
          options={found.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
          noEmpty
        />
      )}
      {round.kind === 'places' && side !== 'pairs' && (
        <Field
          kind="radio"
          language={language}
          id={`${side}-layout`}
          name="layout"
          label={t(m('columns.layout'))}
          value={reading.layout}
          options={[
            { value: 'wide', label: t(m(`columns.layout.wide.${side}`)) },
            { value: 'long', label: t(m(`columns.layout.long.${side}`)) },
          ]}
        />
      )}
      {columnsOf(round.kind, side).map(([name, label]) => select(name, label))}
      <ButtonGroup>
        <Button look="secondary">{t(m('columns.submit'))}</Button>
      </ButtonGroup>
    </Form>
  )
}

/** A column as a spreadsheet names it: A, B … Z, AA. */
function columnName(column: number): string {
  const letter = String.fromCodePoint(65 + (column % 26))
  return column < 26 ? letter : `${columnName(Math.floor(column / 26) - 1)}${letter}`
}
