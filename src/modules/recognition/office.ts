// The registrar and the office of recognition: their part of the module's manifest.
import type { NavigationItem, Shows, TaskKind } from '#kernel/http'
import { localised } from '#kernel/values'
import { organisationNames } from '#modules/alliance'
import { creditPostedNotice, tellPosted, waitForRegistrar } from './handlers-office.ts'
import { m } from './messages/index.ts'
import { layoutRoutes } from './routes/office/layouts.ts'
import { postingRoutes } from './routes/office/postings.ts'
import './schema-office.ts'
import { postingTask } from './service/office/posting-state.ts'

/** The pages of the registrar and of the office. */
export const officeRoutes = [...postingRoutes, ...layoutRoutes]

/** Their entries of the navigation, under the queue. */
export const officeNavigation: readonly NavigationItem[] = [
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
        [...names].map(([id, name]) => [id, { who: null, what: localised(name, language).text }]),
      )
    },
  },
]

export const officeHandlers = [waitForRegistrar, tellPosted]
export const officeNotices = [creditPostedNotice]
