/** A query as an address ends with it; what is empty is left out. */
export function queryText(
  query: Record<string, string | number | undefined | null> | undefined,
): string {
  if (query === undefined) return ''
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}
