import { randomUUIDv7 } from 'node:crypto'
import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import { addFile, filesOf, type ReceivedFile, removeFile } from '#kernel/files'
import { revokeActLinks } from '#kernel/identity'
import { completeTasksOf, openTask } from '#kernel/tasks'
import { dateInZone, type DateOnly, type Language } from '#kernel/values'
import { weekSent, weekTakenBack } from '../entries.ts'
import { answerWeekByLinkAction } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import { agreementOf } from '../queries/agreements.ts'
import { type WeekRow, weekById, weekOn } from '../queries/journal.ts'
import { hoursOf, placementById, type PlacementRow } from '../queries/placements.ts'
import { minutesByWeek } from '../rules/hours.ts'
import { daysOfWeek, dueOfWeek, goalsIn, mostEvidence } from '../rules/journal.ts'
import { weekTask } from '../task-kinds.ts'
import { aboutPlacement } from './about.ts'
import { logHours } from './hours.ts'
import { mailTutor } from './journal-mail.ts'
import { inField } from './refusing.ts'
import { tutorOf } from './tutor.ts'

/** Under which kind files, tasks and mails are about a week of a journal. */
export const weekOwner = 'internship-week'

/** Which week of which placement. */
interface WeekOf {
  placementId: string
  week: DateOnly
}

/** A week as it is written on a phone: hours of days that have none yet, words, goals. */
export interface WriteWeek extends WeekOf {
  days: readonly { day: DateOnly; from: string; until: string }[]
  words: string
  goals: readonly string[]
  language: Language
  /** Whether it goes to the host now. */
  send: boolean
}

/**
 * Keeps what was written of a week and, sent, asks the host's tutor by mail to confirm its hours. The hours of a day are logged
 * under the rules of hours; a fault names the field of its day. What is with the host or confirmed is not written any more.
 */
export async function writeWeek(work: Work, input: WriteWeek): Promise<true | Refusal> {
  const own = await ownWeek(work, input)
  if (isRefused(own)) return own
  const { placement } = own
  const words = input.words.trim().slice(0, 4000)
  for (const each of input.days) {
    const logged = await logDay(work, placement.id, each, words)
    if (isRefused(logged)) return logged
  }
  if (input.send && words === '') return inField('words', m('refusal.week-words'))
  const row = own.row ?? (await openWeek(work, placement, input.week))
  const known = await goalsOfPlacement(work, placement.id)
  const goals = known.filter((goal) => input.goals.includes(goal))
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('internship_weeks')
      .set({ words, words_language: input.language, goals })
      .where('id', '=', row.id)
      .execute(),
  )
  return input.send ? sendWeek(work, placement, row) : true
}

/** The student's own week that is still to be written, its placement locked; a refusal where it is not. */
async function ownWeek(
  work: Work,
  { placementId, week }: WeekOf,
): Promise<{ placement: PlacementRow; row: WeekRow | null } | Refusal> {
  const placement = await placementById(work, placementId, 'lock')
  if (!placement || !work.may('internships.placement.log', placement)) {
    return refuse(404, m('refusal.no-placement'))
  }
  const today = dateInZone(work.now, placement.timeZone)
  if (daysOfWeek(week, placement, today).length === 0) return refuse(409, m('refusal.week-ahead'))
  const row = await weekOn(work, placement.id, week)
  if (row && (row.state === 'sent' || row.state === 'confirmed')) {
    return refuse(409, m('refusal.week-closed'))
  }
  return { placement, row }
}

/** Logs what was typed for one day; a day of which nothing was typed is left. */
async function logDay(
  work: Work,
  placementId: string,
  { day, from, until }: WriteWeek['days'][number],
  words: string,
): Promise<true | Refusal> {
  if (from.trim() === '' && until.trim() === '') return true
  // The line says how the week began to be told: of each day by itself nobody writes on a phone.
  const said = words.split('\n')[0]!.slice(0, 200) || '–'
  const logged = await logHours(work, { placementId, day, from, until, work: said })
  if (!isRefused(logged)) return true
  const field = logged.fields['until'] ? 'until' : 'from'
  return refuse(logged.status, logged.message, { [`${field}-${day}`]: logged.message })
}

/** Begins a week: what the student is asked to write. */
export async function openWeek(
  work: Work,
  placement: PlacementRow,
  week: DateOnly,
): Promise<WeekRow> {
  const id = randomUUIDv7()
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('internship_weeks')
      .values({
        id,
        placement_id: placement.id,
        week,
        state: 'open',
        words_language: null,
        due_on: dueOfWeek(week),
        made_at: work.now,
        sent_at: null,
        tutor_name: null,
        tutor_email: null,
        tutor_language: null,
        minutes: null,
        answered_by: null,
        answered_at: null,
        remark_language: null,
      })
      .execute(),
  )
  return (await weekById(work, id))!
}

async function sendWeek(work: Work, placement: PlacementRow, row: WeekRow): Promise<true> {
  const minutes = await minutesIn(work, placement, row.week)
  const tutor = await tutorOf(work, placement)
  await revokeActLinks(work, { objectIds: [row.id], action: answerWeekByLinkAction }, 'replaced')
  const entry = weekSent({ ...aboutPlacement(placement), data: { week: row.week, minutes } })
  await work.write(entry, (tx) =>
    tx
      .updateTable('internship_weeks')
      .set({
        state: 'sent',
        sent_at: work.now,
        tutor_name: tutor.name,
        tutor_email: tutor.email,
        tutor_language: tutor.language,
        nudges: 0,
        remark: '',
        remark_language: null,
      })
      .where('id', '=', row.id)
      .execute(),
  )
  await completeTasksOf(work, { object: { kind: weekOwner, id: row.id }, kinds: [weekTask] })
  await mailTutor(work, (await weekById(work, row.id))!, minutes, 'first')
  return true
}

/** Takes a week back that the host has not answered: it can be written again, and the link in the mail does nothing. */
export async function takeWeekBack(
  work: Work,
  { placementId, week }: WeekOf,
): Promise<true | Refusal> {
  const placement = await placementById(work, placementId, 'lock')
  if (!placement || !work.may('internships.placement.log', placement)) {
    return refuse(404, m('refusal.no-placement'))
  }
  const row = await weekOn(work, placement.id, week)
  if (row?.state !== 'sent') return refuse(409, m('refusal.week-answered'))
  await revokeActLinks(work, { objectIds: [row.id], action: answerWeekByLinkAction }, 'withdrawn')
  await work.write(weekTakenBack({ ...aboutPlacement(placement), data: { week } }), (tx) =>
    tx.updateTable('internship_weeks').set({ state: 'open' }).where('id', '=', row.id).execute(),
  )
  await askToWrite(work, placement, row)
  return true
}

/** Tells the student that a week is to be written. */
export async function askToWrite(
  work: Work,
  placement: PlacementRow,
  row: Pick<WeekRow, 'id' | 'week' | 'dueOn'>,
): Promise<void> {
  await openTask(work, {
    kind: weekTask,
    assignee: { personId: placement.person_id },
    object: { kind: weekOwner, id: row.id },
    subject: m('task.week'),
    href: `/internships/placements/${placement.id}/journal/${row.week}`,
    dueOn: row.dueOn,
    closesWithAct: true,
  })
}

/** A photograph or a paper that shows what was done; the week keeps it whatever becomes of the rest of the form. */
export async function attachEvidence(
  work: Work,
  input: WeekOf & { file: ReceivedFile; node: string },
): Promise<true | Refusal> {
  const own = await ownWeek(work, input)
  if (isRefused(own)) return own
  const row = own.row ?? (await openWeek(work, own.placement, input.week))
  const known = await filesOf(work, weekOwner, row.id)
  if (known.length >= mostEvidence) {
    return inField('evidence', m('refusal.evidence', { most: mostEvidence }))
  }
  await addFile(work, input.file, { ownerKind: weekOwner, ownerId: row.id, origin: input.node })
  return true
}

/** Takes a file of a week away; what is not there any more is no fault. */
export async function detachEvidence(
  work: Work,
  input: WeekOf & { fileId: string },
): Promise<true | Refusal> {
  const own = await ownWeek(work, input)
  if (isRefused(own)) return own
  const files = own.row ? await filesOf(work, weekOwner, own.row.id) : []
  if (files.some(({ id }) => id === input.fileId)) await removeFile(work, input.fileId)
  return true
}

/** The minutes of a week on the host's clock, as they are logged now. */
export async function minutesIn(
  work: Work,
  placement: Pick<PlacementRow, 'id' | 'timeZone'>,
  week: DateOnly,
): Promise<number> {
  const hours = await hoursOf(work, placement.id)
  return Math.round(minutesByWeek(hours, placement.timeZone).get(week) ?? 0)
}

/** The goals that a week may touch: what the agreement says is learnt, before it counts what is being written. */
export async function goalsOfPlacement(work: Work, placementId: string): Promise<string[]> {
  const agreement = await agreementOf(work, placementId)
  const text = agreement?.agreed ?? agreement?.draft ?? null
  return text ? goalsIn(text.words.outcomes) : []
}
