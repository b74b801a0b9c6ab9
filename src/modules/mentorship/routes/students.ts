import { show } from '#ui'
import { isRefused, personOf, refuse, type Refusal } from '#kernel/database'
import { writeXlsx } from '#kernel/files'
import {
  type Answer,
  type Call,
  type FormState,
  freshForm,
  page,
  pageNumber,
  type Route,
  valueOf,
  refusedForm,
  refusedOnly,
  sceneOf,
} from '#kernel/http'
import type { Message } from '#kernel/messages'
import { dateInZone, isUuid } from '#kernel/values'
import { m } from '../messages/index.ts'
import { nameWords } from '../pages/scene.tsx'
import { type Candidate, StudentPage } from '../pages/student.tsx'
import { StudentsPage } from '../pages/students.tsx'
import { checkInsOf } from '../queries/check-ins.ts'
import { engagementsHere } from '../queries/engagements.ts'
import {
  handoversOf,
  mentorshipById,
  type MentorshipRow,
  mentorshipsOfStudent,
} from '../queries/mentorships.ts'
import { mentorPool, mentorsByPerson, profileOf } from '../queries/profiles.ts'
import { declinedFor } from '../queries/rounds.ts'
import { goalsOf, meetingsOf, notesOf, sharersOf } from '../queries/sharing.ts'
import {
  heldMentors,
  type ListedStudent,
  studentById,
  studentCounts,
  type StudentFilter,
  type StudentRow,
  studentsHere,
  studentsPerPage,
  toldMentors,
} from '../queries/students.ts'
import { wishesOf } from '../queries/wishes.ts'
import { compareFits, fitOf, languagesOf } from '../rules/fit.ts'
import { reasonsOf } from '../rules/round.ts'
import { wishesBetween } from '../rules/wishes.ts'
import { type MentorKind, mentorKinds } from '../schema.ts'
import { takeStudentOut } from '../service/leaving.ts'
import { endMentorship, leaveMentorship, withdrawProposal } from '../service/ends.ts'
import { type Proposal, proposeForStudent, proposeForStudents } from '../service/proposals.ts'
import { remindMentors } from '../service/reminders.ts'
import { tableOf } from './table.ts'
import { dayOf, placesOf } from './web.ts'

const desk = { action: 'mentorship.desk.open' }
const read = {
  load: (work: Call['work'], params: Record<string, string>) =>
    studentById(work, params['id'] ?? ''),
}
const mentorship = {
  load: (work: Call['work'], params: Record<string, string>) =>
    mentorshipById(work, params['id'] ?? ''),
}
/** The most candidates that a choice shows. */
const mostCandidates = 12

/** The students with their mentors: the office's list, and one page on each that the three share. */
export const studentRoutes: readonly Route[] = [
  page('GET', '/mentoring/students', {
    ...desk,
    handle: (call) => showList(call, filterOf(call.query), freshForm(), [], 200),
  }),
  page('GET', '/mentoring/students/table', { ...desk, handle: sendTable }),
  page('POST', '/mentoring/students/proposals', { ...desk, handle: proposeMany }),
  page<StudentRow>('GET', '/mentoring/students/:id', {
    action: 'mentorship.student.read',
    ...read,
    handle: (call) => showStudent(call, freshForm(), 200),
  }),
  page<StudentRow>('POST', '/mentoring/students/:id/proposals', {
    action: 'mentorship.student.propose',
    ...read,
    handle: proposeOne,
  }),
  page<StudentRow>('POST', '/mentoring/students/:id/leaving', {
    action: 'mentorship.student.remove',
    ...read,
    handle: takeOut,
  }),
  page<MentorshipRow>('POST', '/mentoring/mentorships/:id/withdrawal', {
    action: 'mentorship.mentorship.end',
    ...mentorship,
    handle: (call) => ended(call, m('propose.withdrawn'), (work, id) => withdrawProposal(work, id)),
  }),
  page<MentorshipRow>('POST', '/mentoring/mentorships/:id/end', {
    action: 'mentorship.mentorship.end',
    ...mentorship,
    handle: (call) =>
      ended(call, m('end.done'), (work, mentorshipId) =>
        endMentorship(work, { mentorshipId, reason: valueOf(call as Call, 'reason') }),
      ),
  }),
  page<MentorshipRow>('POST', '/mentoring/mentorships/:id/leaving', {
    action: 'mentorship.mentorship.leave',
    ...mentorship,
    handle: leave,
  }),
]

function filterOf(query: URLSearchParams): StudentFilter {
  const engagement = query.get('engagement') ?? ''
  const has = (['lacks-academic', 'lacks-industry', 'waits', 'complete'] as const).find(
    (each) => each === query.get('has'),
  )
  return {
    q: (query.get('q') ?? '').slice(0, 100),
    engagement: isUuid(engagement) ? engagement : null,
    has: has ?? null,
  }
}

async function showList(
  call: Call,
  filter: StudentFilter,
  form: FormState,
  refused: readonly { student: string; why: Message }[],
  status: number,
): Promise<Answer> {
  const { work } = call
  const number = pageNumber(call)
  const slice = { limit: studentsPerPage, offset: (number - 1) * studentsPerPage }
  const { rows, total } = await studentsHere(work, filter, slice)
  const places = await placesOf(call, 'mentorship.student.list')
  const engagements = await engagementsHere(
    work,
    places.map(({ value }) => value),
  )
  const mentors = await mentorPool(
    work,
    { q: '', kind: null, field: null, language: null, room: null },
    { limit: 500, offset: 0 },
  )
  call.shows(
    [
      ...rows.flatMap((row) => [row.person_id, ...row.mentors.map(({ mentorId }) => mentorId)]),
      ...mentors.rows.map(({ person_id: id }) => id),
    ],
    { engagement: filter.engagement, has: filter.has },
  )
  const shown = StudentsPage({
    scene: sceneOf(call),
    rows,
    total,
    page: number,
    filter,
    counts: await studentCounts(work),
    engagements,
    openable: engagements.filter((each) => call.may('mentorship.engagement.edit', each)),
    mentors: mentors.rows,
    chosen: new Set(call.form.values['student'] ?? []),
    refused,
    form,
  })
  return show(shown, status)
}

async function sendTable(call: Call): Promise<Answer> {
  const { rows } = await studentsHere(call.work, filterOf(call.query), null)
  call.shows(rows.flatMap((row) => [row.person_id, ...row.mentors.map(({ mentorId }) => mentorId)]))
  const name = `mentors-${dateInZone(call.now, call.timeZone)}.xlsx`
  return {
    kind: 'file',
    body: await writeXlsx({ sheets: [tableOf(sceneOf(call), rows)] }),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name,
  }
}

/** What a form says of a proposal; a day that is none is refused at its field. */
function proposalOf(call: Call, kind: MentorKind): Proposal | Refusal {
  const answerBy = dayOf(call, 'answer-by')
  if (isRefused(answerBy)) return answerBy
  return {
    kind,
    mentorId: valueOf(call, 'mentor'),
    answerBy,
    message: valueOf(call, 'message'),
    evenOverload: valueOf(call, 'overload') === 'yes',
    asSuccessor: valueOf(call, 'successor') === 'yes',
  }
}

async function proposeMany(call: Call): Promise<Answer> {
  const menteeIds = (call.form.values['student'] ?? []).filter(isUuid).slice(0, 500)
  const again = (refusal: Refusal) =>
    showList(call, filterOf(call.query), refusedForm(call, refusal), [], refusal.status)
  if (menteeIds.length === 0) return again(refuse(422, m('refusal.nobody-chosen')))
  if (valueOf(call, 'do') === 'remind') {
    const count = await call.perform((work) => remindMentors(work, menteeIds))
    return call.redirect('/mentoring/students', m('remind.done', { count }))
  }
  const mentor = await profileOf(call.work, valueOf(call, 'mentor'))
  const proposal = proposalOf(call, mentor?.kind ?? 'academic')
  if (isRefused(proposal)) return again(proposal)
  if (!mentor) return again(refuse(422, m('refusal.no-mentor'), { mentor: m('refusal.no-mentor') }))
  const done = await call.perform((work) =>
    proposeForStudents(work, {
      ...proposal,
      menteeIds,
      way: 'choice',
      node: call.services.node,
    }),
  )
  if (done.refused.length === 0) {
    return call.redirect('/mentoring/students', m('propose.done-many', { count: done.proposed }))
  }
  const named = await Promise.all(
    done.refused.map(async ({ menteeId, why }) => {
      const student = await studentById(call.work, menteeId)
      const mayName = student !== null && call.may('mentorship.student.list', student)
      return { student: mayName ? nameWords(sceneOf(call), student.name) : '–', why }
    }),
  )
  const form = refusedForm(
    call,
    refuse(422, m('propose.partly', { count: done.proposed, left: done.refused.length })),
  )
  return showList(call, filterOf(call.query), form, named, 422)
}

/** The page of a student, with a form as it was sent. */
export async function showStudent(
  given: Call<StudentRow>,
  form: FormState,
  status: number,
): Promise<Answer> {
  const call = given as Call
  const { work } = call
  const row = (await studentById(work, given.object.id)) ?? given.object
  const mayPropose = call.may('mentorship.student.propose', row)
  const mentors = await heldMentors(work, [row.id])
  // A mentor may still decline: whoever arranges nothing does not read the name.
  const student = { ...row, mentors: mayPropose ? mentors : toldMentors(row, mentors) }
  const history = mayPropose ? await mentorshipsOfStudent(work, row.id) : null
  const candidates = mayPropose && row.state === 'open' ? await candidatesFor(call, row) : null
  const self = personOf(call.actor)
  const shared = await sharedOf(call, row)
  const checkIns = await checkInsOf(work, row.id)
  const mayReadOn = mayPropose || shared.self !== null
  const handovers = mayReadOn ? await handoversOf(work, row.id) : []
  call.shows([
    row.person_id,
    ...student.mentors.map(({ mentorId }) => mentorId),
    ...(history ?? []).map(({ mentor_id: id }) => id),
    ...shared.notes.map(({ writtenBy }) => writtenBy),
    ...(shared.goals ? [shared.goals.writtenBy] : []),
    ...Object.values(candidates ?? {})
      .flat()
      .map(({ profile }) => profile.person_id),
  ])
  const shown = StudentPage({
    scene: sceneOf(call),
    student,
    history,
    candidates,
    mayTakeOut: row.state === 'open' && call.may('mentorship.student.remove', row),
    leavable: new Set(
      student.mentors
        .filter(({ mentorId, state }) => mentorId === self && state !== 'proposed')
        .map(({ id }) => id),
    ),
    isOwn: row.person_id === self,
    // A mentor does not read how the student ranked them.
    reasons: mayPropose || row.person_id === self ? await reasonsFor(work, student) : new Map(),
    // What each answered is for the office; the others learn only that they are asked.
    checkIns: mayPropose ? checkIns : null,
    asked: checkIns.find(
      (each) =>
        shared.self !== null &&
        each.closedAt === null &&
        !each.answers.some(({ personId }) => personId === shared.self),
    ),
    // A word between mentors: the student does not read it.
    handovers: row.person_id === self ? [] : handovers,
    shared,
    form,
  })
  return show(shown, status)
}

/** What speaks for each mentor who holds a place. */
async function reasonsFor(work: Call['work'], student: ListedStudent) {
  const held = student.mentors.filter(({ state }) => state !== 'proposed')
  const wishes = wishesBetween(await wishesOf(work, [student.id]))
  const profiles = await mentorsByPerson(
    work,
    held.map(({ mentorId }) => mentorId),
  )
  const facts = { id: student.id, field: student.field, languages: languagesOf(student) }
  return new Map(
    profiles.map((each) => [
      each.person_id,
      reasonsOf(facts, { ...each, id: each.person_id }, wishes),
    ]),
  )
}

/** What the student and the mentors share; whoever only reads gets it without forms. */
async function sharedOf(call: Call, row: StudentRow) {
  const { work } = call
  return {
    menteeId: row.id,
    sharers: await sharersOf(work, row),
    goals: await goalsOf(work, row.id),
    meetings: await meetingsOf(work, row.id),
    notes: await notesOf(work, row.id),
    self: call.may('mentorship.student.share', row) ? personOf(call.actor) : null,
  }
}

/** Whom the office could ask, the most fitting first; who is paused, of the place, or the student is left out. */
async function candidatesFor(
  call: Call,
  student: StudentRow,
): Promise<Record<MentorKind, Candidate[]>> {
  const side = {
    field: student.field,
    languages: languagesOf(student),
  }
  const found: Record<MentorKind, Candidate[]> = { academic: [], industry: [] }
  const held = await heldMentors(call.work, [student.id])
  const gone = new Set((await declinedFor(call.work, [student.id])).map(({ mentor_id: id }) => id))
  for (const kind of mentorKinds) {
    const { rows } = await mentorPool(
      call.work,
      { q: '', kind, field: null, language: null, room: null },
      { limit: 500, offset: 0 },
    )
    found[kind] = rows
      .filter(
        (each) =>
          each.paused_at === null &&
          each.person_id !== student.person_id &&
          !gone.has(each.person_id) &&
          !held.some(({ mentorId }) => mentorId === each.person_id),
      )
      .map((profile) => ({ profile, fit: fitOf(side, profile) }))
      .toSorted((a, b) => compareFits(a.fit, b.fit))
      .slice(0, mostCandidates)
  }
  return found
}

async function proposeOne(given: Call<StudentRow>): Promise<Answer> {
  const call = given as Call
  const kind = mentorKinds.find((each) => each === valueOf(call, 'kind')) ?? 'academic'
  const proposal = proposalOf(call, kind)
  const done = isRefused(proposal)
    ? proposal
    : await call.perform((work) =>
        proposeForStudent(work, {
          ...proposal,
          menteeId: given.object.id,
          way: 'choice',
          node: call.services.node,
        }),
      )
  if (isRefused(done)) return showStudent(given, refusedForm(call, done), done.status)
  return call.redirect(`/mentoring/students/${given.object.id}`, m('propose.done'))
}

async function ended(
  given: Call<MentorshipRow>,
  flash: Message,
  verb: (work: Call['work'], id: string) => Promise<true | Refusal>,
): Promise<Answer> {
  const call = given as Call
  const { id, mentee_id: menteeId } = given.object
  const done = await call.perform((work) => verb(work, id))
  if (!isRefused(done)) return call.redirect(`/mentoring/students/${menteeId}`, flash)
  const student = await studentById(call.work, menteeId)
  if (!student || !call.may('mentorship.student.read', student)) return { kind: 'absent' }
  const shown = { ...given, object: student } as unknown as Call<StudentRow>
  return showStudent(shown, refusedOnly(call, done), done.status)
}

async function leave(given: Call<MentorshipRow>): Promise<Answer> {
  const call = given as Call
  const { id, mentee_id: menteeId } = given.object
  const done = await call.perform((work) =>
    leaveMentorship(work, { mentorshipId: id, handover: valueOf(call, `handover-${id}`) }),
  )
  if (isRefused(done)) {
    const student = await studentById(call.work, menteeId)
    if (done.status !== 422 || !student) {
      return call.redirect('/mentoring', done.message, 'attention')
    }
    const shown = { ...given, object: student } as unknown as Call<StudentRow>
    return showStudent(shown, refusedForm(call, done), done.status)
  }
  return call.redirect('/mentoring', m('leave.done'))
}

async function takeOut(given: Call<StudentRow>): Promise<Answer> {
  const call = given as Call
  const done = await call.perform((work) => takeStudentOut(work, given.object.id))
  if (isRefused(done)) return showStudent(given, refusedOnly(call, done), done.status)
  return call.redirect(`/mentoring/students/${given.object.id}`, m('student.left'))
}
