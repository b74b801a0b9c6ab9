// The registrar and the office of recognition: their part of the module's manifest.
import type { NavigationItem, Shows, TaskKind } from '#kernel/http'
import { displayName, type Language, localised } from '#kernel/values'
import { organisationNames } from '#modules/alliance'
import {
  creditPostedNotice,
  endQuestions,
  tellPosted,
  waitForRegistrar,
} from './handlers-office.ts'
import { m } from './messages/index.ts'
import { committeeRoutes } from './routes/office/committee.ts'
import { layoutRoutes } from './routes/office/layouts.ts'
import { readyRoutes } from './routes/office/ready.ts'
import { turnaroundRoutes } from './routes/office/turnaround.ts'
import { referralAct, referralRoutes } from './routes/office/referral.ts'
import { routingRoutes } from './routes/office/routing.ts'
import { postingRoutes } from './routes/office/postings.ts'
import './schema-office.ts'
import { escalationJob, overdueTask } from './service/office/escalate.ts'
import { postingTask } from './service/office/posting-state.ts'
import { referralTask } from './task-kinds.ts'
import { askedOfTasks, casesOfTasks } from './queries/task-facts.ts'
import type { CaseOfTask } from './queries/task-facts.ts'

/** The pages of the registrar and of the office. */
export const officeRoutes = [
  ...postingRoutes,
  ...layoutRoutes,
  ...routingRoutes,
  ...referralRoutes,
  ...committeeRoutes,
  ...readyRoutes,
  ...turnaroundRoutes,
]

/** What mails let their readers do without signing in. */
export const officeActs = [referralAct]

/** What runs by itself. */
export const officeJobs = [escalationJob]

/** Their entries of the navigation, under the queue. */
export const officeNavigation: readonly NavigationItem[] = [
  {
    label: m('office.queues'),
    path: '/recognition/queues',
    action: 'recognition.queue.open',
    order: 30,
    within: '/recognition/cases',
  },
  {
    label: m('turnaround.title'),
    path: '/recognition/turnaround',
    action: 'recognition.turnaround.open',
    order: 35,
    within: '/recognition/cases',
  },
  {
    label: m('committee.title'),
    path: '/recognition/sittings',
    action: 'recognition.sitting.open',
    order: 30,
    within: '/recognition/cases',
  },
  {
    label: m('posting.navigation'),
    path: '/recognition/postings',
    action: 'recognition.posting.list',
    order: 34,
    within: '/recognition/cases',
  },
]

/** Whose personal data their routes show. */
export const officeShows: Shows = {
  'recognition.posting.list': m('reads.postings'),
  'recognition.posting.read': m('reads.postings'),
  'recognition.posting.post': m('reads.postings'),
  'GET /recognition/postings/batches': null,
  'recognition.posting-layout.edit': null,
  'GET /recognition/ready': m('reads.queue'),
  'recognition.turnaround.open': null,
  'recognition.turnaround.read': null,
  'recognition.queue.open': null,
  'recognition.sitting.open': null,
  'recognition.sitting.read': m('reads.sitting'),
  'recognition.sitting.plan': null,
  'recognition.sitting.record': m('reads.sitting'),
  'recognition.sitting.approve': m('reads.sitting'),
  'recognition.queue.read': m('reads.queue'),
  'recognition.case.route': m('reads.case'),
  'recognition.referral.ask': m('reads.case'),
  'recognition.referral.answer': m('reads.referral'),
  // A look at a file by the layout that is being made shows real rows.
  'POST /recognition/postings/layouts': m('reads.postings'),
  'POST /recognition/postings/layouts/:id/changes': m('reads.postings'),
}

/** The kinds of task that they open. */
export const officeTasks: readonly TaskKind[] = [
  {
    kind: postingTask,
    label: m('task.kind.posting'),
    async about(work, organisationIds, language) {
      const names = await organisationNames(work, organisationIds)
      return new Map(
        [...names].map(([id, name]) => [id, { who: null, what: localised(name, language) }]),
      )
    },
  },
  {
    kind: referralTask,
    label: m('task.kind.referral'),
    about: async (work, ids, language) =>
      told(await askedOfTasks(work, 'line_referrals', ids), language),
  },
  {
    kind: overdueTask('decision'),
    label: m('task.kind.overdue-decision'),
    about: async (work, ids, language) => told(await casesOfTasks(work, ids), language),
  },
  {
    kind: overdueTask('opinion'),
    label: m('task.kind.overdue-opinion'),
    about: async (work, ids, language) =>
      told(await askedOfTasks(work, 'line_referrals', ids), language),
  },
  {
    kind: overdueTask('posting'),
    label: m('task.kind.overdue-posting'),
    about: async (work, ids, language) => told(await casesOfTasks(work, ids), language),
  },
]

function told(cases: readonly CaseOfTask[], language: Language) {
  return new Map(
    cases.map(({ id, host, student }) => [
      id,
      {
        who: student && { personId: student.id, name: displayName(student.name, language) },
        what: localised(host, language),
      },
    ]),
  )
}

export const officeHandlers = [waitForRegistrar, tellPosted, endQuestions]
export const officeNotices = [creditPostedNotice]
