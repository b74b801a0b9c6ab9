import { addDays, type DateOnly, displayName, formatDateRange, localised } from '#kernel/values'
import {
  ButtonLink,
  DescriptionList,
  EmptyState,
  Local,
  ObjectStrip,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
  type Tone,
} from '#ui'
import { m } from '../messages/index.ts'
import type { WeekRow } from '../queries/journal.ts'
import type { PlacementRow } from '../queries/placements.ts'
import { type LoggedHours, minutesByWeek } from '../rules/hours.ts'
import { countedMinutes, dueOfWeek } from '../rules/journal.ts'
import { placementState } from '../rules/stay.ts'
import type { WeekState } from '../schema-journal.ts'
import { base, durationText, type PageCall } from './scene.tsx'

/** How a week stands on pages: what nobody has begun is open. */
export const weekTones: Record<WeekState | 'late', Tone> = {
  open: 'neutral',
  late: 'harm',
  sent: 'info',
  returned: 'attention',
  confirmed: 'done',
}

/** From its Monday to its Sunday. */
export function weekText(week: DateOnly, call: Pick<PageCall, 'language'>): string {
  return formatDateRange(week, addDays(week, 6), call.language)
}

/** Where a week stands: one that is not written in time is late. */
export function weekStateOf(
  week: DateOnly,
  row: WeekRow | null | undefined,
  today: DateOnly,
): WeekState | 'late' {
  const state = row?.state ?? 'open'
  const isLate =
    (state === 'open' || state === 'returned') && (row?.dueOn ?? dueOfWeek(week)) < today
  return isLate ? 'late' : state
}

interface JournalProps {
  call: PageCall
  placement: PlacementRow
  /** The weeks that have begun, the latest first. */
  weeks: readonly DateOnly[]
  written: readonly WeekRow[]
  hours: readonly LoggedHours[]
  /** Today on the host's clock. */
  today: DateOnly
  /** Whether the reader is the student. */
  isOwn: boolean
}

/** The journal of a placement: each week with its hours and what the host says to them, and what counts so far. */
export function JournalPage(props: JournalProps) {
  const { call, placement, weeks, written, today, isOwn } = props
  const { t, href, language } = call
  const here = `${base}/placements/${placement.id}/journal`
  const stands = placementState(placement, today)
  const byWeek = new Map(written.map((row) => [row.week, row]))
  const next = weeks.findLast((week) => {
    const state = weekStateOf(week, byWeek.get(week), today)
    return state === 'late' || state === 'open' || state === 'returned'
  })
  return (
    <Page
      frame={call.frame}
      title={t(m('journal.title'))}
      trail={[
        { href: href(base), label: t(m('browse.title')) },
        {
          href: href(`${base}/placements/${placement.id}`),
          label: localised(placement.titles, language).text,
        },
      ]}
    >
      <ObjectStrip
        language={language}
        kind={t(m('journal.title'))}
        title={<Local language={language} text={placement.titles} />}
        detail={placement.host}
        state={{
          tone: stands === 'running' ? 'done' : 'neutral',
          label: t(m(`placement.${stands}`)),
        }}
        who={displayName(placement.personName, language)}
        actions={
          isOwn && next ? (
            <ButtonLink href={href(`${here}/${next}`)}>
              {t(m('journal.write', { week: weekText(next, call) }))}
            </ButtonLink>
          ) : undefined
        }
      />
      <Stack gap="wide">
        <Sums call={call} placement={placement} />
        <Weeks {...props} byWeek={byWeek} here={here} />
      </Stack>
    </Page>
  )
}

function Sums({ call, placement }: Pick<JournalProps, 'call' | 'placement'>) {
  const { t } = call
  const confirmed = placement.confirmedMinutes ?? 0
  return (
    <DescriptionList
      columns
      items={[
        { term: t(m('field.logged')), value: durationText(placement.minutes, call) },
        { term: t(m('field.confirmed')), value: durationText(confirmed, call) },
        {
          term: t(m('journal.counts')),
          value: durationText(countedMinutes(placement), call),
        },
      ]}
    />
  )
}

function Weeks({
  call,
  placement,
  weeks,
  hours,
  today,
  byWeek,
  here,
}: JournalProps & { byWeek: ReadonlyMap<DateOnly, WeekRow>; here: string }) {
  const { t, href, language } = call
  const minutes = minutesByWeek(hours, placement.timeZone)
  return (
    <Section title={t(m('journal.weeks'))} id="weeks" lead={t(m('journal.lead'))}>
      <Table<DateOnly>
        language={language}
        caption={t(m('journal.weeks'))}
        captionHidden
        rows={weeks}
        rowKey={(week) => week}
        rowLabel={(week) => weekText(week, call)}
        rowHref={(week) => href(`${here}/${week}`)}
        columns={[
          {
            key: 'week',
            label: t(m('journal.week')),
            primary: true,
            cell: (week) => weekText(week, call),
          },
          {
            key: 'hours',
            label: t(m('field.hours')),
            cell: (week) => durationText(Math.round(minutes.get(week) ?? 0), call),
          },
          {
            key: 'state',
            label: t(m('field.state')),
            kind: 'state',
            cell: (week) => {
              const state = weekStateOf(week, byWeek.get(week), today)
              return <StateTag tone={weekTones[state]}>{t(m(`week.${state}`))}</StateTag>
            },
          },
        ]}
        empty={<EmptyState title={t(m('journal.none'))} why={t(m('journal.none-why'))} />}
      />
    </Section>
  )
}
