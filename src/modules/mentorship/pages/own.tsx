import { type Scene } from '#kernel/http'
import { dateInZone, type DateOnly } from '#kernel/values'
import {
  Button,
  ButtonLink,
  Card,
  Fold,
  Form,
  Grid,
  Heading,
  Page,
  PersonChip,
  Section,
  Split,
  Stack,
  StateTag,
  Timeline,
  Local,
} from '#ui'
import { m } from '../messages/index.ts'
import type { MentorshipRow } from '../queries/mentorships.ts'
import type { ProfileRow } from '../queries/profiles.ts'
import type { ListedStudent } from '../queries/students.ts'
import type { WishRequestRow } from '../queries/wishes.ts'
import { mentorKinds } from '../schema.ts'
import {
  dayOf,
  fieldWords,
  languageWords,
  loadTone,
  loadWords,
  localText,
  mentorAt,
  MentorshipTag,
  nameWords,
  periodOf,
} from './scene.tsx'

export interface OwnPageProps {
  scene: Scene
  personId: string
  today: DateOnly
  profile: ProfileRow | null
  proposals: readonly MentorshipRow[]
  /** Where the reader is asked which students they would like. */
  requests: readonly WishRequestRow[]
  students: readonly ListedStudent[]
  /** The engagements in which the reader is a student. */
  engagements: readonly ListedStudent[]
  record: readonly MentorshipRow[]
  mayOffer: boolean
  /** Minutes of meetings that were held, as a mentor. */
  minutes: number
}

/** Everybody's own page: what asks me, my students, my mentors, my profile. */
export function OwnPage(props: OwnPageProps) {
  const { scene, proposals, students, engagements, profile, mayOffer } = props
  const { t } = scene
  const isMentor = profile !== null || students.length > 0 || props.record.length > 0
  return (
    <Page frame={scene.frame} title={t(m('own.title'))}>
      <Heading level={1} lead={t(m(leadOf(props)))}>
        {t(m('own.title'))}
      </Heading>
      <Split
        main={
          <Stack gap="wide">
            {proposals.length > 0 && <Proposals {...props} />}
            {props.requests.length > 0 && <Requests {...props} />}
            {engagements.length > 0 && <OwnMentors {...props} />}
            {students.length > 0 && <OwnStudents {...props} />}
            {props.record.some(({ ended_on: end }) => end !== null) && <Record {...props} />}
          </Stack>
        }
        aside={isMentor || mayOffer ? <Profile {...props} /> : null}
      />
    </Page>
  )
}

function leadOf({ proposals, students, engagements, profile }: OwnPageProps) {
  if (proposals.length > 0) return 'own.lead-asked' as const
  if (students.length > 0) return 'own.lead-mentor' as const
  if (engagements.length > 0) return 'own.lead-student' as const
  return profile ? ('own.lead-waiting' as const) : ('own.lead-nobody' as const)
}

function Proposals({ scene, proposals }: OwnPageProps) {
  const { t, href } = scene
  return (
    <Section title={t(m('own.asked'))} id="asked">
      <Grid size="large">
        {proposals.map((each) => (
          <Card
            key={each.id}
            band={each.mentee_id}
            kicker={<Local language={scene.language} text={each.titles} />}
            title={nameWords(scene, each.student)}
            href={href(`/mentoring/proposals/${each.id}`)}
            meta={t(m(`ask.as.${each.kind}`))}
            footer={t(m('own.answer-by', { until: dayOf(scene, each.answer_by) }))}
          >
            <p>{schoolOf(scene, each)}</p>
          </Card>
        ))}
      </Grid>
    </Section>
  )
}

function Requests({ scene, requests }: OwnPageProps) {
  const { t, href } = scene
  return (
    <Section title={t(m('wishes.asked'))} id="wishes">
      <Grid size="large">
        {requests.map((each) => (
          <Card
            key={each.id}
            band={each.id}
            title={<Local language={scene.language} text={each.titles} />}
            href={href(`/mentoring/wishes/${each.id}`)}
            footer={t(m('own.answer-by', { until: dayOf(scene, each.answer_by) }))}
          >
            <p>
              <Local language={scene.language} text={each.organisation} />
            </p>
          </Card>
        ))}
      </Grid>
    </Section>
  )
}

function schoolOf(scene: Scene, each: Pick<MentorshipRow, 'organisation' | 'degree_programme'>) {
  const programme = each.degree_programme ? localText(scene, each.degree_programme) : null
  return [localText(scene, each.organisation), programme].filter(Boolean).join(' · ')
}

function OwnMentors({ scene, engagements, today }: OwnPageProps) {
  const { t, href } = scene
  return (
    <Section title={t(m('own.mentors'))} id="mentors">
      <Grid size="large">
        {engagements.map((each) => (
          <Card
            key={each.id}
            band={each.id}
            kicker={periodOf(scene, each)}
            title={<Local language={scene.language} text={each.titles} />}
            href={href(`/mentoring/students/${each.id}`)}
          >
            <Places scene={scene} student={each} />
          </Card>
        ))}
      </Grid>
      {engagements.map((each) => (
        <WishesLink key={each.id} scene={scene} today={today} student={each} />
      ))}
    </Section>
  )
}

/** The places of mentors with a student: who holds each, or that somebody is looked for. */
export function Places({ scene, student }: { scene: Scene; student: ListedStudent }) {
  const { t } = scene
  const kinds = mentorKinds.filter(
    (kind) => student.needs.includes(kind) || mentorAt(student, kind, 'held'),
  )
  return (
    <Stack gap="tight">
      {kinds.map((kind) => {
        const held = mentorAt(student, kind, 'held')
        const asked = mentorAt(student, kind, 'asked')
        return held ? (
          <PersonChip
            key={kind}
            id={held.mentorId}
            name={nameWords(scene, held.name)}
            detail={`${t(m(`kind.${kind}`))} · ${localText(scene, held.organisation)}`}
          />
        ) : (
          <p key={kind} class="quiet">
            {asked
              ? t(
                  m('place.asked', {
                    mentor: nameWords(scene, asked.name),
                    until: dayOf(scene, asked.answerBy),
                  }),
                )
              : t(m(`place.open.${kind}`))}
          </p>
        )
      })}
    </Stack>
  )
}

/** Leads to the student's wishes while they are collected. */
function WishesLink({
  scene,
  student,
  today,
}: {
  scene: Scene
  student: ListedStudent
  today: DateOnly
}) {
  const until = student.wishes_until
  if (until === null || until < today) return null
  const key = student.wished_at === null ? 'wishes.say' : 'wishes.change'
  return (
    <ButtonLink
      href={scene.href(`/mentoring/students/${student.id}/wishes`)}
      look={student.wished_at === null ? 'primary' : 'secondary'}
    >
      {scene.t(m(key, { until: dayOf(scene, until) }))}
    </ButtonLink>
  )
}

function OwnStudents({ scene, students, personId }: OwnPageProps) {
  const { t, href } = scene
  return (
    <Section title={t(m('own.students'))} id="students">
      <Grid size="large">
        {students.map((each) => {
          const others = each.mentors.filter(
            ({ mentorId, state }) => mentorId !== personId && state !== 'proposed',
          )
          return (
            <Card
              key={each.id}
              band={each.id}
              kicker={<Local language={scene.language} text={each.titles} />}
              title={nameWords(scene, each.name)}
              href={href(`/mentoring/students/${each.id}`)}
              meta={periodOf(scene, each)}
            >
              <p>{schoolOf(scene, each)}</p>
              {others.map((other) => (
                <PersonChip
                  key={other.id}
                  id={other.mentorId}
                  name={nameWords(scene, other.name)}
                  detail={t(m(`kind.${other.kind}`))}
                />
              ))}
            </Card>
          )
        })}
      </Grid>
    </Section>
  )
}

function Record({ scene, record }: OwnPageProps) {
  const { t, timeZone } = scene
  return (
    <Section title={t(m('own.record'))} id="record" lead={t(m('own.record-lead'))}>
      <Timeline
        label={t(m('own.record'))}
        entries={record
          .filter(({ ended_on: end }) => end !== null)
          .map((each) => ({
            at: each.ended_on!,
            when: periodOf(scene, {
              starts_on: each.began_on ?? dateInZone(each.proposed_at, timeZone),
              ends_on: each.ended_on,
            }),
            what: <Local language={scene.language} text={each.titles} />,
            who: t(m(`kind.${each.kind}`)),
            detail: <MentorshipTag scene={scene} state={each.state} />,
          }))}
      />
    </Section>
  )
}

function Profile({ scene, profile, mayOffer, minutes, record, students }: OwnPageProps) {
  const byProgramme = [...Map.groupBy(students, (each) => each.engagement_id)]
  const hasRecord = record.some(({ began_on: began }) => began !== null)
  const { t, href, frame } = scene
  if (!profile) {
    if (!mayOffer) return null
    return (
      <Card title={t(m('own.offer-title'))} level={2} band={frame.person?.id ?? 'mentor'}>
        <p>{t(m('own.offer-why'))}</p>
        <ButtonLink href={href('/mentoring/profile')}>{t(m('own.offer'))}</ButtonLink>
      </Card>
    )
  }
  return (
    <Card
      title={t(m('own.profile'))}
      level={2}
      band={profile.person_id}
      meta={
        profile.paused_at === null ? (
          <StateTag tone={loadTone(profile)}>{loadWords(scene, profile)}</StateTag>
        ) : (
          <StateTag tone="quiet">{t(m('profile.paused'))}</StateTag>
        )
      }
    >
      <p>{t(m(`kind.${profile.kind}`))}</p>
      <p class="quiet">{fieldWords(scene, profile.fields)}</p>
      <p class="quiet">{languageWords(scene, profile.languages)}</p>
      {hasRecord && (
        <p>
          <a href={href('/mentoring/record')} download>
            {t(m('record.paper'))}
          </a>
        </p>
      )}
      {byProgramme.length > 0 && (
        <>
          <p>{t(m('own.load'))}</p>
          <ul>
            {byProgramme.map(([id, [first, ...rest]]) => (
              <li key={id}>
                <Local language={scene.language} text={first!.titles} /> ·{' '}
                {t(m('own.load-held', { count: rest.length + 1 }))}
              </li>
            ))}
          </ul>
        </>
      )}
      {minutes > 0 && <p>{t(m('own.hours', { hours: Math.round(minutes / 6) / 10 }))}</p>}
      <ButtonLink href={href('/mentoring/profile')} look="secondary">
        {t(m('own.change'))}
      </ButtonLink>
      {students.length > 0 && (
        <Fold summary={t(m('handover.all-title'))}>
          <p>{t(m('handover.all-what'))}</p>
          <Form action={href('/mentoring/leaving')} csrf={frame.csrf}>
            <Button look="harm">{t(m('handover.all'))}</Button>
          </Form>
        </Fold>
      )}
    </Card>
  )
}
