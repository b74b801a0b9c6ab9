/**
 * What IIIF Presentation 3.0 (§4.5) allows of HTML in a manifest: `a`, `b`, `br`, `i`, `img`, `p`, `small`, `span`, `sub`,
 * `sup`, and of attributes only `href` of `a` and `src` and `alt` of `img`.
 */
const allowed = new Set(['a', 'b', 'br', 'i', 'img', 'p', 'small', 'span', 'sub', 'sup'])
const empty = new Set(['br', 'img'])
/** What stands in these is no text: it goes with its element. */
const withContent = [
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'textarea',
  'title',
  'xmp',
  'plaintext',
  'noembed',
  'noframes',
  'select',
]

/** Elements are built no deeper: what stands further in stands beside. */
const deepest = 60

/** Whether a value of a manifest means to be HTML: it begins with `<` and ends with `>` (§4.5). Everything else is text. */
export function isHtml(value: string): boolean {
  const text = value.trim()
  return text.startsWith('<') && text.endsWith('>')
}

/** A piece of cleaned HTML: a text, or an element that is allowed with what is allowed of its attributes. */
export type CleanNode = string | CleanElement

export interface CleanElement {
  name: string
  attributes: Readonly<Record<string, string>>
  children: CleanNode[]
}

/**
 * HTML of a manifest made harmless: it is read into its pieces and built anew out of what is allowed, so that nothing of the
 * source is ever passed on as it was. Elements that are not allowed leave their text; scripts and styles leave nothing.
 * Addresses are http, https or mailto.
 */
export function cleanNodes(value: string): CleanNode[] {
  const root: CleanElement = { name: '', attributes: {}, children: [] }
  const open = [root]
  let skipped: string | null = null
  for (const piece of piecesOf(value)) {
    if (skipped !== null) {
      if (piece.kind === 'close' && piece.name === skipped) skipped = null
    } else if (piece.kind === 'text') open.at(-1)!.children.push(unescaped(piece.text))
    else if (piece.kind === 'close') {
      const at = open.findLastIndex(({ name }) => name === piece.name)
      if (at > 0) open.splice(at)
    } else if (withContent.includes(piece.name)) skipped = piece.selfClosed ? null : piece.name
    else if (allowed.has(piece.name)) {
      const element = { name: piece.name, attributes: attributesOf(piece), children: [] }
      open.at(-1)!.children.push(element)
      if (!empty.has(piece.name) && open.length <= deepest) open.push(element)
    }
  }
  return root.children
}

type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'open'; name: string; attributes: string; selfClosed: boolean }
  | { kind: 'close'; name: string }

/** What is longer is cut: no label needs it. */
const longestHtml = 200_000

/** The pieces of HTML in one walk from its beginning to its end, however it is broken. */
function* piecesOf(given: string): Generator<Piece> {
  const value = given.slice(0, longestHtml)
  let from = 0
  let at = value.indexOf('<')
  while (at >= 0) {
    const tag = tagAt(value, at)
    if (tag) {
      if (at > from) yield { kind: 'text', text: value.slice(from, at) }
      if (tag.piece) yield tag.piece
      from = tag.end
    }
    at = value.indexOf('<', tag?.end ?? at + 1)
  }
  if (from < value.length) yield { kind: 'text', text: value.slice(from) }
}

/** A tag, a comment or a declaration that begins here; null where `<` is only a sign. One without an end takes the rest. */
function tagAt(value: string, at: number): { piece: Piece | null; end: number } | null {
  if (value.startsWith('<!--', at)) return { piece: null, end: behind(value, '-->', at + 4) }
  const next = value[at + 1] ?? ''
  if (next === '!' || next === '?') return { piece: null, end: behind(value, '>', at) }
  const start = at + (next === '/' ? 2 : 1)
  if (!/[a-zA-Z]/.test(value[start] ?? '')) return null
  let end = start
  while (end < value.length && !/[\s/>]/.test(value[end]!)) end += 1
  const name = value.slice(start, end).toLowerCase()
  const close = endOfTag(value, end)
  if (close < 0) return { piece: null, end: value.length }
  if (next === '/') return { piece: { kind: 'close', name }, end: close + 1 }
  const attributes = value.slice(end, close)
  const selfClosed = attributes.trimEnd().endsWith('/')
  return { piece: { kind: 'open', name, attributes, selfClosed }, end: close + 1 }
}

function behind(value: string, mark: string, from: number): number {
  const at = value.indexOf(mark, from)
  return at < 0 ? value.length : at + mark.length
}

/** Where a tag ends: at the first `>` that stands in no quoted value. */
function endOfTag(value: string, from: number): number {
  let quote = ''
  let before = ''
  for (let at = from; at < value.length; at += 1) {
    const sign = value[at]!
    if (quote !== '') {
      if (sign === quote) quote = ''
    } else if (sign === '>') return at
    else if ((sign === '"' || sign === "'") && before === '=') quote = sign
    if (!/\s/.test(sign)) before = sign
  }
  return -1
}

function attributesOf({
  name,
  attributes,
}: {
  name: string
  attributes: string
}): Record<string, string> {
  const given = new Map<string, string>()
  for (const found of attributes.matchAll(
    /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g,
  )) {
    const key = found[1]!.toLowerCase()
    if (!given.has(key)) given.set(key, unescaped(found[2] ?? found[3] ?? found[4] ?? ''))
  }
  if (name === 'a') return addressOf('href', given.get('href'), ['http:', 'https:', 'mailto:'])
  if (name !== 'img') return {}
  return { ...addressOf('src', given.get('src'), ['http:', 'https:']), alt: given.get('alt') ?? '' }
}

function addressOf(
  name: string,
  value: string | undefined,
  schemes: readonly string[],
): Record<string, string> {
  // Browsers pass over these characters inside a scheme, so they are gone before one is looked for.
  const address = (value ?? '').replace(/[\p{Cc}\p{Cf}\p{Z}]/gu, '')
  if (!URL.canParse(address)) return {}
  const url = new URL(address)
  return schemes.includes(url.protocol) ? { [name]: url.href } : {}
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
}

function unescaped(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w{1,8}));?/g,
    (whole, decimal, hex, name) => {
      const point = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null
      if (point !== null)
        return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point).toWellFormed() : ''
      return named[name as string] ?? whole
    },
  )
}
