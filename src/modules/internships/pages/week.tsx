import type { FormState } from '#kernel/http'
import type { StoredFile } from '#kernel/files'
import {
  type DateOnly,
  displayName,
  formatClock,
  formatDate,
  localised,
  timeZoneName,
  weekdayOf,
} from '#kernel/values'
import {
  Button,
  ButtonGroup,
  Field,
  FieldSet,
  FileList,
  Fold,
  Form,
  FormAlert,
  Local,
  Notice,
  ObjectStrip,
  Page,
  Section,
  Stack,
} from '#ui'
import { m } from '../messages/index.ts'
import type { WeekRow } from '../queries/journal.ts'
import type { PlacementRow } from '../queries/placements.ts'
import type { LoggedHours } from '../rules/hours.ts'
import { dueOfWeek, mostEvidence } from '../rules/journal.ts'
import { weekText, weekTones } from './journal.tsx'
import { base, dayText, durationText, type PageCall } from './scene.tsx'
import { WeekHours, WeekWords, Written } from './week-parts.tsx'

interface WeekProps {
  call: PageCall
  placement: PlacementRow
  monday: DateOnly
  row: WeekRow | null
  /** The days of the week that lie in the placement and are not ahead. */
  days: readonly DateOnly[]
  hours: readonly (LoggedHours & { work: string })[]
  /** The minutes that are logged in it. */
  minutes: number
  goals: readonly string[]
  files: readonly StoredFile[]
  /** Whether the reader is the student. */
  isOwn: boolean
  form: FormState
}

/** One week of a journal: written on a phone by the student, read by the office, with what the host said. */
export function WeekPage(props: WeekProps) {
  const { call, placement, monday, row, minutes, isOwn, form } = props
  const { t, href, language } = call
  const state = row?.state ?? 'open'
  const isWritten = state === 'sent' || state === 'confirmed'
  const journal = `${base}/placements/${placement.id}/journal`
  return (
    <Page
      frame={call.frame}
      title={t(m('journal.week'))}
      trail={[
        {
          href: href(`${base}/placements/${placement.id}`),
          label: localised(placement.titles, language).text,
        },
        { href: href(journal), label: t(m('journal.title')) },
      ]}
      alert={<FormAlert language={language} form={form.message === null ? null : form} />}
    >
      <ObjectStrip
        language={language}
        kind={t(m('journal.week'))}
        title={weekText(monday, call)}
        detail={<Local language={language} text={placement.titles} />}
        state={{ tone: weekTones[state], label: t(m(`week.${state}`)) }}
        next={t(m(`week-next.${state}`))}
        who={displayName(placement.personName, language)}
        until={isWritten ? undefined : dayText(row?.dueOn ?? dueOfWeek(monday), call)}
      />
      <Stack gap="wide">
        {row && row.remark !== '' && (state === 'returned' || state === 'confirmed') && (
          <Notice
            tone={state === 'returned' ? 'attention' : 'done'}
            title={t(m(row.answeredBy === 'office' ? 'week.by-office' : 'week.host-says'))}
          >
            <Written text={row.remark} language={row.remarkLanguage} />
          </Notice>
        )}
        <Section
          title={t(m('hours.title'))}
          id="hours"
          lead={t(m('week.sum', { time: durationText(row?.minutes ?? minutes, call) }))}
        >
          <WeekHours call={call} hours={props.hours} timeZone={placement.timeZone} />
        </Section>
        {isOwn && !isWritten ? <WriteForm {...props} /> : <Read {...props} />}
        {state === 'sent' && <WhileSent {...props} />}
      </Stack>
    </Page>
  )
}

function evidenceHref({ call, placement, monday }: WeekProps, file: StoredFile): string {
  const at = `${base}/placements/${placement.id}/journal/${monday}/evidence`
  return call.href(`${at}?file=${file.id}`)
}

function Read(props: WeekProps) {
  const { call, row, files } = props
  const { t } = call
  return (
    <Section title={t(m('week.written'))} id="written">
      {row ? (
        <WeekWords
          call={call}
          week={row}
          files={files.map((file) => ({ name: file.name, href: evidenceHref(props, file) }))}
        />
      ) : (
        <p class="quiet">{t(m('week.nothing'))}</p>
      )}
    </Section>
  )
}

function WriteForm(props: WeekProps) {
  const { call, placement, monday, row, goals, form } = props
  const { t, language, href, frame } = call
  const touched = form.values['goals']?.split(' ')
  return (
    <Section title={t(m('week.write'))} id="write">
      <Form
        action={href(`${base}/placements/${placement.id}/journal/${monday}`)}
        csrf={frame.csrf}
        files
      >
        <Days {...props} />
        <Field
          kind="textarea"
          language={language}
          name="words"
          label={t(m('week.words'))}
          hint={t(m('evaluation.own-language'))}
          rows={5}
          maxlength={4000}
          value={form.values['words'] ?? row?.words}
          error={form.errors['words']}
        />
        {goals.length > 0 && (
          <Field
            kind="checkboxes"
            language={language}
            name="goals"
            label={t(m('week.goals'))}
            hint={t(m('week.goals-hint'))}
            required={false}
            options={goals.map((goal, place) => ({ value: String(place), label: goal }))}
            value={
              touched ??
              goals.flatMap((goal, place) => (row?.goals.includes(goal) ? [String(place)] : []))
            }
          />
        )}
        <Evidence {...props} />
        <ButtonGroup>
          <Button name="step" value="send">
            {t(m('week.send'))}
          </Button>
          <Button look="secondary" name="step" value="save">
            {t(m('week.save'))}
          </Button>
        </ButtonGroup>
        <p class="hint">{t(m('week.send-hint', { tutor: row?.tutorName || placement.tutor }))}</p>
      </Form>
    </Section>
  )
}

/** From when to when, for each day of which nothing is logged; what is logged stands above. */
function Days({ call, placement, days, hours, form }: WeekProps) {
  const { t, language } = call
  const free = days.filter((day) => !hours.some((line) => line.day === day))
  if (free.length === 0) return null
  const clock = timeZoneName(placement.timeZone, language, call.now)
  const now = formatClock(call.now, placement.timeZone, language)
  const seldom = free.filter((day) => weekdayOf(day) > 5)
  const typed = seldom.some((day) =>
    bounds.some((name) => form.values[`${name}-${day}`] || form.errors[`${name}-${day}`]),
  )
  return (
    <FieldSet legend={t(m('week.days'))} hint={t(m('week.days-hint', { zone: clock, now }))}>
      {free
        .filter((day) => weekdayOf(day) <= 5)
        .map((day) => (
          <Day key={day} call={call} day={day} form={form} />
        ))}
      {seldom.length > 0 && (
        // On a phone each day is a hand's breadth: those on which few work wait until they are asked for.
        <Fold summary={t(m('week.weekend'))} open={typed}>
          {seldom.map((day) => (
            <Day key={day} call={call} day={day} form={form} />
          ))}
        </Fold>
      )}
    </FieldSet>
  )
}

const bounds = ['from', 'until'] as const

function Day({ call, day, form }: Pick<WeekProps, 'call' | 'form'> & { day: DateOnly }) {
  const { t, language } = call
  return (
    <FieldSet legend={formatDate(day, language, 'weekday')} columns="short">
      {bounds.map((name) => (
        <Field
          key={name}
          kind="time"
          language={language}
          name={`${name}-${day}`}
          label={t(m(`log.${name}`))}
          value={form.values[`${name}-${day}`]}
          error={form.errors[`${name}-${day}`]}
        />
      ))}
    </FieldSet>
  )
}

function Evidence(props: WeekProps) {
  const { call, files, form } = props
  const { t, language } = call
  return (
    <div>
      <Field
        kind="file"
        language={language}
        name="evidence"
        label={t(m('week.evidence'))}
        hint={t(m('week.evidence-hint', { most: mostEvidence }))}
        accept=".jpg,.jpeg,.png,.webp,.pdf"
        multiple
        required={false}
        error={form.errors['evidence']}
      />
      {files.length > 0 && (
        <FileList
          label={t(m('week.evidence'))}
          files={files.map((file) => ({
            name: file.name,
            href: evidenceHref(props, file),
            action: (
              <Button look="quiet" small name="remove" value={file.id} formNoValidate>
                {t(m('week.remove'))}
              </Button>
            ),
          }))}
        />
      )}
    </div>
  )
}

/** While the host has it: the student can take it back, the office can confirm with the host's word. */
function WhileSent({ call, placement, monday, isOwn, form }: WeekProps) {
  const { t, language, href, frame } = call
  const at = href(`${base}/placements/${placement.id}/journal/${monday}`)
  if (isOwn) {
    return (
      <Form action={`${at}/return`} csrf={frame.csrf} inline>
        <Button look="secondary">{t(m('week.take-back'))}</Button>
      </Form>
    )
  }
  if (!call.may('internships.placement.manage', placement)) return null
  return (
    <Fold summary={t(m('week.confirm-for-host'))} open={form.message !== null}>
      <Form action={`${at}/confirmation`} csrf={frame.csrf}>
        <Field
          kind="textarea"
          language={language}
          name="remark"
          label={t(m('week.how'))}
          hint={t(m('week.how-hint'))}
          rows={2}
          maxlength={2000}
          value={form.values['remark']}
          error={form.errors['remark']}
        />
        <Button>{t(m('week.confirm'))}</Button>
      </Form>
    </Fold>
  )
}
