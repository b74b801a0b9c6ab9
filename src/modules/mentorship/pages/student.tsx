import type { FormState, Scene } from '#kernel/http'
import { dateInZone, formatDate } from '#kernel/values'
import {
  Button,
  ButtonLink,
  Card,
  Field,
  Fold,
  Form,
  Grid,
  Notice,
  ObjectStrip,
  Page,
  Section,
  Stack,
  Timeline,
  type Tone,
  Typed,
  FormAlert,
  Local,
} from '#ui'
import { m } from '../messages/index.ts'
import type { MentorshipRow } from '../queries/mentorships.ts'
import type { ProfileRow } from '../queries/profiles.ts'
import type { CheckIn } from '../queries/check-ins.ts'
import type { ListedStudent, StudentRow } from '../queries/students.ts'
import type { Fit } from '../rules/fit.ts'
import type { Reasons } from '../rules/round.ts'
import { endReasons, type MentorKind, mentorKinds } from '../schema.ts'
import { CheckIns } from './check-in.tsx'
import {
  dayOf,
  fieldWords,
  languageWords,
  loadWords,
  localText,
  mentorAt,
  MentorshipTag,
  nameWords,
  periodOf,
  standingOf,
} from './scene.tsx'
import { ReasonList } from './round.tsx'
import type { SharedProps } from './sharing-props.ts'
import { LanguagePair } from './language-pair.tsx'
import { SharedParts } from './goals-and-notes.tsx'
import { ProposalDetails } from './students.tsx'

/** A mentor who could be proposed, with how well they suit. */
export interface Candidate {
  profile: ProfileRow
  fit: Fit
}

export interface StudentPageProps {
  scene: Scene
  student: ListedStudent
  /** Everything that was between this student and mentors; only the office reads it. */
  history: readonly MentorshipRow[] | null
  /** Whom the office could propose, the best first, by kind; null for who proposes nobody. */
  candidates: Readonly<Record<MentorKind, readonly Candidate[]>> | null
  mayTakeOut: boolean
  /** The mentorships that the reader may give up. */
  leavable: ReadonlySet<string>
  isOwn: boolean
  /** What speaks for each mentor, by person; for the student and the office. */
  reasons: ReadonlyMap<string, Reasons>
  /** How the three say that it goes; only the office reads it. */
  checkIns: readonly CheckIn[] | null
  /** The question that waits for the reader. */
  asked: CheckIn | undefined
  /** What mentors who left wrote for whoever came after; the student does not read it. */
  handovers: readonly { id: string; kind: MentorKind; name: StudentRow['name']; text: string }[]
  /** What the student and the mentors share. */
  shared: Omit<SharedProps, 'scene' | 'form'>
  form: FormState
}

/** One page on a student: both mentors, and what the three share. */
export function StudentPage(props: StudentPageProps) {
  const { scene, student, form, history, isOwn } = props
  const { t, href, language } = scene
  const { tone, label } =
    student.state === 'left'
      ? { tone: 'neutral' as const, label: t(m('standing.left')) }
      : standingOf(scene, student)
  const period = periodOf(scene, student)
  return (
    <Page
      frame={scene.frame}
      title={nameWords(scene, student.name)}
      trail={[
        { href: href('/mentoring'), label: t(m('own.title')) },
        ...(props.history
          ? [{ href: href('/mentoring/students'), label: t(m('students.title')) }]
          : []),
      ]}
      alert={<FormAlert language={scene.language} form={form} />}
    >
      <ObjectStrip
        language={language}
        kind={<Local language={scene.language} text={student.titles} />}
        title={nameWords(scene, student.name)}
        detail={
          <>
            {student.degree_programme && (
              <>
                <Local language={scene.language} text={student.degree_programme} /> ·{' '}
              </>
            )}
            <Local language={scene.language} text={student.organisation} />
            {period && ` · ${period}`}
          </>
        }
        state={{ tone, label }}
        next={nextOf(props)}
      />
      <Stack gap="wide">
        {props.asked && <CheckInAsked scene={scene} asked={props.asked} />}
        <Section title={t(m(isOwn ? 'student.own-mentors' : 'student.mentors'))} id="mentors">
          <Grid size="large">
            {mentorKinds
              .filter((kind) => student.needs.includes(kind) || mentorAt(student, kind, 'held'))
              .map((kind) => (
                <PlaceCard key={kind} {...props} kind={kind} />
              ))}
          </Grid>
        </Section>
        <Handovers {...props} />
        <SharedParts {...props.shared} scene={scene} form={form} />
        {props.checkIns && props.checkIns.length > 0 && (
          <CheckIns scene={scene} checkIns={props.checkIns} sharers={props.shared.sharers} />
        )}
        {history && history.length > 0 && <History scene={scene} history={history} />}
        {props.mayTakeOut && <TakeOut scene={scene} id={student.id} />}
      </Stack>
    </Page>
  )
}

function CheckInAsked({ scene, asked }: { scene: Scene; asked: CheckIn }) {
  const { t, href } = scene
  return (
    <Notice tone="info" title={t(m('check-in.now', { until: dayOf(scene, asked.answerBy) }))}>
      <ButtonLink href={href(`/mentoring/check-ins/${asked.id}`)}>
        {t(m('check-in.act'))}
      </ButtonLink>
    </Notice>
  )
}

/** What those who left wrote for whoever mentors now. */
function Handovers({ scene, handovers }: Pick<StudentPageProps, 'scene' | 'handovers'>) {
  return (
    <>
      {handovers.map((each) => (
        <Notice
          key={each.id}
          tone="info"
          title={scene.t(m('handover.title', { name: nameWords(scene, each.name) }))}
        >
          <Typed>{each.text}</Typed>
        </Notice>
      ))}
    </>
  )
}

function nextOf({ scene, student, candidates, isOwn }: StudentPageProps): string | undefined {
  const { t } = scene
  const { missing } = standingOf(scene, student)
  const [first] = missing
  if (!first || student.state === 'left') return undefined
  const asked = mentorAt(student, first, 'asked')
  if (candidates && asked) {
    return t(
      m('next.waits', {
        mentor: nameWords(scene, asked.name),
        until: dayOf(scene, asked.answerBy),
      }),
    )
  }
  if (candidates) return t(m(`next.propose.${first}`))
  return isOwn ? t(m(`next.own.${first}`)) : undefined
}

function PlaceCard(props: StudentPageProps & { kind: MentorKind }) {
  const { scene, student, kind, candidates } = props
  const { t } = scene
  const held = mentorAt(student, kind, 'held')
  const asked = mentorAt(student, kind, 'asked')
  const reasons = held && props.reasons.get(held.mentorId)
  return (
    <Card
      level={3}
      band={held?.mentorId ?? `${student.id}-${kind}`}
      kicker={t(m(`kind.${kind}`))}
      title={held ? nameWords(scene, held.name) : t(m(`place.open.${kind}`))}
      meta={held && <MentorshipTag scene={scene} state={held.state} />}
    >
      {held && <p>{localText(scene, held.organisation)}</p>}
      {held && reasons && (
        <Fold summary={t(m('reason.title'))}>
          <ReasonList scene={scene} reasons={reasons} />
        </Fold>
      )}
      {asked && (
        <p class="quiet">
          {t(
            m('place.asked', {
              mentor: nameWords(scene, asked.name),
              until: dayOf(scene, asked.answerBy),
            }),
          )}
        </p>
      )}
      {asked && candidates && (
        <Act
          scene={scene}
          path={`/mentoring/mentorships/${asked.id}/withdrawal`}
          label={t(m('propose.withdraw'))}
        />
      )}
      {candidates && !asked && <Propose {...props} kind={kind} isSuccession={held !== undefined} />}
      {held && (props.history || props.leavable.has(held.id)) && (
        <Letter scene={scene} id={held.id} />
      )}
      {candidates && held && <End scene={scene} id={held.id} form={props.form} />}
      {held && props.leavable.has(held.id) && (
        <Leave scene={scene} id={held.id} form={props.form} />
      )}
    </Card>
  )
}

function Act({ scene, path, label }: { scene: Scene; path: string; label: string }) {
  return (
    <Form action={scene.href(path)} csrf={scene.frame.csrf} inline>
      <Button look="secondary" small>
        {label}
      </Button>
    </Form>
  )
}

/** Whom the office could ask, the most fitting first, with what speaks for each. */
function Propose(props: StudentPageProps & { kind: MentorKind; isSuccession: boolean }) {
  const { scene, student, kind, candidates, form, isSuccession } = props
  const { t, language, href } = scene
  const own = form.values['kind'] === kind
  const shown = own ? form : { ...form, values: {}, errors: {} }
  const options = candidates![kind].map(({ profile, fit }) => ({
    value: profile.person_id,
    label: nameWords(scene, profile.name),
    hint: [
      localText(scene, profile.organisation),
      fieldWords(scene, profile.fields),
      fit.languages.length > 0
        ? t(m('fit.languages', { languages: languageWords(scene, fit.languages) }))
        : t(m('fit.no-language')),
      loadWords(scene, profile),
    ]
      .filter(Boolean)
      .join(' · '),
  }))
  return (
    <Fold
      open={own}
      summary={t(m(isSuccession ? `propose.successor.${kind}` : `propose.title.${kind}`))}
    >
      {options.length === 0 ? (
        <p class="quiet">
          {t(m('propose.nobody'))} <a href={href('/mentoring/mentors')}>{t(m('pool.title'))}</a>
        </p>
      ) : (
        <Form
          action={href(`/mentoring/students/${student.id}/proposals`)}
          csrf={scene.frame.csrf}
          hidden={{ kind, successor: isSuccession ? 'yes' : '' }}
        >
          <Field
            language={language}
            kind="radio"
            name="mentor"
            id={`mentor-${kind}`}
            label={t(m('propose.mentor'))}
            value={shown.values['mentor'] ?? ''}
            error={shown.errors['mentor']}
            options={options}
            required
          />
          <ProposalDetails scene={scene} form={shown} prefix={kind} />
          <Button>{t(m('propose.do'))}</Button>
        </Form>
      )}
    </Fold>
  )
}

/** The letter of appointment, in two languages of one's choice. */
function Letter({ scene, id }: { scene: Scene; id: string }) {
  const { t, language, href } = scene
  return (
    <Fold summary={t(m('letter.title'))}>
      <Form action={href(`/mentoring/mentorships/${id}/letter`)} method="get">
        <LanguagePair
          scene={scene}
          pair={[language, language === 'en' ? 'zh-Hans' : 'en']}
          of={id}
        />
        <Button look="secondary" icon="download">
          {t(m('letter.make'))}
        </Button>
      </Form>
    </Fold>
  )
}

function End({ scene, id, form }: { scene: Scene; id: string; form: FormState }) {
  const { t, language, href } = scene
  return (
    <Fold open={form.errors['reason'] !== undefined} summary={t(m('end.title'))}>
      <Form action={href(`/mentoring/mentorships/${id}/end`)} csrf={scene.frame.csrf}>
        <Field
          language={language}
          kind="radio"
          name="reason"
          id={`reason-${id}`}
          label={t(m('end.reason'))}
          value=""
          error={form.errors['reason']}
          options={endReasons.map((value) => ({ value, label: t(m(`end.${value}`)) }))}
          required
        />
        <Button look="harm">{t(m('end.do'))}</Button>
      </Form>
    </Fold>
  )
}

function TakeOut({ scene, id }: { scene: Scene; id: string }) {
  const { t, href } = scene
  return (
    <Fold summary={t(m('student.take-out'))}>
      <p>{t(m('student.take-out-what'))}</p>
      <Form action={href(`/mentoring/students/${id}/leaving`)} csrf={scene.frame.csrf}>
        <Button look="harm">{t(m('student.take-out-do'))}</Button>
      </Form>
    </Fold>
  )
}

function Leave({ scene, id, form }: { scene: Scene; id: string; form: FormState }) {
  const { t, href, language } = scene
  const name = `handover-${id}`
  return (
    <Fold open={form.errors[name] !== undefined} summary={t(m('leave.title'))}>
      <p>{t(m('leave.what'))}</p>
      <Form action={href(`/mentoring/mentorships/${id}/leaving`)} csrf={scene.frame.csrf}>
        <Field
          language={language}
          kind="textarea"
          name={name}
          label={t(m('handover.label'))}
          hint={t(m('handover.hint'))}
          value={form.values[name] ?? ''}
          error={form.errors[name]}
          rows={4}
          maxlength={4000}
          required={false}
        />
        <Button look="harm">{t(m('leave.do'))}</Button>
      </Form>
    </Fold>
  )
}

const historyTones: Partial<Record<MentorshipRow['state'], Tone>> = {
  active: 'done',
  declined: 'harm',
  proposed: 'attention',
}

function History({ scene, history }: { scene: Scene; history: readonly MentorshipRow[] }) {
  const { t, language, timeZone } = scene
  return (
    <Section title={t(m('student.history'))} id="history" lead={t(m('student.history-lead'))}>
      <Timeline
        label={t(m('student.history'))}
        entries={history.map((each) => ({
          at: each.proposed_at.toISOString(),
          when: formatDate(dateInZone(each.proposed_at, timeZone), language),
          tone: historyTones[each.state],
          what: (
            <>
              {nameWords(scene, each.mentor)} · {t(m(`kind.${each.kind}`))}
            </>
          ),
          who: each.proposer
            ? t(m('student.proposed-by', { name: nameWords(scene, each.proposer) }))
            : t(m(`way.${each.way}`)),
          detail: (
            <>
              <MentorshipTag scene={scene} state={each.state} />
              {each.answer_note !== '' && <p lang="">{each.answer_note}</p>}
            </>
          ),
        }))}
      />
    </Section>
  )
}
