import { randomUUIDv7 } from 'node:crypto'
import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { learningStated, stayStated } from '../entries.ts'
import { m } from '../messages/index.ts'
import { caseForUpdate, type LockedCase, lockEnrolment } from '../queries/case-for-update.ts'
import { linesToCorrect } from '../queries/corrections.ts'
import { type StatedStay, staysOf } from '../queries/stays.ts'
import { canonicalJson } from '../rules/input-hash.ts'
import type { EvidenceKind, LearningKind } from '../rules/learning.ts'
import { factsOf, learningOf, type LineFacts } from '../rules/line-facts.ts'
import type { StayFacts } from '../rules/stay-types.ts'
import { toStored } from '../stored.ts'
import { evaluateInto } from './evaluate-case.ts'

/** How a course was learnt, and which papers of it have been seen. */
export interface Learning {
  kind: LearningKind | null
  evidence: readonly EvidenceKind[]
}

/** How a line was learnt, as somebody states it, and as the page had shown it. */
export interface StatedLearning extends Learning {
  lineId: string
  was: Learning
}

/** What somebody of the office knows of a case beside its transcript, and on what it rests. */
export interface StateFacts {
  caseId: string
  /** The statement of the stay that the page showed, by its id; empty where there was none. */
  seen: string
  stay: StayFacts
  /** Lines that are left out stay as they are. */
  lines?: readonly StatedLearning[]
  reason: string
}

const nothing: StayFacts = {
  from: null,
  to: null,
  suspended: null,
  lastTerm: null,
  homeTerms: [],
}

/**
 * States the time abroad and how courses were learnt, for an open case, and evaluates the case again at once. Earlier
 * statements are kept; a colleague's that the page had not shown is not overwritten.
 */
export async function stateFacts(
  work: Work,
  input: StateFacts,
): Promise<{ caseId: string; changed: boolean } | Refusal> {
  const found = await caseForUpdate(work, input.caseId)
  const by = personOf(work.actor)
  if (!found || by === null || !work.may('recognition.line.correct', found)) {
    return refuse(404, m('refusal.no-case'))
  }
  const [latest] = await staysOf(work, found.id)
  const isOtherStay = !same(latest?.stay ?? nothing, input.stay)
  const learnt = await changedLines(work, found, input.lines ?? [])
  const wrong = faultOf(input, { latest, isOtherStay, learnt })
  if (wrong) return wrong
  await lockEnrolment(work, found.enrolment_id)
  if (isOtherStay) await writeStay(work, found, { ...input, by, before: latest?.stay ?? null })
  if (learnt.length > 0) await writeLearning(work, found, { ...input, by, learnt })
  const evaluated = await evaluateInto(work, { ...found, timeZone: found.time_zone })
  if (!evaluated.ok) return refuse(422, m('refusal.no-rules'))
  return { caseId: found.id, changed: evaluated.changed }
}

function same(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other)
}

/** A line that is stated otherwise than it stands. */
interface ChangedLine {
  transcriptLineId: string
  position: number
  before: LineFacts
  after: LineFacts
  /** Whether a colleague has changed it since the page was shown. */
  isOvertaken: boolean
}

async function changedLines(
  work: Work,
  found: LockedCase,
  stated: readonly StatedLearning[],
): Promise<ChangedLine[]> {
  const typed = stated.filter((line) => !same(learning(line), learning(line.was)))
  if (typed.length === 0) return []
  const lines = await linesToCorrect(work, found.id)
  return typed.flatMap(({ lineId, was, kind, evidence }) => {
    const line = lines.get(lineId)
    if (!line) return []
    const { kind: _kind, evidence: _evidence, ...rest } = factsOf(line)
    const now = { kind: line.kind ?? null, evidence: line.evidence ?? [] }
    const next = { kind, evidence }
    if (same(learning(now), learning(next))) return []
    return [
      {
        transcriptLineId: line.transcriptLineId,
        position: line.position,
        before: factsOf(line),
        after: { ...rest, ...learningOf(kind, evidence) },
        isOvertaken: !same(learning(now), learning(was)),
      },
    ]
  })
}

/** Papers are in no order. */
function learning({ kind, evidence }: Learning) {
  return [kind, evidence.toSorted()]
}

function faultOf(
  { seen, stay, reason }: StateFacts,
  {
    latest,
    isOtherStay,
    learnt,
  }: {
    latest: StatedStay | undefined
    isOtherStay: boolean
    learnt: readonly ChangedLine[]
  },
): Refusal | null {
  const isStale = isOtherStay && (latest?.id ?? '') !== seen
  if (isStale || learnt.some((line) => line.isOvertaken)) {
    return refuse(409, m('stay.refusal.meanwhile'))
  }
  if (stay.from !== null && stay.to !== null && stay.to < stay.from) {
    return refuse(422, m('stay.refusal.period'), { to: m('stay.refusal.period') })
  }
  if (!isOtherStay && learnt.length === 0) return refuse(422, m('stay.refusal.same'))
  return reason.trim() === ''
    ? refuse(422, m('stay.refusal.reason'), { reason: m('stay.refusal.reason') })
    : null
}

async function writeStay(
  work: Work,
  found: LockedCase,
  { stay, before, reason, by }: StateFacts & { by: string; before: StayFacts | null },
): Promise<void> {
  const entry = stayStated({
    object: { kind: 'recognition-case', id: found.id },
    organisationIds: [found.home_organisation_id],
    personId: found.person_id,
    data: {},
    personal: { reason, before: before && plain(before), after: plain(stay) },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('case_stays')
      .values({
        id: randomUUIDv7(),
        case_id: found.id,
        stay_from: stay.from,
        stay_to: stay.to,
        suspended: stay.suspended,
        last_term: stay.lastTerm,
        home_terms: JSON.stringify(stay.homeTerms),
        stated_by: by,
        stated_at: work.now,
        reason,
      })
      .execute(),
  )
}

/** One entry for all lines that were stated at once; each line keeps what it said before. */
async function writeLearning(
  work: Work,
  found: LockedCase,
  { learnt, reason, by }: StateFacts & { by: string; learnt: readonly ChangedLine[] },
): Promise<void> {
  const entry = learningStated({
    object: { kind: 'recognition-case', id: found.id },
    organisationIds: [found.home_organisation_id],
    personId: found.person_id,
    data: { lines: learnt.map(({ position }) => position) },
    personal: {
      reason,
      lines: learnt.map(({ before, after }) => ({ before: plain(before), after: plain(after) })),
    },
  })
  await work.write(entry, async (tx) => {
    for (const line of learnt) {
      await tx
        .updateTable('transcript_lines')
        .set({
          kind: line.after.kind ?? null,
          evidence: JSON.stringify(line.after.evidence ?? []),
        })
        .where('id', '=', line.transcriptLineId)
        .execute()
    }
    await tx
      .insertInto('line_corrections')
      .values(
        learnt.map((line) => ({
          id: randomUUIDv7(),
          transcript_line_id: line.transcriptLineId,
          corrected_by: by,
          corrected_at: work.now,
          reason,
          before: toStored(line.before),
          after: toStored(line.after),
        })),
      )
      .execute()
  })
}

/** As it is stored: exact numbers as text, nothing undefined. */
function plain(facts: StayFacts | LineFacts): unknown {
  return JSON.parse(toStored(facts))
}
