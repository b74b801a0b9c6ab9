import { open, readFile } from 'node:fs/promises'
import { isUuid } from '#kernel/values'

/** Somebody who was erased: a number that means nothing to whoever has no backup. */
export interface Erased {
  personId: string
  erasedAt: string
}

/**
 * Adds a line to the list of erasures, which lies beside the database and not in it: a backup of before knows nothing of
 * them. It is on the disk when this returns. A line may stand there twice, when a process died behind it.
 */
export async function noteErased(file: string, erased: Erased): Promise<void> {
  const handle = await open(file, 'a', 0o600)
  try {
    await handle.appendFile(`${JSON.stringify(erased)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Reads such a list; a line that is none is told by its number, and nothing of the list is taken then. */
export async function readErased(file: string): Promise<Erased[] | { line: number }> {
  const erased = new Map<string, Erased>()
  const lines = (await readFile(file, 'utf8')).split('\n')
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    const read = lineOf(line)
    // The last line may have been cut off by a full disk; its erasure was not over then, and its line comes again.
    if (read === null && index === lines.length - 1) continue
    if (read === null) return { line: index + 1 }
    erased.set(read.personId, read)
  }
  return [...erased.values()]
}

function lineOf(line: string): Erased | null {
  try {
    const { personId, erasedAt } = JSON.parse(line) as Erased
    return isUuid(personId) && Number.isFinite(Date.parse(erasedAt)) ? { personId, erasedAt } : null
  } catch {
    return null
  }
}
