import type { Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import type { DateOnly, Fraction } from '#kernel/values'
import { m } from '../messages/index.ts'
import { collectInput } from '../queries/evaluation-input.ts'
import { courseByCode, hoursByCodes } from '../queries/courses.ts'
import { evaluate } from '../rules/evaluate.ts'
import { type PlannedCourse, plannedLines, plannedReasons } from '../rules/planned.ts'
import type { Finding, Titles, Verdict } from '../rules/types.ts'

/** Whose study at which host is looked at before it has begun. */
export interface Foresee {
  personId: string
  enrolmentId: string
  homeOrganisationId: string
  hostOrganisationId: string
  degreeProgrammeId: string
  courses: readonly PlannedCourse[]
}

/** What the rules of today would recognise of a course, and why. */
export interface ForeseenCourse {
  courseId: string
  /** The courses that count together with it, itself among them. */
  together: readonly string[]
  verdict: Verdict
  verdictLabel: Message
  /** The home courses for which it would stand; those of a set stand with its first course. */
  homeCourses: readonly { code: string; titles: Titles; credit: Fraction }[]
  reasons: readonly { outcome: 'for' | 'against' | 'open' | 'note'; message: Message }[]
}

/** What would come home of some courses: each with its reasons, and the credit in all; or why no rule says anything. */
export type Foreseen =
  | { ok: true; courses: ForeseenCourse[]; recognised: Fraction }
  | { ok: false; why: Message }

const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * What the home institution would recognise of courses at a host, by the same engine, rules and equivalences as a transcript,
 * as if each went as well as can be; it promises nothing that is still to be decided. The caller has asked who may see the
 * student. Three queries.
 */
export async function foreseeRecognition(
  work: Work,
  asked: Foresee,
  today: DateOnly,
): Promise<Foreseen> {
  const collected = await collectInput(
    work,
    {
      id: nobody,
      transcript_id: nobody,
      person_id: asked.personId,
      enrolment_id: asked.enrolmentId,
      home_organisation_id: asked.homeOrganisationId,
      host_organisation_id: asked.hostOrganisationId,
      degree_programme_id: asked.degreeProgrammeId,
    },
    today,
    [],
  )
  if (!collected.ok) return { ok: false, why: m(collected.reason.key, collected.reason.args) }
  const { input } = collected
  const scale = input.scales.find(({ id }) => id === input.hostScaleId) ?? null
  const hours = await hoursByCodes(
    work,
    asked.hostOrganisationId,
    asked.courses.map(({ code }) => code),
  )
  const courses = asked.courses.map((each) => ({ ...each, hours: hours.get(each.code) ?? null }))
  const evaluation = evaluate({ ...input, lines: plannedLines(courses, scale, today) })
  const foreseen = evaluation.lines.map((line): ForeseenCourse => {
    const set = evaluation.sets.find(({ id }) => id === line.setId)
    const together = set?.lineIds ?? [line.lineId]
    const found: Finding = set ?? line
    const isFirst = together[0] === line.lineId
    return {
      courseId: line.lineId,
      together,
      verdict: found.verdict,
      verdictLabel: m(`plan.verdict.${found.verdict}`),
      homeCourses: isFirst
        ? found.homeCourses.map(({ code, title, recorded }) => ({
            code,
            titles: title,
            credit: recorded,
          }))
        : [],
      reasons: plannedReasons(found.reasons).map(({ key, args, outcome }) => ({
        outcome,
        message: m(key, withoutJudge(args)),
      })),
    }
  })
  return { ok: true, courses: foreseen, recognised: evaluation.totals.recognised }
}

/** Who judged an equivalence is the office's to know: a learning agreement goes to three parties. */
function withoutJudge<Args extends object>(args: Args): Args {
  return 'judge' in args ? { ...args, judge: '–' } : args
}

/** A course of an institution's current catalogue by its code, for whoever chooses it; null where it has none of that code. */
export async function catalogueCourse(
  work: Work,
  organisationId: string,
  code: string,
): Promise<{ code: string; titles: Titles; credit: Fraction | null } | null> {
  return courseByCode(work, organisationId, code)
}
