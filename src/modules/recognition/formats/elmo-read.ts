import { xmlPathOf as pathOf, type XmlElement } from '#kernel/files'
import type { DateOnly } from '#kernel/values'
import { dayArgument } from '../rules/reasons.ts'
import type { IssueList } from './elmo-check.ts'
import { readDate, readDateTime, readDecimal, readDraftDate, token } from './elmo-values.ts'
import type {
  ElmoAttachment,
  ElmoCourse,
  ElmoCredit,
  ElmoIdentifier,
  ElmoLearner,
  ElmoReport,
  ElmoText,
} from './elmo-document.ts'

/** Reads one report; the remarks about its shape were made before, here only those about meaning. */
export function readReport(
  report: XmlElement,
  withContent: boolean,
  issues: IssueList,
): ElmoReport {
  const issuer = first(report, 'issuer')
  const schemes = all(report, 'gradingScheme').map((each) => ({
    id: token(each.attributes.get('localId') ?? ''),
    descriptions: texts(each, 'description'),
  }))
  const known = new Set(schemes.map((each) => each.id))
  const issued = first(report, 'issueDate')
  return {
    issuer: {
      country: value(issuer, 'country'),
      identifiers: identifiers(issuer),
      titles: texts(issuer, 'title'),
      url: value(issuer, 'url'),
    },
    courses: all(report, 'learningOpportunitySpecification').map((each) =>
      readCourse(each, known, issues),
    ),
    issuedAt: issued ? (readDateTime(issued.text) ?? readDraftDate(issued)) : null,
    gradingSchemes: schemes,
    attachments: readAttachments(report, withContent, issues),
  }
}

/** Reads the learner; a file without one gives empty names, which the shape has remarked on. */
export function readLearner(learner: XmlElement | undefined): ElmoLearner {
  const birth = first(learner, 'dateOfBirth') ?? first(learner, 'bday')
  return {
    givenNames: value(learner, 'givenNames') ?? '',
    familyName: value(learner, 'familyName') ?? '',
    fullNames: [...texts(learner, 'alternativeName'), ...texts(learner, 'fullName')],
    birthDate: birth ? readDraftDate(birth) : null,
    citizenship: value(learner, 'citizenship'),
    identifiers: identifiers(learner),
  }
}

// Recursion is bounded by the depth limit of the XML reader.
function readCourse(course: XmlElement, schemes: Set<string>, issues: IssueList): ElmoCourse {
  const instance = first(first(course, 'specifies'), 'learningOpportunityInstance')
  const term = first(instance, 'academicTerm')
  const gradingSchemeId = value(instance, 'gradingSchemeLocalId')
  if (instance && gradingSchemeId !== null && !schemes.has(gradingSchemeId)) {
    issues.add('warning', instance, 'elmo.grading-scheme-unknown', { id: gradingSchemeId })
  }
  return {
    line: course.line,
    path: pathOf(course),
    type: value(course, 'type'),
    titles: texts(course, 'title'),
    identifiers: identifiers(course),
    subjectArea: value(course, 'subjectArea'),
    iscedCode: value(course, 'iscedCode'),
    url: value(course, 'url'),
    descriptions: texts(course, 'description'),
    start: day(instance, 'start'),
    date: day(instance, 'date'),
    term: term ? readTerm(term, issues) : null,
    status: readStatus(value(instance, 'status')),
    gradingSchemeId,
    resultLabel: value(instance, 'resultLabel') ?? value(instance, 'result'),
    distribution: readDistribution(instance),
    credits: [...all(instance, 'credit'), ...all(course, 'credit')].map(readCredit),
    levels: all(instance, 'level').map((each) => ({
      type: value(each, 'type') ?? '',
      value: value(each, 'value'),
    })),
    languageOfInstruction: value(instance, 'languageOfInstruction'),
    engagementHours: readDecimal(value(instance, 'engagementHours') ?? ''),
    attachmentRefs: all(first(instance, 'attachments'), 'ref').map((each) => token(each.text)),
    parts: all(course, 'hasPart').flatMap((each) =>
      all(each, 'learningOpportunitySpecification').map((part) =>
        readCourse(part, schemes, issues),
      ),
    ),
  }
}

function readTerm(term: XmlElement, issues: IssueList): ElmoCourse['term'] {
  const start = day(term, 'start')
  const end = day(term, 'end')
  if (start && end && end < start) {
    const args = { start: dayArgument(start), end: dayArgument(end) }
    issues.add('warning', term, 'elmo.term-order', args)
  }
  return { titles: texts(term, 'title'), start, end }
}

function readStatus(text: string | null): ElmoCourse['status'] {
  return text === 'passed' || text === 'failed' || text === 'in-progress' ? text : null
}

function readDistribution(instance: XmlElement | undefined): ElmoCourse['distribution'] {
  return all(first(instance, 'resultDistribution'), 'category').flatMap((each) => {
    const count = Number(token(each.attributes.get('count') ?? ''))
    const label = token(each.attributes.get('label') ?? '')
    return Number.isSafeInteger(count) && count >= 0 ? [{ label, count }] : []
  })
}

function readCredit(credit: XmlElement): ElmoCredit {
  return {
    scheme: value(credit, 'scheme') ?? '',
    level: value(credit, 'level'),
    value: readDecimal(value(credit, 'value') ?? ''),
  }
}

/** Attachments of the file or of a report; a data URL that is no Base64 gives a remark. */
export function readAttachments(
  parent: XmlElement,
  withContent: boolean,
  issues: IssueList,
): ElmoAttachment[] {
  return all(parent, 'attachment').map((each) => ({
    identifiers: identifiers(each),
    titles: texts(each, 'title'),
    type: value(each, 'type'),
    contents: all(each, 'content').map((content) => {
      const data = readDataUrl(content.text, withContent)
      if (!data) {
        const title = texts(each, 'title')[0]?.text ?? value(each, 'type') ?? ''
        issues.add('warning', content, 'elmo.attachment-unreadable', { title })
      }
      const language = content.attributes.get('xml:lang') ?? null
      return { language, ...(data ?? { mediaType: '', sizeBytes: 0, content: null }) }
    }),
  }))
}

function readDataUrl(
  text: string,
  withContent: boolean,
): { mediaType: string; sizeBytes: number; content: Uint8Array | null } | null {
  const comma = text.indexOf(',')
  const head = /^\s*data:([^,;]*)(?:;[^,;]*)*;base64$/.exec(
    text.slice(0, Math.min(Math.max(comma, 0), 200)),
  )
  if (!head) return null
  const body = text.slice(comma + 1).replace(/\s+/g, '')
  if (body.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(body)) return null
  const padding = body.endsWith('==') ? 2 : body.endsWith('=') ? 1 : 0
  return {
    mediaType: head[1]!.trim().toLowerCase(),
    sizeBytes: (body.length / 4) * 3 - padding,
    content: withContent ? new Uint8Array(Buffer.from(body, 'base64')) : null,
  }
}

function all(parent: XmlElement | undefined, name: string): XmlElement[] {
  return parent?.children.filter((each) => each.name === name) ?? []
}

function first(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((each) => each.name === name)
}

function value(parent: XmlElement | undefined, name: string): string | null {
  const found = token(first(parent, name)?.text ?? '')
  return found === '' ? null : found
}

function day(parent: XmlElement | undefined, name: string): DateOnly | null {
  const found = first(parent, name)
  return found ? (readDate(found.text) ?? readDraftDate(found)) : null
}

function texts(parent: XmlElement | undefined, name: string): ElmoText[] {
  return all(parent, name).flatMap((each) => {
    const text = token(each.text)
    return text === '' ? [] : [{ language: each.attributes.get('xml:lang') ?? null, text }]
  })
}

function identifiers(parent: XmlElement | undefined): ElmoIdentifier[] {
  return all(parent, 'identifier').flatMap((each) => {
    const found = token(each.text)
    return found === '' ? [] : [{ type: token(each.attributes.get('type') ?? ''), value: found }]
  })
}
