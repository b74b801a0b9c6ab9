import { courseKey, order } from './context.ts'

/**
 * Courses that count together in one line, as pages and tables write them: `A + B` is both, `A | B` either,
 * `A + (B | C)` A with one of the others. A code that holds such a sign, or a quote, stands in quotes: `"A|1"`.
 */
export function writeSet(requirements: readonly (readonly string[])[]): string {
  return requirements
    .map((codes) => {
      const text = codes.map(quoted).join(' | ')
      return codes.length > 1 && requirements.length > 1 ? `(${text})` : text
    })
    .join(' + ')
}

/**
 * Reads what `writeSet` writes; null where it cannot be read: an empty place, a bracket that is not closed, an
 * `+` inside brackets. Without any sign the whole text is one code, spaces and all.
 */
export function readSet(text: string): string[][] | null {
  const tokens = tokensOf(text)
  if (tokens === null) return null
  const requirements: string[][] = [[]]
  let inside = false
  let wantsCode = true
  for (const token of tokens) {
    const current = requirements.at(-1)!
    if (token.kind === 'code') {
      if (!wantsCode) return null
      current.push(token.text)
      wantsCode = false
    } else if (token.kind === '(') {
      if (inside || !wantsCode || current.length > 0) return null
      inside = true
    } else if (token.kind === ')') {
      if (!inside || wantsCode) return null
      inside = false
    } else {
      if (wantsCode || (token.kind === '+' && inside)) return null
      if (token.kind === '+') requirements.push([])
      wantsCode = true
    }
  }
  return wantsCode || inside ? null : requirements
}

type Token = { kind: 'code'; text: string } | { kind: '(' | ')' | '+' | '|' }

function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = []
  const pattern = /\s*(?:"((?:[^"]|"")*)"|([()+|（）＋｜])|([^()+|（）＋｜"]+))/gy
  while (pattern.lastIndex < text.length) {
    if (/^\s*$/.test(text.slice(pattern.lastIndex))) break
    const found = pattern.exec(text)
    if (!found) return null
    const [, quoted, sign, plain] = found
    if (sign !== undefined) tokens.push({ kind: sign.normalize('NFKC') as '(' })
    else {
      const code = quoted === undefined ? plain!.trim() : quoted.replaceAll('""', '"')
      if (code === '') return null
      tokens.push({ kind: 'code', text: code })
    }
  }
  return tokens
}

function quoted(code: string): string {
  return /["()+|（）＋｜]/.test(code) || code !== code.trim()
    ? `"${code.replaceAll('"', '""')}"`
    : code
}

/** The same text for the same question, however it is written: requirements and alternatives in order of their keys. */
export function setKey(requirements: readonly (readonly string[])[]): string {
  const parts = requirements.map((codes) => [...new Set(codes.map(courseKey))].sort(order))
  return JSON.stringify(parts.map((codes) => codes.join('\n')).sort(order))
}
