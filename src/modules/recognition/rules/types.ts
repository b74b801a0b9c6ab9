import type { Country, DateOnly, Fraction, LocalText } from '#kernel/values'
import type { BavarianRounding, GradingTable, Overlap, OverlapRule } from './grade-types.ts'
import type { EvidenceKind, KindRule, LearningKind } from './learning.ts'
import type { Reason } from './reasons.ts'
import type { Source } from './source.ts'
import type {
  Deadline,
  HomeTerm,
  HomeTermRule,
  HonoursRule,
  RecognisedPart,
  Residence,
  StayFacts,
  SuspensionRule,
} from './stay-types.ts'

export type { Source } from './source.ts'

/** Titles by BCP 47 language, 'und' where the document names none: a transcript may be Finnish. */
export type Titles = Partial<Record<string, string>>

/** Kinds of teaching that credit schemes count differently. */
export type TeachingKind = 'lecture' | 'practice' | 'placement' | 'self-study'
export const teachingKinds: readonly TeachingKind[] = [
  'lecture',
  'practice',
  'placement',
  'self-study',
]

/** Hours of teaching over the whole course, in the class hours of the school that gave it. */
export type TeachingHours = Partial<Record<TeachingKind, Fraction>>

/** A figure that a scheme gives as a range; `to` is null where it only sets a minimum. */
export interface HoursRange {
  from: Fraction
  to: Fraction | null
}

/** What one academic credit stands for in a country, a network or a school. */
export interface CreditScheme {
  id: string
  name: LocalText
  /** Class hours over the whole course that earn one credit; absent kinds are not fixed by the scheme. */
  hoursPerCredit: Partial<Record<TeachingKind, HoursRange>>
  minutesPerClassHour: number
  /** Credit of one full-time academic year; null where the scheme does not fix it. */
  creditsPerYear: Fraction | null
  /** All the work of a student, class included, for one credit, in hours of 60 minutes. */
  workloadHoursPerCredit: HoursRange | null
  sources: readonly Source[]
}

/** Which figure of a range counts; a scheme that only sets a minimum has but the lower. */
export type RangeEnd = 'from' | 'to' | 'middle'
/** The ends that a rule takes of the host's and of the home scheme's ranges; absent: both the lower. */
export interface RangeEnds {
  host: RangeEnd
  home: RangeEnd
}

/** How host credit becomes home credit. Institutions fix one; the others serve as a cross-check. */
export type CreditRule =
  | { method: 'hours'; ends?: RangeEnds }
  | { method: 'ratio'; homePerHost: Fraction; source: Source | null }
  | { method: 'workload'; ends?: RangeEnds }
  | { method: 'year-share' }
export type CreditMethod = CreditRule['method']

/** Another rule for some kinds of learning than for courses. */
export interface CreditRuleOfKinds {
  kinds: readonly LearningKind[]
  rule: CreditRule
  rounding: Rounding | null
}

/** Rounding of converted credit; `step` is the smallest credit that the home school records. */
export interface Rounding {
  step: Fraction
  mode: 'half-up' | 'half-even' | 'down' | 'up'
}

/** Converted credit with everything needed to repeat the calculation by hand. */
export interface CreditConversion {
  method: CreditMethod
  /** After rounding: the credit in the home scheme. */
  credit: Fraction
  unrounded: Fraction
  rounding: Rounding | null
  /** Named exact inputs ('3/2'), in the order in which the formula uses them. */
  inputs: Record<string, string>
  /** What the other methods give, where their figures exist, without rounding. */
  alternatives: { method: CreditMethod; credit: Fraction }[]
  /** The least and the most that other ends of the schemes' ranges would give; absent where nothing is a range. */
  spread?: { least: Fraction; most: Fraction }
  /** Set when the methods disagree, and where hours had to be taken from the scheme. */
  warnings: Reason[]
}

/** One step of a scale, or one band of a numeric scale (`from`–`to`, both included). */
export interface GradeStep {
  label: string
  points: Fraction | null
  pass: boolean
  from?: Fraction
  to?: Fraction
  /** The source at hand did not show this row; it follows from its neighbours and the school should confirm it. */
  inferred?: boolean
}

interface GradeScaleBase {
  id: string
  name: LocalText
  /** Id or code of the school; null for a scale that a country or network shares. */
  institution: string | null
  /** First and last intake year to which the scale applies; null is open. */
  intakeFrom: number | null
  intakeTo: number | null
  /** Marks that stand on a transcript and are no grade: W, AUD, TR … */
  remarks: readonly string[]
  /** Passes and fails that have no place in the order: P, 合格. */
  words: readonly { label: string; pass: boolean }[]
  sources: readonly Source[]
}

/** Grades that are a list of labels, best first. */
export interface StepScale extends GradeScaleBase {
  kind: 'steps'
  grades: readonly GradeStep[]
}

/** Grades that are numbers, with a pass mark; bands give letters or points where the school uses them. */
export interface RangeScale extends GradeScaleBase {
  kind: 'range'
  lowest: Fraction
  highest: Fraction
  passMark: Fraction
  better: 'higher' | 'lower'
  bands: readonly GradeStep[]
  /** A formula that gives grade points where no band does. */
  pointsBy?: 'peking' | 'zhejiang'
}

export type GradeScale = StepScale | RangeScale

/** One row of a bilateral table: a label, or a range of numbers with both ends included. */
export interface GradeTableRow {
  host: { label: string } | { from: Fraction; to: Fraction }
  home: string
}

/** A table that two institutions, or two countries, have agreed for their scales. */
export interface AgreedTable {
  method: 'table'
  hostScaleId: string
  homeScaleId: string
  rows: readonly GradeTableRow[]
  source: Source | null
  /** The stored table and its version from which the rows were taken; absent where they were written into the rules. */
  tableId?: string
  tableVersion?: number
}

/**
 * How a host grade is entered at home. The rules fix the method before the case; where it depends on the
 * host's scale, 'first' lists several, and the first whose scales and tables are there applies.
 */
export type GradeRule =
  | { method: 'record'; label: string }
  | AgreedTable
  | { method: 'grading-table'; overlap: OverlapRule; digits: 0 | 2 | 3 | 4 }
  | {
      method: 'bavarian'
      homeScaleId: string
      rounding: BavarianRounding
      steps: readonly Fraction[]
      /** Best and lowest passing grade of scales for which a register (anabin) says otherwise than the scale does. */
      ends: readonly {
        hostScaleId: string
        best: Fraction
        pass: Fraction
        source: Source | null
      }[]
    }
  | { method: 'first'; rules: readonly Exclude<GradeRule, { method: 'first' }>[] }

/** The methods that lead to a grade; 'first' only chooses among them. */
export type GradeMethod = Exclude<GradeRule['method'], 'first'>

/** A grade as it is entered at home, with how it came about. */
export interface GradeConversion {
  method: GradeMethod
  hostGrade: string
  homeGrade: string
  /** Grade points at home; null where the entry carries none (TR). */
  points: Fraction | null
  /** Named exact inputs, in the order in which the method uses them. */
  inputs: Record<string, string>
  /** The calculation step by step, for a reader who repeats it by hand; absent in documents of before. */
  steps?: Reason[]
  /** The home grades under the host grade's span, each with its share of all passing grades. */
  overlaps?: readonly Overlap[]
}

/** The grading tables of both sides that the rules' method takes; null where an institution has none that fits. */
export interface GradingTablePair {
  host: GradingTable | null
  home: GradingTable | null
}

/** Says that a grade of one scale is worth a grade of another, for threshold checks only. */
export interface GradeCorrespondence {
  hostScaleId: string
  homeScaleId: string
  /** 'at least `host` on the host's scale is at least `home` at home'. */
  host: string
  home: string
  source: Source | null
}

/** Recognition rules of one home school for one host (or any), degree programme and intake. */
export interface RecognitionRuleSet {
  id: string
  version: number
  name: LocalText
  validFrom: DateOnly
  validTo: DateOnly | null
  homeInstitution: string
  hostInstitution: string | null
  degreeProgramme: string | null
  intakeFrom: number | null
  intakeTo: number | null
  /** Least share of the home course's content that the host course covers: 3/4. */
  minimumContentShare: Fraction | null
  minimumGrade: { homeScaleId: string; label: string } | null
  /** Of courses that count together each needs the minimum, or their mean by credit does; absent: each. */
  setGrade?: 'each' | 'credit-weighted'
  /** Largest share of the degree programme's credit that may be recognised: 1/2. */
  maximumProgrammeShare: Fraction | null
  /** Credit older than this on the day of the decision lapses. */
  maximumAgeYears: number | null
  /** Class hours that the host course must have for each home credit. */
  minimumClassHours: { hoursPerCredit: Fraction; minutesPerClassHour: number } | null
  /** Most home credit that one term abroad may bring. */
  termCap: Fraction | null
  /** Most home credit that may be recognised in all. */
  totalCap: Fraction | null
  /** Host credit above the home course's: recorded at the home number, or as converted. */
  surplus: 'record-home' | 'record-converted'
  /** Host credit below the home course's: accepted at the home number up to `accept`; beyond it … */
  shortfall: { accept: Fraction; beyond: 'refuse' | 'record-converted' | 'needs-decision' }
  creditRule: CreditRule
  /**
   * A ratio that both institutions agreed, home credit for one of the host's: where another method converts, its result is
   * compared with what the ratio gives, and a note names both.
   */
  crossRatio?: Fraction
  rounding: Rounding | null
  residence?: Residence
  deadline?: Deadline
  suspension?: SuspensionRule
  homeTerms?: readonly HomeTermRule[]
  honours?: HonoursRule
  /** Kinds of learning whose credit is converted in another way. */
  creditRules?: readonly CreditRuleOfKinds[]
  /** What is asked of kinds of learning, and how much of them counts. */
  kindRules?: readonly KindRule[]
  gradeRule: GradeRule
  sources: readonly Source[]
  /** Rules that no source at hand states; the institution should confirm them. */
  inferred?: readonly RuleTerm[]
}

/** The parts of a rule set that a page names one by one. */
export const ruleTerms = [
  'content',
  'grade',
  'share',
  'total',
  'termly',
  'age',
  'hours',
  'kinds',
  'home-term',
  'suspension',
  'deadline',
  'residence',
  'honours',
  'credit',
  'rounding',
  'surplus',
  'shortfall',
  'entry',
] as const
export type RuleTerm = (typeof ruleTerms)[number]

/** A course of the home catalogue, or a block of home credit, as far as recognition needs it. */
export interface HomeCourse {
  code: string
  title: LocalText
  credit: Fraction
}

/**
 * A judged equivalence, one way: host courses that together stand for home courses together, 1:1, n:1, 1:n
 * or n:m. Another combination that stands for the same home courses is an equivalence of its own.
 */
export interface Equivalence {
  id: string
  hostInstitution: string
  /**
   * All are required, each by one course of the transcript with one of its codes:
   * `[['A'], ['B', 'C']]` is A together with B or C. Empty only for a package that takes any course.
   */
  hostCourses: readonly (readonly string[])[]
  homeCourses: readonly HomeCourse[]
  /** Set where what was studied is recognised as a whole against a block of home credit. */
  package: EquivalencePackage | null
  /** Null: for every degree programme of the home school. */
  degreeProgramme: string | null
  validFrom: DateOnly
  validTo: DateOnly | null
  /** Share of the home courses' content that the host courses cover together, as a person judged it. */
  contentShare: Fraction | null
  judgedBy: string
  judgedOn: DateOnly
}

/**
 * A package (Ghent University: courses abroad as a whole, at most 2 credits short): every passed course
 * that counts into it and that no other equivalence takes brings its credit, and together they need the block's.
 */
export interface EquivalencePackage {
  /** Codes that count beside the required courses, or any course of the host. */
  further: readonly string[] | 'any'
  /** Home credit by which the package may be short of the block. */
  accept: Fraction
}

/** One course of the transcript. */
export interface TranscriptLine {
  /** Unique in the transcript and stable: ties are settled by it. */
  id: string
  code: string
  title: Titles
  credit: Fraction | null
  /** Credit scheme that the transcript names for the line; null means the host's own. */
  creditSchemeId: string | null
  hours: TeachingHours | null
  grade: string | null
  status: 'passed' | 'failed' | 'in-progress' | null
  completedOn: DateOnly | null
  /** Any key that is equal for lines of one term: '2025-1'. */
  term: string | null
  /** How it was learnt; absent: taught in class during a term. */
  kind?: LearningKind
  /** What has been seen of it beside the transcript. */
  evidence?: readonly EvidenceKind[]
}

/** Everything that an evaluation depends on; nothing else is looked at. */
export interface EvaluationInput {
  decidedOn: DateOnly
  homeInstitution: string
  hostInstitution: string
  degreeProgramme: { id: string; totalCredit: Fraction }
  intakeYear: number | null
  alreadyRecognised: {
    credit: Fraction
    homeCourses: readonly string[]
    /** The credit in parts, where rules limit parts of it. */
    parts?: readonly RecognisedPart[]
  }
  /** What has been stated of the stay; absent: nothing. */
  stay?: StayFacts
  /** The day on which the transcript arrived and the one on which it was issued, and where the home institution is. */
  filedOn?: DateOnly
  issuedOn?: DateOnly | null
  homeCountry?: Country
  /** The home institution's terms, where a deadline counts by them. */
  homeTerms?: readonly HomeTerm[]
  ruleSet: RecognitionRuleSet
  schemes: readonly CreditScheme[]
  hostSchemeId: string
  homeSchemeId: string
  scales: readonly GradeScale[]
  hostScaleId: string
  homeScaleId: string
  correspondences: readonly GradeCorrespondence[]
  /** Only where the rules convert by grading tables. */
  gradingTables?: GradingTablePair
  equivalences: readonly Equivalence[]
  lines: readonly TranscriptLine[]
}

export type Verdict = 'recognised' | 'refused' | 'needs-decision'

/** A home course of a finding, with the home credit that is or could be recorded for it. */
export interface RecordedCourse extends HomeCourse {
  recorded: Fraction
}

/** What the rules say of one line, or of lines that count together. */
export interface Finding {
  verdict: Verdict
  equivalenceId: string | null
  /** Empty without an equivalence, and on a line of a set, whose home courses are the set's. */
  homeCourses: readonly RecordedCourse[]
  /** What is or could be recognised; on a line of a set its share by converted credit. */
  homeCredit: Fraction | null
  creditConversion: CreditConversion | null
  recordedGrade: string | null
  gradeConversion: GradeConversion | null
  reasons: Reason[]
}

/** The outcome for one line. */
export interface LineEvaluation extends Finding {
  lineId: string
  /** The id of the set with which the line counts; null where it stands alone. */
  setId: string | null
}

/** The outcome for two or more lines that count together: one verdict for all of them. */
export interface SetEvaluation extends Finding {
  /** The id of its first line in the transcript. */
  id: string
  /** In the transcript's order. */
  lineIds: readonly string[]
}

/** The whole transcript under one rule set. Same inputs give the same result and the same hash. */
export interface Evaluation {
  /** SHA-256 over the canonical JSON of the inputs, lines and equivalences in order of their ids. */
  inputHash: string
  ruleSetId: string
  ruleSetVersion: number
  lines: LineEvaluation[]
  /** What counts together, in the order of its first line. */
  sets: SetEvaluation[]
  totals: {
    recognised: Fraction
    /** Credit of lines that wait for a person. */
    open: Fraction
    refused: Fraction
    alreadyRecognised: Fraction
    /** Home credit that the caps still allowed before this transcript; null without a cap. */
    allowance: Fraction | null
  }
  counts: Record<Verdict, number>
  /** What the rules say of the whole and of what comes after it, such as honours; it refuses nothing. */
  remarks?: Reason[]
}
