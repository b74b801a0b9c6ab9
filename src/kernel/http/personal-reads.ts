import type { Policy } from '#kernel/access'
import { type Actor, personOf } from '#kernel/database'
import type { Message } from '#kernel/messages'
import type { Logger } from './log.ts'
import type { Shows } from './shows.ts'
import type { Answer, Route } from './types.ts'

/** One request that showed personal data to somebody else: what is kept of it. */
export interface PersonalRead {
  requestId: string
  readAt: Date
  actor: Actor
  /** The role by which it was allowed, where it needed one, and the organisations at which that is held. */
  role: string | null
  organisationIds: readonly string[]
  onBehalfOf: string | null
  action: string
  route: string
  objectId: string | null
  personIds: readonly string[]
  /** How many persons there were: more than `personIds` where the list was longer than what is kept of it. */
  personCount: number
  /** What narrowed the list, without what somebody typed. */
  filter: Readonly<Record<string, string>> | null
}

/** Where such requests are written. */
export interface ReadRecorder {
  /** Writes it before it returns; when it cannot, it throws, and nothing is shown. */
  record(read: PersonalRead): Promise<void>
  /** Writes it soon, with others. */
  later(read: PersonalRead): void
}

/** What a handler has said of the persons whom its answer shows. */
export interface ShownPersons {
  isSaid: boolean
  /** Who read them, where that is not the visitor of the session: the link in whose name a page is shown. */
  by: Actor | null
  ids: Set<string>
  filter: Record<string, string>
}

/** Of a longer list so many persons are kept by their id, beside the count and the filter. */
const mostPersons = 1000

/** Nobody yet. */
export function nobodyShown(): ShownPersons {
  return { isSaid: false, by: null, ids: new Set(), filter: {} }
}

/** Adds persons to those whom the answer shows. */
export function addShown(
  shown: ShownPersons,
  personIds: Iterable<string>,
  filter: Readonly<Record<string, string | number | null | undefined>> = {},
  by: Actor | null = null,
): void {
  shown.isSaid = true
  shown.by = by
  for (const id of personIds) shown.ids.add(id)
  for (const [name, value] of Object.entries(filter)) {
    if (value !== null && value !== undefined && value !== '') shown.filter[name] = String(value)
  }
}

/** The words for what a route shows; undefined where nobody has said. */
export function wordsOf(
  shows: Shows,
  { method, path, action }: Pick<Route, 'method' | 'path' | 'action'>,
): Message | null | undefined {
  const own = shows[routeName({ method, path })]
  return own === undefined ? shows[action] : own
}

/** A route as the record names it. */
export function routeName({ method, path }: Pick<Route, 'method' | 'path'>): string {
  return `${method} ${path}`
}

/** Stops the start where a route that is not for everybody does not say whose data it shows. */
export function assertShows(routes: readonly Route[], policy: Policy, shows: Shows): void {
  for (const route of routes) {
    const isForAll = policy.canSometimes({ kind: 'public' }, route.action)
    if (isForAll || wordsOf(shows, route) !== undefined) continue
    throw new Error(
      `${routeName(route)}: nobody said whose personal data ${route.action} shows; name it in \`shows\` of the manifest (null for nobody's)`,
    )
  }
}

/** What a request is recorded from. */
export interface ReadRequest {
  requestId: string
  now: Date
  actor: Actor
  route: Route
  object: Record<string, unknown>
  params: Readonly<Record<string, string>>
  shown: ShownPersons
}

/**
 * Writes down that personal data were shown. One person's record is written before the answer leaves, and what cannot
 * be written is not shown; a list, whose insert nobody should wait for, is written soon after.
 */
export async function recordRead(
  parts: { shows: Shows; reads: ReadRecorder; policy: Policy; log: Logger },
  request: ReadRequest,
  answer: Answer,
): Promise<void> {
  const { route, object, shown } = request
  const words = wordsOf(parts.shows, route)
  const isSaid = shown.isSaid || object['person_id'] !== undefined
  if ((words ? !isSaid : shown.ids.size > 0) && showsContent(answer)) {
    const facts = { request: request.requestId, route: route.path }
    parts.log.error('whose data was shown is not said', new Error(route.action), facts)
  }
  const read = words ? personalRead(request, answer, parts.policy) : null
  if (read === null) return
  if (read.personCount === 1) await parts.reads.record(read)
  else parts.reads.later(read)
}

/**
 * The record of a request, or null where it showed nothing of anybody else: a redirect, an error, one's own data, a
 * list without rows, a page for everybody. The persons are those named by the handler and the one whom the loaded
 * object is about.
 */
function personalRead(request: ReadRequest, answer: Answer, policy: Policy): PersonalRead | null {
  const { route, object, params, shown } = request
  const actor = shown.by ?? request.actor
  if (!showsContent(answer) || actor.kind === 'public' || actor.kind === 'system') return null
  const persons = new Set(shown.ids)
  if (typeof object['person_id'] === 'string') persons.add(object['person_id'])
  const self = personOf(actor)
  if (self !== null) persons.delete(self)
  if (persons.size === 0) return null
  const granted = policy.grantsFor(actor, route.action, route.load ? object : null)
  // What needs no role, a search, is done in all the roles that somebody has.
  const grants = granted.length > 0 || actor.kind !== 'person' ? granted : actor.grants
  const objectId = object['id'] ?? params['id']
  return {
    requestId: request.requestId,
    readAt: request.now,
    actor,
    role: grants[0]?.role ?? null,
    organisationIds: [...new Set(grants.flatMap((grant) => grant.organisationId ?? []))],
    onBehalfOf: grants[0]?.onBehalfOf ?? null,
    action: route.action,
    route: routeName(route),
    objectId: typeof objectId === 'string' ? objectId : null,
    personIds: [...persons].slice(0, mostPersons),
    personCount: persons.size,
    filter: Object.keys(shown.filter).length === 0 ? null : shown.filter,
  }
}

/** A redirect and an error of the API show nothing. */
function showsContent(answer: Answer): boolean {
  if (answer.kind === 'html' || answer.kind === 'file') return true
  return answer.kind === 'json' && (answer.status ?? 200) < 400
}
