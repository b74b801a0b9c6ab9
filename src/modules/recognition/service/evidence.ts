import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { revokeActLinks, useActLink } from '#kernel/identity'
import { plainName } from '#kernel/mail'
import type { Message } from '#kernel/messages'
import { cancelTasks, completeTasksOf, openTask } from '#kernel/tasks'
import type { DateOnly, Language } from '#kernel/values'
import {
  evidenceAnswered,
  evidenceAsked,
  evidenceClosed,
  evidenceWithdrawn,
} from '../entries-evidence.ts'
import { m } from '../messages/index.ts'
import { caseForUpdate, type LockedCase } from '../queries/case-for-update.ts'
import { lineOfCase } from '../queries/comments.ts'
import { unitsAsked } from '../queries/office/referral-notes.ts'
import { evidenceById, evidenceFiles, type EvidenceRow, unsettledOf } from '../queries/evidence.ts'
import type { EvidenceKind } from '../schema-evidence.ts'
import { evidenceAnswer, evidenceCheck } from '../task-kinds.ts'
import { contactFaults, dueFaults, knownHolder } from './asked-contact.ts'
import { pauseCase, resumeCase } from './case-clock.ts'
import { sendRequest } from './evidence-mail.ts'
import { type GivenDocument, keepDocuments } from './keep-documents.ts'
import { plainLines } from './plain-reasons.ts'

/** The most characters of a request and of an answer. */
export const longestWords = 4000
const mostOpen = 12

/** What is asked, of whom, and until when. */
export interface AskForEvidence {
  caseId: string
  lineId: string | null
  kind: EvidenceKind
  /** What the asker adds in their own words. */
  words: string
  dueOn: DateOnly
  /** The student, or somebody at the host institution by their address. */
  of: { party: 'student' } | { party: 'host'; name: string; address: string; language: Language }
}

/**
 * Asks for evidence on an open case or one of its lines by a day: the student, or somebody at the host institution by
 * mail. Where the home institution says so, the time for the case stands still meanwhile. Refuses the same twice, and
 * more than a dozen at a time.
 */
export async function askForEvidence(
  work: Work,
  input: AskForEvidence,
): Promise<{ requestId: string } | Refusal> {
  const found = await caseForUpdate(work, input.caseId)
  const by = personOf(work.actor)
  if (!found || by === null) return absent()
  const line = input.lineId === null ? null : await lineOfCase(work, found.id, input.lineId)
  if (input.lineId !== null && !line) return absent()
  // A unit that is asked about one line asks about that line, and about nothing else of the case.
  const askedOfLine = line ? ((await unitsAsked(work, found.id)).get(line.id) ?? []) : []
  const about = { ...found, line_unit_ids: askedOfLine }
  if (!work.may('recognition.evidence.ask', about)) {
    return work.may('recognition.evidence.ask', found)
      ? onField('line', m('evidence.refusal.other-line'))
      : absent()
  }
  const { of } = input
  const known = of.party === 'host' ? await knownHolder(work, of.address) : null
  const wrong = await faultOf(work, input, found, known)
  if (wrong) return wrong
  const requestId = randomUUIDv7()
  const words = plainLines(input.words)
  const asked = { requestId, by, words, known }
  await storeRequest(work, input, { found, line, ...asked })
  const request = (await evidenceById(work, requestId))!
  await pauseCase(work, found.id)
  const sent = await sendRequest(work, request)
  if (isRefused(sent)) return sent
  if (request.asked_person_id !== null) await openAnswerTask(work, request, sent !== null)
  return { requestId }
}

async function faultOf(
  work: Work,
  input: AskForEvidence,
  found: LockedCase,
  known: { id: string } | null,
): Promise<Refusal | null> {
  const { of, kind } = input
  const words = plainLines(input.words)
  const fields: Record<string, Message> = {
    ...(of.party === 'host' ? contactFaults(work, of, { studentId: found.person_id, known }) : {}),
    ...dueFaults(work, input.dueOn, found.time_zone),
    ...(kind === 'explanation' && words === '' ? { words: m('refusal.evidence-words') } : {}),
    ...(words.length > longestWords
      ? { words: m('page.draft.too-long', { limit: longestWords }) }
      : {}),
  }
  if (Object.keys(fields).length > 0) return refuse(422, m('content.refusal.check'), fields)
  const open = (await unsettledOf(work, found.id)).filter(({ state }) => state === 'open')
  const isSame = (each: EvidenceRow) =>
    each.kind === kind &&
    each.case_line_id === input.lineId &&
    each.party === of.party &&
    (of.party === 'student' || each.asked_address?.toLowerCase() === of.address.toLowerCase())
  if (open.some(isSame)) {
    return refuse(422, m('refusal.evidence-twice'), { kind: m('refusal.evidence-twice') })
  }
  return open.length >= mostOpen
    ? refuse(422, m('content.refusal.enough-asked', { limit: mostOpen }))
    : null
}

interface Asked {
  found: LockedCase
  line: { id: string; position: number } | null
  requestId: string
  by: string
  words: string
  known: { id: string } | null
}

async function storeRequest(work: Work, input: AskForEvidence, asked: Asked): Promise<void> {
  const { found, line, requestId, by, words, known } = asked
  const { of, kind } = input
  const isHost = of.party === 'host'
  const entry = evidenceAsked({
    ...aboutCase({ ...found, case_id: found.id }),
    data: {
      request: requestId,
      kind,
      party: of.party,
      line: line?.position ?? null,
      due: input.dueOn,
    },
    personal: { words },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('evidence_requests')
      .values({
        id: requestId,
        origin: found.origin,
        case_id: found.id,
        case_line_id: line?.id ?? null,
        kind,
        words,
        party: of.party,
        asked_person_id: isHost ? (known?.id ?? null) : found.person_id,
        asked_name: isHost ? plainName(of.name) : null,
        asked_address: isHost ? of.address : null,
        asked_language: isHost ? of.language : null,
        asked_by: by,
        asked_at: work.now,
        due_on: input.dueOn,
      })
      .execute(),
  )
}

/** What whoever is asked has to do; the request's own mail has told them, where one could be sent. */
async function openAnswerTask(work: Work, request: EvidenceRow, isTold: boolean): Promise<void> {
  await openTask(work, {
    kind: evidenceAnswer,
    assignee: { personId: request.asked_person_id! },
    object: { kind: 'evidence-request', id: request.id },
    subject: m(`task.evidence.${request.kind}`, { number: request.number }),
    href: `/recognition/evidence/${request.id}`,
    closesWithAct: true,
    isTold,
    dueOn: request.due_on,
  })
}

/** What was sent: words, documents, or both. */
export interface AnswerEvidence {
  requestId: string
  words: string
  documents: readonly GivenDocument[]
  /** The node that makes the rows of the files. */
  origin: string
}

/**
 * Takes an answer, on the page of whom it asks or by the link of its mail. More may follow until the request is settled;
 * what is settled takes nothing any more. Refuses an answer without words and documents.
 */
export async function answerEvidence(
  work: Work,
  input: AnswerEvidence,
): Promise<{ answerId: string; caseId: string } | Refusal> {
  const request = await evidenceById(work, input.requestId, 'lock')
  if (!request) return absent()
  if (!work.may('recognition.evidence.answer', request)) {
    return work.may('recognition.evidence.read', request) || work.actor.kind === 'link'
      ? refuse(409, m('refusal.evidence-settled'))
      : absent()
  }
  const used = await useActLink(work)
  if (isRefused(used)) return used
  const words = plainLines(input.words)
  if (words === '' && input.documents.length === 0) {
    return onField('words', m('refusal.evidence-nothing'))
  }
  if (words.length > longestWords) {
    return onField('words', m('page.draft.too-long', { limit: longestWords }))
  }
  const answerId = await storeAnswer(work, request, { words, count: input.documents.length })
  const owner = { ownerKind: evidenceFiles, ownerId: answerId, origin: input.origin }
  const kept = await keepDocuments(work, input.documents, owner)
  if (kept) return kept
  await completeTasksOf(work, {
    object: { kind: 'evidence-request', id: request.id },
    kinds: [evidenceAnswer],
  })
  await openTask(work, {
    kind: evidenceCheck,
    assignee: {
      personId: request.asked_by,
      role: 'evaluator',
      organisationId: request.home_organisation_id,
    },
    object: { kind: 'evidence-request', id: request.id },
    subject: m('task.evidence-check', { number: request.number }),
    href: `/recognition/evidence/${request.id}`,
    closesWithAct: true,
    programmeId: request.degree_programme_id,
    leavesOut: [request.person_id],
  })
  await resumeCase(work, request.case_id)
  return { answerId, caseId: request.case_id }
}

async function storeAnswer(
  work: Work,
  request: EvidenceRow,
  { words, count }: { words: string; count: number },
): Promise<string> {
  const answerId = randomUUIDv7()
  const entry = evidenceAnswered({
    ...aboutCase(request),
    data: { request: request.id, kind: request.kind, party: request.party, documents: count },
    personal: { words },
  })
  await work.write(entry, async (tx) => {
    await tx
      .insertInto('evidence_answers')
      .values({
        id: answerId,
        request_id: request.id,
        words,
        answered_by: personOf(work.actor),
        link_id: work.actor.kind === 'link' ? work.actor.linkId : null,
        answered_at: work.now,
      })
      .execute()
    await tx
      .updateTable('evidence_requests')
      .set({ state: 'answered' })
      .where('id', '=', request.id)
      .execute()
  })
  return answerId
}

/** Says that what came is enough, or that nothing is awaited any more. */
export async function settleEvidence(
  work: Work,
  requestId: string,
): Promise<EvidenceRow | Refusal> {
  const request = await evidenceById(work, requestId, 'lock')
  if (!request || !work.may('recognition.evidence.read', request)) return absent()
  if (!work.may('recognition.evidence.settle', request)) {
    return refuse(409, m('refusal.evidence-settled'))
  }
  await endRequest(work, request)
  return request
}

/** Settles what is still open when a case has come to its end. */
export async function endEvidenceOf(work: Work, caseId: string): Promise<number> {
  const unsettled = await unsettledOf(work, caseId)
  for (const { id } of unsettled) {
    const request = await evidenceById(work, id, 'lock')
    if (request?.state === 'open' || request?.state === 'answered') await endRequest(work, request)
  }
  return unsettled.length
}

/** Ends a request: what was answered is enough, what was not is no longer needed. Its links and tasks end with it. */
export async function endRequest(work: Work, request: EvidenceRow): Promise<void> {
  const isAnswered = request.state === 'answered'
  const kind = isAnswered ? evidenceClosed : evidenceWithdrawn
  const entry = kind({
    ...aboutCase(request),
    data: { request: request.id, kind: request.kind, party: request.party },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('evidence_requests')
      .set({
        state: isAnswered ? 'closed' : 'withdrawn',
        closed_at: work.now,
        closed_by: personOf(work.actor),
        asked_address: null,
      })
      .where('id', '=', request.id)
      .execute(),
  )
  const object = { kind: 'evidence-request', id: request.id }
  await revokeActLinks(work, { objectIds: [request.id] }, isAnswered ? 'done' : 'withdrawn')
  await completeTasksOf(work, { object, kinds: [evidenceCheck] })
  await cancelTasks(work, { object })
  await resumeCase(work, request.case_id)
}

/** What every entry about a request says of its case. */
export function aboutCase(of: {
  case_id: string
  home_organisation_id: string
  person_id: string
}) {
  return {
    object: { kind: 'recognition-case', id: of.case_id },
    organisationIds: [of.home_organisation_id],
    personId: of.person_id,
  }
}

function absent(): Refusal {
  return refuse(404, m('refusal.no-case'))
}

function onField(name: string, message: Message): Refusal {
  return refuse(422, message, { [name]: message })
}
