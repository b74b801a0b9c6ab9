import { formatAcademicYear, formatList, formatNumber } from '#kernel/values'
import { BarRows, ButtonGroup, ButtonLink, EmptyState, Heading, Page, Section, Stack } from '#ui'
import { m } from '../messages/index.ts'
import type { SeatsOfYear } from '../queries/seats.ts'
import { base, nameOf, type PageCall } from './words.tsx'

interface SeatsPageProps {
  call: PageCall
  year: string
  years: { before: string; after: string }
  seats: readonly SeatsOfYear[]
}

/** The places of a year, out and in: how many each agreement gives and how many are held. The bars are tables, and print. */
export function SeatsPage({ call, year, years, seats }: SeatsPageProps) {
  const { t, href, language } = call
  const label = formatAcademicYear(year, language)
  const parts = (['out', 'in', 'both'] as const).map((direction) => ({
    direction,
    rows: seats.filter((each) => each.direction === direction),
  }))
  return (
    <Page
      frame={call.frame}
      title={t(m('seats.title'))}
      trail={[{ href: href(base), label: t(m('stays.title')) }]}
    >
      <Heading
        level={1}
        kicker={label}
        lead={t(m('seats.lead'))}
        actions={
          <ButtonGroup>
            {[years.before, years.after].map((other) => (
              <ButtonLink key={other} look="quiet" href={href(`${base}/seats`, { year: other })}>
                {formatAcademicYear(other, language)}
              </ButtonLink>
            ))}
          </ButtonGroup>
        }
      >
        {t(m('seats.title'))}
      </Heading>
      {seats.length === 0 ? (
        <EmptyState title={t(m('seats.none', { year: label }))} why={t(m('seats.none-why'))} />
      ) : (
        <Stack gap="wide">
          {parts
            .filter(({ rows }) => rows.length > 0)
            .map(({ direction, rows }) => (
              <Section key={direction} title={t(m(`seats.${direction}`))} id={direction}>
                <BarRows
                  caption={t(m(`seats.${direction}`))}
                  captionHidden
                  labelHeading={t(m('filter.partner'))}
                  valueHeading={t(m('seats.held'))}
                  max={Math.max(...rows.map((row) => row.seats))}
                  rows={rows.map((row) => barOf(call, row, year))}
                />
              </Section>
            ))}
        </Stack>
      )}
    </Page>
  )
}

function barOf({ t, href, language }: PageCall, row: SeatsOfYear, year: string) {
  const partners = formatList(
    row.partners.map(({ names }) => nameOf(names, language)),
    language,
  )
  const counts = {
    held: formatNumber(row.held, language),
    seats: formatNumber(row.seats, language),
    waiting: formatNumber(row.waiting, language),
  }
  const [partner] = row.partners
  return {
    label: row.shared ? t(m('seats.shared', { partners })) : partners,
    value: row.held,
    valueLabel: t(m(row.waiting > 0 ? 'seats.of-waiting' : 'seats.of', counts)),
    tone: row.held >= row.seats ? ('attention' as const) : ('info' as const),
    ...(partner && row.partners.length === 1
      ? { href: href(base, { partner: partner.id, year }) }
      : {}),
  }
}
