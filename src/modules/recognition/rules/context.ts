import { type PartLimit, partLimits } from './limits.ts'
import type { Reason } from './reasons.ts'
import { type Remembered, rememberedFor } from './remembered.ts'
import { reasonsOfAll } from './stay.ts'
import type {
  CreditScheme,
  Equivalence,
  EvaluationInput,
  GradeScale,
  TranscriptLine,
} from './types.ts'

/** The inputs, indexed once, so that a transcript of any length is read in one pass. */
export interface Context {
  input: EvaluationInput
  schemes: ReadonlyMap<string, CreditScheme>
  homeScheme: CreditScheme | null
  hostScale: GradeScale | null
  homeScale: GradeScale | null
  /** Those of the host and fit for the degree programme, by the key of each of their host courses; the preferred first. */
  equivalences: ReadonlyMap<string, readonly Equivalence[]>
  /** Packages that take any course of the host. */
  anyCourse: readonly Equivalence[]
  /** Keys of home courses that are recognised already. */
  already: ReadonlySet<string>
  /** Limits on parts of the transcript, and what the rules ask of all its lines alike. */
  partLimits: readonly PartLimit[]
  ofAll: readonly Reason[]
  /** What these rules have said before of grades, credit and days. */
  remembered: Remembered
}

/** Course codes are compared without case, width or spaces: 'ca 2301' is 'CA2301'. */
export function courseKey(code: string): string {
  const known = keys.get(code)
  if (known !== undefined) return known
  const key = code.normalize('NFKC').replace(/\s+/g, '').toUpperCase()
  if (keys.size >= mostKeys) keys.clear()
  if (code.length <= longestKept) keys.set(code, key)
  return key
}

/** The same codes come in transcript after transcript; what is typed is not kept for ever. */
const keys = new Map<string, string>()
const mostKeys = 20_000
const longestKept = 40

/** Indexes the inputs of an evaluation; line ids that are not their own are a mistake of the caller. */
export function makeContext(input: EvaluationInput): Context {
  if (new Set(input.lines.map((each) => each.id)).size !== input.lines.length) {
    throw new RangeError('Transcript lines need ids of their own')
  }
  const schemes = new Map(input.schemes.map((each) => [each.id, each]))
  const scales = new Map(input.scales.map((each) => [each.id, each]))
  const fitting = input.equivalences.filter((each) => fits(each, input)).sort(preference)
  const context = {
    input,
    schemes,
    homeScheme: schemes.get(input.homeSchemeId) ?? null,
    hostScale: scales.get(input.hostScaleId) ?? null,
    homeScale: scales.get(input.homeScaleId) ?? null,
    equivalences: indexByCourse(fitting),
    anyCourse: fitting.filter((each) => each.package?.further === 'any'),
    already: new Set(input.alreadyRecognised.homeCourses.map(courseKey)),
    partLimits: partLimits(input),
    ofAll: reasonsOfAll(input),
  }
  return { ...context, remembered: rememberedFor(input.ruleSet, dependencies(context)) }
}

/** All that is looked at beside a grade, an amount of credit or a day itself. */
function dependencies(context: Omit<Context, 'remembered'>): readonly unknown[] {
  const { input, schemes, homeScheme, hostScale, homeScale } = context
  const { decidedOn, hostSchemeId, homeSchemeId, hostScaleId, homeScaleId } = input
  const sides = [hostSchemeId, homeSchemeId, hostScaleId, homeScaleId]
  const definitions = [schemes.get(hostSchemeId), homeScheme, hostScale, homeScale]
  return [decidedOn, ...sides, ...definitions, input.correspondences, input.gradingTables]
}

function fits(each: Equivalence, input: EvaluationInput): boolean {
  return (
    each.hostInstitution === input.hostInstitution &&
    (each.degreeProgramme ?? input.degreeProgramme.id) === input.degreeProgramme.id
  )
}

function indexByCourse(fitting: readonly Equivalence[]): Map<string, Equivalence[]> {
  const index = new Map<string, Equivalence[]>()
  for (const each of fitting) {
    const [only, ...others] = each.package ? [] : each.hostCourses
    const isOne = only?.length === 1 && others.length === 0
    for (const key of isOne ? [courseKey(only[0]!)] : hostKeys(each)) {
      const known = index.get(key)
      if (known) known.push(each)
      else index.set(key, [each])
    }
  }
  return index
}

/** Every host course that an equivalence names, each once, as keys. */
export function hostKeys(each: Equivalence): Set<string> {
  const keys = new Set<string>()
  for (const requirement of each.hostCourses) {
    for (const code of requirement) keys.add(courseKey(code))
  }
  const further = each.package?.further
  if (further && further !== 'any') for (const code of further) keys.add(courseKey(code))
  return keys
}

/** For the degree programme before general, then the latest judgement, then the id. */
export function preference(a: Equivalence, b: Equivalence): number {
  return (
    Number(a.degreeProgramme === null) - Number(b.degreeProgramme === null) ||
    order(b.judgedOn, a.judgedOn) ||
    order(a.id, b.id)
  )
}

/** Lines in order of preference: completed earlier, in the earlier term, then by code and id. */
export function linePreference(a: TranscriptLine, b: TranscriptLine): number {
  return (
    order(a.completedOn ?? '9999', b.completedOn ?? '9999') ||
    order(a.term ?? '', b.term ?? '') ||
    order(courseKey(a.code), courseKey(b.code)) ||
    order(a.id, b.id)
  )
}

/** Code point order of two texts. */
export function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Codes of courses that count together, as a text names them. */
export function listed(codes: readonly string[]): string {
  const most = 6
  if (codes.length === 1) return codes[0]!
  const shown = codes.slice(0, most).join(' + ')
  return codes.length > most ? `${shown} + … (${codes.length})` : shown
}
