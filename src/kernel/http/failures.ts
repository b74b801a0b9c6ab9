import type { Context } from 'hono'
import { isRefused, type Refusal } from '#kernel/database'
import type { Message } from '#kernel/messages'
import type { BodyPlace } from './body-room.ts'
import { formOf } from './body.ts'
import { keptText } from '#kernel/values'
import { readLimited } from './limits.ts'
import { m } from './messages/index.ts'
import { outageOf } from './outage.ts'
import { comesFromHere } from './security.ts'
import type { TypedBeside } from './typed-beside.ts'
import type { FormInput, Route } from './types.ts'

/** Why a request is not answered as asked. */
export interface Failure {
  status: number
  title: Message
  text: Message
  /** The form that was sent, so that it can be sent again from the page that says what went wrong. */
  kept?: KeptForm | null
  /** Whether signing in is what helps. */
  wantsSignIn?: boolean
  /** Seconds after which asking again may help. */
  retryAfter?: number
}

/** What somebody typed into a form that could not be taken. Passwords are not in it, and of files only the names. */
export interface KeptForm {
  action: string
  values: Readonly<Record<string, readonly string[]>>
  files: readonly { field: string; names: readonly string[] }[]
  /** The token with which it came, where it may have been done before the failure; else it goes under a fresh one. */
  csrf: string | null
}

type FailureKey =
  | 'absent'
  | 'signed-out'
  | 'signed-out.kept'
  | 'stale-form'
  | 'stale-form.kept'
  | 'bad-token'
  | 'reading-token'
  | 'too-large'
  | 'too-large.kept'
  | 'no-room'
  | 'too-many'
  | 'bad-request'
  | 'bug'
  | 'away'
  | 'store-away'
  | 'full'

/** A failure by the words that stand for it. */
export function failure(
  status: number,
  key: FailureKey,
  args: Record<string, string | number> = {},
): Failure {
  return { status, title: m(`${key}.title`), text: m(`${key}.text`, args) }
}

/**
 * A failure of ours; what was sent can be sent again, because the database may only have been away or the disk full. It may
 * have been away before the form was read, which then is read now.
 */
export async function bug(
  route: Route,
  context: Context,
  { requestId, form, token, place }: FailedTurn,
  origin: string,
  error: unknown,
): Promise<Failure> {
  const isUnread = form === null && !context.req.raw.bodyUsed && isOwn(route, context, origin)
  const kept = keptForm(route, context, isUnread ? await ownForm(context, place) : form, token)
  const outage = outageOf(error)
  if (outage === 'full') return { ...failure(507, 'full'), kept }
  if (outage !== null) return { ...failure(503, outage), kept, retryAfter: secondsAway }
  return { ...failure(500, 'bug', { request: requestId }), kept }
}

/** How far a request had come that failed. */
interface FailedTurn {
  requestId: string
  form: FormInput | null
  token: string | null
  place: BodyPlace
}

/** A server that is started anew is back within this time. */
const secondsAway = 30

/** Why a body was not read: it is none, or there was no room or time for it. */
export function unread(refusal: Refusal | null): Failure {
  const { title, text } = failure(400, 'bad-request')
  return refusal
    ? { status: refusal.status, title, text: refusal.message }
    : { status: 400, title, text }
}

/** A form that was open for too long, or for another session: it can be sent again, by whoever looks at it. */
export function staleForm(kept: KeptForm | null): Failure {
  return { ...failure(403, kept ? 'stale-form.kept' : 'stale-form'), kept }
}

/** What was sent is too large; what was typed beside it is given back, as far as it was read. */
export function tooLarge(
  route: Route,
  context: Context,
  limit: string,
  typed: TypedBeside | null,
): Failure {
  const form = typed && {
    values: mapValues(typed.values, (values) => values.map(keptText)),
    uploads: mapValues(typed.files, (names) =>
      names.map((name) => ({ name: keptText(name), declaredType: '', bytes: new Uint8Array() })),
    ),
  }
  const kept = keptForm(route, context, form)
  return { ...failure(413, kept ? 'too-large.kept' : 'too-large', { limit }), kept }
}

function mapValues<T, U>(record: Record<string, T>, map: (value: T) => U): Record<string, U> {
  const entries = Object.entries(record).map(([key, value]) => [key, map(value)] as const)
  return Object.assign(Object.create(null) as Record<string, U>, Object.fromEntries(entries))
}

/** Somebody is signed out where it matters who they are; a form of this site's own is given back to them. */
export async function signedOutFailure(
  route: Route,
  context: Context,
  place: BodyPlace,
  origin: string,
): Promise<Failure> {
  if (!isOwn(route, context, origin)) return failure(401, 'signed-out')
  const kept = keptForm(route, context, await ownForm(context, place))
  return { ...failure(401, kept ? 'signed-out.kept' : 'signed-out'), kept, wantsSignIn: true }
}

/** Whether it is a form of a page of this site: that of another site is given back to nobody. */
function isOwn(route: Route, context: Context, origin: string): boolean {
  const isPosted = route.kind === 'page' && route.method === 'POST'
  return isPosted && comesFromHere(context.req.raw.headers, origin) === 'yes'
}

/** Nobody's form takes no more room than the forms of everybody. */
const mostBytes = 1024 * 1024

async function ownForm(context: Context, place: BodyPlace): Promise<FormInput | null> {
  const bytes = await readLimited(context.req.raw.body, mostBytes, place).catch(() => null)
  if (bytes === null || typeof bytes === 'string') return null
  const form = await formOf({ bytes, type: context.req.header('content-type') ?? '' })
  return isRefused(form) ? null : form
}

/** What of a form is given back; null for what is no form of a page, or an empty one. */
export function keptForm(
  route: Route,
  context: Context,
  form: FormInput | null,
  csrf: string | null = null,
): KeptForm | null {
  if (route.kind !== 'page' || form === null) return null
  const typed = Object.entries(form.values).filter(
    ([name]) => name !== 'csrf' && !/password/i.test(name),
  )
  const files = Object.entries(form.uploads).map(([field, uploads]) => ({
    field,
    names: uploads.map(({ name }) => name).filter((name) => name !== ''),
  }))
  if (typed.length === 0 && files.length === 0) return null
  const { pathname, search } = new URL(context.req.url)
  return { action: pathname + search, values: Object.fromEntries(typed), files, csrf }
}
