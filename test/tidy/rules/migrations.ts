import { createHash } from 'node:crypto'
import type { Offence, Tree } from '../tree.ts'

export const lockFile = 'test/tidy/migrations.lock'

const form =
  /^src\/(?:kernel|modules)\/([a-z-]+)\/migrations\/(\d{12})_([a-z0-9]+(?:[_-][a-z0-9]+)*)\.sql$/

export function migrationsIn(tree: Tree): string[] {
  return [...tree.keys()].filter((file) => file.includes('/migrations/') && file.startsWith('src/'))
}

/** Reports migrations without a true UTC minute and a name in lower case, and minutes used twice. */
export function migrationNames(tree: Tree): Offence[] {
  const offences: Offence[] = []
  const seen = new Map<string, string>()
  for (const file of migrationsIn(tree)) {
    const match = form.exec(file)
    if (!match) {
      offences.push({ file, line: 1, what: 'not <UTC yyyymmddhhmm>_<name>.sql' })
      continue
    }
    const stamp = match[2] as string
    if (!isMinute(stamp)) offences.push({ file, line: 1, what: `${stamp} is no minute` })
    const id = `${stamp}_${match[3]}`
    const twin = seen.get(id)
    if (twin) offences.push({ file, line: 1, what: `has the name of ${twin}` })
    seen.set(id, file)
  }
  return offences
}

/** Reports released migrations that were changed, renamed or removed. */
export function frozenMigrations(tree: Tree): Offence[] {
  const offences: Offence[] = []
  const listed = (tree.get(lockFile) ?? '').split('\n')
  listed.forEach((line, index) => {
    const [hash, file] = line.trim().split(/\s+/)
    if (!hash || !file || hash === '#') return
    const text = tree.get(file)
    if (text === undefined)
      offences.push({ file: lockFile, line: index + 1, what: `${file} is gone` })
    else if (hashOf(text) !== hash)
      offences.push({ file, line: 1, what: 'changed after its release' })
  })
  return offences
}

/** The text of the lock file with every migration of the tree in it. */
export function freeze(tree: Tree): string {
  const lines = migrationsIn(tree).map((file) => `${hashOf(tree.get(file) as string)}  ${file}`)
  return `# Released migrations. Written by "npm run freeze-migrations"; a listed file never changes.\n${lines.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join('\n')}\n`
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex')
}

function isMinute(stamp: string): boolean {
  const [, year, month, day, hour, minute] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(stamp) ?? []
  const iso = `${year}-${month}-${day}T${hour}:${minute}:00.000Z`
  const date = new Date(iso)
  return !Number.isNaN(date.getTime()) && date.toISOString() === iso
}
