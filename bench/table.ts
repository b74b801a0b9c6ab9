type Cell = string | number | null | undefined

/** Rows as a table in columns: figures to the right, with thousands apart; words to the left. */
export function table(rows: readonly Readonly<Record<string, Cell>>[]): string {
  const heads = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const numeric = heads.map((head) => rows.every((row) => typeof (row[head] ?? 0) === 'number'))
  const cells = rows.map((row) => heads.map((head) => show(row[head])))
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...cells.map((row) => row[column]?.length ?? 0)),
  )
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return numeric[column] ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd()
  return [heads, widths.map((width) => '─'.repeat(width)), ...cells].map(line).join('\n')
}

function show(value: Cell): string {
  if (value === null || value === undefined) return '–'
  return typeof value === 'number'
    ? value.toLocaleString('en', { maximumFractionDigits: 4 })
    : value
}
