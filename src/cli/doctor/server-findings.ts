import { m } from '../messages/index.ts'
import { type Finding, ok, problem, warning } from './finding.ts'

/** Beside the pool: commands of the operator, a backup, whoever looks into the server. */
const fewMore = 5
const lasting = ['fsync', 'full_page_writes', 'synchronous_commit']

/** What the server confirmed must outlive a loss of power. */
export function checkLasting(settings: ReadonlyMap<string, string>): Finding {
  const off = lasting.filter((name) => settings.get(name) === 'off')
  return off.length === 0
    ? ok('lasting', m('doctor.lasting.ok', { settings: lasting.join(', ') }))
    : problem(
        'lasting',
        m('doctor.lasting.off', { settings: off.join(', ') }),
        m('doctor.lasting.advice'),
      )
}

/** What is reserved (since PostgreSQL 16 for others than superusers, too) is not for Weft. */
export function checkConnections(settings: ReadonlyMap<string, string>, pool: number): Finding {
  const most =
    Number(settings.get('max_connections')) -
    Number(settings.get('superuser_reserved_connections')) -
    Number(settings.get('reserved_connections') ?? 0)
  const says = m('doctor.connections', { most, pool })
  return most < pool + fewMore
    ? warning('connections', says, m('doctor.connections.advice'))
    : ok('connections', says)
}

/** `pg_dump` reads servers of its own major version and older ones, never a newer one. */
export function checkDump(dump: string | null, server: string): Finding {
  const advice = m('doctor.dump.advice', { major: majorOf(server) })
  if (dump === null) return warning('pg_dump', m('doctor.dump.none'), advice)
  const says = m('doctor.dump', { dump, server: majorOf(server) })
  return majorOf(dump) < majorOf(server) ? warning('pg_dump', says, advice) : ok('pg_dump', says)
}

function majorOf(version: string): number {
  return Number.parseInt(version, 10)
}
