import { randomUUIDv7 } from 'node:crypto'
import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { cancelTasks, completeTasksOf, openTask } from '#kernel/tasks'
import { formatInstant } from '#kernel/values'
import {
  meetingCancelled,
  meetingFixed,
  meetingHeld,
  meetingProposed,
  noteWritten,
} from '../entries.ts'
import { m } from '../messages/index.ts'
import { type Meeting, meetingById } from '../queries/sharing.ts'
import { timesTask } from '../task-kinds.ts'
import { aboutStudent, type Shared, sharedPage, tellOthers } from './sharing.ts'

/** How many times a meeting can be proposed for. */
const mostTimes = 5

/** Proposes a meeting for some times; whoever proposes can at all of them, and the others say when they can. */
export async function proposeMeeting(
  work: Work,
  input: {
    menteeId: string
    topic: string
    place: string
    minutes: number
    times: readonly Date[]
    node: string
  },
): Promise<{ meetingId: string } | Refusal> {
  const shared = await sharedPage(work, input.menteeId)
  if (isRefused(shared)) return shared
  const fields = meetingFaults(work, input)
  const [first] = Object.values(fields)
  if (first) return refuse(422, first, fields)
  const { student, self, others } = shared
  const id = randomUUIDv7()
  const times = [...new Set(input.times.map((time) => time.getTime()))].map((time) => ({
    id: randomUUIDv7(),
    meeting_id: id,
    starts_at: new Date(time),
  }))
  const entry = meetingProposed({ ...aboutStudent(student), data: { meetingId: id } })
  await work.write(entry, async (tx) => {
    await tx
      .insertInto('mentee_meetings')
      .values({
        id,
        origin: input.node,
        mentee_id: student.id,
        topic: input.topic.trim(),
        place: input.place.trim(),
        minutes: input.minutes,
        starts_at: null,
        proposed_by: self,
        proposed_at: work.now,
      })
      .execute()
    await tx.insertInto('mentee_meeting_times').values(times).execute()
    await tx
      .insertInto('mentee_meeting_answers')
      .values(
        times.map((time) => ({
          time_id: time.id,
          person_id: self,
          suits: true,
          answered_at: work.now,
        })),
      )
      .execute()
  })
  for (const { personId } of others) {
    await openTask(work, {
      kind: timesTask,
      assignee: { personId },
      object: { kind: 'mentoring-meeting', id },
      subject: m('task.times'),
      href: `/mentoring/students/${student.id}`,
      closesWithAct: true,
    })
  }
  return { meetingId: id }
}

function meetingFaults(
  work: Work,
  input: { topic: string; place: string; minutes: number; times: readonly Date[] },
): Record<string, Message> {
  const fields: Record<string, Message> = {}
  const topic = input.topic.trim()
  if (topic === '') fields['topic'] = m('refusal.no-topic')
  if (topic.length > 200) fields['topic'] = m('refusal.long', { most: 200 })
  if (input.place.trim().length > 500) fields['place'] = m('refusal.long', { most: 500 })
  if (!Number.isInteger(input.minutes) || input.minutes < 10 || input.minutes > 480) {
    fields['minutes'] = m('refusal.minutes')
  }
  if (input.times.length === 0 || input.times.length > mostTimes)
    fields['day-1'] = m('refusal.no-times')
  if (input.times.some((time) => time <= work.now)) fields['day-1'] = m('refusal.past-time')
  return fields
}

interface OpenMeeting extends Shared {
  meeting: Meeting
}

/** A meeting that one of the sharers works on, locked until the commit. */
async function sharedMeeting(work: Work, meetingId: string): Promise<OpenMeeting | Refusal> {
  const found = await meetingById(work, meetingId, 'lock')
  if (!found) return refuse(404, m('refusal.no-meeting'))
  const shared = await sharedPage(work, found.meeting.menteeId)
  return isRefused(shared) ? shared : { ...shared, meeting: found.meeting }
}

/** Says at which of the proposed times one can; the times that are not named do not suit. */
export async function answerTimes(
  work: Work,
  input: { meetingId: string; timeIds: readonly string[] },
): Promise<true | Refusal> {
  const open = await sharedMeeting(work, input.meetingId)
  if (isRefused(open)) return open
  if (open.meeting.state !== 'proposed') return refuse(409, m('refusal.meeting-fixed'))
  if (open.meeting.times.length === 0) return refuse(422, m('refusal.no-times'))
  const answers = open.meeting.times.map(({ id }) => ({
    time_id: id,
    person_id: open.self,
    suits: input.timeIds.includes(id),
    answered_at: work.now,
  }))
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('mentee_meeting_answers')
      .values(answers)
      .onConflict((conflict) =>
        conflict.columns(['time_id', 'person_id']).doUpdateSet((eb) => ({
          suits: eb.ref('excluded.suits'),
          answered_at: eb.ref('excluded.answered_at'),
        })),
      )
      .execute(),
  )
  const object = { kind: 'mentoring-meeting', id: open.meeting.id }
  await completeTasksOf(work, { object, kinds: [timesTask], personId: open.self })
  await tellOthers(work, open, () => m('notice.times-answered', { topic: open.meeting.topic }))
  return true
}

/** Fixes a meeting for one of its times: everybody is told at which hour it is for them. */
export async function fixMeeting(
  work: Work,
  input: { meetingId: string; timeId: string },
): Promise<true | Refusal> {
  const open = await sharedMeeting(work, input.meetingId)
  if (isRefused(open)) return open
  const { meeting, student } = open
  if (meeting.state !== 'proposed') return refuse(409, m('refusal.meeting-fixed'))
  const time = meeting.times.find(({ id }) => id === input.timeId)
  if (!time) return refuse(422, m('refusal.no-times'))
  const entry = meetingFixed({ ...aboutStudent(student), data: { meetingId: meeting.id } })
  await work.write(entry, (tx) =>
    tx
      .updateTable('mentee_meetings')
      .set({ state: 'fixed', starts_at: time.startsAt, sequence: meeting.sequence + 1 })
      .where('id', '=', meeting.id)
      .execute(),
  )
  await cancelTasks(work, { object: { kind: 'mentoring-meeting', id: meeting.id } })
  for (const other of open.others) {
    await tellOthers(work, { ...open, others: [other] }, (language) =>
      m('notice.meeting-fixed', {
        topic: meeting.topic,
        at: formatInstant(time.startsAt, other.timeZone, language, 'long'),
      }),
    )
  }
  return true
}

/** Cancels a meeting that was proposed or fixed; a calendar that holds it learns so from the feed. */
export async function cancelMeeting(work: Work, meetingId: string): Promise<true | Refusal> {
  const open = await sharedMeeting(work, meetingId)
  if (isRefused(open)) return open
  const { meeting, student } = open
  if (meeting.state === 'cancelled') return true
  if (meeting.state === 'held') return refuse(409, m('refusal.meeting-held'))
  const entry = meetingCancelled({ ...aboutStudent(student), data: { meetingId } })
  await work.write(entry, (tx) =>
    tx
      .updateTable('mentee_meetings')
      .set({ state: 'cancelled', sequence: meeting.sequence + 1 })
      .where('id', '=', meetingId)
      .execute(),
  )
  await cancelTasks(work, { object: { kind: 'mentoring-meeting', id: meetingId } })
  await tellOthers(work, open, () => m('notice.meeting-cancelled', { topic: meeting.topic }))
  return true
}

/** Writes a note that all sharers see. With a meeting that has begun it says that the meeting was held: its time counts. */
export async function writeNote(
  work: Work,
  input: { menteeId: string; meetingId: string | null; text: string },
): Promise<true | Refusal> {
  const shared = await sharedPage(work, input.menteeId)
  if (isRefused(shared)) return shared
  const text = input.text.trim()
  const fault =
    text === ''
      ? m('refusal.no-note')
      : text.length > 6000
        ? m('refusal.long', { most: 6000 })
        : null
  if (fault) return refuse(422, fault, { note: fault })
  const found = input.meetingId === null ? null : await meetingById(work, input.meetingId, 'lock')
  if (input.meetingId !== null && found?.meeting.menteeId !== input.menteeId) {
    return refuse(404, m('refusal.no-meeting'))
  }
  const isHeld = found?.meeting.state === 'fixed' && found.meeting.startsAt! <= work.now
  const about = aboutStudent(shared.student)
  const entries = [
    noteWritten({ ...about, data: {} }),
    ...(isHeld ? [meetingHeld({ ...about, data: { minutes: found.meeting.minutes } })] : []),
  ]
  await work.write(entries, async (tx) => {
    await tx
      .insertInto('mentee_notes')
      .values({
        id: randomUUIDv7(),
        mentee_id: input.menteeId,
        meeting_id: found?.meeting.id ?? null,
        text,
        written_by: shared.self,
        written_at: work.now,
      })
      .execute()
    if (isHeld) {
      await tx
        .updateTable('mentee_meetings')
        .set({ state: 'held' })
        .where('id', '=', found.meeting.id)
        .execute()
    }
  })
  await tellOthers(work, shared, () => m('notice.note'))
  return true
}
