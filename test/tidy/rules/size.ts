import { isScript, type Offence, type Tree } from '../tree.ts'

export const mostLines = 500

/** Files that may be longer, each with the reason. */
export const longFiles: Readonly<Record<string, string>> = {}

/** Reports files that a person cannot read in one sitting; tables of texts and of data are not read so. */
export function fileLength(tree: Tree, allowed = longFiles): Offence[] {
  const offences: Offence[] = []
  for (const [file, text] of tree) {
    if (!(isScript(file) || file.endsWith('.css')) || allowed[file]) continue
    if (/\/messages\/[^/]+\.ts$/.test(file)) continue
    const lines = text.split('\n').length - 1
    if (lines > mostLines) offences.push({ file, line: lines, what: `${lines} lines` })
  }
  return offences
}

/** Reports exceptions that are no longer needed. */
export function staleLongFiles(tree: Tree, allowed = longFiles): Offence[] {
  return Object.keys(allowed)
    .filter((file) => (tree.get(file)?.split('\n').length ?? 0) - 1 <= mostLines)
    .map((file) => ({ file, line: 1, what: 'needs no exception any more' }))
}
