import type { FormState, Scene } from '#kernel/http'
import { dateInZone } from '#kernel/values'
import {
  Button,
  Field,
  Form,
  FormAlert,
  Heading,
  Local,
  Page,
  Section,
  SingleActShell,
  Stack,
  StateTag,
  Timeline,
  type Tone,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import { type CheckIn, type HowItGoes, howItGoes, silentOf } from '../queries/check-ins.ts'
import type { Sharer } from '../queries/sharing.ts'
import type { StudentRow } from '../queries/students.ts'
import { dayOf, nameWords } from './scene.tsx'

interface CheckInProps {
  scene: Scene
  checkIn: CheckIn
  student: StudentRow
  /** Whether a mentor is asked, who may also have too much. */
  isMentor: boolean
  action: string
  form: FormState
}

/** How it goes, for one of the three by a link: one form. */
export function CheckInByLinkPage(props: CheckInProps) {
  const { scene, form } = props
  return (
    <SingleActShell
      frame={scene.frame}
      title={scene.t(m('check-in.title'))}
      alert={<FormAlert language={scene.language} form={form} />}
    >
      <Asked {...props} />
    </SingleActShell>
  )
}

/** The same for who is signed in. */
export function CheckInPage(props: CheckInProps) {
  const { scene, form, student } = props
  return (
    <Page
      frame={scene.frame}
      title={scene.t(m('check-in.title'))}
      trail={[
        { href: scene.href('/mentoring'), label: scene.t(m('own.title')) },
        {
          href: scene.href(`/mentoring/students/${student.id}`),
          label: nameWords(scene, student.name),
        },
      ]}
      alert={<FormAlert language={scene.language} form={form} />}
    >
      <Asked {...props} />
    </Page>
  )
}

function Asked({ scene, checkIn, student, isMentor, action, form }: CheckInProps) {
  const { t, language, frame } = scene
  return (
    <Stack gap="wide">
      <Heading
        level={1}
        kicker={<Local language={language} text={student.titles} />}
        lead={t(
          isMentor
            ? m('check-in.lead-mentor', { student: nameWords(scene, student.name) })
            : m('check-in.lead-student'),
        )}
      >
        {t(m('check-in.title'))}
      </Heading>
      <p class="quiet">{t(m('check-in.reads'))}</p>
      <Form action={action} csrf={frame.csrf}>
        <Field
          language={language}
          kind="radio"
          name="how"
          label={t(m('check-in.how'))}
          value={form.values['how'] ?? ''}
          error={form.errors['how']}
          options={howItGoes.map((value) => ({ value, label: t(m(`check-in.${value}`)) }))}
          required
        />
        {isMentor && (
          <Field
            language={language}
            kind="checkbox"
            name="too-much"
            label={t(m('check-in.too-much'))}
            value="yes"
            checked={form.values['too-much'] === 'yes'}
            required={false}
          />
        )}
        <Field
          language={language}
          kind="textarea"
          name="note"
          label={t(m('check-in.note'))}
          value={form.values['note'] ?? ''}
          error={form.errors['note']}
          rows={3}
          maxlength={2000}
          required={false}
        />
        <Button>{t(m('check-in.send'))}</Button>
      </Form>
      <p class="quiet">{t(m('own.answer-by', { until: dayOf(scene, checkIn.answerBy) }))}</p>
    </Stack>
  )
}

const tones: Record<HowItGoes, Tone> = { well: 'done', mixed: 'attention', help: 'harm' }

/** What the three answered, for the office alone: who was silent is said too. */
export function CheckIns({
  scene,
  checkIns,
  sharers,
}: {
  scene: Scene
  checkIns: readonly CheckIn[]
  sharers: readonly Sharer[]
}) {
  const { t } = scene
  return (
    <Section title={t(m('check-in.history'))} id="check-ins" lead={t(m('check-in.history-lead'))}>
      <Timeline
        label={t(m('check-in.history'))}
        entries={checkIns.map((each) => ({
          at: each.askedAt.toISOString(),
          when: dayOf(scene, dateInZone(each.askedAt, scene.timeZone)),
          what: t(m(each.closedAt === null ? 'check-in.open' : 'check-in.closed')),
          detail: <Answers scene={scene} checkIn={each} sharers={sharers} />,
        }))}
      />
    </Section>
  )
}

function Answers({
  scene,
  checkIn,
  sharers,
}: {
  scene: Scene
  checkIn: CheckIn
  sharers: readonly Sharer[]
}) {
  const { t } = scene
  const silent = silentOf(sharers, checkIn)
  return (
    <ul>
      {checkIn.answers.map((each) => (
        <li key={each.personId}>
          {nameWords(scene, each.name)}{' '}
          <StateTag tone={tones[each.how]}>{t(m(`check-in.${each.how}`))}</StateTag>{' '}
          {each.tooMuch && <StateTag tone="attention">{t(m('check-in.too-much'))}</StateTag>}
          {each.note !== '' && (
            <p>
              <Typed>{each.note}</Typed>
            </p>
          )}
        </li>
      ))}
      {silent.map((each) => (
        <li key={each.personId} class="quiet">
          {t(m('check-in.silent', { name: nameWords(scene, each.name) }))}
        </li>
      ))}
    </ul>
  )
}
