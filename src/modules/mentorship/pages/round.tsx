import type { FormState, Scene } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { formatInstant } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  type Column,
  EmptyState,
  Field,
  Fold,
  Form,
  FormAlert,
  Heading,
  Local,
  Notice,
  Page,
  Stack,
  StateTag,
  Table,
  type Tone,
} from '#ui'
import { m } from '../messages/index.ts'
import type { EngagementRow } from '../queries/engagements.ts'
import type { ProfileRow } from '../queries/profiles.ts'
import type { ListedStudent } from '../queries/students.ts'
import type { Reasons } from '../rules/round.ts'
import type { MentorKind } from '../schema.ts'
import { languageWords, loadWords, localText, nameWords } from './scene.tsx'

/** One place of a round: who would mentor, why, and what has become of it since. */
export interface RoundLine {
  student: ListedStudent
  kind: MentorKind
  mentor: ProfileRow | null
  reasons: Reasons | null
  standing: 'open' | 'asked' | 'held' | 'declined' | 'taken' | 'nobody'
  /** Why not the mentors for whom the student wished. */
  others: { mentor: ProfileRow; why: Message[] }[]
}

export interface RoundPageProps {
  scene: Scene
  engagement: EngagementRow
  round: { id: string; madeAt: Date; cost: number; bound: number } | null
  lines: readonly RoundLine[]
  refused: readonly { student: string; why: Message }[]
  form: FormState
}

/** A place of a round as a form carries it. */
const placeKey = (menteeId: string, kind: MentorKind) => `${menteeId}:${kind}`

/** A round for all who lack a mentor: previewed with reasons, sent in bulk, matched anew for whoever was declined. */
export function RoundPage(props: RoundPageProps) {
  const { scene, engagement, round, refused, form } = props
  const { t, href, language, frame } = scene
  const own = `/mentoring/engagements/${engagement.id}`
  return (
    <Page
      frame={frame}
      title={t(m('round.title'))}
      trail={[
        { href: href('/mentoring'), label: t(m('own.title')) },
        { href: href('/mentoring/students'), label: t(m('students.title')) },
        { href: href(own), label: localText(scene, engagement.titles) },
      ]}
      alert={<FormAlert language={language} form={form} />}
      wide
    >
      <Stack gap="wide">
        <Heading
          level={1}
          kicker={<Local language={language} text={engagement.titles} />}
          lead={t(m('round.lead'))}
          actions={
            <ButtonGroup>
              {round && (
                <ButtonLink
                  href={href(`${own}/round/certificate`)}
                  look="secondary"
                  icon="download"
                  download
                >
                  {t(m('round.certificate'))}
                </ButtonLink>
              )}
              <Form action={href(`${own}/round`)} csrf={frame.csrf} inline>
                <Button look={round ? 'secondary' : 'primary'}>
                  {t(m(round ? 'round.again' : 'round.make'))}
                </Button>
              </Form>
            </ButtonGroup>
          }
        >
          {t(m('round.title'))}
        </Heading>
        <Stack>
          {refused.length > 0 && (
            <Notice tone="attention" title={t(m('students.refused', { count: refused.length }))}>
              <ul>
                {refused.map(({ student, why }, index) => (
                  <li key={index}>
                    {student}: {t(why)}
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          {round ? (
            <Result {...props} round={round} />
          ) : (
            <EmptyState title={t(m('round.none'))} why={t(m('round.none-why'))} />
          )}
        </Stack>
      </Stack>
    </Page>
  )
}

function Result(props: RoundPageProps & { round: NonNullable<RoundPageProps['round']> }) {
  const { scene, engagement, round, lines, form } = props
  const { t, href, language, frame } = scene
  const { cost, bound } = round
  const at = formatInstant(round.madeAt, scene.timeZone, language)
  return (
    <>
      <p>
        {t(m('round.made-at', { at }))} ·{' '}
        <StateTag tone="done">
          {t(cost === bound ? m('round.proved') : m('round.bounded', { cost, bound }))}
        </StateTag>
      </p>
      <Table
        language={language}
        caption={t(m('round.title'))}
        captionHidden
        columns={columnsOf(scene)}
        rows={lines}
        rowKey={({ student, kind }) => placeKey(student.id, kind)}
        rowLabel={({ student, kind }) =>
          `${nameWords(scene, student.name)} · ${t(m(`kind.${kind}`))}`
        }
        select={{
          action: href(`/mentoring/engagements/${engagement.id}/round/proposals`),
          csrf: frame.csrf,
          name: 'place',
          hidden: { round: round.id },
          selected: new Set(
            lines
              .filter(({ standing }) => standing === 'open')
              .map(({ student, kind }) => placeKey(student.id, kind)),
          ),
          without: ({ standing }) => standing !== 'open',
          question: <Question scene={scene} form={form} />,
          actions: [{ name: 'do', value: 'send', label: t(m('round.send')) }],
        }}
      />
    </>
  )
}

function Question({ scene, form }: { scene: Scene; form: FormState }) {
  const { t, language } = scene
  return (
    <>
      <Field
        language={language}
        kind="date"
        name="answer-by"
        label={t(m('field.answer-by'))}
        hint={t(m('propose.answer-by-hint'))}
        value={form.values['answer-by']}
        error={form.errors['answer-by']}
        required={false}
      />
      <Field
        language={language}
        kind="textarea"
        name="message"
        label={t(m('propose.message'))}
        hint={t(m('propose.message-hint'))}
        value={form.values['message']}
        error={form.errors['message']}
        rows={3}
        maxlength={2000}
        required={false}
      />
    </>
  )
}

const tones: Record<RoundLine['standing'], Tone> = {
  open: 'info',
  asked: 'attention',
  held: 'done',
  declined: 'harm',
  taken: 'neutral',
  nobody: 'attention',
}

const labels = {
  open: 'round.open',
  asked: 'state.proposed',
  held: 'state.accepted',
  declined: 'round.declined',
  taken: 'round.taken',
  nobody: 'round.nobody',
} as const

function columnsOf(scene: Scene): Column<RoundLine>[] {
  const { t } = scene
  return [
    {
      key: 'student',
      label: t(m('field.student')),
      primary: true,
      cell: ({ student }) => nameWords(scene, student.name),
    },
    { key: 'kind', label: t(m('field.kind')), cell: ({ kind }) => t(m(`kind.${kind}`)) },
    {
      key: 'mentor',
      label: t(m('round.mentor')),
      cell: ({ mentor }) =>
        mentor ? (
          <>
            {nameWords(scene, mentor.name)}
            <br />
            <span class="quiet">
              <Local language={scene.language} text={mentor.organisation} /> ·{' '}
              {loadWords(scene, mentor)}
            </span>
          </>
        ) : (
          '–'
        ),
    },
    { key: 'why', label: t(m('reason.title')), cell: (line) => <Why scene={scene} line={line} /> },
    {
      key: 'standing',
      label: t(m('field.standing')),
      kind: 'state',
      cell: ({ standing }) => <StateTag tone={tones[standing]}>{t(m(labels[standing]))}</StateTag>,
    },
  ]
}

function Why({ scene, line }: { scene: Scene; line: RoundLine }) {
  const { reasons, others } = line
  return (
    <>
      {reasons && <ReasonList scene={scene} reasons={reasons} />}
      {others.map(({ mentor, why }) => (
        <Fold
          key={mentor.id}
          summary={scene.t(m('reason.not', { mentor: nameWords(scene, mentor.name) }))}
        >
          {why.map((each, at) => (
            <p key={at}>{scene.t(each)}</p>
          ))}
        </Fold>
      ))}
    </>
  )
}

/** What speaks for a mentor of a student, a line each. */
export function ReasonList({ scene, reasons }: { scene: Scene; reasons: Reasons }) {
  const { t } = scene
  const { wish, isNamed, languages, digits } = reasons
  return (
    <ul>
      {wish !== null && <li>{t(m('reason.wish', { place: wish }))}</li>}
      {isNamed && <li>{t(m('reason.named'))}</li>}
      {languages.length > 0 && (
        <li>{t(m('reason.languages', { languages: languageWords(scene, languages) }))}</li>
      )}
      {digits > 0 && <li>{t(m(`reason.field-${digits as 2 | 3 | 4}`))}</li>}
    </ul>
  )
}
