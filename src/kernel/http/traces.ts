import { existsSync, readFileSync } from 'node:fs'
import { SourceMap, type SourceMapPayload } from 'node:module'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where a frame says that it is: a file of its own program, a line and a column, both counted from one. */
const place = /(file:\/\/[^\s():]+\.mjs):(\d+):(\d+)/g

/** Reading a map takes half a second and 200 MB, which are let go again: the same places are looked up once. */
const found = new Map<string, string>()
const most = 2_000

/**
 * The stack of an error with its frames as they were written, where the program that runs was packed into one file with a
 * map of its sources beside it; else the stack as it is. Node would do it by itself, and keep the whole map from the first
 * error that anybody looks at, a lost connection or a row that is there already included.
 */
export function traceOf(error: Error): string {
  const stack = error.stack ?? error.message
  const maps = new Map<string, SourceMap | null>()
  return stack.replace(place, (whole: string, file: string, line: string, column: string) => {
    const known = found.get(whole)
    if (known !== undefined) return known
    if (!maps.has(file)) maps.set(file, mapBeside(file))
    const map = maps.get(file)
    const written = (map && writtenAt(map, file, Number(line), Number(column))) ?? whole
    if (found.size < most) found.set(whole, written)
    return written
  })
}

function mapBeside(file: string): SourceMap | null {
  try {
    const path = `${fileURLToPath(file)}.map`
    if (!existsSync(path)) return null
    return new SourceMap(JSON.parse(readFileSync(path, 'utf8')) as SourceMapPayload)
  } catch {
    // A trace that is read badly is better than none.
    return null
  }
}

function writtenAt(map: SourceMap, file: string, line: number, column: number): string | null {
  const entry = map.findEntry(line - 1, column - 1)
  if (!('originalSource' in entry)) return null
  const source = new URL(entry.originalSource, file)
  return `${relative(process.cwd(), fileURLToPath(source))}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
}
