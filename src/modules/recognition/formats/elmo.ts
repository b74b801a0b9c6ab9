import { checkShape, IssueList } from './elmo-check.ts'
import type { ElmoCourse, ElmoDocument, ElmoResult } from './elmo-document.ts'
import { decodeElmo } from './elmo-input.ts'
import { readReport, readAttachments, readLearner } from './elmo-read.ts'
import { elmo0, elmo1, elmo2 } from './elmo-shape.ts'
import type { Shape } from './elmo-shape.ts'
import type { ElmoIssue, ElmoIssueKey } from './elmo-texts.ts'
import { readDateTime } from './elmo-values.ts'
import { readXml } from './xml-tree.ts'
import type { XmlElement } from './xml-tree.ts'

export interface ElmoOptions {
  /** Largest size, packed and unpacked. */
  mostBytes?: number
  withAttachments?: boolean
}

const limits = { depth: 60, elements: 400_000 }
const megabyte = 1_048_576

const generations: Record<string, { generation: ElmoDocument['generation']; shape: Shape }> = {
  'https://github.com/emrex-eu/elmo-schemas/tree/v1': { generation: '1.x', shape: elmo1 },
  'https://github.com/emrex-eu/elmo-schemas/tree/v2': { generation: '2.x', shape: elmo2 },
  'http://purl.org/net/elmo': { generation: 'draft', shape: elmo0 },
  '': { generation: '1.x', shape: elmo1 },
}

/**
 * Reads an ELMO transcript: 1.0 to 1.7, 2.x, the drafts before 1.0 and files that name no
 * namespace; as XML, gzip, or gzip in Base64 as EMREX sends it. With issues of severity `error`
 * and `ok`, the file breaks its schema and what is sound was read; nothing is repaired or guessed.
 * Not `ok` means that nothing could be read: DOCTYPE, malformed, too large, or no ELMO.
 */
export function parseElmo(input: string | Uint8Array, options: ElmoOptions = {}): ElmoResult {
  const decoded = decodeElmo(input, options.mostBytes ?? 32 * megabyte)
  if (!decoded.ok) return refused(decoded.key, decoded.args)
  const xml = readXml(decoded.text.replace(/^\uFEFF?\s+(?=<\?xml)/, ''), limits)
  if (!xml.ok) {
    const limit = xml.refusal === 'too-deep' ? limits.depth : limits.elements
    return refused(`elmo.${xml.refusal}`, { limit }, xml)
  }
  const { root } = xml
  if (root.name !== 'elmo') return refused('elmo.not-elmo', { root: root.name }, root)
  const known = generations[root.namespace]
  if (!known) return refused('elmo.namespace-unknown', { namespace: root.namespace }, root)

  const issues = new IssueList()
  if (known.generation === 'draft') issues.add('warning', root, 'elmo.namespace-old')
  if (root.namespace === '') issues.add('warning', root, 'elmo.namespace-missing')
  checkShape(root, known.shape, issues)
  const document = readDocument(root, known.generation, options.withAttachments ?? false, issues)
  return { ok: true, document, issues: issues.finish() }
}

function readDocument(
  root: XmlElement,
  generation: ElmoDocument['generation'],
  withContent: boolean,
  issues: IssueList,
): ElmoDocument {
  const own = (name: string) => root.children.filter((each) => each.name === name)
  const reports = own('report').map((each) => readReport(each, withContent, issues))
  const learner = own('learner')[0] ?? own('report')[0]?.children.find((c) => c.name === 'learner')
  if (reports.every((each) => each.courses.length === 0)) {
    issues.add('warning', root, 'elmo.no-courses')
  }
  const generated = own('generatedDate')[0]
  return {
    generation,
    generatedAt: generated ? readDateTime(generated.text) : null,
    learner: readLearner(learner),
    reports,
    attachments: readAttachments(root, withContent, issues),
    signed: own('Signature').length > 0,
  }
}

/** All courses of a report, each before its parts, with their depth. */
export function flattenCourses(
  courses: readonly ElmoCourse[],
): { course: ElmoCourse; depth: number }[] {
  const found: { course: ElmoCourse; depth: number }[] = []
  const waiting = courses.map((course) => ({ course, depth: 0 })).toReversed()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    found.push(next)
    const depth = next.depth + 1
    waiting.push(...next.course.parts.map((course) => ({ course, depth })).toReversed())
  }
  return found
}

function refused(
  key: ElmoIssueKey,
  args: ElmoIssue['args'],
  place: { line: number; column: number } = { line: 1, column: 1 },
): ElmoResult {
  const { line, column } = place
  return { ok: false, issues: [{ severity: 'error', line, column, path: '/', key, args }] }
}
