import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { completeTasksOf } from '#kernel/tasks'
import { transcriptChecked, transcriptCheckSettled } from '../entries-checks.ts'
import { plainText } from '../formats/plain-text.ts'
import { m } from '../messages/index.ts'
import { caseForUpdate, type LockedCase } from '../queries/case-for-update.ts'
import { lineToCorrect } from '../queries/corrections.ts'
import {
  type CheckedLine,
  checkOf,
  checkStateOf,
  type LineToCheck,
  linesToCheck,
} from '../queries/transcript-checks.ts'
import { factsOf } from '../rules/line-facts.ts'
import { type LineReading, readDifferently } from '../rules/second-reading.ts'
import type { StandingReading } from '../schema-checks.ts'
import { transcriptCheckTask } from '../task-kinds.ts'
import { correctLine } from './correct-line.ts'

/** The most characters of why one reading stands. */
export const longestReason = 500

/** What a second person reads on the original, line by line in its order. */
export interface CheckTranscript {
  caseId: string
  readings: readonly LineReading[]
  /** Their word that the original has exactly these courses. */
  isComplete: boolean
}

/**
 * Keeps what a second person typed of a typed transcript without sight of the first typing, and what differs. Where
 * nothing does, the transcript is checked with that. Refuses whoever typed it or stands in for them, a transcript that was
 * read from a file, a second check, and one without the word that the courses are complete.
 */
export async function checkTranscript(
  work: Work,
  input: CheckTranscript,
): Promise<{ differences: number } | Refusal> {
  const allowed = await caseToCheck(work, input.caseId)
  if (isRefused(allowed)) return allowed
  const { found, by } = allowed
  const { state, typedBy } = await checkStateOf(work, found.transcript_id)
  if (state === 'not-typed' || typedBy === null) return refuse(409, m('check.refusal.not-typed'))
  if (state !== 'unchecked') return refuse(409, m('check.refusal.twice'))
  const lines = await linesToCheck(work, found.id)
  const wrong = faultOf(input, lines)
  if (wrong) return wrong
  const typed = lines.map((line, place) => ({ line, second: input.readings[place]! }))
  const differing = typed.filter(({ line, second }) => readDifferently(line.reading, second))
  const differences = differing.length
  const checkId = randomUUIDv7()
  const entry = transcriptChecked({
    ...about(found),
    data: { check: checkId, lines: lines.length, differences },
  })
  await work.write(entry, async (tx) => {
    await tx
      .insertInto('transcript_checks')
      .values({
        id: checkId,
        transcript_id: found.transcript_id,
        typed_by: typedBy,
        checked_by: by,
        checked_at: work.now,
        settled_by: differences === 0 ? by : null,
        settled_at: differences === 0 ? work.now : null,
      })
      .execute()
    const rows = typed.map(({ line, second }) => lineRow(checkId, line, second))
    for (let start = 0; start < rows.length; start += 500) {
      await tx
        .insertInto('transcript_check_lines')
        .values(rows.slice(start, start + 500))
        .execute()
    }
  })
  if (differences === 0) await closeTask(work, found.id)
  return { differences }
}

/** Which reading of a line stands on the original, and why. */
export interface SettledLine {
  position: number
  stands: StandingReading | null
  /** What stands there where it is neither of the two. */
  other: LineReading
  reason: string
}

/**
 * Settles what differs between two typings, all of it at once and each line with a reason; the original is what counts.
 * A line of which the first typing does not stand is corrected, and the case evaluated again. Refuses a line that was
 * corrected otherwise meanwhile.
 */
export async function settleCheck(
  work: Work,
  input: { caseId: string; lines: readonly SettledLine[] },
): Promise<{ corrected: number } | Refusal> {
  const allowed = await caseToCheck(work, input.caseId)
  if (isRefused(allowed)) return allowed
  const { found, by } = allowed
  const check = await checkOf(work, found.transcript_id)
  if (!check) return refuse(409, m('check.refusal.nothing-differs'))
  if (check.summary.settledAt) return refuse(409, m('check.refusal.settled'))
  const differing = check.lines.filter(({ differs }) => differs)
  const settled = settledAs(differing, input.lines)
  if (isRefused(settled)) return settled
  const lines = await linesToCheck(work, found.id)
  let corrected = 0
  for (const each of settled) {
    const line = lines[each.line.position]!
    const result = await letStand(work, found.id, line, each)
    if (isRefused(result)) return result
    if (result.corrected) corrected += 1
  }
  const entry = transcriptCheckSettled({
    ...about(found),
    data: { check: check.summary.id, differences: differing.length, corrected },
  })
  await work.write(entry, async (tx) => {
    for (const { line, stands, reason } of settled) {
      await tx
        .updateTable('transcript_check_lines')
        .set({ stands, reason })
        .where('check_id', '=', check.summary.id)
        .where('position', '=', line.position)
        .execute()
    }
    await tx
      .updateTable('transcript_checks')
      .set({ settled_by: by, settled_at: work.now })
      .where('id', '=', check.summary.id)
      .execute()
  })
  await closeTask(work, found.id)
  return { corrected }
}

async function caseToCheck(
  work: Work,
  caseId: string,
): Promise<{ found: LockedCase; by: string } | Refusal> {
  const found = await caseForUpdate(work, caseId)
  const by = personOf(work.actor)
  if (!found || by === null || !work.may('recognition.transcript-check.read', found)) {
    return refuse(404, m('refusal.no-case'))
  }
  if (found.state !== 'open') return refuse(409, m('check.refusal.closed'))
  if (!work.may('recognition.transcript-check.make', found)) {
    return refuse(409, m('check.refusal.another'))
  }
  return { found, by }
}

function faultOf(
  { readings, isComplete }: CheckTranscript,
  lines: readonly LineToCheck[],
): Refusal | null {
  if (readings.length !== lines.length) return refuse(422, m('check.refusal.cut-off'))
  if (readings.every(({ credit, grade }) => credit === null && !grade)) {
    return refuse(422, m('check.refusal.nothing-typed'))
  }
  const message = m('check.refusal.complete')
  return isComplete ? null : refuse(422, message, { complete: message })
}

interface Standing {
  line: CheckedLine
  stands: StandingReading
  reading: LineReading
  reason: string
}

function settledAs(
  differing: readonly CheckedLine[],
  given: readonly SettledLine[],
): Standing[] | Refusal {
  const faults: Record<string, Message> = {}
  const settled = differing.flatMap((line): Standing[] => {
    const word = given.find(({ position }) => position === line.position)
    const reason = plainText(word?.reason ?? '').slice(0, longestReason)
    if (!word?.stands) faults[`line.${line.position}.stands`] = m('check.refusal.choose')
    if (reason === '') faults[`line.${line.position}.reason`] = m('check.refusal.reason')
    if (!word?.stands || reason === '') return []
    if (word.stands !== 'other') {
      return [{ line, stands: word.stands, reading: line[word.stands], reason }]
    }
    // Whoever types one of the two again means that one.
    const same = (['first', 'second'] as const).find(
      (which) => !readDifferently(line[which], word.other),
    )
    return [{ line, stands: same ?? 'other', reading: same ? line[same] : word.other, reason }]
  })
  return Object.keys(faults).length > 0
    ? refuse(422, m('check.refusal.each-line'), faults)
    : settled
}

/** Corrects a line to the reading that stands, where it says something else. */
async function letStand(
  work: Work,
  caseId: string,
  { lineId }: LineToCheck,
  { line, stands, reading, reason }: Standing,
): Promise<{ corrected: boolean } | Refusal> {
  const facts = (await lineToCorrect(work, { caseId, lineId }))!
  if (!readDifferently(facts, reading)) return { corrected: false }
  const isAsTyped = !readDifferently(facts, line.first)
  if (stands === 'first' || !isAsTyped) return refuse(409, m('check.refusal.corrected-meanwhile'))
  const { credit, grade } = reading
  const corrected = await correctLine(work, {
    caseId,
    lineId,
    seen: facts.seen,
    line: { ...factsOf(facts), credit, grade },
    reason,
  })
  return isRefused(corrected) ? corrected : { corrected: true }
}

function lineRow(checkId: string, line: LineToCheck, second: LineReading) {
  return {
    check_id: checkId,
    transcript_line_id: line.transcriptLineId,
    position: line.position,
    first_credit: line.reading.credit?.toString() ?? null,
    first_grade: line.reading.grade,
    second_credit: second.credit?.toString() ?? null,
    second_grade: second.grade,
    differs: readDifferently(line.reading, second),
  }
}

function closeTask(work: Work, caseId: string): Promise<unknown> {
  return completeTasksOf(work, {
    object: { kind: 'recognition-case', id: caseId },
    kinds: [transcriptCheckTask],
  })
}

function about(found: LockedCase) {
  return {
    object: { kind: 'recognition-case', id: found.id },
    organisationIds: [found.home_organisation_id],
    personId: found.person_id,
  }
}
