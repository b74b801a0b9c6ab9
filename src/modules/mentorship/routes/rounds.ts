import { show } from '#ui'
import { isRefused, type Refusal } from '#kernel/database'
import {
  type Answer,
  type Call,
  type FormState,
  freshForm,
  page,
  refusedForm,
  refusedOnly,
  type Route,
  sceneOf,
  valueOf,
} from '#kernel/http'
import type { Message } from '#kernel/messages'
import { isUuid } from '#kernel/values'
import { openMentors, type OpenedMentors } from '#modules/matching'
import { m } from '../messages/index.ts'
import { type RoundLine, RoundPage } from '../pages/round.tsx'
import { nameWords } from '../pages/scene.tsx'
import { engagementById, type EngagementRow } from '../queries/engagements.ts'
import { type ProfileRow, profilesOfKinds } from '../queries/profiles.ts'
import { declinedFor, latestRound } from '../queries/rounds.ts'
import { allOfEngagement, type ListedStudent } from '../queries/students.ts'
import { wishesOf } from '../queries/wishes.ts'
import { languagesOf } from '../rules/fit.ts'
import { reasonsOf } from '../rules/round.ts'
import { type SaidWish, wishesBetween } from '../rules/wishes.ts'
import { type MentorKind, mentorKinds } from '../schema.ts'
import {
  keepRound,
  resultOf,
  type RoundPlace,
  roundStart,
  runRoundOf,
  sendRound,
} from '../service/rounds.ts'
import { dayOf } from './web.ts'

const edit = {
  action: 'mentorship.engagement.edit',
  load: (work: Call['work'], params: Record<string, string>) =>
    engagementById(work, params['id'] ?? ''),
}

type EngagementCall = Call<EngagementRow>

/** A round that gives mentors to all students of an engagement who lack one. */
export const roundRoutes: readonly Route[] = [
  page<EngagementRow>('GET', '/mentoring/engagements/:id/round', {
    ...edit,
    handle: (call) => showRound(call, freshForm(), [], 200),
  }),
  page<EngagementRow>('POST', '/mentoring/engagements/:id/round', { ...edit, handle: make }),
  page<EngagementRow>('GET', '/mentoring/engagements/:id/round/certificate', {
    ...edit,
    handle: sendCertificate,
  }),
  page<EngagementRow>('POST', '/mentoring/engagements/:id/round/proposals', {
    ...edit,
    handle: send,
  }),
]

async function showRound(
  given: EngagementCall,
  form: FormState,
  refused: readonly { student: string; why: Message }[],
  status: number,
): Promise<Answer> {
  const call = given as Call
  const engagement = given.object
  const round = await latestRound(call.work, engagement.id)
  const opened = round && openMentors(round.certificate)
  const lines = opened ? await linesOf(call, engagement, opened) : []
  call.shows(
    lines.flatMap(({ student, mentor, others }) => [
      student.person_id,
      ...(mentor ? [mentor.person_id] : []),
      ...others.map((each) => each.mentor.person_id),
    ]),
    { engagement: engagement.id },
  )
  const shown = RoundPage({
    scene: sceneOf(call),
    engagement,
    round: round && {
      id: round.id,
      madeAt: round.made_at,
      cost: opened?.run.cost ?? 0,
      bound: opened?.run.bound ?? 0,
    },
    lines,
    refused,
    form,
  })
  return show(shown, status)
}

/** What a round says of each place that was open, and what has become of it since. */
async function linesOf(
  call: Call,
  engagement: EngagementRow,
  opened: OpenedMentors,
): Promise<RoundLine[]> {
  const { work } = call
  const students = (await allOfEngagement(work, engagement.id)).filter((each) =>
    call.may('mentorship.student.propose', each),
  )
  const ids = students.map(({ id }) => id)
  const said = await wishesOf(work, ids)
  const wishes = wishesBetween(said)
  const profiles = new Map(
    (await profilesOfKinds(work, engagement.needs)).map((each) => [each.person_id, each]),
  )
  const declined = new Set(
    (await declinedFor(work, ids)).map((each) => `${each.mentee_id} ${each.mentor_id}`),
  )
  const result = resultOf(opened)
  return students.flatMap((student) => {
    const given = result.get(student.id)
    if (!given) return []
    return mentorKinds
      .filter((kind) => student.needs.includes(kind))
      .filter((kind) => given[kind] !== null || !student.mentors.some((has) => has.kind === kind))
      .map((kind): RoundLine => {
        const mentor = (given[kind] && profiles.get(given[kind])) || null
        const facts = { id: student.id, field: student.field, languages: languagesOf(student) }
        const who = mentor && { ...mentor, id: mentor.person_id }
        return {
          student,
          kind,
          mentor,
          reasons: who ? reasonsOf(facts, who, wishes) : null,
          standing: standingOf(student, kind, given[kind], declined),
          others: othersOf(call, { opened, student, kind, has: given[kind], said, profiles }),
        }
      })
  })
}

function standingOf(
  student: ListedStudent,
  kind: MentorKind,
  mentorId: string | null,
  declined: ReadonlySet<string>,
): RoundLine['standing'] {
  if (mentorId === null) return 'nobody'
  const now = student.mentors.filter((each) => each.kind === kind)
  const own = now.find((each) => each.mentorId === mentorId)
  if (own) return own.state === 'proposed' ? 'asked' : 'held'
  if (now.length > 0) return 'taken'
  return declined.has(`${student.id} ${mentorId}`) ? 'declined' : 'open'
}

/** Why not the mentors for whom the student wished: the certificate's own answer, with names instead of ids. */
function othersOf(
  call: Call,
  of: {
    opened: OpenedMentors
    student: ListedStudent
    kind: MentorKind
    has: string | null
    said: readonly SaidWish[]
    profiles: ReadonlyMap<string, ProfileRow>
  },
): RoundLine['others'] {
  const wished = of.said.filter(
    ({ saidBy, menteeId, mentorId, wish }) =>
      saidBy === 'student' &&
      menteeId === of.student.id &&
      wish !== 'never' &&
      mentorId !== of.has &&
      of.profiles.get(mentorId)?.kind === of.kind,
  )
  const nameOf = (id: unknown) => {
    const mentor = of.profiles.get(String(id))
    if (mentor) return nameWords(sceneOf(call), mentor.name)
    return id === of.student.id ? nameWords(sceneOf(call), of.student.name) : String(id)
  }
  return wished.slice(0, 3).map(({ mentorId }) => ({
    mentor: of.profiles.get(mentorId)!,
    why: of.opened.explain(of.student.id, mentorId).map((message) => ({
      ...message,
      args: Object.fromEntries(
        Object.entries(message.args ?? {}).map(([name, value]) => [
          name,
          ['applicant', 'place', 'other'].includes(name) ? nameOf(value) : value,
        ]),
      ),
    })) as Message[],
  }))
}

async function make(given: EngagementCall): Promise<Answer> {
  const call = given as Call
  const engagementId = given.object.id
  const again = (refusal: Refusal) =>
    showRound(given, refusedOnly(call, refusal), [], refusal.status)
  const inputs = await roundStart(call.work, engagementId)
  if (isRefused(inputs)) return again(inputs)
  // In a thread of its own, and not within the transaction: a large round takes its time.
  const certificate = await runRoundOf(inputs)
  if (isRefused(certificate)) return again(certificate)
  const done = await call.perform((work) =>
    keepRound(work, { engagementId, certificate, node: call.services.node }),
  )
  if (isRefused(done)) return again(done)
  return call.redirect(`/mentoring/engagements/${engagementId}/round`, m('round.made'))
}

async function sendCertificate(given: EngagementCall): Promise<Answer> {
  const call = given as Call
  const round = await latestRound(call.work, given.object.id)
  call.shows([])
  if (!round) return call.redirect(`/mentoring/engagements/${given.object.id}/round`)
  return {
    kind: 'file',
    body: new TextEncoder().encode(JSON.stringify(round.certificate)),
    type: 'application/json',
    name: 'mentor-round.json',
  }
}

function placesIn(call: Call): RoundPlace[] {
  return (call.form.values['place'] ?? []).slice(0, 2000).flatMap((typed) => {
    const [menteeId = '', kind = ''] = typed.split(':')
    const known = mentorKinds.find((each) => each === kind)
    return isUuid(menteeId) && known ? [{ menteeId, kind: known }] : []
  })
}

async function send(given: EngagementCall): Promise<Answer> {
  const call = given as Call
  const engagementId = given.object.id
  const again = (refusal: Refusal) =>
    showRound(given, refusedForm(call, refusal), [], refusal.status)
  const answerBy = dayOf(call, 'answer-by')
  if (isRefused(answerBy)) return again(answerBy)
  const done = await call.perform((work) =>
    sendRound(work, {
      engagementId,
      roundId: valueOf(call, 'round'),
      places: placesIn(call),
      answerBy,
      message: valueOf(call, 'message'),
      node: call.services.node,
    }),
  )
  if (isRefused(done)) return again(done)
  if (done.refused.length === 0) {
    return call.redirect(
      `/mentoring/engagements/${engagementId}/round`,
      m('propose.done-many', { count: done.proposed }),
    )
  }
  const named = new Map(
    (await allOfEngagement(call.work, engagementId)).map(({ id, name }) => [id, name]),
  )
  const form = {
    ...freshForm(),
    message: call.t(m('propose.partly', { count: done.proposed, left: done.refused.length })),
  }
  const refused = done.refused.map(({ menteeId, why }) => {
    const name = named.get(menteeId)
    return { student: name ? nameWords(sceneOf(call), name) : '–', why }
  })
  return showRound(given, form, refused, 422)
}
