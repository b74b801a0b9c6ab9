import { randomUUIDv7 } from 'node:crypto'
import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { lineCorrected } from '../entries.ts'
import { m } from '../messages/index.ts'
import { caseForUpdate, lockEnrolment } from '../queries/case-for-update.ts'
import { type CorrectedFacts, lineToCorrect } from '../queries/corrections.ts'
import { linesOfTranscript } from '../queries/evaluation-input.ts'
import { correctedFields, factsOf, type LineFacts } from '../rules/line-facts.ts'
import { toStored } from '../stored.ts'
import { contentHash } from './add-transcript.ts'
import { evaluateInto } from './evaluate-case.ts'
import { isTooLong } from './taken-lines.ts'

/** A line as it stands on the original, and why it has to be corrected. */
export interface CorrectLine {
  caseId: string
  lineId: string
  /** What the page showed, by its mark: a colleague may have corrected the line meanwhile. */
  seen: string
  line: LineFacts
  reason: string
}

/**
 * Corrects a line of an open case to what stands on the original and evaluates the case again at once. What the line
 * said before is kept with the reason. A person's verdict on the line stays, and the page says that it is older
 * than the correction.
 */
export async function correctLine(
  work: Work,
  input: CorrectLine,
): Promise<{ caseId: string; changed: boolean } | Refusal> {
  const found = await caseForUpdate(work, input.caseId)
  const by = personOf(work.actor)
  if (!found || by === null || !work.may('recognition.line.correct', found)) return absent()
  const line = await lineToCorrect(work, input)
  if (!line) return absent()
  const wrong = faultOf(input, line)
  if (wrong) return wrong
  await lockEnrolment(work, found.enrolment_id)
  const fields = correctedFields(factsOf(line), input.line)
  const [before, after] = [toStored(factsOf(line)), toStored(factsOf(input.line))]
  const entry = lineCorrected({
    object: { kind: 'recognition-case', id: found.id },
    organisationIds: [found.home_organisation_id],
    personId: found.person_id,
    data: { line: line.position, fields },
    personal: { reason: input.reason, before: JSON.parse(before), after: JSON.parse(after) },
  })
  await work.write(entry, async (tx) => {
    await tx
      .updateTable('transcript_lines')
      .set(rowOf(input.line))
      .where('id', '=', line.transcriptLineId)
      .execute()
    await tx
      .insertInto('line_corrections')
      .values({
        id: randomUUIDv7(),
        transcript_line_id: line.transcriptLineId,
        corrected_by: by,
        corrected_at: work.now,
        reason: input.reason,
        before,
        after,
      })
      .execute()
  })
  await markContent(work, found.transcript_id)
  const evaluated = await evaluateInto(work, { ...found, timeZone: found.time_zone })
  if (!evaluated.ok) return refuse(422, m('refusal.no-rules'))
  return { caseId: found.id, changed: evaluated.changed }
}

function absent(): Refusal {
  return refuse(404, m('refusal.no-case'))
}

function faultOf(input: CorrectLine, line: CorrectedFacts): Refusal | null {
  if (input.seen !== line.seen) return refuse(409, m('refusal.line-corrected-meanwhile'))
  const field = (name: string, message: Parameters<typeof refuse>[1]) =>
    refuse(422, message, { [name]: message })
  if (input.line.code.trim() === '')
    return field('code', m('refusal.line-without-code', { count: 1 }))
  if (isTooLong(input.line)) {
    return refuse(422, m('refusal.line-too-long', { code: input.line.code.slice(0, 60) }))
  }
  if (correctedFields(factsOf(line), input.line).length === 0) {
    return refuse(422, m('refusal.nothing-corrected'))
  }
  return input.reason.trim() === '' ? field('reason', m('refusal.correction-reason')) : null
}

function rowOf(line: LineFacts) {
  return {
    code: line.code,
    titles: JSON.stringify(line.title),
    credit: line.credit?.toString() ?? null,
    hours: line.hours === null ? null : toStored(line.hours),
    grade: line.grade,
    status: line.status,
    term: line.term,
    completed_on: line.completedOn,
    kind: line.kind ?? null,
    evidence: JSON.stringify(line.evidence ?? []),
  }
}

/** What makes the transcript the same as another follows its lines; what made it so when it was read is kept. */
async function markContent(work: Work, transcriptId: string): Promise<void> {
  const lines = await linesOfTranscript(work, transcriptId)
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('transcripts')
      .set((eb) => ({
        read_sha256: eb.fn.coalesce('read_sha256', 'content_sha256'),
        content_sha256: contentHash({ lines }),
      }))
      .where('id', '=', transcriptId)
      .execute(),
  )
}
