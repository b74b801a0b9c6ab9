import { statfs } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Hono } from 'hono'
import { createChronicleRunner, type ChronicleRunner } from '#kernel/chronicle'
import { isRefused, maintainRegularly, type Refusal, refuse, type Work } from '#kernel/database'
import {
  createHttp,
  createMetrics,
  type Logger,
  type Manifest,
  type Metrics,
  type Services,
  type Visitor,
} from '#kernel/http'
import {
  holderOfAccessToken,
  nameFromParts,
  personByEmail,
  registerPerson,
  sessionByToken,
  sessionCookieName,
  touchAccessToken,
  touchSession,
} from '#kernel/identity'
import { createJobRunner, type JobRunner } from '#kernel/jobs'
import { countTasks } from '#kernel/tasks'
import {
  affiliationsOf,
  alliance,
  appoint,
  appointByInvitation,
  type AppointmentRole,
  describeInvitation,
  enrolledAt,
  grantsOf,
  holdersOfRole,
  listOrganisations,
  organisationNames,
  programmePaths,
  roleLabel,
} from '#modules/alliance'
import { agreements } from '#modules/agreements'
import {
  createReadRecorder,
  type OwnedReadRecorder,
  privacy,
  recordOutbound,
} from '#modules/privacy'
import { calls } from '#modules/calls'
import { care } from '#modules/care'
import { clearance } from '#modules/clearance'
import { exhibitions } from '#modules/exhibitions'
import { internships } from '#modules/internships'
import { matching } from '#modules/matching'
import { mobility } from '#modules/mobility'
import { mentorship } from '#modules/mentorship'
import { recognition } from '#modules/recognition'
import { signing } from '#modules/signing'
import { dateInZone } from '#kernel/values'
import { type Assets, buildAssets } from '#ui'
import { createApi } from './api/index.ts'
import { type Appoint, type Appointed, cliMessage, faultsOfJobs } from './cli/index.ts'
import type { Config } from './config.ts'
import { createDesk, demonstrationBanner, type DeskPorts } from './desk/index.ts'
import { type House, openHouse } from './house.ts'
import { kernelParts } from './kernel-parts.ts'
import { createServices, type OwnedServices } from './services.ts'

/** The only list of modules: what stands here is in the house. */
const modules: readonly Manifest[] = [
  alliance,
  privacy,
  signing,
  matching,
  agreements,
  mentorship,
  recognition,
  calls,
  clearance,
  exhibitions,
  mobility,
  internships,
  // After those who send people somewhere: its demonstration asks them who is away.
  care,
]

/** What the pages that cross modules are told of the alliance. */
const deskPorts: DeskPorts = {
  affiliations: affiliationsOf,
  organisationsOf: enrolledAt,
  organisationNames,
  roleLabel: (role) => roleLabel(role as AppointmentRole | 'student'),
  members: async (work) =>
    (await listOrganisations(work, { members: true })).map(({ id, names }) => ({
      id,
      name: names,
      href: `/members/${id}`,
    })),
  programmes: async (work) =>
    (await programmePaths(work)).map((programme) => ({
      id: programme.id,
      name: programme.names,
      summary: programme.summary,
      href: `/programmes/${programme.id}`,
      from: programme.startsOn,
      until: programme.endsOn,
      organisationIds: programme.organisationIds,
    })),
  describeInvitation: async (work, invitation) => describeInvitation(work, invitation),
  acceptInvitation: async (work, accepted) => {
    const made = await appointByInvitation(work, accepted)
    return isRefused(made) ? made : null
  },
}

/** The house with its door open: HTTP, jobs and the chronicle's sealer. */
export interface Site {
  house: House
  http: Hono
  services: Services
  jobs: JobRunner
  chronicle: ChronicleRunner
  /** Where it is written who read whose data. */
  reads: OwnedReadRecorder
  /** Stops the background work and closes the database. */
  close(): Promise<void>
}

/** The manifests of everything that stands in the house, the kernel's parts first. */
export function manifestsOf(): readonly Manifest[] {
  const parts = [...kernelParts, ...modules]
  const told = [...parts, createDesk(parts, deskPorts)]
  return [...told, createApi(told)]
}

/** Opens the house with every module; what commands and the server begin with. */
export function open(
  config: Config,
  onProgress?: (step: string, done: number, total: number) => void,
): Promise<House> {
  return openHouse(config, manifestsOf(), onProgress)
}

/** Puts the door on the house. */
export async function openSite(
  house: House,
  log: Logger,
  now: () => Date = () => new Date(),
): Promise<Site> {
  const { config, manifests } = house
  const assets = await buildAssets(fileURLToPath(new URL('../build/assets', import.meta.url)))
  const metrics = createMetrics()
  gaugeBackground(house, metrics)
  const services = servicesOf(house, metrics, await appliedMigrations(house), now)
  const reads = createReadRecorder({
    database: house.database,
    onError: (error, lost) => log.error('reads not recorded', error, { lost }),
  })
  const http = createHttp({
    routes: manifests.flatMap((manifest) => manifest.routes),
    policy: house.policy,
    runner: house.runner,
    translator: house.translator,
    services,
    secret: house.secret,
    origin: config.origin,
    behindProxy: config.behindProxy,
    now,
    authenticate: (cookies, at) => authenticate(house, cookies, at),
    authenticateProgram: (token, at) => programOf(house, token, at),
    ...createDesk.parts({
      manifests,
      policy: house.policy,
      translator: house.translator,
      demonstration: config.mode === 'demonstration',
      assets: {
        styles: assets.css,
        scripts: assets.scripts,
        preloads: assets.preloads,
        icon: assets.icon,
      },
      waiting: (visitor, at) => waitingFor(house, visitor, at),
    }),
    shows: services.shows,
    reads,
    log,
    metrics,
    perMinute: config.perMinute,
    firstAnswerMs: house.database.engine === 'postgres' ? 5000 : 0,
    assets: (app) => serveAssets(app, assets),
  })
  const background = backgroundOf(house, services, log, now)
  const stopMaintaining = maintainRegularly(house.database, (error) =>
    log.error('maintenance failed', error),
  )
  return {
    house,
    http,
    services,
    ...background,
    reads,
    async close() {
      await reads.close()
      await background.jobs.stop()
      await background.chronicle.stop()
      stopMaintaining()
      await services.close()
      await house.close()
    },
  }
}

/** What handlers, jobs and commands may use beside their work. */
export function servicesOf(
  house: House,
  metrics: Metrics = createMetrics(),
  migrations = 0,
  now: () => Date = () => new Date(),
): OwnedServices {
  return createServices(house, {
    demonstrationBanner,
    actorOf: async (read, personId, now) => ({
      kind: 'person',
      personId,
      grants: await grantsOf(read, personId, now),
    }),
    holdersOf: holdersOfRole,
    mayTransfer: async (transfer) => {
      const context = {
        actor: { kind: 'system', name: 'outbound' },
        now: now(),
        language: 'en',
      } as const
      const done = await house.runner.perform(context, (work) =>
        recordOutbound(work, transfer, house.config.node),
      )
      return !isRefused(done)
    },
    metrics,
    schemaIsCurrent: async () => (await appliedMigrations(house)) >= migrations,
    hasRoom: () => hasRoom(house.config.dataDirectory),
  })
}

/** Below this nothing can be promised to whoever writes: a commit of the built-in database needs some. */
const leastRoomBytes = 64 * 1024 * 1024

async function hasRoom(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize >= leastRoomBytes
}

async function appliedMigrations(house: House): Promise<number> {
  const { rows } = await house.database.execute('select count(*)::int as count from migrations')
  return Number(rows[0]?.['count'])
}

function backgroundOf(house: House, services: Services, log: Logger, now: () => Date) {
  const { database, runner, manifests, signer } = house
  const chronicle = createChronicleRunner({
    database,
    runner,
    subscriptions: manifests.flatMap((manifest) => manifest.handlers),
    signer,
    now,
    onError: (error) => log.error('chronicle round failed', error),
  })
  const jobs = createJobRunner({
    database,
    runner,
    jobs: manifests.flatMap((manifest) => manifest.jobs),
    services,
    now,
    onError: ({ type, id, attempt, error }) =>
      log.error('job failed', error, { job: type, id, attempt }),
  })
  if (house.config.backgroundJobs) {
    house.onCommit(({ entries }) => {
      if (entries) chronicle.wake()
      jobs.wake()
    })
    chronicle.start()
    jobs.start()
  }
  return { chronicle, jobs }
}

/** What nobody sees on a page: an alarm hangs on these. */
function gaugeBackground({ database }: House, metrics: Metrics): void {
  const faults = () => faultsOfJobs({ read: database.kysely })
  metrics.gauge(
    'weft_jobs_failed',
    'Jobs that have used up their attempts.',
    async () => (await faults()).jobs,
  )
  metrics.gauge(
    'weft_subscriptions_stuck',
    'Subscriptions that an entry holds up, or that have put entries aside.',
    async () => (await faults()).subscriptions,
  )
}

/** Appoints somebody at the word of whoever holds the machine, and registers them first where they are not known. */
export async function appointFromMachine(
  work: Work,
  services: Services,
  input: Appoint,
): Promise<Appointed | Refusal> {
  const organisation = await organisationCalled(work, input.organisation)
  if (isRefused(organisation)) return organisation
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const known = await personByEmail(work, input.email)
  const name = nameFromParts({ given: input.name }) ?? nameFromParts({ given: input.email })!
  const person =
    known ??
    (await registerPerson(work, services.identity, {
      name,
      email: input.email,
      preferredLanguage: work.language,
      timeZone,
    }))
  if (isRefused(person)) return person
  const made = await appoint(work, {
    personId: person.id,
    role: input.role as AppointmentRole,
    title: {},
    startsOn: dateInZone(work.now, timeZone),
    ...organisation,
  })
  const runsAlready = isRefused(made) && made.fields['role']?.key === 'fault.appointed-already'
  if (isRefused(made) && !runsAlready) return made
  return {
    personId: person.id,
    email: known?.address ?? input.email,
    registered: known === null,
    appointed: !runsAlready,
  }
}

async function organisationCalled(
  work: Work,
  called: string | null,
): Promise<{ organisationId?: string } | Refusal> {
  if (called === null) return {}
  const found = (await listOrganisations(work)).find(
    ({ id, acronym }) => id === called || acronym?.toLowerCase() === called.toLowerCase(),
  )
  if (found) return { organisationId: found.id }
  return refuse(404, cliMessage('appoint.no-organisation', { organisation: called }))
}

/** Finds out who a request comes from: a sign-in session, else the public. A single-act link counts on its own page alone. */
async function authenticate(
  house: House,
  cookies: (name: string) => string | undefined,
  now: Date,
): Promise<Visitor> {
  const nobody: Visitor = { actor: { kind: 'public' }, session: null, person: null }
  const work = house.runner.reading({
    actor: { kind: 'system', name: 'door' },
    now,
    language: 'en',
  })
  const token = cookies(sessionCookieName(house.config.origin.startsWith('https:')))
  const visitor = token ? await signedIn(house, work, token, now) : null
  return visitor ?? nobody
}

async function signedIn(
  house: House,
  work: Work,
  token: string,
  now: Date,
): Promise<Visitor | null> {
  const session = await sessionByToken(work, token)
  if (!session) return null
  if (session.refreshDue) {
    const context = { actor: work.actor, now, language: work.language }
    await house.runner.perform(context, (writing) => touchSession(writing, session.id))
  }
  const grants = await grantsOf(work.read, session.personId, now)
  return {
    actor: { kind: 'person', personId: session.personId, grants },
    session: { id: session.id, authenticatedAt: session.authenticatedAt },
    person: {
      id: session.personId,
      name: session.name,
      language: session.preferredLanguage,
      timeZone: session.timeZone,
    },
  }
}

/** Finds out for whom a program asks by its token: it may what its person may, at this moment. */
async function programOf(house: House, token: string, now: Date): Promise<Visitor | null> {
  const context = {
    actor: { kind: 'system', name: 'door' },
    now,
    language: 'en',
  } as const
  const work = house.runner.reading(context)
  const holder = await holderOfAccessToken(work, token)
  if (!holder) return null
  if (holder.useDue) {
    await house.runner.perform(context, (writing) => touchAccessToken(writing, holder.id))
  }
  const { personId, name, preferredLanguage, timeZone } = holder
  const grants = await grantsOf(work.read, personId, now)
  return {
    actor: { kind: 'person', personId, grants },
    session: null,
    person: { id: personId, name, language: preferredLanguage, timeZone },
    program: { tokenId: holder.id, scope: holder.scope },
  }
}

async function waitingFor(house: House, visitor: Visitor, now: Date): Promise<number> {
  const work = house.runner.reading({ actor: visitor.actor, now, language: 'en' })
  const today = dateInZone(now, visitor.person?.timeZone ?? 'UTC')
  return (await countTasks(work, today)).open
}

function serveAssets(app: Hono, assets: Assets): void {
  app.get('/assets/*', (context) => {
    const asset = assets.serve(context.req.path)
    if (!asset) return context.notFound()
    const gzip = context.req.header('accept-encoding')?.includes('gzip') ? asset.gzip : undefined
    return context.body(gzip ?? asset.body, 200, {
      'content-type': asset.type,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      ...(gzip ? { 'content-encoding': 'gzip' } : {}),
    })
  })
}
