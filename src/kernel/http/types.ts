import type { ZodType } from 'zod'
import type { Actor, Refusal, Work } from '#kernel/database'
import type { Message, Translate } from '#kernel/messages'
import type { Language } from '#kernel/values'
import type { Facts } from '#kernel/access'
import type { Services } from './services.ts'

/** A file as it came in a form: not yet checked, not yet stored. */
export interface Upload {
  name: string
  declaredType: string
  bytes: Uint8Array
}

/** What a form brought: every value as text, every file unchecked. */
export interface FormInput {
  values: Record<string, string[]>
  uploads: Record<string, Upload[]>
}

/** What a handler gives back; the pipeline alone turns it into a response. */
export type Answer =
  | { kind: 'html'; html: string; status?: number; headers?: Record<string, string> }
  | { kind: 'redirect'; to: string; headers?: Record<string, string> }
  | { kind: 'json'; data: unknown; status?: number; headers?: Record<string, string> }
  | {
      kind: 'file'
      body: Uint8Array | ReadableStream<Uint8Array>
      type: string
      name: string
      inline?: boolean
      /** 206 for a part of it (RFC 9110 §15.3.7). */
      status?: 206
      headers?: Record<string, string>
    }
  /** Nothing but its headers: done, or what the asker has is still right. */
  | { kind: 'empty'; status: 204 | 304; headers?: Record<string, string> }
  /** As if the page did not exist: for what only the handler can find out. */
  | { kind: 'absent' }

/** What a page says of what was done just before it. */
export interface Flash {
  tone: 'success' | 'info' | 'attention'
  text: string
}

/** One entry of the navigation as a visitor sees it; what stands under it shows while it is open. */
export interface NavigationLink {
  label: string
  href: string
  current: boolean
  /** Another part of the navigation begins here. */
  begins: boolean
  within: { label: string; href: string; current: boolean }[]
}

/** What every page's frame needs, put together once a request; the same shape as the `Frame` of `ui`. */
export interface Frame {
  language: Language
  /** The path without its language, with its query: the language switch stays in place. */
  path: string
  requestId: string
  csrf: string
  demonstration: boolean
  person: { id: string; name: string } | null
  navigation: NavigationLink[]
  /** The pages of the person's own account; none when nobody is signed in. */
  account: { label: string; href: string }[]
  /** Pages for whoever comes from outside, at the foot of every page. */
  footer?: { label: string; href: string }[]
  /** The number of tasks that wait for the person; null when nobody is signed in. */
  waiting: number | null
  /** Texts of the frame itself, already rendered. */
  texts: Record<string, string>
  assets: { styles: string[]; scripts: string[]; preloads: string[]; icon?: string }
  /** A word about what was just done, shown once. */
  flash: Flash | null
  theme: 'light' | 'dark' | 'auto'
}

/** One request as a handler sees it. */
export interface Call<Object extends Facts = Facts> {
  requestId: string
  language: Language
  now: Date
  /** The reader's: their own, or of whoever is not signed in the likeliest of their language. */
  timeZone: string
  actor: Actor
  /** A work that only reads; `perform` opens one that writes. */
  work: Work
  /** What `load` found: the object that the action is about. */
  object: Object
  params: Record<string, string>
  query: URLSearchParams
  form: FormInput
  /** The parsed body of an API call; of a route that streams, the body as it comes. */
  body: unknown
  t: Translate
  frame: Frame
  services: Services
  /** The sign-in session, where there is one. */
  session: { id: string; authenticatedAt: Date } | null
  headers: Headers
  /** The caller's network, shortened for limits and logs: an IPv4 address or an IPv6 /64. */
  network: string
  /**
   * Says whose personal data the answer shows, beside the person whom the loaded object is about: they are told who
   * looked. The filter is what narrowed a list, without what somebody typed. `by` is who looked, where that is not the
   * visitor: the link whose page it is.
   */
  shows(
    personIds: Iterable<string>,
    filter?: Readonly<Record<string, string | number | null | undefined>>,
    by?: Actor,
  ): void
  /** Runs a verb in one transaction; a refusal undoes it. */
  perform<T>(verb: (work: Work) => Promise<T>): Promise<T>
  /**
   * Runs what comes before the form's verb and may be done twice without harm, such as putting a file aside: by itself it
   * does not make the form one that was sent.
   */
  prepare<T>(verb: (work: Work) => Promise<T>): Promise<T>
  may(action: string, facts?: Facts): boolean
  /** A path in the reader's language. */
  href(path: string, query?: Record<string, string | number | undefined | null>): string
  /** 303 to a path in the reader's language, with a word about what was done. */
  redirect(path: string, flash?: Message, tone?: Flash['tone']): Answer
  /** Reads the form with a schema: the value, or a refusal that names each field. */
  read<T>(schema: ZodType<T>): T | Refusal
  setCookie(name: string, value: string, options: CookieOptions): void
}

/** What a page is told about the request: how to speak, where to lead, where the reader's clock is. */
export type Scene = Pick<Call, 'frame' | 'language' | 't' | 'href' | 'timeZone' | 'now'>

/** The part of a request that pages get: they show, and ask and do nothing. */
export function sceneOf({ frame, language, t, href, timeZone, now }: Scene): Scene {
  return { frame, language, t, href, timeZone, now }
}

/** How a cookie is set; it is always Secure (but on plain loopback), and SameSite=Lax. */
export interface CookieOptions {
  maxAgeSeconds: number | null
  httpOnly?: boolean
}

/** One route of a module. Its action must stand in the rule table, or the start-up stops. */
// oxlint-disable-next-line typescript/no-explicit-any -- a list holds routes over objects of every shape.
export interface Route<Object extends Facts = any> {
  /** `page` lives under `/<language>`, `api` under `/api/v1`, `plain` at the root. */
  kind: 'page' | 'api' | 'plain'
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  action: string
  /** Loads the object of the action; null is answered as "not found", as is an object the actor may not see. */
  load?: (work: Work, params: Record<string, string>) => Promise<Object | null>
  handle: (call: Call<Object>) => Promise<Answer>
  /** The largest body it takes, perhaps by what its address names, of which no body is read before; 1 MiB unless said. */
  maxBytes?: number | ((work: Work, params: Record<string, string>) => Promise<number>)
  /** The handler reads the body as it comes and bounds it itself; it is held nowhere. Not for forms. */
  streams?: boolean
  /** Calls allowed to one network per minute; the pipeline's default unless said, and 0 for no limit. */
  perMinute?: number
  /** Whether a sign-in page is offered to the public where it is denied; pages do unless said. */
  offersSignIn?: boolean
  /** Whether a request from another site may post here (an OIDC answer, a mail provider's hook). */
  crossSite?: boolean
  api?: ApiDescription
}

/** What OpenAPI says of an API route; the schemas are the very ones that parse. */
export interface ApiDescription {
  summary: Message
  /** What the operation is about: those of one tag stand together. */
  tag: Message
  body?: ZodType
  query?: ZodType
  answer?: ZodType
  /** The status of an answer that is no refusal, where that is not 200. */
  success?: 201
  bodyTypes?: string[]
}

/** Declares a page: a route under `/<language>` that answers in HTML. */
export function page<Object extends Facts = Facts>(
  method: 'GET' | 'POST',
  path: string,
  rest: Omit<Route<Object>, 'kind' | 'method' | 'path'>,
): Route<Object> {
  return { kind: 'page', method, path, ...rest }
}

/** Declares an API operation: a route under `/api/v1` that answers in JSON. */
export function operation<Object extends Facts = Facts>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  rest: Omit<Route<Object>, 'kind' | 'method' | 'path'> & { api: ApiDescription },
): Route<Object> {
  return { kind: 'api', method, path, ...rest }
}

/** Declares a route at the root, outside the languages: a health check, a manifest, a well-known address. */
export function plain<Object extends Facts = Facts>(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  rest: Omit<Route<Object>, 'kind' | 'method' | 'path'>,
): Route<Object> {
  return { kind: 'plain', method, path, ...rest }
}
