import { formatNumber, type Language } from '#kernel/values'
import { Figure, Grid, Section, ShareBands } from '#ui'
import { m } from '../messages/index.ts'
import type { RunSummary, Seats, Shares } from '../rules/summary.ts'
import { countryText, type PageCall, percentText, shareText } from './words.ts'

interface FiguresProps {
  call: Pick<PageCall, 't' | 'language'>
  summary: RunSummary
}

/** Choices that have a part of the picture for themselves; later ones share the last. */
const choicesShown = 4

/** A large number with its percentage beside it, smaller, so that both fit where a figure stands. */
export function ShareValue({
  part,
  whole,
  language,
}: {
  part: number
  whole: number
  language: Language
}) {
  const number = formatNumber(part, language)
  if (whole === 0) return <>{number}</>
  return (
    <>
      {`${number}\u00A0`}
      <small>({percentText(part / whole, language)})</small>
    </>
  )
}

/** A run in a few numbers: how many have a place, their first choice, and how many seats are filled. */
export function KeyFigures({ call, summary }: FiguresProps) {
  const { t, language } = call
  const matched = summary.applicants - summary.unmatched
  const first = summary.choices[0] ?? 0
  return (
    <Grid size="small">
      <Figure
        value={<ShareValue part={matched} whole={summary.applicants} language={language} />}
        label={t(m('figures.matched'))}
        detail={t(m('figures.of-applicants', { count: summary.applicants }))}
      />
      <Figure
        value={<ShareValue part={first} whole={summary.applicants} language={language} />}
        label={t(m('figures.first'))}
        detail={t(m('figures.of-applicants', { count: summary.applicants }))}
      />
      <Figure
        value={<ShareValue part={matched} whole={summary.seats} language={language} />}
        label={t(m('figures.filled'))}
        detail={t(m('figures.of-seats', { seats: summary.seats, places: summary.places }))}
      />
      <Figure value={formatNumber(summary.unmatched, language)} label={t(m('figures.unmatched'))} />
    </Grid>
  )
}

/** Who got which choice, as cloth: everybody, and by country. */
export function ChoiceFigures({ call, summary }: FiguresProps) {
  const { t, language } = call
  const most = Math.max(summary.choices.length, 1)
  const shown = most > choicesShown + 1 ? choicesShown : most
  const parts = [
    ...Array.from({ length: shown }, (_, at) => t(m('figures.choice', { choice: at + 1 }))),
    ...(most > shown ? [t(m('figures.later', { choice: shown + 1 }))] : []),
    t(m('figures.none')),
  ]
  const valuesOf = ({ choices, unmatched }: Shares) => [
    ...Array.from({ length: shown }, (_, at) => choices[at] ?? 0),
    ...(most > shown ? [choices.slice(shown).reduce((sum, each) => sum + each, 0)] : []),
    unmatched,
  ]
  const rowOf = (label: string, shares: Shares) => ({
    label,
    values: valuesOf(shares),
    valueLabels: valuesOf(shares).map((value) => shareText(value, shares.applicants, language)),
    total: t(m('figures.of-applicants', { count: shares.applicants })),
  })
  return (
    <Section title={t(m('figures.choices'))} id="choices" lead={t(m('figures.choices-lead'))}>
      <ShareBands
        caption={t(m('figures.choices'))}
        captionHidden
        labelHeading={t(m('columns.country'))}
        parts={parts}
        lastIsBare
        rows={[
          rowOf(t(m('figures.all')), summary),
          ...summary.byCountry.map((each) => rowOf(countryText(each.country, language, t), each)),
        ]}
      />
    </Section>
  )
}

/** How the seats were filled, by the places' country and sector. */
export function SeatFigures({ call, summary }: FiguresProps) {
  const { t, language } = call
  const parts = [t(m('figures.seats-filled')), t(m('figures.seats-free'))]
  const rowOf = (label: string, { places, seats, filled }: Seats) => ({
    label,
    values: [filled, seats - filled],
    valueLabels: [shareText(filled, seats, language), formatNumber(seats - filled, language)],
    total: t(m('figures.of-seats', { seats, places })),
  })
  const groups = [
    {
      key: 'figures.by-country' as const,
      heading: 'columns.country' as const,
      rows: summary.byPlaceCountry.map((each) =>
        rowOf(countryText(each.country, language, t), each),
      ),
    },
    {
      key: 'figures.by-sector' as const,
      heading: 'columns.sector' as const,
      rows: summary.bySector.map((each) => rowOf(each.sector || t(m('figures.unsaid')), each)),
    },
  ]
  return (
    <>
      {groups.map(({ key, heading, rows }) =>
        rows.length === 0 ? null : (
          <Section key={key} title={t(m(key))} id={key.replace('.', '-')}>
            <ShareBands
              caption={t(m(key))}
              captionHidden
              labelHeading={t(m(heading))}
              parts={parts}
              lastIsBare
              rows={rows}
            />
          </Section>
        ),
      )}
    </>
  )
}
