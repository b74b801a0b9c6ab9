import assert from 'node:assert/strict'
import type { Offence, Tree } from './tree.ts'

/** Fails with every offence as file:line and with what to do about them. */
export function none(offences: readonly Offence[], advice: string): void {
  if (offences.length === 0) return
  const lines = offences.slice(0, 60).map(({ file, line, what }) => `  ${file}:${line}  ${what}`)
  if (offences.length > 60) lines.push(`  and ${offences.length - 60} more`)
  assert.fail(`${offences.length} offences. ${advice}\n${lines.join('\n')}`)
}

/** Says that the rule finds something in the seeded files, in the file and line that are marked, and nothing in the others. */
export function catches(
  rule: (tree: Tree) => Offence[],
  seeded: Record<string, string>,
  expected: readonly string[],
): void {
  const found = rule(new Map(Object.entries(seeded))).map(({ file, line }) => `${file}:${line}`)
  assert.deepEqual([...new Set(found)].sort(), [...expected].sort())
}
