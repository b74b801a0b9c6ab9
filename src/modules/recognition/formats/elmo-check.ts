import { xmlPathOf as pathOf, type XmlElement } from '#kernel/files'
import type { ElmoIssue, ElmoIssueKey } from './elmo-texts.ts'
import type { Part, Shape } from './elmo-shape.ts'
import { readDate, readDateTime, readDecimal, readDraftDate, token } from './elmo-values.ts'

const signatureNamespace = 'http://www.w3.org/2000/09/xmldsig#'
/** More remarks than this say nothing new; they are counted. */
const mostIssues = 500

/** Collects remarks with their place, up to a limit, in the order of the file. */
export class IssueList {
  readonly issues: ElmoIssue[] = []
  private dropped = 0

  add(
    severity: ElmoIssue['severity'],
    element: XmlElement,
    key: ElmoIssueKey,
    args: ElmoIssue['args'] = {},
  ): void {
    if (this.issues.length >= mostIssues) {
      this.dropped += 1
      return
    }
    const { line, column } = element
    this.issues.push({ severity, line, column, path: pathOf(element), key, args })
  }

  finish(): ElmoIssue[] {
    const sorted = this.issues.toSorted((a, b) => a.line - b.line || a.column - b.column)
    if (this.dropped === 0) return sorted
    const last = sorted.at(-1)!
    return [
      ...sorted,
      { ...last, severity: 'warning', key: 'elmo.more', args: { count: this.dropped } },
    ]
  }
}

/** Compares a file with the shape of its version: what is missing, misplaced, repeated or no value of its type. */
export function checkShape(root: XmlElement, shape: Shape, issues: IssueList): void {
  const waiting: [XmlElement, string][] = [[root, 'elmo']]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [element, type] = next
    if (type === 'any') continue
    if (shape.strict) checkAttributes(element, shape, issues)
    const parts = shape.parts[type]
    if (parts) waiting.push(...checkParts(element, parts, shape, issues))
    else checkValue(element, type, shape, issues)
  }
}

function checkAttributes(element: XmlElement, shape: Shape, issues: IssueList): void {
  for (const attribute of shape.attributes[element.name] ?? []) {
    if (element.attributes.has(attribute)) continue
    const args = { element: element.name, attribute }
    issues.add('error', element, 'elmo.missing-attribute', args)
  }
  const count = element.name === 'category' ? element.attributes.get('count') : undefined
  if (count !== undefined && !/^\+?\d+$/.test(token(count))) {
    issues.add('error', element, 'elmo.not-a-number', { element: 'count', value: cut(count) })
  }
}

function checkParts(
  element: XmlElement,
  parts: readonly Part[],
  shape: Shape,
  issues: IssueList,
): [XmlElement, string][] {
  const places = new Map(parts.map((part, place) => [part[0], place]))
  const counts = new Map<string, number>()
  const known: [XmlElement, string][] = []
  let latest = 0
  for (const child of element.children) {
    const place = isOwn(child, element) ? places.get(child.name) : undefined
    if (place === undefined) {
      if (shape.strict) {
        const args = { element: child.name, parent: element.name }
        issues.add('error', child, 'elmo.unexpected', args)
      }
      continue
    }
    if (shape.strict && place < latest) {
      const args = { element: child.name, before: parts[latest]![0] }
      issues.add('error', child, 'elmo.order', args)
    }
    latest = Math.max(latest, place)
    counts.set(child.name, (counts.get(child.name) ?? 0) + 1)
    known.push([child, parts[place]![3]])
  }
  if (shape.strict) checkCounts(element, parts, counts, issues)
  return known.toReversed()
}

function checkCounts(
  element: XmlElement,
  parts: readonly Part[],
  counts: Map<string, number>,
  issues: IssueList,
): void {
  const parent = element.name
  for (const [name, least, most] of parts) {
    const count = counts.get(name) ?? 0
    if (count < least) issues.add('error', element, 'elmo.missing', { element: name, parent })
    if (count > most) {
      issues.add('error', element, 'elmo.repeated', { element: name, parent, count, most })
    }
  }
  const stray = token(element.text)
  if (stray !== '') {
    issues.add('error', element, 'elmo.stray-text', { element: parent, value: cut(stray) })
  }
}

function checkValue(element: XmlElement, type: string, shape: Shape, issues: IssueList): void {
  const value = token(element.text)
  const name = element.name
  const args = { element: name, value: cut(value) }
  const severity = shape.strict ? 'error' : 'warning'
  if (shape.strict) {
    for (const child of element.children) {
      issues.add('error', child, 'elmo.unexpected', { element: child.name, parent: name })
    }
  }
  if (type === 'date') {
    const day = shape.strict ? readDate(value) : readDraftDate(element)
    if (day === null) issues.add(severity, element, 'elmo.not-a-date', args)
  } else if (type === 'dateTime') {
    if (readDateTime(value) === null) issues.add(severity, element, 'elmo.not-a-time', args)
  } else if (type === 'decimal') {
    checkDecimal(element, severity, args, issues)
  } else if (type === 'country') {
    if (!/^[A-Z]{2}$/.test(value)) {
      issues.add(severity, element, 'elmo.not-in-list', {
        ...args,
        list: 'ISO 3166-1 (TH, CN, FR …)',
      })
    }
  } else if (shape.lists[type]) {
    const list = shape.lists[type]
    if (list.includes(value)) return
    issues.add(severity, element, 'elmo.not-in-list', { ...args, list: list.join(', ') })
  } else if ((type === 'title' || name === 'givenNames' || name === 'familyName') && value === '') {
    issues.add('warning', element, 'elmo.empty-value', { element: name })
  }
}

function checkDecimal(
  element: XmlElement,
  severity: ElmoIssue['severity'],
  args: ElmoIssue['args'],
  issues: IssueList,
): void {
  const number = readDecimal(element.text)
  if (number === null) {
    issues.add(severity, element, 'elmo.not-a-number', args)
  } else if (number.isNegative() && element.parent?.name === 'credit') {
    issues.add('warning', element, 'elmo.negative-credit', { value: cut(token(element.text)) })
  }
}

/** A child belongs to the document where it shares its namespace; only the signature has one of its own. */
function isOwn(child: XmlElement, parent: XmlElement): boolean {
  if (child.name === 'Signature') return child.namespace === signatureNamespace
  return child.namespace === parent.namespace
}

/** Foreign values are shown short, as a remark and not as a copy. */
function cut(value: string): string {
  return value.length > 60 ? `${value.slice(0, 59)}…` : value
}
