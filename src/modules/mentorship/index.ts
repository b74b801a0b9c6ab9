import { emptyManifest, type Manifest } from '#kernel/http'
import { mentorshipHome } from './home.ts'
import { mentorshipJourney } from './journey.ts'
import { beginAccepted, checkIns } from './jobs.ts'
import { m } from './messages/index.ts'
import { mentorshipNotices } from './notices.ts'
import { mentorshipRules } from './policy.ts'
import { checkInByLink, checkInRoutes } from './routes/check-ins.ts'
import { engagementRoutes } from './routes/engagements.ts'
import { answerByLink } from './routes/link.ts'
import { ownRoutes } from './routes/own.ts'
import { roundRoutes } from './routes/rounds.ts'
import { wishesByLink, wishRoutes } from './routes/wishes.ts'
import { sharedRoutes } from './routes/sharing.ts'
import { paperRoutes } from './routes/papers.ts'
import { poolRoutes } from './routes/pool.ts'
import { studentRoutes } from './routes/students.ts'
import { seedMentorship } from './seed.ts'
import { mergePersonMentorship } from './service/merging.ts'
import {
  erasePersonMentorship,
  exportPersonMentorship,
  mentorshipData,
} from './service/personal-data.ts'
import { mentorshipShows } from './shows.ts'
import { mentorshipEntries } from './stories.ts'
import { mentorshipTasks } from './task-kinds.ts'
import './schema.ts'

export {
  mentorAccepted,
  mentorDeclined,
  mentorProposed,
  mentorshipBegun,
  mentorshipEnded,
} from './entries.ts'
export type { MentorshipNews } from './entries.ts'
export { lacksMentors, mentorAddresses, mentorsBeside, mentorsOf } from './queries/door.ts'
export type { LackingStudent, MentorBeside, MentorOf } from './queries/door.ts'
export type { EngagementKey } from './queries/engagements.ts'
export type { MentorKind, MentorshipState } from './schema.ts'
export { addStudent, closeEngagement, openEngagement } from './service/engagements.ts'
export type { OpenEngagement } from './service/engagements.ts'
export { proposeMentor } from './service/proposals.ts'
export type { Proposal } from './service/proposals.ts'

/** Mentorship's part of the house: who mentors whom, in whatever a student is engaged in; only the mentor accepts. */
export const mentorship: Manifest = {
  ...emptyManifest,
  name: 'mentorship',
  messages: [m.catalogue],
  migrations: new URL('./migrations/', import.meta.url),
  rules: mentorshipRules,
  routes: [
    ...ownRoutes,
    ...poolRoutes,
    ...engagementRoutes,
    ...roundRoutes,
    ...studentRoutes,
    ...checkInRoutes,
    ...paperRoutes,
    ...wishRoutes,
    ...sharedRoutes,
  ],
  navigation: [
    { label: m('own.title'), path: '/mentoring', action: 'mentorship.own.open', order: 45 },
    {
      label: m('students.navigation'),
      path: '/mentoring/students',
      action: 'mentorship.desk.open',
      order: 46,
      within: '/mentoring',
    },
    {
      label: m('pool.title'),
      path: '/mentoring/mentors',
      action: 'mentorship.desk.open',
      order: 47,
      within: '/mentoring',
    },
  ],
  home: mentorshipHome,
  entries: mentorshipEntries,
  shows: mentorshipShows,
  jobs: [beginAccepted, checkIns],
  tasks: mentorshipTasks,
  notices: mentorshipNotices,
  acts: [answerByLink, wishesByLink, checkInByLink],
  seed: seedMentorship,
  journey: mentorshipJourney,
  personalData: mentorshipData,
  exportPerson: exportPersonMentorship,
  erasePerson: erasePersonMentorship,
  mergePersons: mergePersonMentorship,
}
