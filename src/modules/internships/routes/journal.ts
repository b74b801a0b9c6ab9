import { show } from '#ui'
import { isRefused, personOf, type Refusal, type Work } from '#kernel/database'
import { fileById, fileKinds, filesOf, receiveFile, streamFile } from '#kernel/files'
import {
  type Act,
  type ActCall,
  type ActOver,
  type Answer,
  type Call,
  freshForm,
  page,
  refusedForm,
  type Route,
  valueOf,
} from '#kernel/http'
import { addDays, dateInZone, type DateOnly, isDateOnly } from '#kernel/values'
import { answerWeekByLinkAction } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import { JournalPage } from '../pages/journal.tsx'
import { base } from '../pages/scene.tsx'
import { WeekByLinkPage } from '../pages/week-act.tsx'
import { WeekPage } from '../pages/week.tsx'
import { journalOf, weekById, weekOn } from '../queries/journal.ts'
import { hoursOf, placementById, type PlacementRow } from '../queries/placements.ts'
import { byDay, weekOf } from '../rules/hours.ts'
import { daysOfWeek, weeksOf } from '../rules/journal.ts'
import { answerWeek, confirmForHost } from '../service/journal-answers.ts'
import {
  attachEvidence,
  detachEvidence,
  goalsOfPlacement,
  minutesIn,
  takeWeekBack,
  weekOwner,
  writeWeek,
} from '../service/journal.ts'
import { passedOn } from './over.ts'
import { formOf } from './web.ts'

const at = `${base}/placements/:id/journal`
const ofWeek = `${at}/:week`
const evidenceRules = {
  allow: ['jpeg', 'png', 'webp', 'pdf'],
  maxBytes: 10 * 1024 * 1024,
} as const

/** A placement with the Monday of one of its weeks. */
type WeekPlace = PlacementRow & { monday: DateOnly }

const load = (work: Work, { id }: Record<string, string>) => placementById(work, id ?? '')

async function loadWeek(
  work: Work,
  { id, week = '' }: Record<string, string>,
): Promise<WeekPlace | null> {
  const placement = await placementById(work, id ?? '')
  if (!placement || !isDateOnly(week)) return null
  return daysOfWeek(week, placement, addDays(week, 6)).length > 0
    ? { ...placement, monday: week }
    : null
}

/** The journal of a placement, week by week: written by the student, confirmed by the host. */
export const journalRoutes: readonly Route[] = [
  page<PlacementRow>('GET', at, {
    action: 'internships.placement.read',
    load,
    handle: journalPage,
  }),
  page<WeekPlace>('GET', ofWeek, {
    action: 'internships.placement.read',
    load: loadWeek,
    handle: (call) => weekPage(call, null),
  }),
  page<WeekPlace>('POST', ofWeek, {
    action: 'internships.placement.log',
    load: loadWeek,
    maxBytes: 40 * 1024 * 1024,
    handle: write,
  }),
  page<WeekPlace>('POST', `${ofWeek}/return`, {
    action: 'internships.placement.log',
    load: loadWeek,
    handle: takeBack,
  }),
  page<WeekPlace>('POST', `${ofWeek}/confirmation`, {
    action: 'internships.placement.manage',
    load: loadWeek,
    handle: confirm,
  }),
  page<WeekPlace>('GET', `${ofWeek}/evidence`, {
    action: 'internships.placement.read',
    load: loadWeek,
    handle: evidence,
  }),
]

async function journalPage(call: Call<PlacementRow>): Promise<Answer> {
  const placement = call.object
  const today = dateInZone(call.now, placement.timeZone)
  call.shows([placement.person_id])
  return show(
    JournalPage({
      call,
      placement,
      weeks: weeksOf(placement, today),
      written: await journalOf(call.work, placement.id),
      hours: await hoursOf(call.work, placement.id),
      today,
      isOwn: personOf(call.actor) === placement.person_id,
    }),
  )
}

async function weekPage(call: Call<WeekPlace>, refusal: Refusal | null): Promise<Answer> {
  const { monday, ...placement } = call.object
  const row = await weekOn(call.work, placement.id, monday)
  const today = dateInZone(call.now, placement.timeZone)
  const hours = await hoursOf(call.work, placement.id)
  call.shows([placement.person_id])
  return show(
    WeekPage({
      call,
      placement: call.object,
      monday,
      row,
      days: daysOfWeek(monday, placement, today),
      hours: hours.filter((each) => touches(each, monday, placement.timeZone)),
      minutes: await minutesIn(call.work, placement, monday),
      goals: await goalsOfPlacement(call.work, placement.id),
      files: row ? await filesOf(call.work, weekOwner, row.id) : [],
      isOwn: personOf(call.actor) === placement.person_id,
      form: formOf(call as Call, refusal),
    }),
    refusal,
  )
}

function touches(stretch: { startsAt: Date; endsAt: Date }, monday: DateOnly, timeZone: string) {
  return byDay(stretch, timeZone).some(({ day }) => weekOf(day) === monday)
}

async function write(call: Call<WeekPlace>): Promise<Answer> {
  const { id: placementId, monday: week, timeZone } = call.object
  const given = (name: string) => valueOf(call, name)
  const evident = await takeEvidence(call)
  if (isRefused(evident)) return weekPage(call, evident)
  const goals = await goalsOfPlacement(call.work, placementId)
  const chosen = call.form.values['goals'] ?? []
  const today = dateInZone(call.now, timeZone)
  const send = given('step') === 'send'
  const done = await call.perform((work) =>
    writeWeek(work, {
      placementId,
      week,
      days: daysOfWeek(week, call.object, today).map((day) => ({
        day,
        from: given(`from-${day}`),
        until: given(`until-${day}`),
      })),
      words: given('words'),
      goals: goals.filter((_, place) => chosen.includes(String(place))),
      language: call.language,
      send,
    }),
  )
  if (isRefused(done)) return weekPage(call, done)
  const journal = `${base}/placements/${placementId}/journal`
  return send
    ? call.redirect(journal, m('flash.week-sent'))
    : call.redirect(`${journal}/${week}`, m('flash.week-saved'))
}

/** Files are kept before the rest of the form is read: a refusal of the hours loses no photograph. */
async function takeEvidence(call: Call<WeekPlace>): Promise<true | Refusal> {
  const { id: placementId, monday: week } = call.object
  const removed = valueOf(call, 'remove')
  if (removed !== '') {
    const done = await call.perform((work) =>
      detachEvidence(work, { placementId, week, fileId: removed }),
    )
    if (isRefused(done)) return done
  }
  const uploads = (call.form.uploads['evidence'] ?? []).filter(({ bytes }) => bytes.length > 0)
  for (const upload of uploads) {
    const file = await receiveFile(call.services.blobs, upload, evidenceRules)
    if (isRefused(file)) return { ...file, fields: { evidence: file.message } }
    const done = await call.perform((work) =>
      attachEvidence(work, { placementId, week, file, node: call.services.node }),
    )
    if (isRefused(done)) return done
  }
  return true
}

async function takeBack(call: Call<WeekPlace>): Promise<Answer> {
  const { id: placementId, monday: week } = call.object
  const done = await call.perform((work) => takeWeekBack(work, { placementId, week }))
  if (isRefused(done)) return weekPage(call, done)
  return call.redirect(
    `${base}/placements/${placementId}/journal/${week}`,
    m('flash.week-taken-back'),
  )
}

async function confirm(call: Call<WeekPlace>): Promise<Answer> {
  const { id: placementId, monday: week } = call.object
  const remark = valueOf(call, 'remark')
  const done = await call.perform((work) =>
    confirmForHost(work, { placementId, week, remark, language: call.language }),
  )
  if (isRefused(done)) return weekPage(call, done)
  return call.redirect(`${base}/placements/${placementId}/journal`, m('flash.week-confirmed'))
}

async function evidence(call: Call<WeekPlace>): Promise<Answer> {
  const row = await weekOn(call.work, call.object.id, call.object.monday)
  call.shows([call.object.person_id])
  return row ? fileOfWeek(call, row.id, call.query.get('file') ?? '') : { kind: 'absent' }
}

async function fileOfWeek(
  { work, services }: Pick<Call, 'work' | 'services'>,
  weekId: string,
  fileId: string,
): Promise<Answer> {
  const file = await fileById(work, fileId)
  if (file?.owner_kind !== weekOwner || file.owner_id !== weekId) return { kind: 'absent' }
  const found = await streamFile(work, services.blobs, file.id)
  if (isRefused(found)) return { kind: 'absent' }
  const { kind, name } = found.file
  return { kind: 'file', body: found.stream, type: fileKinds[kind].mediaType, name, inline: true }
}

/** The host's tutor confirms the hours of a week by the link of a mail, or writes back. */
export const answerWeekByLink: Act = {
  action: answerWeekByLinkAction,
  async show(call, refusal) {
    const week = await openForLink(call)
    if (!week) return outcome(call)
    call.shows([week.studentId])
    const hours = await hoursOf(call.work, week.placementId)
    const files = await filesOf(call.work, weekOwner, week.id)
    return show(
      WeekByLinkPage({
        call,
        week,
        hours: hours.filter((each) => touches(each, week.week, week.timeZone)),
        minutes: await minutesIn(call.work, { ...week, id: week.placementId }, week.week),
        files: files.map(({ id, name }) => ({ name, href: `${call.action}/files/${id}` })),
        action: call.action,
        form: refusal ? refusedForm(call, refusal) : freshForm(),
      }),
      refusal,
    )
  },
  perform: (call) =>
    call.perform((work) =>
      answerWeek(work, {
        weekId: call.link.objectId,
        answer: valueOf(call, 'answer'),
        minutes: valueOf(call, 'minutes'),
        remark: valueOf(call, 'remark'),
        language: call.language,
      }),
    ),
  outcome,
  async file(call, name) {
    const week = await openForLink(call)
    if (!week) return { kind: 'absent' }
    call.shows([week.studentId])
    return fileOfWeek(call, week.id, name)
  },
}

/** The week of a link, where the host still has to say something to it. */
async function openForLink(call: ActCall) {
  const week = await weekById(call.work, call.link.objectId)
  const isOpen = week?.state === 'sent' && call.work.may(answerWeekByLinkAction, week)
  return isOpen ? week : null
}

async function outcome(call: ActCall): Promise<ActOver> {
  const week = await weekById(call.work, call.link.objectId)
  call.shows([])
  const said = week?.state === 'confirmed' || week?.state === 'returned' ? week.state : 'nothing'
  const passed = passedOn(call)
  if (passed) return passed
  return {
    over: true,
    tone: said === 'nothing' ? 'info' : 'done',
    title: m(`over.week-${said}.title`),
    text: m(`over.week-${said}.text`),
    next: null,
  }
}
