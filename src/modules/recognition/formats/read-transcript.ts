import { createHash } from 'node:crypto'
import type { EncodingPreview } from '#kernel/files'
import { type DateOnly, Fraction } from '#kernel/values'
import type { Holder } from '../holder.ts'
import type { Issuer } from '../issuer.ts'
import type { Titles, TranscriptLine } from '../rules/types.ts'
import { toStored } from '../stored.ts'
import { plainText } from './plain-text.ts'
import type { ElmoDocument, ElmoReport } from './elmo-document.ts'
import { parseElmo } from './elmo.ts'
import { linesOfReport, titlesOf } from './elmo-lines.ts'
import type { SignatureFacts } from './elmo-signature.ts'
import type { ElmoIssue } from './elmo-texts.ts'
import { holderOfTable } from './table-holder.ts'
import type { TableIssue } from './table-texts.ts'
import {
  proposeTranscriptColumns,
  readTranscriptTable,
  type TranscriptMapping,
} from './transcript-table.ts'

/** The most lines that one transcript may have; a bachelor's whole career has about eighty. */
export const mostLines = 1000

/** More reports than this are not offered for choice. */
const mostReports = 50

/** A row of a table with its number as the spreadsheet or text editor shows it. */
export interface TranscriptRow {
  number: number
  cells: string[]
}

/** In which encoding a text was read, and how it would read in others; nulls and nothing for workbooks and pasted rows. */
export interface TextSource {
  encoding: string | null
  encodings: EncodingPreview[]
}

/** The table that a transcript was read from, kept so that it can be read again with other columns. */
export interface TranscriptRows extends TextSource {
  rows: string[][]
  /** The number of each row; empty where they are counted from 1. */
  numbers: number[]
  mapping: TranscriptMapping
}

/** One course of a transcript on its way in, with whether it is to be taken. */
export interface DraftLine extends TranscriptLine {
  take: boolean
}

/** A line that was taken away, with its place from 0. */
export interface RemovedLine {
  line: DraftLine
  place: number
}

/** A remark on the document: what is wrong, where, how grave. */
export interface Remark {
  severity: 'error' | 'warning'
  /** The line of the file or the row of the table, from 1. */
  line: number
  key: string
  args: Record<string, string | number>
}

/** One of several reports of a document: its place, from 0, and what tells it from the others. */
export interface ReportChoice {
  place: number
  issuer: Titles
  issuedOn: DateOnly | null
  courses: number
}

/** What a document holds, as far as a person can agree to it. */
export interface TranscriptContent {
  issuer: Titles
  issuerIdentifiers?: { type: string; value: string }[]
  /** Whether a person said that it is the chosen host's, where it names another issuer. */
  issuerConfirmed?: boolean
  /** Whether a person said that it is the student's, where it names somebody else. */
  holderConfirmed?: boolean
  /** The line that was taken away last, so that it can be put back. */
  removed?: RemovedLine
  /** The institution that the secretariat was asked to enter among the organisations. */
  askedHost?: string
  holder: Holder
  issuedOn: DateOnly | null
  lines: DraftLine[]
  /** What the XML signature of an ELMO document is worth; null where it carries none. */
  signature?: SignatureFacts | null
  /** Of a signed document, each line's hash as it was read: what a person changed since is no longer what was signed. */
  asRead?: Readonly<Record<string, string>>
  /** The reports of a document that has several, and which of them this is; each may become a draft of its own. */
  reports?: readonly ReportChoice[]
  report?: number
  remarks: Remark[]
  /** Set where the document was a table: its rows and which column holds what. */
  table: TranscriptRows | null
}

/** Why nothing could be taken from a document, as remarks. */
export type TranscriptReading =
  | { ok: true; content: TranscriptContent }
  | { ok: false; remarks: Remark[] }

/**
 * Reads an ELMO document. Of several reports the given one is taken, else that with the most courses that carry credit;
 * a person sees them all and may choose another. Nothing is guessed: what cannot be read is empty and remarked on.
 */
export function readElmoTranscript(
  bytes: Uint8Array,
  chosen: number | null = null,
): TranscriptReading {
  const result = parseElmo(bytes)
  const remarks = result.issues.map(remarkOfElmo)
  if (!result.ok) return { ok: false, remarks }
  const report = chosen === null ? mainReport(result.document) : result.document.reports[chosen]
  if (!report) return { ok: false, remarks }
  const lines = linesOfReport(report).map(({ line, proposed }) => ({
    ...plainLine(line),
    take: proposed,
  }))
  return {
    ok: true,
    content: {
      issuer: plainTitles(titlesOf(report.issuer.titles)),
      issuerIdentifiers: report.issuer.identifiers.map(plainIdentifier),
      holder: holderOf(result.document),
      ...reportsOf(result.document, report),
      signature: result.document.signature,
      issuedOn: report.issuedAt?.slice(0, 10) ?? null,
      lines,
      ...(result.document.signature
        ? { asRead: Object.fromEntries(lines.map((line) => [line.id, lineHash(line)])) }
        : {}),
      remarks,
      table: null,
    },
  }
}

/** How many of the lines that are to be taken are not as the signed document says them. */
export function alteredLines({
  asRead,
  lines,
}: Pick<TranscriptContent, 'asRead' | 'lines'>): number {
  if (!asRead) return 0
  return lines.filter((line) => line.take && asRead[line.id] !== lineHash(line)).length
}

/** A line's facts as one hash, whatever order a database gives the names in its objects. */
function lineHash(line: TranscriptLine): string {
  const inOrder = (values: object | null) =>
    Object.entries(values ?? {}).toSorted(([one], [two]) => (one < two ? -1 : 1))
  const facts = [
    line.code,
    inOrder(line.title),
    line.credit,
    line.creditSchemeId,
    inOrder(line.hours),
    line.grade,
    line.status,
    line.completedOn,
    line.term,
    // No document that can be signed says how a course was learnt; a person who does has changed the line.
    ...(line.kind === undefined ? [] : [line.kind]),
  ]
  return createHash('sha256').update(toStored(facts)).digest('base64url')
}

/** Reads a table, of a spreadsheet or pasted, with the given columns or those that its headings suggest. */
export function readTableTranscript(
  table: readonly TranscriptRow[],
  mapping: TranscriptMapping | null,
  text: TextSource = { encoding: null, encodings: [] },
): TranscriptContent {
  const rows = table.map(({ cells }) => cells)
  const numbers = table.map(({ number }) => number)
  const columns = mapping ?? mappingOf(rows)
  const read = readTranscriptTable(rows, columns, numbers)
  return {
    issuer: {},
    holder: holderOfTable(rows, columns.headerRow),
    issuedOn: null,
    lines: read.lines.map((line) => ({ ...plainLine(line), take: !read.totals.has(line.id) })),
    remarks: read.issues.map(remarkOfTable),
    table: { rows, numbers, mapping: columns, ...text },
  }
}

/** The rows of a table that a draft keeps, each with its number. */
export function numberedRows({ rows, numbers }: TranscriptRows): TranscriptRow[] {
  return rows.map((cells, place) => ({ number: numbers?.[place] ?? place + 1, cells }))
}

/** A transcript to be typed from a scan: a few empty lines to begin with. */
export function emptyTranscript(lines: number): TranscriptContent {
  return {
    issuer: {},
    holder: {},
    issuedOn: null,
    lines: Array.from({ length: lines }, (_, place) => emptyLine(place)),
    remarks: [],
    table: null,
  }
}

/** A line with nothing in it, at a place counted from 0. */
export function emptyLine(place: number): DraftLine {
  return {
    id: String(place + 1).padStart(5, '0'),
    code: '',
    title: {},
    credit: null,
    creditSchemeId: null,
    hours: null,
    grade: null,
    status: null,
    completedOn: null,
    term: null,
    take: true,
  }
}

/** An empty line behind the last, at a place counted from 0; its id is none of theirs, though lines were taken away. */
export function lineAfter(lines: readonly Pick<DraftLine, 'id'>[], place: number): DraftLine {
  const last = lines.reduce((most, { id }) => Math.max(most, Number(id) || 0), 0)
  return emptyLine(last + place)
}

/** Whom a document names as its issuer. */
export function issuerOf({ issuer, issuerIdentifiers }: TranscriptContent): Issuer {
  return { titles: issuer, ...(issuerIdentifiers ? { identifiers: issuerIdentifiers } : {}) }
}

/** The signature of a document that can carry one, with what was changed since; for the verb that takes it. */
export function signatureOf(content: TranscriptContent) {
  const { signature: facts } = content
  return facts === undefined ? {} : { signature: { facts, altered: alteredLines(content) } }
}

/** Class hours of a line as one number, however they are split. */
export function hoursOf(line: Pick<TranscriptLine, 'hours'>): Fraction | null {
  const parts = Object.values(line.hours ?? {})
  return parts.length === 0 ? null : Fraction.sum(parts)
}

function mappingOf(rows: string[][]): TranscriptMapping {
  const { headerRow, columns } = proposeTranscriptColumns(rows)
  return { headerRow, columns }
}

function mainReport(document: ElmoDocument): ElmoReport | undefined {
  const weight = (report: ElmoReport) =>
    linesOfReport(report).filter((line) => line.proposed).length
  return document.reports.toSorted((a, b) => weight(b) - weight(a))[0]
}

/** Which report was read, where there are several; so many as one person has institutions. */
function reportsOf({ reports }: ElmoDocument, read: ElmoReport) {
  if (reports.length < 2) return {}
  return {
    report: reports.indexOf(read),
    reports: reports.slice(0, mostReports).map((report, place) => ({
      place,
      issuer: plainTitles(titlesOf(report.issuer.titles)),
      issuedOn: report.issuedAt?.slice(0, 10) ?? null,
      courses: linesOfReport(report).filter(({ proposed }) => proposed).length,
    })),
  }
}

function holderOf({ learner }: ElmoDocument): TranscriptContent['holder'] {
  const name = [learner.givenNames, learner.familyName].filter(Boolean).join(' ')
  const identifiers = learner.identifiers.map(({ type, value }) =>
    plainText(`${type} ${value}`).slice(0, 200),
  )
  return {
    ...(name === '' ? {} : { name: plainText(name).slice(0, 200) }),
    ...alternativeName(learner, name),
    ...(learner.birthDate ? { birthDate: learner.birthDate } : {}),
    ...(identifiers.length === 0 ? {} : { identifiers }),
  }
}

function plainIdentifier({ type, value }: { type: string; value: string }) {
  return { type: plainText(type).slice(0, 60), value: plainText(value).slice(0, 120) }
}

/** The full name beside the Latin one, where it says more than that. */
function alternativeName(
  { fullNames }: ElmoDocument['learner'],
  name: string,
): Pick<Holder, 'alternativeName'> {
  const text = plainText(fullNames[0]?.text ?? '').slice(0, 200)
  return text === '' || text === plainText(name) ? {} : { alternativeName: text }
}

function remarkOfElmo({ severity, line, key, args }: ElmoIssue): Remark {
  return { severity, line, key, args: plainArgs(args) }
}

function remarkOfTable({ severity, row, key, args }: TableIssue): Remark {
  return { severity, line: row, key, args: plainArgs(args) }
}

/** A remark repeats what stands in the document, so it is as little believed. */
function plainArgs(args: Remark['args']): Remark['args'] {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'string' ? plainText(value).slice(0, 200) : value,
    ]),
  )
}

function plainLine(line: TranscriptLine): TranscriptLine {
  return {
    ...line,
    code: plainText(line.code),
    title: plainTitles(line.title),
    grade: line.grade && plainText(line.grade),
    term: line.term && plainText(line.term),
  }
}

function plainTitles(titles: Titles): Titles {
  return Object.fromEntries(
    Object.entries(titles).map(([language, title]) => [language, title && plainText(title)]),
  )
}
