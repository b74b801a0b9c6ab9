import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { getCookie } from 'hono/cookie'
import type { Facts, Policy } from '#kernel/access'
import { type Actor, isRefused, type WorkRunner } from '#kernel/database'
import { sizeText } from '#kernel/files'
import type { Translator } from '#kernel/messages'
import { type Language, languages, likelyTimeZone } from '#kernel/values'
import { respond } from './answer.ts'
import { formOf, jsonOf } from './body.ts'
import { type BodyPlace, type BodyRoom, createBodyRoom } from './body-room.ts'
import {
  bug,
  failure,
  type Failure,
  keptForm,
  signedOutFailure,
  staleForm,
  tooLarge,
  unread,
} from './failures.ts'
import { browserOf, namedBrowser, putCookie, takeFlash } from './cookies.ts'
import { sealFlash } from './flash.ts'
import { readForm, readValue } from './forms.ts'
import { createRateLimiter, networkOf, type RateLimiter, readLimited } from './limits.ts'
import type { Logger } from './log.ts'
import { m } from './messages/index.ts'
import type { Metrics } from './metrics.ts'
import { createOnce, type Once, type Sending, sendingOf } from './once.ts'
import {
  addShown,
  assertShows,
  nobodyShown,
  type ReadRecorder,
  recordRead,
  type ShownPersons,
} from './personal-reads.ts'
import { betterAddress, pathOfPage } from './page-path.ts'
import { queryText } from './query-text.ts'
import { addressOf, languageOf, languageOfVisitor, paramsOf, queryOf } from './request.ts'
import { comesFromHere, isFormToken, isTokenOfBrowser, pageToken } from './security.ts'
import type { Services } from './services.ts'
import type { Shows } from './shows.ts'
import { typedReader } from './typed-beside.ts'
import type { Call, CookieOptions, FormInput, Frame, Route } from './types.ts'
import { type Visitor, visitorOf } from './visitor.ts'

/** What the pipeline is told by the composition root. */
export interface PipelineParts {
  routes: readonly Route[]
  policy: Policy
  runner: WorkRunner
  translator: Translator
  services: Services
  secret: Uint8Array
  /** The address that people use, without a path: cookies and the origin check follow it. */
  origin: string
  /** Whether a proxy in front sets `X-Forwarded-For`. */
  behindProxy: boolean
  now: () => Date
  authenticate(cookies: (name: string) => string | undefined, now: Date): Promise<Visitor>
  /** Who stands behind the token of a program; null where it is none that counts. Asked for API calls alone. */
  authenticateProgram(token: string, now: Date): Promise<Visitor | null>
  /** Builds the frame of a page: navigation, waiting tasks, texts. */
  frame(visitor: Visitor, base: FrameBase): Promise<Frame>
  failurePage(frame: Frame, failure: Failure, requestId: string): string
  signInPath: string
  /** Whose personal data the routes show, and where it is written that they were shown. */
  shows: Shows
  reads: ReadRecorder
  log: Logger
  metrics: Metrics
  /** The default number of calls a minute to one network; 0 switches the limit off, for load tests. */
  perMinute: number
  /** How long the database may take to say who asks, before it counts as away; 0 for one that cannot hang. */
  firstAnswerMs: number
  /** Extra handlers before everything, for assets. */
  assets?: (app: Hono) => void
}

/** What is known of a frame before anything is asked of the database. */
export interface FrameBase {
  language: Language
  path: string
  requestId: string
  csrf: string
  flash: Frame['flash']
  theme: Frame['theme']
  now: Date
}

const mebibyte = 1024 * 1024
const problemType = 'application/problem+json'

/** Builds the program's one HTTP application from the routes of all modules. An action without a rule stops it. */
export function createHttp(parts: PipelineParts): Hono {
  const known = new Set(parts.policy.rules.map((rule) => rule.action))
  for (const route of parts.routes) {
    if (known.has(route.action)) continue
    throw new Error(`${route.method} ${route.path}: no rule allows the action ${route.action}`)
  }
  assertShows(parts.routes, parts.policy, parts.shows)
  const app = new Hono()
  app.use(compress())
  parts.assets?.(app)
  const guards = { limiter: createRateLimiter(), room: createBodyRoom() }
  for (const route of parts.routes) {
    app.on(route.method, pathOf(route), (context) => serve(parts, route, context, guards))
  }
  app.get('/', (context) => {
    const language = languageOfVisitor(context)
    return context.redirect(`/${language}/`, 302)
  })
  for (const language of languages) {
    app.get(`/${language}`, (context) => context.redirect(`/${language}/`, 302))
  }
  app.notFound((context) => {
    const better = betterAddress(context.req.url, parts.routes, () => languageOfVisitor(context))
    const isAsked = context.req.method === 'GET' && better !== null
    return isAsked ? context.redirect(better, 302) : answerAbsent(parts, context)
  })
  return app
}

function pathOf(route: Route): string {
  if (route.kind === 'page') return `/:language{(?:${languages.join('|')})}${route.path}`
  return route.kind === 'api' ? `/api/v1${route.path}` : route.path
}

/** What a process guards itself with. */
interface Guards {
  limiter: RateLimiter
  room: BodyRoom
}

async function serve(
  parts: PipelineParts,
  route: Route,
  context: Context,
  { limiter, room }: Guards,
): Promise<Response> {
  const started = performance.now()
  const requestId = randomUUID()
  const now = parts.now()
  const network = networkOf(addressOf(parts, context))
  const place = room.enter(network)
  const turn: Turn = { requestId, now, limiter, network, place, form: null, token: null }
  let response: Response
  try {
    response = await run(parts, route, context, turn)
  } catch (error) {
    parts.log.error('request failed', error, { request: requestId, route: route.path })
    const failed = await bug(route, context, turn, parts.origin, error)
    // Who asks is known to the database alone: where it is away, it is not waited for once more.
    const known = failed.status === 503 ? nobody : null
    response = await fail(parts, context, requestId, failed, route.kind, known)
    if (failed.retryAfter) response.headers.set('retry-after', String(failed.retryAfter))
  } finally {
    place.leave()
  }
  const seconds = (performance.now() - started) / 1000
  parts.metrics.observe(route.path, route.method, response.status, seconds)
  parts.log.info('request', {
    request: requestId,
    method: route.method,
    route: route.path,
    status: response.status,
    ms: Math.round(seconds * 1000),
  })
  return response
}

interface Turn {
  requestId: string
  now: Date
  limiter: RateLimiter
  network: string
  place: BodyPlace
  /** The form that the request brought, once it is read and known to be this site's own. */
  form: FormInput | null
  /** Of which page it is: sent again after a failure, it is still the same one. */
  token: string | null
}

async function run(
  parts: PipelineParts,
  route: Route,
  context: Context,
  turn: Turn,
): Promise<Response> {
  const { requestId, now, limiter, network } = turn
  let visitor: Visitor | null = null
  const refuseWith = (failure: Failure) =>
    fail(parts, context, requestId, failure, route.kind, visitor)
  const perMinute = route.perMinute ?? parts.perMinute
  if (parts.perMinute > 0 && perMinute > 0) {
    const wait = limiter.take(`${route.perMinute ? route.path : ''} ${network}`, perMinute, now)
    if (wait !== null) {
      const response = await refuseWith(failure(429, 'too-many', { seconds: wait }))
      response.headers.set('retry-after', String(wait))
      return response
    }
  }
  const known = await visitorOf(parts, route, context, turn)
  if (!('actor' in known)) return known.answer(refuseWith)
  visitor = known
  // Before anything is read of the body: whoever may do this to nothing at all takes no room.
  if (!parts.policy.canSometimes(visitor.actor, route.action)) {
    if (visitor.actor.kind !== 'public') return refuseWith(failure(404, 'absent'))
    return signedOut(parts, route, context, turn)
  }
  const language = languageOf(context, visitor)
  const work = parts.runner.reading({ actor: visitor.actor, now, language })
  const params = paramsOf(context)
  const { maxBytes = mebibyte } = route
  const mostBytes = typeof maxBytes === 'number' ? maxBytes : await maxBytes(work, params)
  const input = await readInput(parts, route, context, { visitor, mostBytes, ...turn })
  if ('status' in input) return refuseWith(input)
  turn.form = input.form
  turn.token = input.token
  const object = route.load ? await route.load(work, params) : {}
  if (object === null || !opens(parts.policy, visitor.actor, route, object)) {
    return refuseWith(failure(404, 'absent'))
  }
  const shown = nobodyShown()
  const once = createOnce({
    runner: parts.runner,
    context: { actor: visitor.actor, now, language },
    requestId,
    sending: input.sending,
    alreadySent: () => call.redirect(call.frame.path, m('sent-already'), 'info'),
    putFlash: (flash) => putCookie(parts, context, 'weft-flash', flash, { maxAgeSeconds: 60 }),
  })
  const call: Call = await makeCall(parts, context, {
    once,
    route,
    visitor,
    requestId,
    now,
    language,
    work,
    object,
    params,
    network,
    form: input.form,
    body: input.body,
    shown,
  })
  const answer = await once.answer(() => route.handle(call))
  if (answer.kind === 'absent') return refuseWith(failure(404, 'absent'))
  const { actor } = visitor
  await recordRead(parts, { requestId, now, actor, route, object, params, shown }, answer)
  return respond(parts, context, answer, requestId)
}

/** A route without an object of its own (a list, a form) opens to whoever may do its action to some object; rows and verbs ask for each. */
function opens(policy: Policy, actor: Actor, route: Route, object: Facts): boolean {
  return route.load
    ? policy.can(actor, route.action, object)
    : policy.canSometimes(actor, route.action)
}

async function signedOut(
  parts: PipelineParts,
  route: Route,
  context: Context,
  { requestId, place }: Turn,
): Promise<Response> {
  if (route.kind === 'page' && route.method === 'GET' && route.offersSignIn !== false) {
    const url = new URL(context.req.url)
    const language = languageOfVisitor(context)
    const next = encodeURIComponent(url.pathname + url.search)
    return context.redirect(`/${language}${parts.signInPath}?next=${next}`, 303)
  }
  const failed = await signedOutFailure(route, context, place, parts.origin)
  const response = await fail(parts, context, requestId, failed, route.kind)
  if (route.kind === 'api') response.headers.set('www-authenticate', 'Bearer')
  return response
}

/** What a request brought. */
interface Input {
  form: FormInput
  body: unknown
  /** Which form of which page it is. */
  sending: Sending | null
  token: string | null
}

async function readInput(
  parts: PipelineParts,
  route: Route,
  context: Context,
  { visitor, mostBytes, now, place }: Turn & { visitor: Visitor; mostBytes: number },
): Promise<Input | Failure> {
  const nothing = { form: { values: {}, uploads: {} }, body: undefined, sending: null, token: null }
  if (route.method === 'GET') return nothing
  // No browser adds a program's token by itself: whoever sends it means to.
  const isMeant = route.crossSite || visitor.program != null
  const origin = isMeant ? 'yes' : comesFromHere(context.req.raw.headers, parts.origin)
  if (origin === 'no') return failure(403, 'stale-form')
  const { body } = context.req.raw
  if (route.streams) {
    const token = context.req.header('x-csrf-token')
    const isOwn = origin === 'yes' || trusts(parts, visitor, now, token)
    return isOwn ? { ...nothing, body } : failure(403, 'stale-form')
  }
  // Who leaves in the middle of sending has made no mistake of ours.
  const type = context.req.header('content-type') ?? ''
  const typed = origin === 'yes' && route.kind === 'page' ? typedReader(type) : null
  const bytes = await readLimited(body, mostBytes, place, typed).catch(() => null)
  if (bytes === null) return failure(400, 'bad-request')
  if (bytes === 'no-room') return failure(503, 'no-room')
  if (bytes === 'too-large') {
    return tooLarge(route, context, sizeText(mostBytes), typed?.found() ?? null)
  }
  const isJson = type.startsWith('application/json')
  if (isJson || route.kind === 'api') {
    const token = context.req.header('x-csrf-token')
    if (origin === 'unknown' && !trusts(parts, visitor, now, token)) {
      return failure(403, 'stale-form')
    }
    if (!isJson) return { ...nothing, body: bytes }
    const json = await jsonOf({ bytes, type })
    if (json === null || isRefused(json)) return unread(json)
    return { ...nothing, body: json.value }
  }
  const form = await formOf({ bytes, type })
  if (form === null || isRefused(form)) return unread(form)
  const token = form.values['csrf']?.[0]
  delete form.values['csrf']
  const isForBrowser =
    origin === 'yes' ||
    visitor.session !== null ||
    isTokenOfBrowser(parts.secret, browserOf(parts, context), token)
  const trusted = isForBrowser && isFormToken(parts.secret, visitor.session?.id ?? null, now, token)
  if (!route.crossSite && !trusted) {
    return staleForm(origin === 'yes' ? keptForm(route, context, form) : null)
  }
  const session = visitor.session?.id ?? null
  const isPage = route.kind === 'page' && token !== undefined
  const sending = isPage ? sendingOf(token, session, context.req.path, form) : null
  return { form, body: undefined, sending, token: isPage ? token : null }
}

/** A client that is no browser says nothing of its origin; with a session it must show the token, without one it has no right to lose. */
function trusts(
  parts: PipelineParts,
  visitor: Visitor,
  now: Date,
  token: string | undefined,
): boolean {
  return visitor.session === null || isFormToken(parts.secret, visitor.session.id, now, token)
}

interface CallFacts {
  once: Once
  route: Route
  visitor: Visitor
  requestId: string
  now: Date
  language: Language
  work: Call['work']
  object: Record<string, unknown>
  params: Record<string, string>
  network: string
  form: FormInput
  body: unknown
  shown: ShownPersons
}

async function makeCall(parts: PipelineParts, context: Context, facts: CallFacts): Promise<Call> {
  const { visitor, language, now, requestId } = facts
  const url = new URL(context.req.url)
  const href: Call['href'] = (path, query) => `/${language}${path}${queryText(query)}`
  const put = (name: string, value: string, options: CookieOptions) =>
    putCookie(parts, context, name, value, options)
  if (facts.route.kind === 'page' && getCookie(context, 'weft-language') !== language) {
    put('weft-language', language, { maxAgeSeconds: 31_536_000 })
  }
  const frame = await frameFor(parts, context, visitor, facts)
  return {
    requestId,
    language,
    now,
    timeZone: visitor.person?.timeZone ?? likelyTimeZone[language],
    actor: visitor.actor,
    work: facts.work,
    object: facts.object,
    params: facts.params,
    query: queryOf(url),
    form: facts.form,
    body: facts.body,
    t: parts.translator.for(language),
    frame,
    services: parts.services,
    session: visitor.session,
    headers: context.req.raw.headers,
    network: facts.network,
    shows: (personIds, filter, by) => addShown(facts.shown, personIds, filter, by),
    perform: (verb) => facts.once.perform(verb),
    prepare: (verb) => facts.once.prepare(verb),
    may: (action, object) =>
      object === undefined
        ? parts.policy.canSometimes(visitor.actor, action)
        : parts.policy.can(visitor.actor, action, object),
    href,
    redirect(path, message, tone = 'success') {
      if (message) {
        const flash = sealFlash(parts.secret, message, tone)
        put('weft-flash', flash, { maxAgeSeconds: 60 })
        facts.once.says(flash)
      }
      return { kind: 'redirect', to: /^\/(?!\/)/.test(path) ? href(path) : href('/') }
    },
    read: (schema) =>
      facts.route.kind === 'api' ? readValue(schema, facts.body) : readForm(schema, facts.form),
    setCookie: (name, value, options) => {
      facts.once.answersAlone()
      put(name, value, options)
    },
  }
}

async function frameFor(
  parts: PipelineParts,
  context: Context,
  visitor: Visitor,
  facts: { route: Route; language: Language; requestId: string; now: Date },
): Promise<Frame> {
  const { language, requestId, now } = facts
  const path = pathOfPage(parts, context.req, facts.route, language)
  const theme = getCookie(context, 'weft-theme')
  const isPublicPage = visitor.session === null && facts.route.kind === 'page'
  const browser = isPublicPage ? namedBrowser(parts, context) : null
  return parts.frame(visitor, {
    language,
    path,
    requestId,
    csrf: pageToken(parts.secret, visitor.session?.id ?? null, now, browser),
    flash:
      facts.route.kind === 'page' && facts.route.method === 'GET'
        ? takeFlash(parts, context, language)
        : null,
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    now,
  })
}

const nobody: Visitor = { actor: { kind: 'public' }, session: null, person: null }

async function answerAbsent(parts: PipelineParts, context: Context): Promise<Response> {
  const requestId = randomUUID()
  const kind = context.req.path.startsWith('/api/') ? 'api' : 'page'
  return fail(parts, context, requestId, failure(404, 'absent'), kind)
}

async function fail(
  parts: PipelineParts,
  context: Context,
  requestId: string,
  failed: Failure,
  kind: Route['kind'],
  known: Visitor | null = null,
): Promise<Response> {
  const now = parts.now()
  const visitor =
    known ?? (await parts.authenticate((name) => getCookie(context, name), now).catch(() => nobody))
  const language = languageOf(context, visitor)
  const t = parts.translator.for(language)
  // Whoever reads problems and nothing else is spared the page around the same answer.
  if (kind !== 'page' || context.req.header('accept') === problemType) {
    const data = {
      type: 'about:blank',
      status: failed.status,
      title: t(failed.title),
      detail: t(failed.text),
      request: requestId,
    }
    const headers = { 'content-type': problemType }
    return respond(
      parts,
      context,
      { kind: 'json', data, status: failed.status, headers },
      requestId,
    )
  }
  const route = { kind: 'page', method: 'POST' } as Route
  const frame = await frameFor(parts, context, visitor, { route, language, requestId, now })
  const html = parts.failurePage(frame, failed, requestId)
  return respond(parts, context, { kind: 'html', html, status: failed.status }, requestId)
}
