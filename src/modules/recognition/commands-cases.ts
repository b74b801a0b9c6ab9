import { randomUUIDv7 } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { isRefused, type Refusal, type Work, type WorkContext } from '#kernel/database'
import { addFile, receiveFile } from '#kernel/files'
import type { Command, CommandCall, CommandResult } from '#kernel/http'
import { personByEmail, personById } from '#kernel/identity'
import type { Message } from '#kernel/messages'
import { displayName, isUuid } from '#kernel/values'
import { grantsOf } from '#modules/alliance'
import { issuerOf, type Remark, signatureOf } from './formats/read-transcript.ts'
import { type Holder, holderDifferences } from './holder.ts'
import { m } from './messages/index.ts'
import {
  casesCalled,
  enrolmentsCalled,
  hostsCalled,
  openCases,
  summaryOf,
} from './queries/called.ts'
import { enrolledStudent } from './queries/people.ts'
import { addTranscript } from './service/add-transcript.ts'
import { reevaluateCase } from './service/decide-case.ts'
import { readDocument } from './service/read-document.ts'
import { takenLines } from './service/taken-lines.ts'

const maxBytes = 20 * 1024 * 1024
const mostRemarks = 50

const importTranscript: Command = {
  name: 'import-transcript',
  usage:
    'FILE --student NUMBER --host ORGANISATION [--issuer-confirmed] [--holder-confirmed] [--as E-MAIL]',
  summary: m('command.transcript.summary'),
  options: {
    student: { kind: 'text', summary: m('command.transcript.student') },
    host: { kind: 'text', summary: m('command.transcript.host') },
    'holder-confirmed': { kind: 'flag', summary: m('command.transcript.holder-confirmed') },
    'issuer-confirmed': { kind: 'flag', summary: m('command.transcript.issuer-confirmed') },
    as: { kind: 'text', summary: m('command.as') },
  },
  async run(call) {
    const [path, ...others] = call.words
    const { student, host } = call.options
    if (path === undefined || others.length > 0 || !student || !host) {
      return ended(2, m('command.transcript.usage'))
    }
    const bytes = await readFile(path).catch(() => null)
    if (bytes === null) return ended(2, m('command.no-file', { file: path }))
    const context = await contextFor(call)
    if ('exitCode' in context) return context
    const system = call.runner.reading({ ...context, actor: { kind: 'system', name: 'command' } })
    const enrolment = await onlyOne(system, 'enrolments', String(student))
    if ('exitCode' in enrolment) return enrolment
    const organisation = await onlyOne(system, 'organisations', String(host))
    if ('exitCode' in organisation) return organisation
    const upload = { name: basename(path), bytes: new Uint8Array(bytes) }
    return take(call, context, upload, { enrolment: enrolment.id, host: organisation.id })
  },
}

const evaluateCases: Command = {
  name: 'evaluate',
  usage: 'CASE | --all [--as E-MAIL]',
  summary: m('command.evaluate.summary'),
  options: {
    all: { kind: 'flag', summary: m('command.evaluate.all') },
    as: { kind: 'text', summary: m('command.as') },
  },
  async run(call) {
    const isAll = call.options['all'] === true
    if ((call.words.length === 1) === isAll || call.words.length > 1) {
      return ended(2, m('command.evaluate.usage'))
    }
    const context = await contextFor(call)
    if ('exitCode' in context) return context
    const reading = call.runner.reading(context)
    const cases = isAll ? await openCases(reading) : await casesCalled(reading, call.words[0]!)
    if (!isAll && cases.length !== 1) {
      return ended(3, cases.length === 0 ? m('refusal.no-case') : m('command.several-cases'))
    }
    return evaluateEach(call, context, cases)
  },
}

/** The commands that bring transcripts in and evaluate their cases. */
export const caseCommands: readonly Command[] = [importTranscript, evaluateCases]

async function take(
  call: CommandCall,
  context: WorkContext,
  upload: { name: string; bytes: Uint8Array },
  ids: { enrolment: string; host: string },
): Promise<CommandResult> {
  const { blobs, node } = call.services
  const rules = { allow: ['xml', 'text', 'csv', 'xlsx', 'json'] as const, maxBytes }
  const file = await receiveFile(blobs, upload, rules)
  if (isRefused(file)) return refusedWith(file)
  const reading = await readDocument(blobs, file)
  if ('refusal' in reading) return refusedWith(reading.refusal, reading.remarks)
  const { content, format } = reading
  const taken = takenLines(content.lines)
  if (isRefused(taken)) return refusedWith(taken, content.remarks)
  const added = await call.runner.perform(context, async (work) => {
    const owner = { ownerKind: 'recognition.transcript', ownerId: randomUUIDv7(), origin: node }
    const kept = await addFile(work, file, owner)
    return addTranscript(work, {
      enrolmentId: ids.enrolment,
      hostOrganisationId: ids.host,
      format,
      fileId: kept.id,
      scanFileId: null,
      issuedOn: content.issuedOn,
      holder: content.holder,
      issuer: issuerOf(content),
      issuerConfirmed: call.options['issuer-confirmed'] === true,
      holderConfirmed: call.options['holder-confirmed'] === true,
      ...signatureOf(content),
      problems: content.remarks,
      lines: taken.lines,
    })
  })
  if (isRefused(added)) return refusedWith(added, content.remarks)
  const summary = await summaryOf(call.runner.reading(context), added.caseId)
  const doubts = await doubtsOf(call.runner.reading(context), ids.enrolment, content.holder)
  const hasErrors = content.remarks.some(({ severity }) => severity === 'error')
  return {
    exitCode: hasErrors || doubts.length > 0 ? 1 : 0,
    lines: [
      m('command.transcript.done', { number: added.number, lines: taken.lines.length }),
      ...doubts,
      ...(summary ? [m('command.evaluate.case', summary)] : []),
      ...remarkLines(content.remarks),
    ],
    data: { ...added, ...summary, remarks: content.remarks },
  }
}

/** Says, as the pages do, that the document names somebody else than the student. */
async function doubtsOf(work: Work, enrolment: string, holder: Holder): Promise<Message[]> {
  const student = await enrolledStudent(work, enrolment)
  const differences = holderDifferences(holder, student)
  if (differences.length === 0) return []
  const names = { holder: holder.name ?? '', student: displayName(student.name, work.language) }
  return [
    ...(differences.includes('name') ? [m('page.holder.name', names)] : []),
    ...(differences.includes('birth-date') ? [m('page.holder.birth-date')] : []),
    m('page.holder.check'),
  ]
}

async function evaluateEach(
  call: CommandCall,
  context: WorkContext,
  cases: readonly { id: string; number: string }[],
): Promise<CommandResult> {
  const lines: Message[] = []
  const data: Record<string, unknown>[] = []
  let refusedCases = 0
  for (const [index, { id, number }] of cases.entries()) {
    call.progress(index, cases.length, m('command.evaluate.progress'))
    const result = await call.runner.perform(context, (work) => reevaluateCase(work, id))
    if (isRefused(result)) {
      refusedCases += 1
      lines.push(m('command.evaluate.refused', { number, reason: result.message }))
      data.push({ id, number, refused: result.message.key })
      continue
    }
    const summary = await summaryOf(call.runner.reading(context), id)
    if (summary) lines.push(m('command.evaluate.case', summary))
    data.push({ id, ...summary, changed: result.changed })
  }
  const changed = data.filter((each) => each['changed'] === true).length
  const isSingleRefusal = cases.length === 1 && refusedCases === 1
  return {
    exitCode: isSingleRefusal ? 3 : refusedCases > 0 ? 1 : 0,
    lines: [...lines, m('command.evaluate.done', { cases: cases.length, changed })],
    data: { cases: data },
  }
}

/** The system acts where nobody is named: whoever runs commands holds the data anyway. */
export async function contextFor(call: CommandCall): Promise<WorkContext | CommandResult> {
  const { now, language } = call
  const system: WorkContext = { actor: { kind: 'system', name: 'command-line' }, now, language }
  const named = call.options['as']
  if (typeof named !== 'string') return system
  const work = call.runner.reading(system)
  const person = isUuid(named) ? await personById(work, named) : await personByEmail(work, named)
  if (!person) return ended(3, m('command.no-person', { person: named }))
  const grants = await grantsOf(work.read, person.id, now)
  return { ...system, actor: { kind: 'person', personId: person.id, grants } }
}

/** The enrolment by a student number, or the organisation by id, acronym or name: exactly one, or what to do. */
async function onlyOne(
  work: Work,
  what: 'enrolments' | 'organisations',
  called: string,
): Promise<{ id: string } | CommandResult> {
  const rows =
    what === 'enrolments' ? await enrolmentsCalled(work, called) : await hostsCalled(work, called)
  const [first] = rows
  if (first && rows.length === 1) return first
  const key = first ? `command.several-${what}` : `command.no-${what}`
  return ended(3, m(key as 'command.no-enrolments', { called }))
}

/** A refusal as a command ends with it. */
export function refusedWith(refusal: Refusal, remarks: readonly Remark[] = []): CommandResult {
  return {
    exitCode: 3,
    lines: [refusal.message, ...remarkLines(remarks)],
    data: { refused: refusal.message.key, remarks },
  }
}

function remarkLines(remarks: readonly Remark[]): Message[] {
  return remarks.slice(0, mostRemarks).map(({ line, key, args }) => {
    const text = m(key as never, args)
    return line > 0 ? m('command.remark', { line, text }) : text
  })
}

/** A command that ends with one sentence. */
export function ended(exitCode: number, message: Message): CommandResult {
  return { exitCode, lines: [message], data: null }
}
