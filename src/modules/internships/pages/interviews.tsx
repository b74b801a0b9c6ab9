import type { FormState } from '#kernel/http'
import {
  displayName,
  formatClock,
  formatInstant,
  formatNumber,
  localised,
  timeZoneName,
} from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  EmptyState,
  Field,
  FieldSet,
  Fold,
  Form,
  FormAlert,
  Heading,
  Local,
  Notice,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { ApplicationRow } from '../queries/applications.ts'
import type { SlotRow } from '../queries/interviews.ts'
import type { PositionRow } from '../queries/positions.ts'
import { endOf, mostSlots, slotLengths } from '../rules/interview.ts'
import { base, type PageCall } from './scene.tsx'

/** A time on a clock: the day, from and until, and how far the clock is from that of Greenwich. */
function timeText({ startsAt }: SlotRow, zone: string, { language }: PageCall): string {
  return formatInstant(startsAt, zone, language, 'long')
}

/** Whether the reader's clock shows another time than the host's. */
function isElsewhere({ startsAt, timeZone }: SlotRow, call: PageCall): boolean {
  return (
    formatInstant(startsAt, timeZone, call.language) !==
    formatInstant(startsAt, call.timeZone, call.language)
  )
}

/** A time on the reader's clock, and on the host's where that shows another. */
function When({ call, slot }: { call: PageCall; slot: SlotRow }) {
  const { t, language } = call
  const end = formatClock(endOf(slot), call.timeZone, language)
  return (
    <>
      <strong>
        <time datetime={slot.startsAt.toISOString()}>{timeText(slot, call.timeZone, call)}</time>
      </strong>{' '}
      {t(m('interview.until', { at: end }))}
      {isElsewhere(slot, call) && (
        <>
          <br />
          <span class="quiet">
            {t(m('interview.host-clock', { at: timeText(slot, slot.timeZone, call) }))}
          </span>
        </>
      )}
    </>
  )
}

/** Only an address of the web is a link; a room is text. */
function Place({ place }: { place: string }) {
  return /^https?:\/\/\S+$/.test(place) ? (
    <a href={place} rel="noopener noreferrer">
      {place}
    </a>
  ) : (
    <Typed>{place}</Typed>
  )
}

interface InterviewProps {
  call: PageCall
  application: ApplicationRow
  /** The times of the position. */
  slots: readonly SlotRow[]
  form: FormState | null
}

/** On an application: the time that was picked, the choice of one for its applicant, and the way to all times for the office. */
export function Interview(props: InterviewProps) {
  const { call, application, slots } = props
  const { t, href } = call
  const own = slots.find(({ picked }) => picked?.id === application.id) ?? null
  const mayPick = call.may('internships.application.pick', application)
  const isOffice = call.may('internships.application.decide', application)
  const free = slots.filter(({ picked, startsAt }) => !picked && startsAt > call.now)
  if (!own && !isOffice && !(mayPick && free.length > 0)) return null
  return (
    <Section title={t(m('interview.title'))} id="interview">
      <Stack>
        {own && <Picked {...props} slot={own} mayPick={mayPick} />}
        {mayPick && free.length > 0 && <Choice {...props} free={free} isChange={own !== null} />}
        {isOffice && !own && (
          <p>{t(m(slots.length > 0 ? 'interview.not-picked' : 'interview.none-offered'))}</p>
        )}
        {isOffice && call.may('internships.position.edit', application) && (
          <ButtonGroup>
            <ButtonLink
              look="secondary"
              href={href(`${base}/positions/${application.position_id}/interviews`)}
            >
              {t(m('interview.slots'))}
            </ButtonLink>
          </ButtonGroup>
        )}
      </Stack>
    </Section>
  )
}

function Picked({
  call,
  application,
  slot,
  mayPick,
}: InterviewProps & { slot: SlotRow; mayPick: boolean }) {
  const { t, href, frame } = call
  const at = `${base}/applications/${application.id}`
  return (
    <Notice tone="done" title={t(m('interview.picked'))}>
      <p>
        <When call={call} slot={slot} />
      </p>
      <p>
        <Place place={slot.place} />
      </p>
      <ButtonGroup>
        <ButtonLink look="secondary" icon="download" download href={href(`${at}/calendar`)}>
          {t(m('interview.calendar'))}
        </ButtonLink>
        {mayPick && slot.startsAt > call.now && (
          <Form action={href(`${at}/interview/return`)} csrf={frame.csrf} inline>
            <Button look="quiet">{t(m('interview.return'))}</Button>
          </Form>
        )}
      </ButtonGroup>
    </Notice>
  )
}

function Choice({
  call,
  application,
  free,
  isChange,
  form,
}: InterviewProps & { free: readonly SlotRow[]; isChange: boolean }) {
  const { t, language, href, frame } = call
  const choice = (
    <Form action={href(`${base}/applications/${application.id}/interview`)} csrf={frame.csrf}>
      <Field
        kind="radio"
        language={language}
        name="slot"
        label={t(m('interview.choose'))}
        hint={t(m('interview.choose-hint'))}
        options={free.map((slot) => ({
          value: slot.id,
          label: timeText(slot, call.timeZone, call),
          ...(isElsewhere(slot, call)
            ? { hint: t(m('interview.host-clock', { at: timeText(slot, slot.timeZone, call) })) }
            : {}),
        }))}
        value={form?.values['slot']}
        error={form?.errors['slot']}
      />
      <Button>{t(m('interview.pick'))}</Button>
    </Form>
  )
  if (!isChange) return choice
  return (
    <Fold summary={t(m('interview.change'))} open={form?.errors['slot'] !== undefined}>
      {choice}
    </Fold>
  )
}

interface InterviewsPageProps {
  call: PageCall
  position: PositionRow
  slots: readonly SlotRow[]
  /** The times of which the reader may know who picked them. */
  names: ReadonlySet<string>
  form: FormState | null
}

/** The times that a position offers, with who picked each, and the form that offers more. */
export function InterviewsPage(props: InterviewsPageProps) {
  const { call, position, form } = props
  const { t, href, language } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('interview.slots'))}
      trail={[
        { href: href(base), label: t(m('browse.title')) },
        {
          href: href(`${base}/positions/${position.id}`),
          label: localised(position.titles, language).text,
        },
      ]}
      alert={<FormAlert language={language} form={form} />}
    >
      <Heading
        level={1}
        kicker={<Local language={language} text={position.titles} />}
        lead={t(m('interview.slots-lead'))}
      >
        {t(m('interview.slots'))}
      </Heading>
      <Stack gap="wide">
        <Slots {...props} />
        <Offer {...props} />
      </Stack>
    </Page>
  )
}

function Slots({ call, position, slots, names }: InterviewsPageProps) {
  const { t, language, href, frame } = call
  const areToCome = slots.some(({ startsAt }) => startsAt > call.now)
  return (
    <Table<SlotRow>
      language={language}
      caption={t(m('interview.slots'))}
      captionHidden
      rows={slots}
      rowKey={({ id }) => id}
      rowLabel={(slot) => timeText(slot, slot.timeZone, call)}
      columns={[
        {
          key: 'when',
          label: t(m('interview.when')),
          primary: true,
          cell: (slot) => <When call={call} slot={slot} />,
        },
        {
          key: 'minutes',
          label: t(m('interview.minutes')),
          cell: ({ minutes }) => t(m('interview.minutes-each', { minutes })),
        },
        {
          key: 'place',
          label: t(m('interview.place')),
          cell: ({ place }) => <Place place={place} />,
        },
        {
          key: 'who',
          label: t(m('interview.who')),
          cell: ({ id, picked }) =>
            picked && names.has(id) ? (
              <a href={href(`${base}/applications/${picked.id}`)}>
                {displayName(picked.name, language)}
              </a>
            ) : (
              <StateTag tone={picked ? 'done' : 'quiet'}>
                {t(m(picked ? 'interview.taken' : 'interview.free'))}
              </StateTag>
            ),
        },
      ]}
      empty={<EmptyState title={t(m('interview.empty'))} why={t(m('interview.empty-why'))} />}
      {...(areToCome
        ? {
            select: {
              action: href(`${base}/positions/${position.id}/interviews/removal`),
              csrf: frame.csrf,
              actions: [{ name: 'step', value: 'remove', label: t(m('interview.remove')) }],
            },
          }
        : {})}
    />
  )
}

function Offer({ call, position, form }: InterviewsPageProps) {
  const { t, language, href, frame } = call
  const zone = timeZoneName(position.timeZone, language, call.now)
  const given = (name: string) => ({ value: form?.values[name], error: form?.errors[name] })
  return (
    <Section
      title={t(m('interview.offer'))}
      id="offer"
      lead={t(m('interview.offer-lead', { zone }))}
    >
      <Form action={href(`${base}/positions/${position.id}/interviews`)} csrf={frame.csrf}>
        <FieldSet legend={t(m('interview.when'))} columns>
          <Field
            kind="date"
            language={language}
            name="day"
            label={t(m('log.day'))}
            {...given('day')}
          />
          <Field
            kind="time"
            language={language}
            name="from"
            label={t(m('interview.from'))}
            {...given('from')}
          />
          <Field
            kind="select"
            language={language}
            name="minutes"
            label={t(m('interview.minutes'))}
            options={slotLengths.map((minutes) => ({
              value: String(minutes),
              label: t(m('interview.minutes-each', { minutes })),
            }))}
            value={form?.values['minutes'] ?? '30'}
            error={form?.errors['minutes']}
          />
          <Field
            kind="number"
            language={language}
            name="count"
            label={t(m('interview.count'))}
            hint={t(m('interview.count-hint', { most: formatNumber(mostSlots, language) }))}
            value={form?.values['count'] ?? '4'}
            error={form?.errors['count']}
          />
        </FieldSet>
        <Field
          kind="text"
          language={language}
          name="place"
          label={t(m('interview.place'))}
          hint={t(m('interview.place-hint'))}
          maxlength={300}
          {...given('place')}
        />
        <Button>{t(m('interview.offer-do'))}</Button>
      </Form>
    </Section>
  )
}
