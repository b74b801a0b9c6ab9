import { createHash, randomUUIDv7 } from 'node:crypto'
import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { fileById } from '#kernel/files'
import { dueInWorkingDays } from '#kernel/tasks'
import { type DateOnly, dateInZone, displayName, localised } from '#kernel/values'
import { caseOpened } from '../entries.ts'
import { m } from '../messages/index.ts'
import { titleOf } from '../pages/words.ts'
import { mostLines } from '../formats/read-transcript.ts'
import type { Holder } from '../holder.ts'
import { type Issuer, issuerFit } from '../issuer.ts'
import { comparedStudent } from '../queries/holder.ts'
import { possibleIssuer } from '../queries/issuers.ts'
import type { Titles, TranscriptLine } from '../rules/types.ts'
import type { TranscriptFormat } from '../schema.ts'
import { lockEnrolment } from '../queries/case-for-update.ts'
import { settingsOf } from '../queries/settings.ts'
import { toStored } from '../stored.ts'
import { type FoundSignature, keepSignature } from './check-signature.ts'
import { askForDecision } from './decision-task.ts'
import { askForCheck } from './check-task.ts'
import { evaluateInto } from './evaluate-case.ts'
import { routeArrival } from './office/routing.ts'

/** A transcript as it was read and agreed to, ready to become a case. */
export interface AddTranscript {
  enrolmentId: string
  hostOrganisationId: string
  format: TranscriptFormat
  fileId: string | null
  scanFileId: string | null
  issuedOn: DateOnly | null
  holder: Holder
  /** Whom the document names as its issuer. */
  issuer?: Issuer
  /** Whether a person said that it is the host's all the same, where it names another. */
  issuerConfirmed?: boolean
  /** Whether a person said that it is the student's all the same, where it names somebody else as its holder. */
  holderConfirmed?: boolean
  /** What its electronic signature is worth, left out for what can carry none. */
  signature?: FoundSignature
  /** What was wrong in the document and was left out with a person's agreement. */
  problems: readonly unknown[]
  lines: readonly Omit<TranscriptLine, 'id'>[]
}

/**
 * Takes a transcript, opens a case for it, evaluates it at once and lets the evaluators of the home
 * institution know. The same document twice for the same enrolment is refused with the case that has it.
 */
export async function addTranscript(
  work: Work,
  input: AddTranscript,
): Promise<{ caseId: string; number: string } | Refusal> {
  const enrolment = await enrolmentFor(work, input.enrolmentId)
  if (!enrolment || !work.may('recognition.transcript.add', enrolment)) {
    return refuse(404, m('refusal.no-enrolment'), { enrolment: m('refusal.no-enrolment') })
  }
  await lockEnrolment(work, enrolment.id)
  const wrong = await refuseUnfit(work, input, enrolment)
  if (wrong) return wrong
  const ids = { transcript: randomUUIDv7(), case: randomUUIDv7() }
  const number = await nextNumber(work, enrolment)
  const dueOn = await dueOf(work, enrolment)
  await store(work, input, enrolment, ids, { number, dueOn })
  const evaluated = await evaluateInto(work, {
    id: ids.case,
    transcript_id: ids.transcript,
    person_id: enrolment.person_id,
    home_organisation_id: enrolment.home_organisation_id,
    host_organisation_id: input.hostOrganisationId,
    degree_programme_id: enrolment.degree_programme_id,
    enrolment_id: enrolment.id,
    input_hash: null,
    timeZone: enrolment.time_zone,
  })
  if (!evaluated.ok) return refuse(422, m('refusal.no-rules'))
  if (input.signature !== undefined) {
    await keepSignature(work, await signedCase(work, input, enrolment, ids), input.signature)
  }
  const opened = { ...enrolment, id: ids.case, number }
  const unitId = await routeArrival(work, { ...opened, timeZone: enrolment.time_zone })
  await askForDecision(work, { ...opened, unit_id: unitId }, dueOn)
  if (input.format === 'hand') {
    await askForCheck(work, { ...opened, transcript_id: ids.transcript, unit_id: unitId }, dueOn)
  }
  return { caseId: ids.case, number }
}

interface EnrolmentFacts {
  id: string
  person_id: string
  home_organisation_id: string
  degree_programme_id: string
  time_zone: string
  country: string
  /** The node that the home institution's rows come from. */
  origin: string
}

/** The enrolment with the facts that the rule table asks for. */
export async function enrolmentFor(
  work: Work,
  id: string,
): Promise<(EnrolmentFacts & Record<string, unknown>) | null> {
  const row = await work.read
    .selectFrom('enrolments as e')
    .innerJoin('organisations as o', 'o.id', 'e.organisation_id')
    .select([
      'e.id',
      'e.person_id',
      'e.organisation_id as home_organisation_id',
      'e.degree_programme_id',
      'o.time_zone',
      'o.country',
      'o.origin',
    ])
    .where('e.id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

async function refuseUnfit(
  work: Work,
  input: AddTranscript,
  enrolment: EnrolmentFacts,
): Promise<Refusal | null> {
  if (input.lines.length === 0)
    return refuse(422, m('refusal.no-lines'), { lines: m('refusal.no-lines') })
  if (input.lines.length > mostLines) {
    const message = m('refusal.too-many-lines', { limit: mostLines })
    return refuse(422, message, { lines: message })
  }
  if (input.hostOrganisationId === enrolment.home_organisation_id) {
    return refuse(422, m('refusal.host-is-home'), { host: m('refusal.host-is-home') })
  }
  const host = await possibleIssuer(work, input.hostOrganisationId)
  if (!host) return refuse(422, m('refusal.no-host'), { host: m('refusal.no-host') })
  if (issuerFit(input.issuer ?? {}, host) === 'other' && !input.issuerConfirmed) {
    const message = m('refusal.issuer-unconfirmed', {
      issuer: titleOf(input.issuer?.titles ?? {}, work.language).text,
      host: localised(host.names, work.language).text,
    })
    return refuse(422, message, { issuerConfirmed: message })
  }
  const otherHolder = await refuseOtherHolder(work, input, enrolment)
  if (otherHolder) return otherHolder
  const same = await work.read
    .selectFrom('transcripts as t')
    .innerJoin('recognition_cases as c', 'c.transcript_id', 't.id')
    .select('c.number')
    .where('t.enrolment_id', '=', enrolment.id)
    .where('t.host_organisation_id', '=', input.hostOrganisationId)
    .where((eb) =>
      eb.or([
        eb('t.content_sha256', '=', contentHash(input)),
        eb('t.read_sha256', '=', contentHash(input)),
      ]),
    )
    .where('c.state', '<>', 'withdrawn')
    .executeTakeFirst()
  return same ? refuse(409, m('refusal.same-transcript', { number: same.number })) : null
}

/** A transcript that names somebody else goes in only with somebody's word that it is the same person. */
async function refuseOtherHolder(
  work: Work,
  { holder, hostOrganisationId, holderConfirmed }: AddTranscript,
  { person_id: personId, home_organisation_id: home }: EnrolmentFacts,
): Promise<Refusal | null> {
  if (holderConfirmed) return null
  const of = { personId, organisationIds: [home, hostOrganisationId] }
  const student = await comparedStudent(work, of, holder)
  if (student.differences.length === 0) return null
  const message = m('refusal.holder-unconfirmed', {
    holder: holder.name ?? holder.number ?? holder.birthDate ?? '–',
    student: displayName(student.name, work.language),
  })
  return refuse(422, message, { holderConfirmed: message })
}

async function store(
  work: Work,
  input: AddTranscript,
  enrolment: EnrolmentFacts,
  ids: { transcript: string; case: string },
  given: { number: string; dueOn: DateOnly },
): Promise<void> {
  const shared = {
    origin: enrolment.origin,
    person_id: enrolment.person_id,
    home_organisation_id: enrolment.home_organisation_id,
    host_organisation_id: input.hostOrganisationId,
    enrolment_id: enrolment.id,
    created_at: work.now,
  }
  const entry = openedEntry(input, enrolment, ids.case, given.number)
  await work.write(entry, async (tx) => {
    await tx
      .insertInto('transcripts')
      .values({
        ...shared,
        id: ids.transcript,
        format: input.format,
        file_id: input.fileId,
        scan_file_id: input.scanFileId,
        issued_on: input.issuedOn,
        holder: JSON.stringify(input.holder),
        issuer: JSON.stringify(input.issuer ?? {}),
        ...confirmed(work, input, enrolment),
        problems: JSON.stringify(input.problems),
        content_sha256: contentHash(input),
        created_by: personOf(work.actor),
      })
      .execute()
    const rows = input.lines.map((line, position) => lineRow(line, ids.transcript, position))
    for (let start = 0; start < rows.length; start += 500) {
      await tx
        .insertInto('transcript_lines')
        .values(rows.slice(start, start + 500))
        .execute()
    }
    await tx
      .insertInto('recognition_cases')
      .values({
        ...shared,
        id: ids.case,
        number: given.number,
        transcript_id: ids.transcript,
        degree_programme_id: enrolment.degree_programme_id,
        assignee_id: null,
        due_on: given.dueOn,
        rule_set_id: null,
        rule_set_version: null,
        input_hash: null,
        evaluated_at: null,
        recognised_credit: null,
        decided_at: null,
        decided_by: null,
      })
      .execute()
  })
}

async function signedCase(
  work: Work,
  input: AddTranscript,
  enrolment: EnrolmentFacts,
  ids: { transcript: string; case: string },
) {
  const original = input.fileId ? await fileById(work, input.fileId) : null
  return {
    id: ids.case,
    transcript_id: ids.transcript,
    person_id: enrolment.person_id,
    home_organisation_id: enrolment.home_organisation_id,
    host_organisation_id: input.hostOrganisationId,
    issuedOn: input.issuedOn,
    original_sha256: original?.sha256 ?? null,
  }
}

/**
 * A student's word that it is the right institution, or that they are the holder, is not enough: somebody of the school
 * gives theirs on the case.
 */
function confirmed(work: Work, input: AddTranscript, enrolment: EnrolmentFacts) {
  const by = personOf(work.actor)
  if (by === enrolment.person_id) return {}
  return {
    ...(input.issuerConfirmed ? { issuer_confirmed_at: work.now, issuer_confirmed_by: by } : {}),
    ...(input.holderConfirmed ? { holder_confirmed_at: work.now, holder_confirmed_by: by } : {}),
  }
}

function openedEntry(
  input: AddTranscript,
  enrolment: EnrolmentFacts,
  caseId: string,
  number: string,
) {
  return caseOpened({
    object: { kind: 'recognition-case', id: caseId },
    organisationIds: [enrolment.home_organisation_id, input.hostOrganisationId],
    personId: enrolment.person_id,
    data: {
      number,
      format: input.format,
      lines: input.lines.length,
      home: enrolment.home_organisation_id,
      host: input.hostOrganisationId,
    },
  })
}

function lineRow(line: Omit<TranscriptLine, 'id'>, transcriptId: string, position: number) {
  return {
    id: randomUUIDv7(),
    transcript_id: transcriptId,
    position,
    code: line.code,
    titles: JSON.stringify(line.title satisfies Titles),
    credit: line.credit?.toString() ?? null,
    credit_scheme_id: line.creditSchemeId,
    hours: line.hours === null ? null : toStored(line.hours),
    grade: line.grade,
    status: line.status,
    completed_on: line.completedOn,
    term: line.term,
    kind: line.kind ?? null,
    evidence: JSON.stringify(line.evidence ?? []),
  }
}

/** What makes two transcripts the same: their lines, whatever file they came in. */
export function contentHash(input: {
  lines: readonly Pick<TranscriptLine, 'code' | 'credit' | 'grade' | 'term' | 'completedOn'>[]
}): string {
  const lines = input.lines.map((line) => [
    line.code,
    line.credit?.toString(),
    line.grade,
    line.term,
    line.completedOn,
  ])
  return createHash('sha256').update(JSON.stringify(lines)).digest('hex')
}

/** The day by which the home institution means to decide, in its own working days. */
async function dueOf(work: Work, enrolment: EnrolmentFacts): Promise<DateOnly> {
  const { caseWorkingDays } = await settingsOf(work, enrolment.home_organisation_id)
  return dueInWorkingDays(work.now, caseWorkingDays, {
    country: enrolment.country,
    timeZone: enrolment.time_zone,
  })
}

/** The institution's next case number, `2026-0042`; the counter's row is locked until the commit, so no number is given twice. */
async function nextNumber(
  work: Work,
  { home_organisation_id: organisationId, time_zone: timeZone }: EnrolmentFacts,
): Promise<string> {
  const year = Number(dateInZone(work.now, timeZone).slice(0, 4))
  const row = await work.writeUnchronicled((tx) =>
    tx
      .insertInto('case_counters')
      .values({ organisation_id: organisationId, year, last_number: 1 })
      .onConflict((conflict) =>
        conflict.columns(['organisation_id', 'year']).doUpdateSet((eb) => ({
          last_number: eb('case_counters.last_number', '+', 1),
        })),
      )
      .returning('last_number')
      .executeTakeFirstOrThrow(),
  )
  return `${year}-${String(row.last_number).padStart(4, '0')}`
}
