import { countryName, formatDate, formatNumber } from '#kernel/values'
import {
  ButtonLink,
  type Column,
  Figure,
  Grid,
  Heading,
  Notice,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
} from '#ui'
import { m } from '../messages/index.ts'
import type { Pack } from '../rules/clearance.ts'
import { packCountries, type StayKind, stayKinds } from '../rules/pack.ts'
import {
  base,
  type PackState,
  packPath,
  packState,
  type PageCall,
  pairText,
  stateTones,
} from './words.tsx'

interface OverviewProps {
  call: PageCall
  packs: readonly Pack[]
  days: { today: string; lastCall: string }
}

interface Cell {
  from: string
  to: string
  kind: StayKind
  pack: Pack | null
  state: PackState
}

/** Every pair of countries with what is known of each kind of stay, and where nothing is. */
export function OverviewPage({ call, packs, days }: OverviewProps) {
  const { t, href, language } = call
  const cells = allCells(packs, days)
  const counted = (state: PackState) => cells.filter((cell) => cell.state === state).length
  const figures = (['in-force', 'ending', 'expired', 'gap'] as const).map((state) => ({
    state,
    count: counted(state),
  }))
  return (
    <Page frame={call.frame} title={t(m('overview.title'))} wide>
      <Heading
        level={1}
        lead={t(m('overview.lead'))}
        actions={
          <>
            <ButtonLink look="quiet" icon="download" href={href(`${base}/file`)}>
              {t(m('overview.file'))}
            </ButtonLink>
            {call.may('clearance.pack.publish', {}) && (
              <ButtonLink look="secondary" icon="upload" href={href(`${base}/publish`)}>
                {t(m('publish.title'))}
              </ButtonLink>
            )}
          </>
        }
      >
        {t(m('overview.title'))}
      </Heading>
      <Stack gap="wide">
        <Grid size="small">
          {figures.map(({ state, count }) => (
            <Figure
              key={state}
              value={formatNumber(count, language)}
              label={t(m(`state.${state}`))}
            />
          ))}
        </Grid>
        <Ending call={call} cells={cells} />
        {packCountries.map((to) => (
          <ToCountry key={to} call={call} to={to} cells={cells.filter((cell) => cell.to === to)} />
        ))}
      </Stack>
    </Page>
  )
}

function allCells(packs: readonly Pack[], days: OverviewProps['days']): Cell[] {
  return packCountries.flatMap((to) =>
    packCountries
      .filter((from) => from !== to)
      .flatMap((from) =>
        stayKinds.map((kind) => {
          const pack =
            packs.find((each) => each.from === from && each.to === to && each.kind === kind) ?? null
          return { from, to, kind, pack, state: packState(pack, days) }
        }),
      ),
  )
}

/** What must be read anew, said before everything else. */
function Ending({ call, cells }: { call: PageCall; cells: readonly Cell[] }) {
  const { t, href, language } = call
  const urgent = cells.filter(({ state }) => state === 'expired' || state === 'ending')
  if (urgent.length === 0) return null
  const isOver = urgent.some(({ state }) => state === 'expired')
  return (
    <Notice
      tone={isOver ? 'harm' : 'attention'}
      title={t(m('overview.ending', { count: urgent.length }))}
    >
      <ul>
        {urgent.map((cell) => (
          <li key={packPath(cell)}>
            <a href={href(packPath(cell))}>
              {pairText(cell, call)} · {t(m(`kind.${cell.kind}`))}
            </a>{' '}
            {t(m('until', { day: formatDate(cell.pack!.validUntil, language, 'long') }))}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

interface FromRow {
  from: string
  cells: readonly Cell[]
}

function ToCountry({ call, to, cells }: { call: PageCall; to: string; cells: readonly Cell[] }) {
  const { t, href, language } = call
  const name = countryName(to, language)
  const rows: FromRow[] = packCountries
    .filter((from) => from !== to)
    .map((from) => ({ from, cells: cells.filter((cell) => cell.from === from) }))
  const columns: Column<FromRow>[] = [
    {
      key: 'from',
      label: t(m('overview.from')),
      primary: true,
      cell: ({ from }) => countryName(from, language),
    },
    ...stayKinds.map((kind): Column<FromRow> => ({
      key: kind,
      label: t(m(`kind.${kind}`)),
      cell: (row) => {
        const cell = row.cells.find((each) => each.kind === kind)!
        return (
          <a href={href(packPath(cell))}>
            <StateTag tone={stateTones[cell.state]}>{stateText(cell, call)}</StateTag>
          </a>
        )
      },
    })),
  ]
  return (
    <Section title={t(m('overview.to', { country: name }))} id={`to-${to.toLowerCase()}`}>
      <Table
        language={language}
        caption={t(m('overview.to', { country: name }))}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ from }) => from}
      />
    </Section>
  )
}

function stateText({ pack, state }: Cell, { t, language }: PageCall): string {
  if (!pack) return t(m('state.gap'))
  const day = formatDate(pack.validUntil, language, 'medium')
  return t(m(state === 'expired' ? 'state.since' : 'state.until', { day }))
}
