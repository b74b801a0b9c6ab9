import { codeInPdf, hashOfCode, renderPdf } from '#kernel/documents'
import { personOf, type Work } from '#kernel/database'
import { fileKinds, writeCsv, writeXlsx } from '#kernel/files'
import { type Answer, type Call, checkedElsewhere, page, type Route } from '#kernel/http'
import { dateInZone, formatInstant, type Language, languages } from '#kernel/values'
import { renderPage } from '#ui'
import { sourceOf } from '../formats/case-source.ts'
import { caseRecords, caseTable } from '../formats/case-table.ts'
import { writeDecisionElmo } from '../formats/elmo-write.ts'
import { m } from '../messages/index.ts'
import { CaseDocumentsPage } from '../pages/case-documents.tsx'
import { StatementCheckPage } from '../pages/statement-check.tsx'
import { caseById, type CasePageRow, linesOfCase } from '../queries/cases.ts'
import { statementByHash, statementFactsOf } from '../queries/statement.ts'
import { isFinal } from '../rules/settings.ts'
import { statementCheck, statementChecks } from '../paper-check.ts'
import { asToldToReader } from '../told.ts'
import { languagesOfStatement, statementOf, withAddress } from '../statement.ts'

const load = (work: Work, params: Record<string, string>) => caseById(work, params['id'] ?? '')

/** The documents of a case, its statement as PDF in two languages, and the check of a statement by its code. */
export const statementRoutes: readonly Route[] = [
  page<CasePageRow>('GET', '/recognition/cases/:id/documents', {
    action: 'recognition.case.read',
    load,
    handle: documents,
  }),
  page<CasePageRow>('GET', '/recognition/cases/:id/statement', {
    action: 'recognition.statement.read',
    load,
    handle: statement,
  }),
  page<CasePageRow>('GET', '/recognition/cases/:id/table', {
    action: 'recognition.case.read',
    load,
    handle: table,
  }),
  page<CasePageRow>('GET', '/recognition/cases/:id/elmo', {
    action: 'recognition.statement.read',
    load,
    handle: elmo,
  }),
  page('GET', '/statement-checks', { action: 'recognition.statement.check', handle: checkPage }),
  // A number that is typed to be compared does not belong into an address.
  page('POST', '/statement-checks', {
    action: 'recognition.statement.check',
    perMinute: 30,
    maxBytes: 11 * 1024 * 1024,
    handle: checkPage,
  }),
  page('GET', '/statement-checks/:code', {
    action: 'recognition.statement.check',
    perMinute: 60,
    handle: checkPage,
  }),
]

async function documents(call: Call<CasePageRow>): Promise<Answer> {
  const found = call.object
  const isOwn = personOf(call.actor) === found.person_id
  const html = renderPage(
    CaseDocumentsPage({
      call,
      found,
      isOwn,
      // The student is told nothing of a decision that may still be taken back.
      statementFrom: isOwn ? null : finalFrom(call),
      pair: languagesOfStatement(found.home_country, found.host.country),
      may: {
        statement: isFinal(found, call.now) && call.may('recognition.statement.read', found),
        original: (found.scan_file_id ?? found.file_id) !== null,
      },
    }),
  )
  return { kind: 'html', html }
}

/** The lines of the case as a workbook, as separated values, or as JSON. */
async function table(call: Call<CasePageRow>): Promise<Answer> {
  const all = await linesOfCase(call.work, call.object.id)
  const { found, lines } = asToldToReader(call.work, call.object, all)
  const format = call.query.get('format')
  if (format === 'json') {
    const data = {
      case: found.number,
      state: found.state,
      ...sourceOf(found),
      lines: caseRecords(lines),
    }
    const body = new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`)
    return { kind: 'file', body, type: 'application/json', name: `${found.number}.json` }
  }
  const { columns, rows } = caseTable(lines, call.t, call.language)
  if (format === 'csv') {
    const body = await writeCsv(columns, rows)
    return { kind: 'file', body, type: 'text/csv; charset=utf-8', name: `${found.number}.csv` }
  }
  const body = await writeXlsx({ sheets: [{ name: found.number, columns, rows }] })
  return { kind: 'file', body, type: fileKinds.xlsx.mediaType, name: `${found.number}.xlsx` }
}

/** The decision as ELMO, for the systems of other institutions. */
async function elmo(call: Call<CasePageRow>): Promise<Answer> {
  const later = untilFinal(call)
  if (later) return later
  const found = call.object
  const facts = await statementFactsOf(call.work, found)
  if (!facts) throw new Error('A decided case has no decision')
  const institution = (id: string, names: CasePageRow['home_names']) => ({
    id,
    names,
    url: `${call.services.origin}/en/members/${id}`,
  })
  const document = writeDecisionElmo({
    number: found.number,
    revision: facts.revision,
    decidedAt: facts.decidedAt,
    decidedOn: dateInZone(facts.decidedAt, found.home_time_zone),
    studentNumber: found.student_number,
    student: found.student,
    home: {
      ...institution(found.home_organisation_id, found.home_names),
      creditScheme: found.credit_scheme,
    },
    host: institution(found.host_organisation_id, found.host_names),
    issuedOn: found.issued_on,
    lines: facts.lines,
  })
  return {
    kind: 'file',
    body: new TextEncoder().encode(document),
    type: fileKinds.xml.mediaType,
    name: `${found.number}-elmo.xml`,
  }
}

/** Nothing leaves the house of a decision that may still be taken back. */
function untilFinal(call: Call<CasePageRow>): Answer | null {
  const until = finalFrom(call)
  if (until === null) return null
  return call.redirect(`/recognition/cases/${call.object.id}`, m('undo.statement-later', { until }))
}

/** The time of day from which a decision that may still be taken back is final; null for all others. */
function finalFrom({ object: found, now, language }: Call<CasePageRow>): string | null {
  if (!found.released_at || isFinal(found, now)) return null
  return formatInstant(found.released_at, found.home_time_zone, language, 'time')
}

async function statement(call: Call<CasePageRow>): Promise<Answer> {
  const found = call.object
  const later = untilFinal(call)
  if (later) return later
  const facts = await statementFactsOf(call.work, found)
  if (!facts) throw new Error('A decided case has no decision')
  const pair = pairOf(call)
  return {
    kind: 'file',
    body: await renderPdf(
      statementOf(withAddress(facts, pair[0], call.services), pair, call.services.translator),
    ),
    type: 'application/pdf',
    name: `${found.number}-${[...new Set(pair)].join('-')}.pdf`,
  }
}

/** The two languages asked for, else those of the home and the host institution. */
function pairOf(call: Call<CasePageRow>): [Language, Language] {
  const { home_country: home, host } = call.object
  const usual = languagesOfStatement(home, host.country)
  const asked = (name: string, otherwise: Language) => {
    const language = call.query.get(name) as Language | null
    return language && languages.includes(language) ? language : otherwise
  }
  return [asked('first', usual[0]), asked('second', usual[1])]
}

async function checkPage(call: Call): Promise<Answer> {
  const posted = (name: string) => call.form.values[name]?.[0]
  const upload = call.form.uploads['file']?.find(({ bytes }) => bytes.length > 0)
  const inFile = upload ? codeInPdf(upload.bytes, statementChecks) : null
  const typed = (inFile ?? call.params['code'] ?? posted('code') ?? '').slice(0, 100)
  const number = (posted('number') ?? '').trim().slice(0, 60)
  const beginning = hashOfCode(typed)
  const found = beginning === null ? null : await statementByHash(call.work, beginning)
  if (!found) {
    const paper = upload && !inFile ? { pdf: upload.bytes } : { code: typed }
    const other = await checkedElsewhere(call, statementCheck, paper)
    if (other) return call.redirect(other)
  }
  const row = found && (await caseById(call.work, found.caseId))
  const html = renderPage(
    StatementCheckPage({
      call,
      mayOpen: row !== null && call.may('recognition.statement.read', row),
      code: typed,
      number,
      found,
      outcome: found ? 'found' : upload && !inFile ? 'no-code-in-file' : outcomeOf(typed),
    }),
  )
  return { kind: 'html', html, headers: { 'x-robots-tag': 'noindex' } }
}

function outcomeOf(typed: string) {
  if (typed === '') return 'none'
  return hashOfCode(typed) === null ? 'no-code' : 'unknown'
}
