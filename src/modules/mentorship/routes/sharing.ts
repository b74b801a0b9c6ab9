import { isRefused, type Refusal, refuse } from '#kernel/database'
import { type Answer, type Call, page, type Route, valueOf, refusedForm } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { instantAt, localised, parseDate, writeCalendar } from '#kernel/values'
import { m } from '../messages/index.ts'
import { timeRows } from '../pages/goals-and-notes.tsx'
import { meetingById, timedMeetingsOf } from '../queries/sharing.ts'
import { studentById, type StudentRow } from '../queries/students.ts'
import { agreeToGoals, writeGoals } from '../service/goals.ts'
import {
  answerTimes,
  cancelMeeting,
  fixMeeting,
  proposeMeeting,
  writeNote,
} from '../service/meetings.ts'
import { showStudent } from './students.ts'
import { numberOf } from './web.ts'

const share = {
  action: 'mentorship.student.share',
  load: (work: Call['work'], params: Record<string, string>) =>
    studentById(work, params['id'] ?? ''),
}
/** A meeting is worked on by whoever shares the page of its student. */
const ofMeeting = {
  action: 'mentorship.student.share',
  load: async (work: Call['work'], params: Record<string, string>) =>
    (await meetingById(work, params['meeting'] ?? ''))?.student ?? null,
}

type StudentCall = Call<StudentRow>

/** What a student and the mentors write on the page that they share. */
export const sharedRoutes: readonly Route[] = [
  page<StudentRow>('POST', '/mentoring/students/:id/goals', {
    ...share,
    handle: (call) =>
      done(call, m('goals.saved'), (work, menteeId) =>
        writeGoals(work, {
          menteeId,
          seen: numberOf(call as Call, 'seen'),
          text: valueOf(call as Call, 'goals'),
        }),
      ),
  }),
  page<StudentRow>('POST', '/mentoring/students/:id/goals/agreement', {
    ...share,
    handle: (call) =>
      done(call, m('goals.thanks'), (work, menteeId) =>
        agreeToGoals(work, { menteeId, seen: numberOf(call as Call, 'seen') }),
      ),
  }),
  page<StudentRow>('POST', '/mentoring/students/:id/meetings', { ...share, handle: propose }),
  page<StudentRow>('POST', '/mentoring/students/:id/notes', {
    ...share,
    handle: (call) =>
      done(call, m('notes.saved'), (work, menteeId) =>
        writeNote(work, {
          menteeId,
          meetingId: valueOf(call as Call, 'meeting') || null,
          text: valueOf(call as Call, 'note'),
        }),
      ),
  }),
  page<StudentRow>('GET', '/mentoring/students/:id/calendar', {
    action: 'mentorship.student.read',
    load: share.load,
    handle: sendCalendar,
  }),
  page<StudentRow>('POST', '/mentoring/meetings/:meeting/times', {
    ...ofMeeting,
    handle: (call) =>
      done(call, m('meeting.answered'), (work) =>
        answerTimes(work, {
          meetingId: call.params['meeting'] ?? '',
          timeIds: call.form.values['time'] ?? [],
        }),
      ),
  }),
  page<StudentRow>('POST', '/mentoring/meetings/:meeting/fixing', {
    ...ofMeeting,
    handle: (call) =>
      done(call, m('meeting.is-fixed'), (work) =>
        fixMeeting(work, {
          meetingId: call.params['meeting'] ?? '',
          timeId: valueOf(call as Call, 'time'),
        }),
      ),
  }),
  page<StudentRow>('POST', '/mentoring/meetings/:meeting/cancellation', {
    ...ofMeeting,
    handle: (call) =>
      done(call, m('meeting.is-cancelled'), (work) =>
        cancelMeeting(work, call.params['meeting'] ?? ''),
      ),
  }),
]

/** Runs a verb about a student: back to the page with a word, or the page with everything typed. */
async function done(
  call: StudentCall,
  flash: Message,
  verb: (work: Call['work'], menteeId: string) => Promise<unknown>,
): Promise<Answer> {
  const answer = await call.perform((work) => verb(work, call.object.id))
  if (isRefused(answer)) return again(call, answer)
  return call.redirect(`/mentoring/students/${call.object.id}`, flash)
}

function again(call: StudentCall, refusal: Refusal): Promise<Answer> {
  return showStudent(call, refusedForm(call as Call, refusal), refusal.status)
}

async function propose(call: StudentCall): Promise<Answer> {
  const times: Date[] = []
  for (const row of timeRows) {
    const typed = valueOf(call as Call, `day-${row}`)
    if (typed === '') continue
    const day = parseDate(typed)
    const time = day && instantAt(day, valueOf(call as Call, `time-${row}`), call.timeZone)
    const fault = m('refusal.day-or-time')
    if (!time) return again(call, refuse(422, fault, { [`day-${row}`]: fault }))
    times.push(time)
  }
  return done(call, m('meetings.sent'), (work, menteeId) =>
    proposeMeeting(work, {
      menteeId,
      topic: valueOf(call as Call, 'topic'),
      place: valueOf(call as Call, 'place'),
      minutes: numberOf(call as Call, 'minutes'),
      times,
      node: call.services.node,
    }),
  )
}

/** The meetings that have a time, as a file for a calendar; what was cancelled is told as cancelled. */
async function sendCalendar(call: StudentCall): Promise<Answer> {
  const { object: student, services } = call
  const meetings = await timedMeetingsOf(call.work, student.id)
  const url = `${services.origin}${call.href(`/mentoring/students/${student.id}`)}`
  const body = writeCalendar(
    { name: localised(student.titles, call.language).text, node: services.node },
    meetings.map(({ id, startsAt, minutes, topic, place, sequence, state }) => ({
      id,
      when: { startsAt, minutes },
      title: topic,
      place,
      url,
      changedAt: call.now,
      sequence,
      isCancelled: state === 'cancelled',
    })),
  )
  call.shows([student.person_id])
  return {
    kind: 'file',
    body: new TextEncoder().encode(body),
    type: 'text/calendar; charset=utf-8',
    name: 'meetings.ics',
  }
}
