// Writes the hash of every migration into the lock file that test/tidy compares: run at a release.
// A migration that is already listed must be unchanged.
import { writeFileSync } from 'node:fs'
import { freeze, frozenMigrations, lockFile, migrationsIn } from '../test/tidy/rules/migrations.ts'
import { readTree, root } from '../test/tidy/tree.ts'

const tree = readTree()
const broken = frozenMigrations(tree)
if (broken.length > 0) {
  for (const { file, what } of broken) console.error(`${file}: ${what}`)
  console.error('Restore what was released, and write a further migration instead.')
  process.exit(1)
}
writeFileSync(root + lockFile, freeze(tree))
console.log(`${migrationsIn(tree).length} migrations are frozen.`)
