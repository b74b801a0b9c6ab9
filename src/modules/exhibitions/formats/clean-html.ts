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
      if (!empty.has(piece.name)) open.push(element)
    }
  }
  return root.children
}

type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'open'; name: string; attributes: string; selfClosed: boolean }
  | { kind: 'close'; name: string }

const token =
  /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*(?:>|$)|<(\/?)([a-zA-Z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)(?:>|$)/g

function* piecesOf(value: string): Generator<Piece> {
  let at = 0
  for (const found of value.slice(0, 200_000).matchAll(token)) {
    if (found.index > at) yield { kind: 'text', text: value.slice(at, found.index) }
    at = found.index + found[0].length
    const name = found[2]?.toLowerCase()
    if (name === undefined) continue
    if (found[1] === '/') yield { kind: 'close', name }
    else
      yield {
        kind: 'open',
        name,
        attributes: found[3] ?? '',
        selfClosed: /\/\s*$/.test(found[3] ?? ''),
      }
  }
  if (at < value.length) yield { kind: 'text', text: value.slice(at, 200_000) }
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
    /([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/g,
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
