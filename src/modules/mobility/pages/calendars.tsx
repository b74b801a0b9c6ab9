import { formatDate, formatDateRange, formatNumber } from '#kernel/values'
import { type BandSpan, DescriptionList, Section, SpanBands, StateTag } from '#ui'
import { m } from '../messages/index.ts'
import type { StayRow } from '../queries/stays.ts'
import type { TermDates } from '../rules/calendar.ts'
import { type CalendarFinding, compareCalendars, shareOf, windowOf } from '../rules/calendars.ts'
import { PublicHolidays } from './holidays.tsx'
import { datesOf, nameOf, type PageCall } from './words.tsx'

interface CalendarsProps {
  call: PageCall
  stay: StayRow
  terms: { home: readonly TermDates[]; host: readonly TermDates[] }
}

/** The terms of both institutions beside the stay, with what the student misses, and gaps. */
export function Calendars({ call, stay, terms }: CalendarsProps) {
  const { t, language } = call
  if (terms.home.length === 0 && terms.host.length === 0) return null
  const dates = { startsOn: stay.starts_on, endsOn: stay.ends_on }
  const window = windowOf(dates)
  const findings = compareCalendars(terms.home, terms.host, dates)
  return (
    <Section title={t(m('calendar.title'))} id="calendars" lead={t(m('calendar.lead'))}>
      <SpanBands
        label={t(m('calendar.title'))}
        bands={[
          {
            title: stay.sendingAcronym ?? nameOf(stay.sending, language),
            spans: spansOf(terms.home),
          },
          {
            title: stay.receivingAcronym ?? nameOf(stay.receiving, language),
            spans: spansOf(terms.host),
          },
        ]}
        ends={{
          first: formatDate(window.from, language, 'medium'),
          last: formatDate(window.until, language, 'medium'),
        }}
        mark={{
          from: shareOf(dates.startsOn, window),
          to: shareOf(dates.endsOn, window),
          label: t(m('calendar.stay', { dates: datesOf(call, stay) })),
        }}
      />
      <DescriptionList
        columns
        items={[
          ...datesOfTerms(
            call,
            window,
            stay.sendingAcronym ?? nameOf(stay.sending, language),
            terms.home,
          ),
          ...datesOfTerms(
            call,
            window,
            stay.receivingAcronym ?? nameOf(stay.receiving, language),
            terms.host,
          ),
        ]}
      />
      <Findings call={call} findings={findings} />
      <PublicHolidays call={call} stay={stay} />
    </Section>
  )

  function spansOf(rows: readonly TermDates[]): BandSpan[] {
    return within(rows, window).map((term) => ({
      label: t(m('calendar.term', { number: formatNumber(term.term_number, language) })),
      size: '',
      from: shareOf(term.starts_on, window),
      to: shareOf(term.ends_on, window),
    }))
  }
}

function Findings({ call, findings }: { call: PageCall; findings: readonly CalendarFinding[] }) {
  const { t } = call
  return (
    <ul class="plain-list">
      {findings.length === 0 ? (
        <li>
          <StateTag tone="done">{t(m('calendar.fits'))}</StateTag>
        </li>
      ) : (
        findings.map((finding, place) => (
          <li key={place}>
            <StateTag tone="attention">{findingText(call, finding)}</StateTag>
          </li>
        ))
      )}
    </ul>
  )
}

type Window = ReturnType<typeof windowOf>

/** The terms of which the picture shows something, in their order. */
function within(rows: readonly TermDates[], { from, until }: Window): TermDates[] {
  return rows
    .filter((term) => term.ends_on >= from && term.starts_on <= until)
    .toSorted((a, b) => (a.starts_on < b.starts_on ? -1 : 1))
}

/** The same in words: each term with its days, in the reader's calendar. */
function datesOfTerms(call: PageCall, window: Window, name: string, rows: readonly TermDates[]) {
  const { t, language } = call
  return within(rows, window).map((term) => ({
    term: `${name} · ${t(m('calendar.term', { number: formatNumber(term.term_number, language) }))}`,
    value: formatDateRange(term.starts_on, term.ends_on, language),
  }))
}

function findingText({ t }: Pick<PageCall, 't'>, finding: CalendarFinding): string {
  const { days } = finding
  if (finding.kind === 'gap') return t(m(`calendar.gap-${finding.at}`, { days }))
  return t(m(`calendar.${finding.kind}-${finding.at}`, { days }))
}
