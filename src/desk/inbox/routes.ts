import { isRefused } from '#kernel/database'
import { type Answer, type Call, type Manifest, page, pageNumber, type Route } from '#kernel/http'
import { countUnreadNotices } from '#kernel/notices'
import {
  completeTasks,
  kindsWaiting,
  reopenTasks,
  takeBackTasks,
  tasksFor,
  unplanTasks,
} from '#kernel/tasks'
import { isUuid, localised } from '#kernel/values'
import { type Option, renderPage } from '#ui'
import { valueOf } from '../form-state.ts'
import { m } from '../messages/index.ts'
import type { DeskPorts } from '../ports.ts'
import { readerDay } from '../reader.ts'
import { afterwards, type InboxView, inboxPath, mostChosen } from './address.ts'
import { chosenTaskRoutes } from './chosen-routes.ts'
import { managedOrganisations, ownOrganisations } from './organisations.ts'
import { awayToday } from './away.ts'
import { InboxPage, type Undo } from './pages.tsx'
import { rowsOf } from './rows.ts'

const pageSize = mostChosen
const states = ['open', 'overdue', 'later', 'done'] as const
const mayList = { action: 'tasks.task.list' } as const

/** What waits for the reader, done, put off or given away in bulk, and taken back. */
export function inboxRoutes(manifests: readonly Manifest[], ports: DeskPorts): Route[] {
  const kinds = manifests.flatMap(({ tasks = [] }) => tasks)
  return [
    page('GET', '/inbox', {
      ...mayList,
      handle: (call) =>
        showInbox(
          call,
          ports,
          kinds.map(({ kind, label }) => ({ value: kind, label: call.t(label) })),
        ),
    }),
    page('POST', '/inbox', { ...mayList, handle: act }),
    ...chosenTaskRoutes(ports),
  ]
}

function viewOf(call: Call): InboxView {
  const { query } = call
  const organisation = query.get('organisation')
  return {
    state: states.find((each) => each === query.get('state')) ?? 'open',
    organisation: isUuid(organisation ?? '') ? organisation : null,
    kind: query.get('kind') || null,
    page: pageNumber(call),
  }
}

async function showInbox(call: Call, ports: DeskPorts, kinds: readonly Option[]): Promise<Answer> {
  const asked = viewOf(call)
  const view = { ...asked, kind: kinds.find(({ value }) => value === asked.kind)?.value ?? null }
  const { today } = readerDay(call)
  const { tasks, total, counts } = await tasksFor(call.work, {
    state: view.state,
    today,
    ...(view.organisation ? { organisationId: view.organisation } : {}),
    ...(view.kind ? { kinds: [view.kind] } : {}),
    limit: pageSize,
    offset: (view.page - 1) * pageSize,
  })
  // A list of all that the house can ask for would be longer than the inbox. What was done may be of any kind.
  const offered = new Set(
    view.state === 'done'
      ? kinds.map(({ value }) => value)
      : [...(await kindsWaiting(call.work, today)), view.kind],
  )
  const html = renderPage(
    InboxPage({
      frame: call.frame,
      t: call.t,
      view,
      counts,
      unread: await countUnreadNotices(call.work),
      total,
      pageSize,
      organisations: await organisationOptions(call, ports),
      kinds: kinds.filter(({ value }) => offered.has(value)),
      rows: await rowsOf(call, ports, tasks, today),
      manages: managedOrganisations(call).length > 0,
      undo: undoOf(call),
      away: await awayToday(call, call.frame.person?.id ?? ''),
    }),
  )
  return { kind: 'html', html }
}

/** What the address says was just done: the verb that takes it back acts on what is still so. */
function undoOf(call: Call): Undo | null {
  const keys = keysIn(call.query.get('keys') ?? '')
  const verb = call.query.get('undo')
  if (keys.length === 0) return null
  const count = keys.length
  const left = Math.max(0, Math.min(1000, Number.parseInt(call.query.get('left') ?? '0', 10) || 0))
  const undo = (name: Undo['verb'], said: string) => ({ verb: name, said, keys: keys.join(',') })
  if (verb === 'done') {
    const said =
      left > 0 ? m('inbox.completed-some', { count, left }) : m('inbox.completed', { count })
    return undo('undo-done', call.t(said))
  }
  if (verb === 'given') return undo('undo-given', call.t(m('reassign.done', { count })))
  return verb === 'planned' ? undo('undo-planned', call.t(m('plan.done', { count }))) : null
}

async function organisationOptions(call: Call, ports: DeskPorts) {
  const names = await ports.organisationNames(call.work, ownOrganisations(call))
  return [...names].map(([value, name]) => ({ value, label: localised(name, call.language).text }))
}

async function act(call: Call): Promise<Answer> {
  const view = viewOf(call)
  const one = valueOf(call, 'one')
  const verb = isUuid(one) ? 'done' : valueOf(call, 'verb')
  const keys = isUuid(one) ? [one] : keysIn((call.form.values['keys'] ?? []).join(','))
  if (keys.length === 0) return call.redirect(inboxPath(view), m('inbox.none-chosen'), 'attention')
  switch (verb) {
    case 'reassign':
    case 'plan': {
      const path = verb === 'plan' ? '/inbox/plan' : '/inbox/reassignment'
      return { kind: 'redirect', to: call.href(path, { keys: keys.join(',') }) }
    }
    case 'undo-done': {
      const back = await call.perform((work) => reopenTasks(work, keys))
      return call.redirect('/inbox', m('inbox.taken-back', { count: back.length }))
    }
    case 'undo-given': {
      const count = await call.perform((work) => takeBackTasks(work, keys))
      return call.redirect('/inbox', m('inbox.taken-back', { count }))
    }
    case 'undo-planned': {
      const count = await call.perform((work) => unplanTasks(work, keys))
      return call.redirect('/inbox', m('inbox.taken-back', { count }))
    }
    default:
      return complete(call, view, keys)
  }
}

async function complete(call: Call, view: InboxView, keys: readonly string[]): Promise<Answer> {
  const done = await call.perform((work) => completeTasks(work, keys))
  const left = keys.length - done.length
  if (isRefused(done) || done.length === 0) {
    return call.redirect(inboxPath(view), m('inbox.completed', { count: 0 }))
  }
  return afterwards(call, view, 'done', done, left)
}

/** The tasks that a form or an address names, at most a page of them. */
function keysIn(text: string): string[] {
  return [...new Set(text.split(',').filter(isUuid))].slice(0, pageSize)
}
