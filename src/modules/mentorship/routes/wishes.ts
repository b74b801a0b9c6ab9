import { show } from '#ui'
import { isRefused, refuse, type Refusal } from '#kernel/database'
import {
  type Act,
  type ActCall,
  type ActOver,
  type Answer,
  type Call,
  type FormState,
  freshForm,
  page,
  refusedForm,
  type Route,
  sceneOf,
  valueOf,
} from '#kernel/http'
import { m } from '../messages/index.ts'
import {
  MentorWishesByLinkPage,
  MentorWishesPage,
  wishField,
  WishesPage,
} from '../pages/wishes.tsx'
import { type ProfileRow, profilesOfKinds } from '../queries/profiles.ts'
import { studentById, type StudentRow } from '../queries/students.ts'
import {
  studentsToWishFor,
  wishesOf,
  type WishingStudent,
  wishRequestById,
  type WishRequestRow,
} from '../queries/wishes.ts'
import { compareFits, fitOf, languagesOf } from '../rules/fit.ts'
import { readWish, type SaidWish, type Wish } from '../rules/wishes.ts'
import { answerWishes, sayWishes, wishesLinkAction } from '../service/wishes.ts'
import { wishesTask } from '../task-kinds.ts'

const wish = {
  action: 'mentorship.student.wish',
  load: (work: Call['work'], params: Record<string, string>) =>
    studentById(work, params['id'] ?? ''),
}
const answer = {
  action: 'mentorship.wishes.answer',
  load: (work: Call['work'], params: Record<string, string>) =>
    wishRequestById(work, params['id'] ?? ''),
}
/** The most mentors that a student chooses from, the most fitting first. */
const mostMentors = 60

/** What students and mentors wish before they are joined. */
export const wishRoutes: readonly Route[] = [
  page<StudentRow>('GET', '/mentoring/students/:id/wishes', {
    ...wish,
    handle: (call) => showWishes(call, null, 200),
  }),
  page<StudentRow>('POST', '/mentoring/students/:id/wishes', { ...wish, handle: save }),
  page<WishRequestRow>('GET', '/mentoring/wishes/:id', {
    ...answer,
    handle: (call) => showAsked(call, null, 200),
  }),
  page<WishRequestRow>('POST', '/mentoring/wishes/:id', { ...answer, handle: send }),
]

/** The mentors whom a student can wish for: of the kinds that are demanded, not paused, the most fitting first. */
async function mentorsFor(call: Call, student: StudentRow): Promise<ProfileRow[]> {
  const side = { field: student.field, languages: languagesOf(student) }
  return (await profilesOfKinds(call.work, student.needs))
    .filter((each) => each.paused_at === null && each.person_id !== student.person_id)
    .map((profile) => ({ profile, fit: fitOf(side, profile) }))
    .toSorted((a, b) => compareFits(a.fit, b.fit))
    .slice(0, mostMentors)
    .map(({ profile }) => profile)
}

async function showWishes(
  given: Call<StudentRow>,
  form: FormState | null,
  status: number,
): Promise<Answer> {
  const call = given as Call
  const student = given.object
  const mentors = await mentorsFor(call, student)
  const said = (await wishesOf(call.work, [student.id])).filter((each) => each.saidBy === 'student')
  call.shows(mentors.map(({ person_id: id }) => id))
  const values = {
    statement: student.statement,
    languages: languagesOf(student).join(' '),
    ...wishValues(said, ({ mentorId }) => mentorId),
  }
  const scene = sceneOf(call)
  return show(WishesPage({ scene, student, mentors, form: form ?? freshForm(values) }), status)
}

function wishValues(said: readonly SaidWish[], of: (each: SaidWish) => string) {
  return Object.fromEntries(said.map((each) => [wishField(of(each)), String(each.wish)]))
}

/**
 * What a form says of each of these people who stood on it, null where nothing: of whoever came to the list since it was
 * opened it says nothing either way. A choice that is none is refused at its field.
 */
function wishesIn(
  call: Pick<Call, 'form'>,
  ids: readonly string[],
): Map<string, Wish | null> | Refusal {
  const wishes = new Map<string, Wish | null>()
  for (const id of ids.filter((each) => call.form.values[wishField(each)] !== undefined)) {
    const read = readWish(valueOf(call, wishField(id)))
    if (read === undefined) {
      const none = m('refusal.no-wish')
      return refuse(422, none, { [wishField(id)]: none })
    }
    wishes.set(id, read)
  }
  return wishes
}

async function save(given: Call<StudentRow>): Promise<Answer> {
  const call = given as Call
  const student = given.object
  const mentors = await mentorsFor(call, student)
  const wishes = wishesIn(
    call,
    mentors.map(({ person_id: id }) => id),
  )
  const done = isRefused(wishes)
    ? wishes
    : await call.perform((work) =>
        sayWishes(work, {
          menteeId: student.id,
          wishes,
          statement: valueOf(call, 'statement'),
          languages: call.form.values['languages'] ?? [],
        }),
      )
  if (isRefused(done)) return showWishes(given, refusedForm(call, done), done.status)
  return call.redirect(`/mentoring/students/${student.id}`, m('wishes.saved'))
}

/** What a mentor has said of these students before. */
async function saidBy(work: Call['work'], asked: WishRequestRow, students: WishingStudent[]) {
  const said = await wishesOf(
    work,
    students.map(({ id }) => id),
  )
  return said.filter((each) => each.saidBy === 'mentor' && each.mentorId === asked.mentor_id)
}

async function askedProps(call: Call, asked: WishRequestRow, form: FormState | null) {
  const students = await studentsToWishFor(call.work, asked)
  call.shows(students.map(({ person_id: id }) => id))
  const said = await saidBy(call.work, asked, students)
  const values = wishValues(said, ({ menteeId }) => menteeId)
  return { scene: sceneOf(call), asked, students, form: form ?? freshForm(values) }
}

async function showAsked(
  given: Call<WishRequestRow>,
  form: FormState | null,
  status: number,
): Promise<Answer> {
  const call = given as Call
  const action = call.href(`/mentoring/wishes/${given.object.id}`)
  const props = await askedProps(call, given.object, form)
  return show(MentorWishesPage({ ...props, action }), status)
}

async function perform(call: Call, asked: WishRequestRow): Promise<true | Refusal> {
  const students = await studentsToWishFor(call.work, asked)
  const wishes = wishesIn(
    call,
    students.map(({ id }) => id),
  )
  if (isRefused(wishes)) return wishes
  return call.perform((work) => answerWishes(work, { requestId: asked.id, wishes }))
}

async function send(given: Call<WishRequestRow>): Promise<Answer> {
  const call = given as Call
  const done = await perform(call, given.object)
  if (isRefused(done)) return showAsked(given, refusedForm(call, done), done.status)
  return call.redirect('/mentoring', m('wishes.sent'))
}

/** A mentor says by the link of a letter which students they would like, on one page, without an account. */
export const wishesByLink: Act = {
  action: wishesLinkAction,
  ofTasks: { kinds: [wishesTask], label: m('mail.wishes-act'), maxUses: 1 },
  async show(call, refusal) {
    const asked = await wishRequestById(call.work, call.link.objectId)
    if (!asked || asked.answered_at !== null || !call.may(wishesLinkAction, asked)) {
      return overOf(call)
    }
    const form = refusal ? refusedForm(call, refusal) : null
    const props = await askedProps(call, asked, form)
    return show(MentorWishesByLinkPage({ ...props, action: call.action }))
  },
  async perform(call) {
    const asked = await wishRequestById(call.work, call.link.objectId)
    return asked ? perform(call, asked) : refuse(404, m('refusal.no-request'))
  },
  outcome: overOf,
}

async function overOf(call: ActCall): Promise<ActOver> {
  const asked = await wishRequestById(call.work, call.link.objectId)
  const key = asked?.answered_at ? 'wished' : 'not-wished'
  return {
    over: true,
    tone: asked?.answered_at ? 'done' : 'info',
    title: m(`over.${key}.title`),
    text: m(`over.${key}.text`),
    next: null,
  }
}
