import type { Work } from '#kernel/database'
import { type DateOnly, Fraction } from '#kernel/values'
import { collectInput } from '../queries/evaluation-input.ts'
import { coursesByCodes, hoursByCodes, type ListedCourse } from '../queries/courses.ts'
import { coursesOfPlan, type PlanRow } from '../queries/plans.ts'
import { evaluate, find } from '../rules/evaluate.ts'
import { courseKey, order } from '../rules/context.ts'
import { type Explanations, explain } from '../rules/explain.ts'
import { type PlannedCourse, plannedLines } from '../rules/planned.ts'
import type { Reason } from '../rules/reasons.ts'
import type { Evaluation, EvaluationInput, LineEvaluation, SetEvaluation } from '../rules/types.ts'

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
  /** Courses of the host that would count together and not alone. */
  furtherSets: FurtherSet[]
  /** For a course of the plan that would not count, by its id, another that would. */
  instead: ReadonlyMap<string, FurtherCourse>
}

/** A course of the host, with what it alone would count as. */
export interface FurtherCourse {
  course: ListedCourse
  found: LineEvaluation
}

/** Courses of the host that together would count, with what for. */
export interface FurtherSet {
  courses: ListedCourse[]
  found: SetEvaluation
}

const nobody = '00000000-0000-0000-0000-000000000000'
/** Further courses that are shown, and that are tried: each is an evaluation of its own. */
const mostFurther = 12
const mostTried = 100

/**
 * Evaluates a plan as if every course had gone as well as can be, and finds which other courses of the host would
 * count beside it. Four queries, whatever is in it.
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
      furtherSets: [],
      instead: new Map(),
    }
  const { input } = collected
  const scale = input.scales.find(({ id }) => id === input.hostScaleId) ?? null
  const chosen = new Set(courses.map(({ code }) => courseKey(code)))
  const codes = [...standingCodes(input)].filter((code) => !chosen.has(courseKey(code)))
  const others = [...(await coursesByCodes(work, plan.host_organisation_id, codes)).values()]
  const host = plan.host_organisation_id
  const hours = await hoursByCodes(work, host, [...courses.map(({ code }) => code), ...codes])
  const linesOf = (planned: readonly PlannedCourse[]) =>
    plannedLines(
      planned.map((each) => ({ ...each, hours: hours.get(each.code) ?? null })),
      scale,
      today,
    )
  const lines = linesOf(courses)
  const planned = { ...input, lines }
  const evaluation = evaluate(planned)
  return {
    courses,
    judges: [...new Set(input.equivalences.map(({ judgedBy }) => judgedBy))],
    evaluation,
    explanations: explain(planned, evaluation),
    why: null,
    ...offers({ input, lines, evaluation, others, otherLines: linesOf(others) }),
  }
}

function standingCodes({ equivalences }: EvaluationInput): Set<string> {
  return new Set(equivalences.flatMap(({ hostCourses }) => hostCourses.flat()))
}

interface Offering {
  input: EvaluationInput
  /** The plan's courses as lines. */
  lines: EvaluationInput['lines']
  evaluation: Evaluation
  /** Courses of the host for which equivalences stand and that are not on the plan, each with its line. */
  others: readonly ListedCourse[]
  otherLines: EvaluationInput['lines']
}

function offers(of: Offering): Pick<EvaluatedPlan, 'further' | 'furtherSets' | 'instead'> {
  return {
    further: furtherCourses(of.input, of.lines, of.otherLines, of.others),
    furtherSets: furtherSets(of),
    instead: insteadOf(of),
  }
}

/** Sets that are tried, each an evaluation of its own, and courses that one may lack. */
const mostSets = 40
const mostOfSet = 4

/**
 * What counts only together and of which the plan lacks two courses or more: a single one brings nothing and is never
 * offered by itself.
 */
function furtherSets({ input, lines, others, otherLines }: Offering): FurtherSet[] {
  const placeOf = new Map(others.map(({ code }, place) => [courseKey(code), place]))
  const planned = new Set(lines.map(({ code }) => courseKey(code)))
  const seen = new Set<string>()
  const found: FurtherSet[] = []
  for (const { hostCourses } of input.equivalences) {
    const lacking = hostCourses.filter(
      (codes) => !codes.some((code) => planned.has(courseKey(code))),
    )
    if (lacking.length < 2 || lacking.length > mostOfSet) continue
    const places = lacking.map((codes) =>
      codes.map((code) => placeOf.get(courseKey(code))).find((place) => place !== undefined),
    )
    const known = places.filter((place) => place !== undefined)
    const key = known.join(' ')
    if (new Set(known).size < lacking.length || seen.has(key) || seen.size >= mostSets) continue
    seen.add(key)
    const added = known.map((place) => otherLines[place]!)
    const { sets } = find({ ...input, lines: [...lines, ...added] })
    const set = sets.find(({ lineIds }) => added.every(({ id }) => lineIds.includes(id)))
    if (set?.verdict === 'recognised') {
      found.push({ courses: known.map((place) => others[place]!), found: set })
    }
  }
  return found
    .toSorted((a, b) => creditOf(b.found).compare(creditOf(a.found)))
    .slice(0, mostFurther)
}

/** Courses of a plan for which another is looked for, and others that are tried for each. */
const mostFailing = 6
const mostInstead = 25

/**
 * For each course of the plan that would not count, the one that would, taken in its place: first what stands for the same
 * home course, then whatever brings most.
 */
function insteadOf({
  input,
  lines,
  evaluation,
  others,
  otherLines,
}: Offering): ReadonlyMap<string, FurtherCourse> {
  const instead = new Map<string, FurtherCourse>()
  const failing = evaluation.lines.filter(({ verdict }) => verdict === 'refused')
  for (const { lineId, setId } of failing.slice(0, mostFailing)) {
    const line = lines.find(({ id }) => id === lineId)!
    const wanted = homesFor(input, line.code)
    const serves = (place: number) => {
      const code = otherLines[place]!.code
      return [...homesFor(input, code)].some((home) => wanted.has(home))
    }
    const places = otherLines.map((_line, place) => place)
    const ordered = [...places.filter(serves), ...places.filter((place) => !serves(place))]
    const without = lines.filter(({ id }) => id !== lineId)
    let best: FurtherCourse | null = null
    for (const place of ordered.slice(0, mostInstead)) {
      const found = find({ ...input, lines: [...without, otherLines[place]!] }).lines.at(-1)!
      if (found.verdict !== 'recognised' || found.setId !== null) continue
      best = { course: others[place]!, found }
      break
    }
    // The courses of a set fail together; one alternative for the first of them is enough.
    if (best) instead.set(setId ?? lineId, best)
  }
  return instead
}

/** The home courses for which a course stands, whatever is asked of it. */
function homesFor({ equivalences }: EvaluationInput, code: string): Set<string> {
  const key = courseKey(code)
  return new Set(
    equivalences
      .filter(({ hostCourses }) =>
        hostCourses.some((codes) => codes.some((each) => courseKey(each) === key)),
      )
      .flatMap(({ homeCourses }) => homeCourses.map((home) => courseKey(home.code))),
  )
}

const creditOf = ({ homeCredit }: { homeCredit: Fraction | null }) => homeCredit ?? Fraction.zero

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
  return found
    .toSorted(
      (a, b) => creditOf(b.found).compare(creditOf(a.found)) || order(a.course.code, b.course.code),
    )
    .slice(0, mostFurther)
}
