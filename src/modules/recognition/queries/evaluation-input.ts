import type { Work } from '#kernel/database'
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
import { courseKey } from '../rules/evaluate-line.ts'
import { chooseRuleSet } from '../rules/policy.ts'
import type { Reason } from '../rules/reasons.ts'
import { exact, fromStored } from '../stored.ts'
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
export type CollectedInput = { ok: true; input: EvaluationInput } | { ok: false; reason: Reason }

/**
 * Collects the inputs of a case's evaluation on a day: the lines of its transcript, the rules that
 * apply, schemes and scales of both sides by intake, the standing equivalences of the pair, and what
 * other decisions have already recognised for the same enrolment. Eight queries, however many lines.
 */
export async function collectInput(
  work: Work,
  facts: CaseFacts,
  decidedOn: DateOnly,
): Promise<CollectedInput> {
  const enrolment = await enrolmentOf(work, facts.enrolment_id)
  const rules = await rulesFor(work, facts, decidedOn, enrolment.intake_year)
  if (!rules.ok) return rules
  const [host, homeSide] = await schemesOf(work, facts, enrolment.intake_year)
  const lines = await linesOf(work, facts.transcript_id)
  return {
    ok: true,
    input: {
      decidedOn,
      homeInstitution: facts.home_organisation_id,
      hostInstitution: facts.host_organisation_id,
      degreeProgramme: {
        id: facts.degree_programme_id,
        totalCredit: exact(enrolment.total_credit),
      },
      intakeYear: enrolment.intake_year,
      alreadyRecognised: await alreadyRecognised(work, facts),
      ruleSet: rules.ruleSet,
      schemes: await schemesByIds(work, [
        host.scheme,
        homeSide.scheme,
        ...lines.flatMap((line) => line.creditSchemeId ?? []),
      ]),
      hostSchemeId: host.scheme,
      homeSchemeId: homeSide.scheme,
      scales: await scalesByIds(work, [host.scale, homeSide.scale]),
      hostScaleId: host.scale,
      homeScaleId: homeSide.scale,
      correspondences: await correspondencesOf(work, facts.home_organisation_id, host.scale),
      equivalences: await equivalencesFor(work, facts, lines),
      lines,
    },
  }
}

async function enrolmentOf(work: Work, id: string) {
  return work.read
    .selectFrom('enrolments as e')
    .innerJoin('degree_programmes as d', 'd.id', 'e.degree_programme_id')
    .select(['e.intake_year', 'd.total_credit'])
    .where('e.id', '=', id)
    .executeTakeFirstOrThrow()
}

async function rulesFor(work: Work, facts: CaseFacts, decidedOn: DateOnly, intakeYear: number) {
  const rows = await work.read
    .selectFrom('recognition_rule_sets')
    .select('definition')
    .where('home_organisation_id', '=', facts.home_organisation_id)
    .execute()
  return chooseRuleSet(
    rows.map((row) => fromStored<RecognitionRuleSet>(row.definition)),
    {
      decidedOn,
      homeInstitution: facts.home_organisation_id,
      hostInstitution: facts.host_organisation_id,
      degreeProgramme: facts.degree_programme_id,
      intakeYear,
    },
  )
}

interface Side {
  scheme: string
  scale: string
}

/** Scheme and scale of host and home: the home side by the student's intake, the host side by the latest. */
async function schemesOf(work: Work, facts: CaseFacts, intakeYear: number): Promise<[Side, Side]> {
  const rows = await work.read
    .selectFrom('institution_schemes')
    .selectAll()
    .where('organisation_id', 'in', [facts.home_organisation_id, facts.host_organisation_id])
    .orderBy('intake_from', 'desc')
    .execute()
  const side = (organisationId: string): Side => {
    const row = rows.find(
      (each) =>
        each.organisation_id === organisationId &&
        each.intake_from <= intakeYear &&
        (each.intake_to ?? intakeYear) >= intakeYear,
    )
    // An institution that has not entered its scheme is evaluated with an unknown one: every line then says so.
    return { scheme: row?.credit_scheme_id ?? 'unknown', scale: row?.grade_scale_id ?? 'unknown' }
  }
  return [side(facts.host_organisation_id), side(facts.home_organisation_id)]
}

async function schemesByIds(work: Work, ids: string[]): Promise<CreditScheme[]> {
  const rows = await work.read
    .selectFrom('credit_schemes')
    .select('definition')
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return rows.map((row) => fromStored<CreditScheme>(row.definition))
}

async function scalesByIds(work: Work, ids: string[]): Promise<GradeScale[]> {
  const rows = await work.read
    .selectFrom('grade_scales')
    .select('definition')
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return rows.map((row) => fromStored<GradeScale>(row.definition))
}

async function correspondencesOf(
  work: Work,
  homeOrganisationId: string,
  hostScaleId: string,
): Promise<GradeCorrespondence[]> {
  const rows = await work.read
    .selectFrom('grade_correspondences')
    .selectAll()
    .where('home_organisation_id', '=', homeOrganisationId)
    .where('host_scale_id', '=', hostScaleId)
    .execute()
  return rows.map((row) => ({
    hostScaleId: row.host_scale_id,
    homeScaleId: row.home_scale_id,
    host: row.host_grade,
    home: row.home_grade,
    source: row.source,
  }))
}

async function equivalencesFor(
  work: Work,
  facts: CaseFacts,
  lines: readonly TranscriptLine[],
): Promise<Equivalence[]> {
  if (lines.length === 0) return []
  const rows = await work.read
    .selectFrom('equivalences')
    .selectAll()
    .where('home_organisation_id', '=', facts.home_organisation_id)
    .where('host_organisation_id', '=', facts.host_organisation_id)
    .where('withdrawn_at', 'is', null)
    .where(keyOf('host_course_code'), 'in', [...new Set(lines.map((line) => courseKey(line.code)))])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    hostInstitution: row.host_organisation_id,
    hostCourse: row.host_course_code,
    homeCourse: {
      code: row.home_course_code,
      title: row.home_course_titles,
      credit: exact(row.home_credit),
    },
    degreeProgramme: row.degree_programme_id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    contentShare: row.content_share === null ? null : exact(row.content_share),
    judgedBy: row.judged_by,
    judgedOn: row.judged_on,
  }))
}

async function alreadyRecognised(work: Work, facts: CaseFacts) {
  const rows = await work.read
    .selectFrom('case_lines as l')
    .innerJoin('recognition_cases as c', 'c.id', 'l.case_id')
    .select(['l.home_course_code', 'l.home_credit'])
    .where('c.enrolment_id', '=', facts.enrolment_id)
    .where('c.id', '<>', facts.id)
    .where('c.state', '=', 'decided')
    .where('l.verdict', '=', 'recognised')
    .execute()
  return {
    credit: Fraction.sum(rows.map((row) => exact(row.home_credit ?? '0'))),
    homeCourses: rows.flatMap((row) => row.home_course_code ?? []),
  }
}

/** The lines of a transcript in its order, as the rules read them. */
export async function linesOf(work: Work, transcriptId: string): Promise<TranscriptLine[]> {
  const rows = await work.read
    .selectFrom('transcript_lines')
    .selectAll()
    .where('transcript_id', '=', transcriptId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
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
  }))
}
