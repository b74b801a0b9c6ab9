import type { DateOnly, Fraction } from '#kernel/values'
import type { SignatureFacts } from './elmo-signature.ts'
import type { ElmoIssue } from './elmo-texts.ts'

/** A text with the language that the file gives it; null where it gives none. */
export interface ElmoText {
  language: string | null
  text: string
}

export interface ElmoIdentifier {
  type: string
  value: string
}

export interface ElmoLearner {
  givenNames: string
  familyName: string
  /** The name in its own script (2.x), or the full name of the drafts before 1.0. */
  fullNames: ElmoText[]
  birthDate: DateOnly | null
  citizenship: string | null
  identifiers: ElmoIdentifier[]
}

export interface ElmoIssuer {
  country: string | null
  identifiers: ElmoIdentifier[]
  titles: ElmoText[]
  url: string | null
}

/** Credit as written: the scheme's name is the sender's and may be any. */
export interface ElmoCredit {
  scheme: string
  level: string | null
  value: Fraction | null
}

/** One learning opportunity specification: a degree programme, module, course or class, with its parts. */
export interface ElmoCourse {
  /** Place in the file, for the reader who compares it. */
  line: number
  path: string
  type: string | null
  titles: ElmoText[]
  identifiers: ElmoIdentifier[]
  subjectArea: string | null
  iscedCode: string | null
  url: string | null
  descriptions: ElmoText[]
  start: DateOnly | null
  date: DateOnly | null
  term: { titles: ElmoText[]; start: DateOnly | null; end: DateOnly | null } | null
  status: 'passed' | 'failed' | 'in-progress' | null
  gradingSchemeId: string | null
  resultLabel: string | null
  distribution: { label: string; count: number }[]
  credits: ElmoCredit[]
  levels: { type: string; value: string | null }[]
  languageOfInstruction: string | null
  engagementHours: Fraction | null
  attachmentRefs: string[]
  parts: ElmoCourse[]
}

/** An attachment's description; `content` only where the caller asked for it. */
export interface ElmoAttachment {
  identifiers: ElmoIdentifier[]
  titles: ElmoText[]
  type: string | null
  contents: {
    language: string | null
    mediaType: string
    sizeBytes: number
    content: Uint8Array | null
  }[]
}

export interface ElmoReport {
  issuer: ElmoIssuer
  courses: ElmoCourse[]
  issuedAt: string | null
  gradingSchemes: { id: string; descriptions: ElmoText[] }[]
  attachments: ElmoAttachment[]
}

export interface ElmoDocument {
  generation: 'draft' | '1.x' | '2.x'
  generatedAt: string | null
  learner: ElmoLearner
  reports: ElmoReport[]
  attachments: ElmoAttachment[]
  /** What its XML signature is worth; null where it carries none. What was read is what an intact one covers. */
  signature: SignatureFacts | null
}

export type ElmoResult =
  | { ok: true; document: ElmoDocument; issues: ElmoIssue[] }
  | { ok: false; issues: ElmoIssue[] }
