import { oldestUnsealedAt } from '#kernel/chronicle'
import { databaseAnswers, type Work } from '#kernel/database'
import { type Answer, type Call, plain, type Route } from '#kernel/http'
import { sameSecret } from '#kernel/identity'
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

/** An entry that waits longer than this for its place in the chain means that no sealer runs. */
const mostSealerLagMs = 5 * 60_000
/** Whoever asks whether the process is ready wants to know soon; a check without an answer by then has failed. */
const checkPatienceMs = 2000

/** What operators and robots ask of the site. */
export const operatorRoutes: Route[] = [
  // Whoever watches the process asks often, and its answer costs nothing.
  plain('GET', '/healthz', {
    action: 'site.open',
    perMinute: 0,
    handle: async () => ({ kind: 'json', data: { status: 'ok' } }),
  }),
  plain('GET', '/readyz', { action: 'site.open', handle: ready }),
  plain('GET', '/metrics', {
    action: 'site.open',
    handle: async (call) =>
      mayRead(call)
        ? text('metrics.txt', await call.services.metrics.text(), 'text/plain; version=0.0.4')
        : { kind: 'json', status: 404, data: { status: 'absent' } },
  }),
  plain('GET', '/robots.txt', {
    action: 'site.open',
    handle: async (call) =>
      text('robots.txt', robots(call.services.demonstration), 'text/plain; charset=utf-8'),
  }),
]

/** Ready is: the database answers and has this program's tables, the disk takes more, and what was written gets sealed. */
async function ready(call: Call): Promise<Answer> {
  const [database, migrations, disk, sealer] = await Promise.all([
    checked(() => databaseAnswers(call.work.read)),
    checked(() => call.services.schemaIsCurrent()),
    checked(() => call.services.hasRoom()),
    checked(() => sealerKeepsUp(call.work)),
  ])
  const checks = { database, migrations, disk, sealer }
  const good = Object.values(checks).every((state) => state === 'ok')
  return {
    kind: 'json',
    status: good ? 200 : 503,
    data: { status: good ? 'ok' : 'not ready', checks },
  }
}

async function checked(check: () => Promise<boolean>): Promise<'ok' | 'failed'> {
  const patience = new AbortController()
  const late = sleep(checkPatienceMs, false, { signal: patience.signal }).catch(() => false)
  try {
    return (await Promise.race([check(), late])) ? 'ok' : 'failed'
  } catch {
    return 'failed'
  } finally {
    patience.abort()
  }
}

async function sealerKeepsUp(work: Work): Promise<boolean> {
  const at = await oldestUnsealedAt(work)
  return at === null || work.now.getTime() - at.getTime() <= mostSealerLagMs
}

/**
 * With the token; without one from this machine itself. Behind a proxy everybody comes from this machine, whether the
 * proxy says so or not: there only the token counts.
 */
function mayRead(call: Call): boolean {
  const { metricsToken: token, isBehindProxy } = call.services
  if (token !== null) {
    const given = call.headers.get('authorization') ?? ''
    return sameSecret(digest(given), digest(`Bearer ${token}`))
  }
  const forwarded = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some((name) =>
    call.headers.has(name),
  )
  return (
    !isBehindProxy &&
    !forwarded &&
    (call.network === '127.0.0.1' || call.network === '0:0:0:0::/64')
  )
}

function digest(value: string): Buffer {
  return createHash('sha256').update(value).digest()
}

/** In a demonstration everything is invented, so that no search engine should show it as true. */
function robots(demonstration: boolean): string {
  return demonstration
    ? 'User-agent: *\nDisallow: /\n'
    : 'User-agent: *\nDisallow: /*/sign-in\nDisallow: /*/account\nDisallow: /*/act/\nDisallow: /*/invitations/\nDisallow: /api/\n'
}

function text(name: string, body: string, type: string): Answer {
  return { kind: 'file', name, type, body: new TextEncoder().encode(body), inline: true }
}
