import type { Work } from '#kernel/database'
import { type DateOnly, Fraction } from '#kernel/values'
import { collectInput } from '../queries/evaluation-input.ts'
import { coursesByCodes, type ListedCourse } from '../queries/courses.ts'
import { coursesOfPlan, type PlanRow } from '../queries/plans.ts'
import { evaluate, find } from '../rules/evaluate.ts'
import { courseKey, order } from '../rules/context.ts'
import { type Explanations, explain } from '../rules/explain.ts'
import { type PlannedCourse, plannedLines } from '../rules/planned.ts'
import type { Reason } from '../rules/reasons.ts'
import type { Evaluation, EvaluationInput, LineEvaluation } from '../rules/types.ts'

/** What a plan would bring, by the rules and equivalences of today. */
export interface EvaluatedPlan {
  courses: PlannedCourse[]
  /** Who judged the equivalences, by id: their names are asked for with the page's other people. */
  judges: string[]
  /** Null where the home institution has no rules for this; `why` then says so. */
  evaluation: Evaluation | null
  /** What would change each result; null with the evaluation. */
  explanations: Explanations | null
  why: Reason | null
  /** Courses of the host that would count and are not on the plan. */
  further: FurtherCourse[]
}

/** A course of the host, with what it alone would count as. */
export interface FurtherCourse {
  course: ListedCourse
  found: LineEvaluation
}

const nobody = '00000000-0000-0000-0000-000000000000'
/** Further courses that are shown, and that are tried: each is an evaluation of its own. */
const mostFurther = 12
const mostTried = 100

/**
 * Evaluates a plan as if every course had gone as well as can be, and finds which other courses of the host would
 * count beside it. Three queries, whatever is in it.
 */
export async function evaluatePlan(
  work: Work,
  plan: PlanRow,
  today: DateOnly,
): Promise<EvaluatedPlan> {
  const courses = await coursesOfPlan(work, plan.id)
  const facts = { ...plan, transcript_id: nobody }
  const collected = await collectInput(work, facts, today, [])
  if (!collected.ok)
    return {
      courses,
      judges: [],
      evaluation: null,
      explanations: null,
      why: collected.reason,
      further: [],
    }
  const { input } = collected
  const scale = input.scales.find(({ id }) => id === input.hostScaleId) ?? null
  const lines = plannedLines(courses, scale, today)
  const chosen = new Set(courses.map(({ code }) => courseKey(code)))
  const codes = [...standingCodes(input)].filter((code) => !chosen.has(courseKey(code)))
  const others = [...(await coursesByCodes(work, plan.host_organisation_id, codes)).values()]
  const planned = { ...input, lines }
  const evaluation = evaluate(planned)
  return {
    courses,
    judges: [...new Set(input.equivalences.map(({ judgedBy }) => judgedBy))],
    evaluation,
    explanations: explain(planned, evaluation),
    why: null,
    further: furtherCourses(input, lines, plannedLines(others, scale, today), others),
  }
}

function standingCodes({ equivalences }: EvaluationInput): Set<string> {
  return new Set(equivalences.flatMap(({ hostCourses }) => hostCourses.flat()))
}

/** Each other course beside the plan: what it adds is what is recognised of it there; those that bring most come first. */
function furtherCourses(
  input: EvaluationInput,
  lines: EvaluationInput['lines'],
  others: EvaluationInput['lines'],
  courses: readonly ListedCourse[],
): FurtherCourse[] {
  const found: FurtherCourse[] = []
  for (const [place, line] of others.slice(0, mostTried).entries()) {
    const result = find({ ...input, lines: [...lines, line] }).lines.at(-1)!
    if (result.verdict === 'recognised') found.push({ course: courses[place]!, found: result })
  }
  const credit = ({ found: { homeCredit } }: FurtherCourse) => homeCredit ?? Fraction.zero
  return found
    .toSorted((a, b) => credit(b).compare(credit(a)) || order(a.course.code, b.course.code))
    .slice(0, mostFurther)
}
