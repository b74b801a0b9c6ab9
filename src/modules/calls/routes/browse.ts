import { show } from '#ui'
import { isRefused, personOf, type Work } from '#kernel/database'
import {
  type Answer,
  type Call,
  type FormState,
  freshForm,
  page,
  type Route,
  refusedOnly,
  sceneOf,
} from '#kernel/http'
import { m } from '../messages/index.ts'
import { BrowsePage } from '../pages/browse.tsx'
import { CallPage } from '../pages/call.tsx'
import { applicationsOf, applicationTo } from '../queries/applications.ts'
import { callById, type CallRow, publicCalls } from '../queries/calls.ts'
import { beginApplication, verdictsFor } from '../service/applications.ts'

/** The calls for everybody, and the way into an application. */
export const browseRoutes: readonly Route[] = [
  page('GET', '/calls', { action: 'calls.call.browse', handle: browse }),
  page<CallRow>('POST', '/calls/:id/application', {
    action: 'calls.application.begin',
    load: loadVisible,
    handle: begin,
  }),
  page<CallRow>('GET', '/calls/:id', {
    action: 'calls.call.read',
    load: loadVisible,
    handle: (call) => showCall(call, freshForm(), 200),
  }),
]

/** The call that an address names. */
export function loadCall(work: Work, params: Record<string, string>): Promise<CallRow | null> {
  return callById(work, params['id'] ?? '')
}

/** The same, for everybody: a draft only for whoever writes it. */
export async function loadVisible(
  work: Work,
  params: Record<string, string>,
): Promise<CallRow | null> {
  const call = await loadCall(work, params)
  return call && (call.state !== 'draft' || work.may('calls.call.edit', call)) ? call : null
}

async function browse(call: Call): Promise<Answer> {
  const self = personOf(call.actor)
  return show(
    BrowsePage({
      scene: sceneOf(call),
      calls: await publicCalls(call.work),
      own: self === null ? [] : await applicationsOf(call.work, self),
      mayOffice: call.may('calls.office.open'),
    }),
  )
}

async function showCall(given: Call<CallRow>, form: FormState, status: number): Promise<Answer> {
  const call = given as Call
  const { object } = given
  const self = personOf(call.actor)
  const own = self === null ? null : await applicationTo(call.work, object.id, self)
  const shown = CallPage({
    scene: sceneOf(call),
    call: object,
    own,
    verdicts: self === null ? null : await verdictsFor(call.work, object, self, own?.answers ?? {}),
    mayEdit: call.may('calls.call.edit', object),
    maySelect: call.may('calls.selection.open', object),
    form,
  })
  return show(shown, status)
}

async function begin(given: Call<CallRow>): Promise<Answer> {
  const call = given as Call
  const done = await call.perform((work) =>
    beginApplication(work, { callId: given.object.id, node: call.services.node }),
  )
  if (isRefused(done)) return showCall(given, refusedOnly(call, done), done.status)
  return call.redirect(`/applications/${done.applicationId}/steps/1`, m('apply.begun'), 'info')
}
