// Enough of a reader of TypeScript to look for patterns without being fooled by comments and
// strings. TypeScript 7 has no programming interface, and a rule that says file:line needs no more.

/** A source file with parts blanked out; every character keeps its place, so lines can be counted. */
export interface Source {
  /** Comments blanked. */
  text: string
  /** Comments and the contents of strings, templates and regular expressions blanked. */
  code: string
}

export interface Import {
  specifier: string
  at: number
  typeOnly: boolean
}

const cache = new Map<string, Source>()

export function source(text: string): Source {
  const known = cache.get(text)
  if (known) return known
  const made = new Scanner(text).scan()
  cache.set(text, made)
  return made
}

export function lineAt(text: string, at: number): number {
  let line = 1
  for (let i = text.indexOf('\n'); i !== -1 && i < at; i = text.indexOf('\n', i + 1)) line += 1
  return line
}

/** Every module that the file names: import, export from, import() and new URL(…, import.meta.url). */
export function importsOf(text: string): Import[] {
  const { text: read, code } = source(text)
  const found: Import[] = []
  const patterns = [
    /\b(?:import|export)\s+(type\s+)?(?:[\w$*\s{},]*?\bfrom\s*)?(['"])([^'"\n]+)\2/g,
    /\b(?:import|import\.meta\.resolve)\s*\(()\s*(['"])([^'"\n]+)\2/g,
    /\bnew\s+URL\s*\(()\s*(['"])([^'"\n]+\.(?:ts|tsx|mjs))\2\s*,\s*import\.meta\.url/g,
  ]
  for (const pattern of patterns) {
    for (const match of read.matchAll(pattern)) {
      // The keyword must be code, not the inside of a string.
      if (/^\s/.test(code.slice(match.index, match.index + 1))) continue
      const specifier = match[3] as string
      found.push({ specifier, at: match.index, typeOnly: Boolean(match[1]) })
    }
  }
  return found.sort((a, b) => a.at - b.at)
}

class Scanner {
  readonly #input: string
  readonly #text: string[]
  readonly #code: string[]
  #at = 0
  #before = ''

  constructor(input: string) {
    this.#input = input
    this.#text = input.split('')
    this.#code = input.split('')
  }

  scan(): Source {
    this.#run(false)
    return { text: this.#text.join(''), code: this.#code.join('') }
  }

  // With `inTemplate` it reads the expression of a `${…}` and stops behind its closing brace.
  #run(inTemplate: boolean): void {
    let depth = 0
    while (this.#at < this.#input.length) {
      const char = this.#input[this.#at] as string
      const next = this.#input[this.#at + 1]
      if (char === '/' && next === '/') this.#comment('\n', 0)
      else if (char === '/' && next === '*') this.#comment('*/', 2)
      else if (char === "'" || char === '"') this.#string(char)
      else if (char === '`') this.#template()
      else if (char === '/' && this.#regexMayStart()) this.#regex()
      else {
        if (char === '{') depth += 1
        if (char === '}') depth -= 1
        this.#step()
        if (inTemplate && depth < 0) return
      }
    }
  }

  #step(): void {
    const char = this.#input[this.#at] as string
    if (!/\s/.test(char)) this.#before = (this.#before + char).slice(-12)
    else if (!/\s$/.test(this.#before)) this.#before += ' '
    this.#at += 1
  }

  #comment(end: string, length: number): void {
    const found = this.#input.indexOf(end, this.#at + 2)
    const stop = found === -1 ? this.#input.length : found + length
    this.#blank(this.#text, this.#at, stop)
    this.#blank(this.#code, this.#at, stop)
    this.#at = stop
  }

  // A quote that does not close on its line is an apostrophe in the text of an element.
  #string(quote: string): void {
    let end = this.#at + 1
    while (end < this.#input.length && this.#input[end] !== quote && this.#input[end] !== '\n') {
      end += this.#input[end] === '\\' ? 2 : 1
    }
    if (this.#input[end] !== quote) return this.#step()
    this.#blank(this.#code, this.#at + 1, end)
    this.#at = end + 1
    this.#before = 'x'
  }

  #template(): void {
    this.#at += 1
    let from = this.#at
    while (this.#at < this.#input.length && this.#input[this.#at] !== '`') {
      if (this.#input[this.#at] === '\\') this.#at += 2
      else if (this.#input.startsWith('${', this.#at)) {
        this.#blank(this.#code, from, this.#at)
        this.#at += 2
        this.#before = '('
        this.#run(true)
        from = this.#at
      } else this.#at += 1
    }
    this.#blank(this.#code, from, Math.min(this.#at, this.#input.length))
    this.#at += 1
    this.#before = 'x'
  }

  #regexMayStart(): boolean {
    const before = this.#before.trimEnd()
    return before === '' || /[(,=:[!&|?;+*%~^{]$|=>$|\b(return|typeof|case|in|of)$/.test(before)
  }

  #regex(): void {
    let end = this.#at + 1
    let inClass = false
    while (end < this.#input.length && this.#input[end] !== '\n') {
      const char = this.#input[end]
      if (char === '\\') end += 1
      else if (char === '[') inClass = true
      else if (char === ']') inClass = false
      else if (char === '/' && !inClass) break
      end += 1
    }
    if (this.#input[end] !== '/') return this.#step()
    this.#blank(this.#code, this.#at + 1, end)
    this.#at = end + 1
    this.#before = 'x'
  }

  #blank(target: string[], from: number, to: number): void {
    for (let i = from; i < to; i += 1) if (target[i] !== '\n') target[i] = ' '
  }
}
