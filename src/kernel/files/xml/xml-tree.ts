import { SaxesParser } from 'saxes'
import type { SaxesTagNS } from 'saxes'

/** An element with its place in the file (1-based line and column of its '<'). */
export interface XmlElement {
  name: string
  namespace: string
  attributes: ReadonlyMap<string, string>
  line: number
  column: number
  parent: XmlElement | null
  /** Which of its siblings of the same name it is, from 1; `twins` counts them all. */
  ordinal: number
  twins: { count: number }
  children: XmlElement[]
  /** Own text and CDATA, joined, without that of child elements. */
  text: string
}

export interface XmlLimits {
  depth: number
  elements: number
}

export type XmlRefusal = 'doctype' | 'malformed' | 'too-deep' | 'too-many'

export type XmlResult =
  | { ok: true; root: XmlElement }
  | { ok: false; refusal: XmlRefusal; line: number; column: number }

const attributeNamespaces: Record<string, string> = {
  'http://www.w3.org/XML/1998/namespace': 'xml:',
}

/**
 * Reads XML into a tree, with namespaces and positions. A document type declaration is refused as
 * such (so there are no entities beyond the five of XML), as is anything that is not well formed.
 */
export function readXml(text: string, limits: XmlLimits): XmlResult {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const builder = new TreeBuilder(parser, limits)
  try {
    parser.write(text).close()
  } catch (error) {
    const refusal = error instanceof Stop ? error.refusal : 'malformed'
    return { ok: false, refusal, line: parser.line, column: parser.column + 1 }
  }
  if (!builder.root) return { ok: false, refusal: 'malformed', line: 1, column: 1 }
  return { ok: true, root: builder.root }
}

class Stop extends Error {
  readonly refusal: XmlRefusal

  constructor(refusal: XmlRefusal) {
    super(refusal)
    this.refusal = refusal
  }
}

class TreeBuilder {
  root: XmlElement | null = null
  private readonly limits: XmlLimits
  private open: XmlElement | null = null
  private texts: string[][] = []
  /** For each open element, how often each name occurs among its children. */
  private names: Map<string, { count: number }>[] = [new Map()]
  private count = 0
  private attributes = 0
  private start = { line: 1, column: 1 }

  constructor(parser: SaxesParser<{ xmlns: true; position: true }>, limits: XmlLimits) {
    this.limits = limits
    parser.on('error', () => {
      throw new Stop('malformed')
    })
    parser.on('doctype', () => {
      throw new Stop('doctype')
    })
    parser.on('opentagstart', (tag) => {
      const column = Math.max(1, parser.column - tag.name.length - 1)
      this.start = { line: parser.line, column }
    })
    parser.on('attribute', () => {
      this.attributes += 1
      if (this.attributes > limits.elements) throw new Stop('too-many')
    })
    parser.on('opentag', (tag) => this.enter(tag))
    parser.on('closetag', () => this.leave())
    parser.on('text', (text) => this.texts.at(-1)?.push(text))
    parser.on('cdata', (text) => this.texts.at(-1)?.push(text))
  }

  private enter(tag: SaxesTagNS): void {
    this.count += 1
    if (this.count > this.limits.elements) throw new Stop('too-many')
    if (this.texts.length >= this.limits.depth) throw new Stop('too-deep')
    const siblings = this.names.at(-1)!
    const twins = siblings.get(tag.local) ?? { count: 0 }
    siblings.set(tag.local, twins)
    twins.count += 1
    this.names.push(new Map())
    const element: XmlElement = {
      name: tag.local,
      namespace: tag.uri,
      attributes: readAttributes(tag),
      ...this.start,
      parent: this.open,
      ordinal: twins.count,
      twins,
      children: [],
      text: '',
    }
    if (this.open) this.open.children.push(element)
    else this.root = element
    this.open = element
    this.texts.push([])
  }

  private leave(): void {
    if (!this.open) return
    this.names.pop()
    this.open.text = this.texts.pop()!.join('')
    this.open = this.open.parent
  }
}

function readAttributes(tag: SaxesTagNS): Map<string, string> {
  const found = new Map<string, string>()
  for (const each of Object.values(tag.attributes)) {
    const prefix = each.uri === '' ? '' : attributeNamespaces[each.uri]
    if (prefix !== undefined) found.set(prefix + each.local, each.value)
  }
  return found
}

/** Where an element stands: '/elmo/report[2]/issuer'; a place is numbered where siblings share the name. */
export function xmlPathOf(element: XmlElement): string {
  const steps: string[] = []
  for (let each: XmlElement | null = element; each; each = each.parent) {
    steps.push(each.twins.count > 1 ? `${each.name}[${each.ordinal}]` : each.name)
  }
  return `/${steps.toReversed().join('/')}`
}
