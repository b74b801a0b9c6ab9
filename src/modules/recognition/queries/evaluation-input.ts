import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reader, Work } from '#kernel/database'
import { type DateOnly, Fraction } from '#kernel/values'
import type {
  CreditScheme,
  Equivalence,
  EvaluationInput,
  GradeCorrespondence,
  GradeScale,
  RecognitionRuleSet,
  TeachingHours,
  TranscriptLine,
} from '../rules/types.ts'
import type { Cycle } from '../rules/grade-types.ts'
import { gradingTablesFor } from '../rules/grading-table.ts'
import { learningOf } from '../rules/line-facts.ts'
import { chooseRuleSet } from '../rules/policy.ts'
import type { Reason } from '../rules/reasons.ts'
import { exact, fromStored } from '../stored.ts'
import { furtherOf, homeCoursesOf, hostCoursesOf, requirementsOf } from './equivalences.ts'
import {
  circumstances,
  filingOf,
  homeTermsOf,
  latestStay,
  partsFor,
  partsOf,
} from './circumstances.ts'
import { gradingTablesInForce, readHeld } from './grading-tables.ts'
import { keyOf } from './home-course.ts'

/** The case as far as its evaluation depends on it. */
export interface CaseFacts {
  id: string
  transcript_id: string
  person_id: string
  home_organisation_id: string
  host_organisation_id: string
  degree_programme_id: string
  enrolment_id: string
}

/** Everything that an evaluation looks at, or the reason why there is no rule to look with. */
export type CollectedInput =
  | {
      ok: true
      input: EvaluationInput
      /** The same case under other rules, with what these ask for. */
      under(ruleSet: RecognitionRuleSet): EvaluationInput
    }
  | { ok: false; reason: Reason }

/**
 * Collects the inputs of a case's evaluation on a day: the lines of its transcript, the rules that
 * apply, schemes and scales of both sides by intake, the standing equivalences of the pair, and what
 * other decisions have already recognised for the same enrolment. One query, whatever is in it: a page
 * asks for this at every look. With `planned` lines, those stand in the place of a transcript's, and every
 * standing equivalence of the pair is there, for the choice among them. Each part has a function that finds its rows and one that reads them.
 */
export async function collectInput(
  work: Work,
  facts: CaseFacts,
  decidedOn: DateOnly,
  planned?: readonly TranscriptLine[],
): Promise<CollectedInput> {
  const { read } = work
  const rows = await read
    .selectFrom('enrolments as e')
    .innerJoin('degree_programmes as d', 'd.id', 'e.degree_programme_id')
    .select([
      'e.intake_year',
      'd.total_credit',
      'd.level',
      'd.isced_f',
      jsonArrayFrom(rulesOf(read, facts)).as('rules'),
      jsonArrayFrom(sidesOf(read, facts)).as('sides'),
      jsonArrayFrom(schemesOf(read, facts)).as('schemes'),
      jsonArrayFrom(scalesOf(read, facts)).as('scales'),
      jsonArrayFrom(correspondencesOf(read, facts)).as('correspondences'),
      jsonArrayFrom(gradingTablesInForce(read, facts, decidedOn)).as('gradingTables'),
      jsonArrayFrom(equivalencesOf(read, facts, planned === undefined ? 'named' : 'all')).as(
        'equivalences',
      ),
      jsonArrayFrom(recognisedOf(read, facts)).as('recognised'),
      jsonArrayFrom(transcriptLinesOf(read, facts.transcript_id)).as('lines'),
      jsonArrayFrom(partsOf(read, facts)).as('parts'),
      jsonArrayFrom(latestStay(read, facts.id)).as('stay'),
      jsonArrayFrom(filingOf(read, facts)).as('filing'),
      jsonArrayFrom(homeTermsOf(read, facts)).as('homeTerms'),
    ])
    .where('e.id', '=', facts.enrolment_id)
    .executeTakeFirstOrThrow()
  const rules = chooseRuleSet(
    rows.rules.map((row) => fromStored<RecognitionRuleSet>(row.definition)),
    {
      decidedOn,
      homeInstitution: facts.home_organisation_id,
      hostInstitution: facts.host_organisation_id,
      degreeProgramme: facts.degree_programme_id,
      intakeYear: rows.intake_year,
    },
  )
  if (!rules.ok) return rules
  const host = sideOf(rows.sides, facts.host_organisation_id, rows.intake_year)
  const home = sideOf(rows.sides, facts.home_organisation_id, rows.intake_year)
  const lines = planned ?? rows.lines.map(readLine)
  const gradingTables = tablesOf(rules.ruleSet, rows, facts, { host, home })
  const recognised = readRecognised(rows.recognised)
  const ruled = (ruleSet: RecognitionRuleSet) => ({
    alreadyRecognised: { ...recognised, ...partsFor(ruleSet, rows.parts) },
    ...circumstances(ruleSet, rows),
    ruleSet,
  })
  const input: EvaluationInput = {
    decidedOn,
    homeInstitution: facts.home_organisation_id,
    hostInstitution: facts.host_organisation_id,
    degreeProgramme: { id: facts.degree_programme_id, totalCredit: exact(rows.total_credit) },
    intakeYear: rows.intake_year,
    ...ruled(rules.ruleSet),
    ...definitionsFor(rows, { host, home }, lines),
    ...(gradingTables ? { gradingTables } : {}),
    equivalences: rows.equivalences.map(readEquivalence),
    lines,
  }
  return { ok: true, input, under: (ruleSet) => ({ ...input, ...ruled(ruleSet) }) }
}

type Rows<Query extends (...args: never[]) => { execute(): Promise<unknown> }> = Awaited<
  ReturnType<ReturnType<Query>['execute']>
>
/** A row as it comes out of JSON: here dates are text on either way. */
type Row<Query extends (...args: never[]) => { execute(): Promise<unknown> }> =
  Rows<Query> extends (infer One)[] ? One : never

function rulesOf(read: Reader, facts: CaseFacts) {
  return read
    .selectFrom('recognition_rule_sets')
    .select('definition')
    .where('home_organisation_id', '=', facts.home_organisation_id)
}

function sidesOf(read: Reader, facts: CaseFacts) {
  return read
    .selectFrom('institution_schemes')
    .select(['organisation_id', 'credit_scheme_id', 'grade_scale_id', 'intake_from', 'intake_to'])
    .where('organisation_id', 'in', [facts.home_organisation_id, facts.host_organisation_id])
    .orderBy('intake_from', 'desc')
}

interface Side {
  scheme: string
  scale: string
}

/** Scheme and scale of one side, by the student's intake. */
function sideOf(rows: Rows<typeof sidesOf>, organisationId: string, intakeYear: number): Side {
  const row = rows.find(
    (each) =>
      each.organisation_id === organisationId &&
      each.intake_from <= intakeYear &&
      (each.intake_to ?? intakeYear) >= intakeYear,
  )
  // An institution that has not entered its scheme is evaluated with an unknown one: every line then says so.
  return { scheme: row?.credit_scheme_id ?? 'unknown', scale: row?.grade_scale_id ?? 'unknown' }
}

function schemesOf(read: Reader, facts: CaseFacts) {
  return read
    .selectFrom('credit_schemes')
    .select(['id', 'definition'])
    .where((eb) =>
      eb.or([
        eb(
          'id',
          'in',
          sidesOf(read, facts).clearOrderBy().clearSelect().select('credit_scheme_id'),
        ),
        eb(
          'id',
          'in',
          read
            .selectFrom('transcript_lines')
            .select('credit_scheme_id')
            .where('transcript_id', '=', facts.transcript_id),
        ),
      ]),
    )
}

function scalesOf(read: Reader, facts: CaseFacts) {
  return read
    .selectFrom('grade_scales')
    .select(['id', 'definition'])
    .where('id', 'in', sidesOf(read, facts).clearOrderBy().clearSelect().select('grade_scale_id'))
}

/** Schemes, scales and correspondences of both sides, and the schemes that lines name. */
function definitionsFor(
  rows: {
    schemes: Parameters<typeof definitionsOf>[0]
    scales: Parameters<typeof definitionsOf>[0]
    correspondences: readonly Row<typeof correspondencesOf>[]
  },
  { host, home }: { host: Side; home: Side },
  lines: readonly TranscriptLine[],
) {
  const schemes = [host.scheme, home.scheme, ...lines.map((line) => line.creditSchemeId)]
  return {
    schemes: definitionsOf<CreditScheme>(rows.schemes, schemes),
    hostSchemeId: host.scheme,
    homeSchemeId: home.scheme,
    scales: definitionsOf<GradeScale>(rows.scales, [host.scale, home.scale]),
    hostScaleId: host.scale,
    homeScaleId: home.scale,
    correspondences: rows.correspondences
      .filter((row) => row.host_scale_id === host.scale)
      .map(readCorrespondence),
  }
}

function definitionsOf<Definition>(
  rows: readonly { id: string; definition: unknown }[],
  ids: readonly (string | null)[],
): Definition[] {
  return rows
    .filter((row) => ids.includes(row.id))
    .map((row) => fromStored<Definition>(row.definition))
}

/** The grading tables to compare for the student's reference group, where the rules do so. */
function tablesOf(
  { gradeRule }: RecognitionRuleSet,
  rows: { level: Cycle; isced_f: string | null; gradingTables: Parameters<typeof readHeld>[0][] },
  facts: CaseFacts,
  { host, home }: { host: Side; home: Side },
) {
  return gradingTablesFor(gradeRule, rows.gradingTables.map(readHeld), {
    host: { institution: facts.host_organisation_id, scaleId: host.scale },
    home: { institution: facts.home_organisation_id, scaleId: home.scale },
    cycle: rows.level,
    iscedF: rows.isced_f,
  })
}

function correspondencesOf(read: Reader, facts: CaseFacts) {
  return read
    .selectFrom('grade_correspondences')
    .select(['host_scale_id', 'home_scale_id', 'host_grade', 'home_grade', 'source'])
    .where('home_organisation_id', '=', facts.home_organisation_id)
}

function readCorrespondence(row: Row<typeof correspondencesOf>): GradeCorrespondence {
  return {
    hostScaleId: row.host_scale_id,
    homeScaleId: row.home_scale_id,
    host: row.host_grade,
    home: row.home_grade,
    source: row.source,
  }
}

/** Standing equivalences that name a course of the transcript, and packages that take any course; or all of the pair. */
function equivalencesOf(read: Reader, facts: CaseFacts, which: 'named' | 'all') {
  const keys = read
    .selectFrom('transcript_lines as t')
    .select(keyOf('t.code').as('key'))
    .where('t.transcript_id', '=', facts.transcript_id)
  const named = read
    .selectFrom('equivalence_host_courses as c')
    .select('c.equivalence_id')
    .where('c.home_organisation_id', '=', facts.home_organisation_id)
    .where('c.host_organisation_id', '=', facts.host_organisation_id)
    .where(keyOf('c.course_code'), 'in', keys)
  return read
    .selectFrom('equivalences')
    .select([
      'equivalences.id',
      'host_organisation_id',
      'package_accept',
      'package_any',
      'degree_programme_id',
      'valid_from',
      'valid_to',
      'content_share',
      'judged_by',
      'judged_on',
      hostCoursesOf,
      homeCoursesOf,
    ])
    .where('home_organisation_id', '=', facts.home_organisation_id)
    .where('host_organisation_id', '=', facts.host_organisation_id)
    .where('withdrawn_at', 'is', null)
    .$if(which === 'named', (query) =>
      query.where((eb) =>
        eb.or([eb('package_any', '=', true), eb('equivalences.id', 'in', named)]),
      ),
    )
}

function readEquivalence(row: Row<typeof equivalencesOf>): Equivalence {
  return {
    id: row.id,
    hostInstitution: row.host_organisation_id,
    hostCourses: requirementsOf(row.hostCourses),
    homeCourses: row.homeCourses.map(({ code, titles: title, credit }) => ({
      code,
      title,
      credit: exact(credit),
    })),
    package:
      row.package_accept === null
        ? null
        : {
            further: row.package_any ? 'any' : furtherOf(row.hostCourses),
            accept: exact(row.package_accept),
          },
    degreeProgramme: row.degree_programme_id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    contentShare: row.content_share === null ? null : exact(row.content_share),
    judgedBy: row.judged_by,
    judgedOn: row.judged_on,
  }
}

function recognisedOf(read: Reader, facts: CaseFacts) {
  return read
    .selectFrom('case_home_courses as h')
    .innerJoin('recognition_cases as c', 'c.id', 'h.case_id')
    .select(['h.course_code', 'h.credit'])
    .where('c.enrolment_id', '=', facts.enrolment_id)
    .where('c.id', '<>', facts.id)
    .where('c.state', '=', 'decided')
}

function readRecognised(rows: Rows<typeof recognisedOf>): EvaluationInput['alreadyRecognised'] {
  return {
    credit: Fraction.sum(rows.map((row) => exact(row.credit))),
    homeCourses: rows.map((row) => row.course_code),
  }
}

function transcriptLinesOf(read: Reader, transcriptId: string) {
  return read
    .selectFrom('transcript_lines')
    .select([
      'id',
      'code',
      'titles',
      'credit',
      'credit_scheme_id',
      'hours',
      'grade',
      'status',
      'completed_on',
      'term',
      'kind',
      'evidence',
    ])
    .where('transcript_id', '=', transcriptId)
    .orderBy('position')
}

/** The lines of a transcript in its order, as the rules read them. */
export async function linesOfTranscript(
  work: Work,
  transcriptId: string,
): Promise<TranscriptLine[]> {
  return (await transcriptLinesOf(work.read, transcriptId).execute()).map(readLine)
}

function readLine(row: Row<typeof transcriptLinesOf>): TranscriptLine {
  return {
    id: row.id,
    code: row.code,
    title: row.titles,
    credit: row.credit === null ? null : exact(row.credit),
    creditSchemeId: row.credit_scheme_id,
    hours: row.hours === null ? null : fromStored<TeachingHours>(row.hours),
    grade: row.grade,
    status: row.status,
    completedOn: row.completed_on,
    term: row.term,
    ...learningOf(row.kind, row.evidence),
  }
}
