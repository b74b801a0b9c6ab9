import type { Answer, Call } from '#kernel/http'

/** As many tasks are chosen at once as a page shows. */
export const mostChosen = 50

/** What narrows the inbox; it stands in the address, so that a view can be kept and sent. */
export interface InboxView {
  state: 'open' | 'overdue' | 'later' | 'done'
  organisation: string | null
  kind: string | null
  page: number
}

/** The path of a view of the inbox, without the language. */
export function inboxPath(view: InboxView, change: Partial<InboxView> = {}): string {
  const { state, organisation, kind, page } = { ...view, ...change }
  const query = new URLSearchParams()
  if (state !== 'open') query.set('state', state)
  if (organisation) query.set('organisation', organisation)
  if (kind) query.set('kind', kind)
  if (page > 1) query.set('page', String(page))
  const text = query.toString()
  return `/inbox${text === '' ? '' : `?${text}`}`
}

/** Back to the view, where what was done can be taken back. */
export function afterwards(
  call: Call,
  view: InboxView,
  undo: 'done' | 'given' | 'planned',
  keys: readonly string[],
  left = 0,
): Answer {
  const path = inboxPath({ ...view, page: 1 })
  const query = new URLSearchParams({ undo, keys: keys.join(',') })
  if (left > 0) query.set('left', String(left))
  return {
    kind: 'redirect',
    to: `${call.href(path)}${path.includes('?') ? '&' : '?'}${query.toString()}`,
  }
}
