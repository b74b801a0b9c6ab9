import { type Scene } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { dateInZone, formatClock, formatDate, type LocalText, timeZoneName } from '#kernel/values'
import {
  ButtonGroup,
  ButtonLink,
  EmptyState,
  Field,
  FilterBar,
  LongList,
  type Option,
  Section,
  Timeline,
  waitingFrom,
} from '#ui'
import { m } from '../messages/index.ts'
import type { ReadOfMine } from '../queries/reads.ts'
import { AccountPage, organisationList, roleWord } from './scene.tsx'

/** A read with the words for what was opened. */
export interface WordedRead<Read extends ReadOfMine = ReadOfMine> {
  read: Read
  what: Message
}

/** What both records of reads are shown with. */
export interface RecordProps {
  scene: Scene
  names: ReadonlyMap<string, LocalText>
  /** What the filter is set to, and what it offers. */
  chosen: Readonly<Record<string, string>>
  organisations: readonly Option[]
  whats: readonly Option[]
  earlier: string | null
  latest: string | null
  table: string
  /** The same as a workbook. */
  workbook: string
}

interface ReadsProps extends RecordProps {
  reads: readonly WordedRead[]
  keptMonths: number
}

/** Who looked at the reader's data, a day at a time, the latest first. */
export function ReadsPage(props: ReadsProps) {
  const { scene, reads, chosen } = props
  const { t, language, timeZone } = scene
  const isNarrowed = Object.values(chosen).some((value) => value !== '')
  return (
    <AccountPage
      scene={scene}
      title={t(m('reads.title'))}
      lead={t(m('reads.lead'))}
      actions={
        reads.length > 0 && (
          <ButtonGroup>
            <ButtonLink look="secondary" icon="download" href={props.workbook}>
              {t(m('reads.download-xlsx'))}
            </ButtonLink>
            <ButtonLink look="quiet" icon="download" href={props.table}>
              {t(m('reads.download'))}
            </ButtonLink>
          </ButtonGroup>
        )
      }
    >
      {(reads.length > 0 || isNarrowed || props.latest) && <ReadFilterBar {...props} />}
      {reads.length === 0 && <NoReads scene={scene} isNarrowed={isNarrowed} />}
      <Days {...props} />
      <EarlierAndLatest {...props} />
      <p class="quiet">
        {t(
          m('reads.kept', {
            zone: timeZoneName(timeZone, language, scene.now),
            months: props.keptMonths,
          }),
        )}
      </p>
    </AccountPage>
  )
}

/** A section a day; on a phone the list is only begun, however many days or reads a day there are. */
function Days(props: ReadsProps) {
  const { scene, reads } = props
  const { language, timeZone } = scene
  const byDay = Map.groupBy(reads, ({ read }) => dateInZone(read.readAt, timeZone))
  const days = [...byDay].map(([day, ofDay]) => ({ day, entries: entriesOf(scene, ofDay, props) }))
  const count = days.reduce((sum, { entries }) => sum + entries.length, 0)
  const from = waitingFrom(count)
  let place = 0
  return (
    <LongList language={language} count={count} laterId={`read-${from}`}>
      {days.map(({ day, entries }) => {
        const start = place
        place += entries.length
        return (
          <div key={day} class={start >= from ? 'later' : undefined}>
            <Section level={3} title={formatDate(day, language)} id={`day-${day}`}>
              <Timeline
                label={formatDate(day, language)}
                entries={entries.map((entry, index) =>
                  start + index < from ? entry : { ...entry, laterId: `read-${start + index}` },
                )}
              />
            </Section>
          </div>
        )
      })}
    </LongList>
  )
}

/** Narrows a record by organisation and by what was opened. */
export function ReadFilterBar(props: RecordProps & { path?: string; readers?: readonly Option[] }) {
  const { scene, chosen, path = '/account/reads' } = props
  const { t, href, language } = scene
  const select = (name: string, label: Message, options: readonly Option[]) =>
    options.length > 1 && (
      <Field
        language={language}
        kind="select"
        name={name}
        label={t(label)}
        value={chosen[name] ?? ''}
        options={options}
        autosubmit
      />
    )
  const lists = [props.organisations, props.whats, props.readers ?? []]
  if (lists.every((options) => options.length <= 1)) return null
  return (
    <FilterBar
      language={language}
      action={href(path)}
      active={lists.flat().flatMap(({ value, label }) => {
        const name = Object.keys(chosen).find((each) => chosen[each] === value)
        return name ? [{ label, href: href(path, { ...chosen, [name]: undefined }) }] : []
      })}
    >
      {select('reader', m('staff-reads.reader'), props.readers ?? [])}
      {select('organisation', m('reads.organisation'), props.organisations)}
      {select('what', m('reads.what'), props.whats)}
    </FilterBar>
  )
}

/** Says that there is nothing, or nothing that fits. */
export function NoReads(props: { scene: Scene; isNarrowed: boolean; why?: Message }) {
  const { t } = props.scene
  return props.isNarrowed ? (
    <EmptyState title={t(m('reads.none-fits'))} why={t(m('reads.none-fits-why'))} />
  ) : (
    <EmptyState title={t(m('reads.none'))} why={t(props.why ?? m('reads.none-why'))} />
  )
}

/** The ways to older reads and back. */
export function EarlierAndLatest({ scene, earlier, latest }: RecordProps) {
  if (!earlier && !latest) return null
  return (
    <ButtonGroup>
      {latest && (
        <ButtonLink look="quiet" href={latest}>
          {scene.t(m('reads.latest'))}
        </ButtonLink>
      )}
      {earlier && (
        <ButtonLink look="secondary" href={earlier}>
          {scene.t(m('reads.earlier'))}
        </ButtonLink>
      )}
    </ButtonGroup>
  )
}

/** Who a read was by: a role at an organisation, never a name. */
export function readerWords(
  scene: Scene,
  read: ReadOfMine,
  names: ReadonlyMap<string, LocalText>,
): string {
  const { t } = scene
  if (read.byLink) return t(m('reads.by-link'))
  if (read.role === null) return t(m('reads.signed-in'))
  const role = t(roleWord(read.role))
  const places = read.organisationIds.flatMap((id) => names.get(id) ?? [])
  const reader =
    places.length === 0
      ? role
      : t(m('reads.reader', { role, organisations: organisationList(scene, places) }))
  return read.asStandIn ? t(m('reads.stand-in', { reader })) : reader
}

/** The same reader who opened the same thing several times on a day stands there once. */
function entriesOf(scene: Scene, reads: readonly WordedRead[], { names }: RecordProps) {
  const { t, timeZone, language } = scene
  const clock = (at: Date) => formatClock(at, timeZone, language)
  const told = reads.map((worded) => ({
    worded,
    who: readerWords(scene, worded.read, names),
    what: t(worded.what),
    detail: sizeWords(scene, worded.read),
  }))
  const same = Map.groupBy(told, ({ who, what, detail }) => JSON.stringify([who, what, detail]))
  return [...same.values()].flatMap((group) => {
    const [latest, earliest] = [group[0], group.at(-1)]
    if (!latest || !earliest) return []
    const [from, until] = [clock(earliest.worded.read.readAt), clock(latest.worded.read.readAt)]
    return [
      {
        at: latest.worded.read.readAt.toISOString(),
        when: timesWords(scene, from, until, group.length),
        what: latest.what,
        who: latest.who,
        ...(latest.detail ? { detail: latest.detail } : {}),
      },
    ]
  })
}

function timesWords({ t }: Scene, from: string, until: string, count: number): string {
  if (count === 1) return until
  return from === until
    ? t(m('reads.times-at', { at: until, count }))
    : t(m('reads.times', { from, until, count }))
}

/** How many others were on a list, or that it is not known whether the person was. */
export function sizeWords({ t }: Scene, { personCount: count, isCertain }: ReadOfMine): string {
  if (!isCertain) return t(m('reads.perhaps', { count }))
  return count > 1 ? t(m('reads.in-list', { count })) : ''
}
