import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../../config.ts'
import { keysFolder } from '../../house.ts'
import { m } from '../messages/index.ts'
import { type Finding, ok, problem, warning } from './finding.ts'

/** The chronicle's keys and the node's secret: there, and readable by their owner alone. */
export async function checkKeys(config: Config): Promise<Finding[]> {
  const folder = keysFolder(config)
  const names = await readdir(folder).catch(() => null)
  if (names === null) return [ok('keys', m('doctor.keys.none-yet', { folder }))]
  if (!names.includes('current') || !names.some((name) => name.endsWith('.private.pem'))) {
    return [problem('keys', m('doctor.keys.no-key', { folder }), m('doctor.keys.no-key.advice'))]
  }
  const secret = names.filter((name) => name.endsWith('.private.pem') || name === 'secret')
  const open: string[] = []
  for (const name of secret) {
    const { mode } = await stat(join(folder, name))
    if (process.platform !== 'win32' && (mode & 0o177) !== 0) open.push(name)
  }
  return [
    open.length === 0
      ? ok('keys', m('doctor.keys.ok', { count: secret.length }))
      : warning(
          'keys',
          m('doctor.keys.open', { names: open.join(', ') }),
          m('doctor.keys.open.advice', { folder }),
        ),
  ]
}
