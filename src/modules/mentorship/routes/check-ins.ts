import { show } from '#ui'
import { isRefused, personOf } from '#kernel/database'
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
import { CheckInByLinkPage, CheckInPage } from '../pages/check-in.tsx'
import { type CheckIn, checkInById } from '../queries/check-ins.ts'
import type { StudentRow } from '../queries/students.ts'
import { answerHow, checkInLinkAction } from '../service/check-ins.ts'
import { checkInTask } from '../task-kinds.ts'

const share = {
  action: 'mentorship.student.share',
  load: async (work: Call['work'], params: Record<string, string>) =>
    (await checkInById(work, params['checkIn'] ?? ''))?.student ?? null,
}

/** How it goes, asked of the three. */
export const checkInRoutes: readonly Route[] = [
  page<StudentRow>('GET', '/mentoring/check-ins/:checkIn', {
    ...share,
    handle: (call) => showOne(call, null, 200),
  }),
  page<StudentRow>('POST', '/mentoring/check-ins/:checkIn', { ...share, handle: answer }),
]

function formOf(checkIn: CheckIn, personId: string | null): FormState {
  const own = checkIn.answers.find((each) => each.personId === personId)
  if (!own) return freshForm()
  return freshForm({ how: own.how, 'too-much': own.tooMuch ? 'yes' : '', note: own.note })
}

async function showOne(
  given: Call<StudentRow>,
  form: FormState | null,
  status: number,
): Promise<Answer> {
  const call = given as Call
  const { checkIn } = (await checkInById(call.work, call.params['checkIn'] ?? ''))!
  const student = given.object
  const self = personOf(call.actor)
  call.shows([student.person_id])
  if (checkIn.closedAt !== null && form === null) {
    return call.redirect(
      `/mentoring/students/${student.id}`,
      m('refusal.check-in-over'),
      'attention',
    )
  }
  const shown = CheckInPage({
    scene: sceneOf(call),
    checkIn,
    student,
    isMentor: student.person_id !== self,
    action: call.href(`/mentoring/check-ins/${checkIn.id}`),
    form: form ?? formOf(checkIn, self),
  })
  return show(shown, status)
}

function sent(call: Pick<Call, 'form'>, checkInId: string) {
  return {
    checkInId,
    how: valueOf(call, 'how'),
    tooMuch: valueOf(call, 'too-much') === 'yes',
    note: valueOf(call, 'note'),
  }
}

async function answer(given: Call<StudentRow>): Promise<Answer> {
  const call = given as Call
  const id = call.params['checkIn'] ?? ''
  const done = await call.perform((work) => answerHow(work, sent(call, id)))
  if (isRefused(done)) return showOne(given, refusedForm(call, done), done.status)
  return call.redirect(`/mentoring/students/${given.object.id}`, m('check-in.thanks'))
}

/** One of the three says by the link of a mail how it goes, on one page, without an account. */
export const checkInByLink: Act = {
  action: checkInLinkAction,
  ofTasks: { kinds: [checkInTask], label: m('check-in.act'), maxUses: 1 },
  async show(call, refusal) {
    const found = await checkInById(call.work, call.link.objectId)
    const isOpen = found?.checkIn.closedAt === null
    if (!found || !isOpen || !call.may(checkInLinkAction, { id: found.checkIn.id })) {
      return outcome(call)
    }
    call.shows([found.student.person_id])
    const props = {
      scene: sceneOf(call),
      ...found,
      isMentor: found.student.person_id !== call.link.personId,
      action: call.action,
      form: refusal ? refusedForm(call, refusal) : formOf(found.checkIn, call.link.personId),
    }
    return show(CheckInByLinkPage(props))
  },
  perform: (call) => call.perform((work) => answerHow(work, sent(call, call.link.objectId))),
  outcome,
}

async function outcome(call: ActCall): Promise<ActOver> {
  const found = await checkInById(call.work, call.link.objectId)
  const said = found?.checkIn.answers.some(({ personId }) => personId === call.link.personId)
  const key = said ? 'checked-in' : 'not-checked-in'
  return {
    over: true,
    tone: said ? 'done' : 'info',
    title: m(`over.${key}.title`),
    text: m(`over.${key}.text`),
    next: null,
  }
}
