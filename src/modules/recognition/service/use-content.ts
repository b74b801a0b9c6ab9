import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import type { Fraction } from '#kernel/values'
import { contentEvidenceUsed } from '../entries-content.ts'
import { m } from '../messages/index.ts'
import { shareOfAnswer } from '../pages/content-words.ts'
import { caseForUpdate, type LockedCase } from '../queries/case-for-update.ts'
import { comparisonById, coursesKey, type LineContent, lineContent } from '../queries/content.ts'
import { questionById } from '../queries/content-questions.ts'
import { equivalenceById, requirementsOf } from '../queries/equivalences.ts'
import { reevaluateCase } from './decide-case.ts'
import { judgeEquivalence, withdrawEquivalence } from './equivalences.ts'

/** From what a share is taken. */
export type ContentEvidence = { comparisonId: string } | { questionId: string }

/**
 * Takes a content share from a comparison or an answer. Where an equivalence that the evaluator may judge stands behind
 * the line, it is judged anew with this share, and the case is evaluated again; elsewhere the share is for the
 * evaluator's own word on the line. What was taken from where is kept.
 */
export async function useContentEvidence(
  work: Work,
  input: { caseId: string; lineId: string; evidence: ContentEvidence },
): Promise<{ share: Fraction; equivalence: boolean } | Refusal> {
  const found = await caseForUpdate(work, input.caseId)
  if (!found || !work.may('recognition.case.evaluate', found)) return absent()
  const content = await lineContent(work, found, { lineId: input.lineId })
  const taken = content && (await shareFrom(work, found, content, input.evidence))
  if (!content || !taken) return absent()
  if (taken.share === null) return refuse(422, m('content.refusal.no-share'))
  const equivalenceId = await judgeAnew(work, content, taken.share)
  if (isRefused(equivalenceId)) return equivalenceId
  await record(work, found, { content, taken: { ...taken, share: taken.share }, equivalenceId })
  if (equivalenceId === null) return { share: taken.share, equivalence: false }
  const evaluated = await reevaluateCase(work, found.id)
  return isRefused(evaluated) ? evaluated : { share: taken.share, equivalence: true }
}

interface Taken {
  share: Fraction | null
  comparison: { id: string; version: number } | null
  questionId: string | null
}

async function shareFrom(
  work: Work,
  found: LockedCase,
  content: LineContent,
  evidence: ContentEvidence,
): Promise<Taken | null> {
  if ('comparisonId' in evidence) {
    const comparison = await comparisonById(work, evidence.comparisonId)
    const isOfPair =
      comparison?.home_organisation_id === found.home_organisation_id &&
      comparison.host_organisation_id === found.host_organisation_id &&
      coursesKey(comparison.document.host.courses) === coursesKey(content.hostCourses) &&
      coursesKey(comparison.document.home.courses) === coursesKey(content.homeCourses)
    if (!comparison || !isOfPair) return null
    const { id, version, share } = comparison
    return { share, comparison: { id, version }, questionId: null }
  }
  const question = await questionById(work, evidence.questionId)
  const isOfLine =
    question?.case_id === found.id && question.line_position === content.line.position
  if (!question?.answer || !isOfLine) return null
  const share = shareOfAnswer(question.answer.choice, question.threshold)
  return { share, comparison: null, questionId: question.id }
}

/** The equivalence's successor with the share, or null where there is none that the evaluator may judge. */
async function judgeAnew(
  work: Work,
  { equivalenceId }: LineContent,
  share: Fraction,
): Promise<string | null | Refusal> {
  if (equivalenceId === null) return null
  const former = await equivalenceById(work, equivalenceId, 'lock')
  if (!former || former.withdrawnAt !== null || former.package !== null) return null
  if (!work.may('recognition.equivalence.edit', former)) return null
  if (former.contentShare?.equals(share)) return former.id
  const withdrawn = await withdrawEquivalence(work, former.id)
  if (isRefused(withdrawn)) return withdrawn
  const judged = await judgeEquivalence(work, {
    homeOrganisationId: former.home_organisation_id,
    hostOrganisationId: former.host_organisation_id,
    hostCourses: requirementsOf(former.hostCourses),
    homeCourses: former.homeCourses.map(({ code }) => code),
    package: null,
    degreeProgrammeId: former.degree_programme_id,
    contentShare: share,
    validFrom: former.validFrom,
    validTo: former.validTo,
    note: former.note,
  })
  return isRefused(judged) ? judged : judged.equivalenceId
}

async function record(
  work: Work,
  found: LockedCase,
  used: { content: LineContent; taken: Taken & { share: Fraction }; equivalenceId: string | null },
): Promise<void> {
  const { content, taken, equivalenceId } = used
  const entry = contentEvidenceUsed({
    object: { kind: 'recognition-case', id: found.id },
    organisationIds: [found.home_organisation_id],
    personId: found.person_id,
    data: {
      share: taken.share.toString(),
      from: taken.comparison ? 'comparison' : 'answer',
      evidence: taken.comparison?.id ?? taken.questionId ?? '',
      version: taken.comparison?.version ?? null,
      equivalence: equivalenceId,
    },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('content_uses')
      .values({
        id: randomUUIDv7(),
        comparison_id: taken.comparison?.id ?? null,
        version: taken.comparison?.version ?? null,
        question_id: taken.questionId,
        case_id: found.id,
        line_position: content.line.position,
        equivalence_id: equivalenceId,
        content_share: taken.share.toString(),
        used_by: personOf(work.actor) ?? '',
        used_at: work.now,
      })
      .execute(),
  )
}

function absent(): Refusal {
  return refuse(404, m('content.refusal.absent'))
}
