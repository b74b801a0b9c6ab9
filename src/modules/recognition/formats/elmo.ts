import { readXml, type XmlElement } from '#kernel/files'
import { checkShape, IssueList } from './elmo-check.ts'
import type { ElmoCourse, ElmoDocument, ElmoResult } from './elmo-document.ts'
import { decodeElmo } from './elmo-input.ts'
import { readReport, readAttachments, readLearner } from './elmo-read.ts'
import { elmo0, elmo1, elmo2 } from './elmo-shape.ts'
import { checkSignature, type SignatureCheck } from './elmo-signature.ts'
import type { Shape } from './elmo-shape.ts'
import type { ElmoIssue, ElmoIssueKey } from './elmo-texts.ts'
import { readDateTime } from './elmo-values.ts'

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
 * Not `ok` means that nothing could be read: DOCTYPE, malformed, too large, or no ELMO. Of a document with an intact
 * signature only what that covers is read.
 */
export function parseElmo(input: string | Uint8Array, options: ElmoOptions = {}): ElmoResult {
  const decoded = decodeElmo(input, options.mostBytes ?? 32 * megabyte)
  if (!decoded.ok) return refused(decoded.key, decoded.args)
  const text = decoded.text.replace(/^\uFEFF?\s+(?=<\?xml)/, '')
  const xml = readXml(text, limits)
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
  const signature = checkSignature(text, root)
  const document = readDocument(coveredRoot(signature, root), known.generation, options, issues)
  return {
    ok: true,
    document: { ...document, signature: signature?.facts ?? null },
    issues: issues.finish(),
  }
}

/** The root of what the signature covers, at the same line as in the file, or else the file's own. */
function coveredRoot(signature: SignatureCheck | null, root: XmlElement): XmlElement {
  if (signature === null || signature.covered === null) return root
  const covered = readXml('\n'.repeat(root.line - 1) + signature.covered, limits)
  if (!covered.ok || covered.root.name !== 'elmo')
    throw new Error('What was signed is not what was read')
  return covered.root
}

function readDocument(
  root: XmlElement,
  generation: ElmoDocument['generation'],
  { withAttachments: withContent = false }: ElmoOptions,
  issues: IssueList,
): Omit<ElmoDocument, 'signature'> {
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
