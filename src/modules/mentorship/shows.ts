import type { Shows } from '#kernel/http'
import { m } from './messages/index.ts'

/** Whose personal data the routes of mentorship show. */
export const mentorshipShows: Shows = {
  'mentorship.own.open': m('reads.own'),
  'mentorship.desk.open': m('reads.desk'),
  'GET /mentoring/mentors/new': null,
  'POST /mentoring/mentors/new': null,
  'GET /mentoring/engagements/new': null,
  'POST /mentoring/engagements/new': null,
  'mentorship.profile.offer-oneself': null,
  'mentorship.profile.edit': m('reads.profile'),
  'mentorship.engagement.edit': m('reads.desk'),
  'mentorship.wishes.answer': m('reads.wishes'),
  'mentorship.student.wish': m('reads.wishes'),
  'mentorship.student.read': m('reads.student'),
  'mentorship.student.propose': m('reads.student'),
  'mentorship.student.remove': m('reads.student'),
  'mentorship.student.share': m('reads.student'),
  'mentorship.mentorship.answer': m('reads.proposal'),
  'mentorship.mentorship.letter': m('reads.student'),
  'mentorship.mentorship.end': m('reads.student'),
  'mentorship.mentorship.leave': m('reads.student'),
}
