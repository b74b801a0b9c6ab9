import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { type DateOnly, isUuid, type LocalText, type PersonName } from '#kernel/values'
import type { GradeScale, RecognitionRuleSet } from '../rules/types.ts'
import { fromStored } from '../stored.ts'

/** A version of a rule set with the names that a page shows, and the facts that the rule table asks for. */
export interface RuleSetRow {
  [fact: string]: unknown
  id: string
  version: number
  home_organisation_id: string
  homeNames: LocalText
  hostNames: LocalText | null
  programmeNames: LocalText | null
  validFrom: DateOnly
  validTo: DateOnly | null
  publishedAt: Date
  publishedBy: PersonName | null
  definition: RecognitionRuleSet
}

function withNames(work: Work) {
  return work.read
    .selectFrom('recognition_rule_sets as r')
    .innerJoin('organisations as home', 'home.id', 'r.home_organisation_id')
    .leftJoin('organisations as host', 'host.id', 'r.host_organisation_id')
    .leftJoin('degree_programmes as d', 'd.id', 'r.degree_programme_id')
    .leftJoin('persons as p', 'p.id', 'r.published_by')
    .selectAll('r')
    .select([
      'home.names as homeNames',
      'host.names as hostNames',
      'd.names as programmeNames',
      'p.name as publishedByName',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof withNames>['executeTakeFirstOrThrow']>>

function read(row: Row): RuleSetRow {
  return {
    id: row.id,
    version: row.version,
    home_organisation_id: row.home_organisation_id,
    homeNames: row.homeNames,
    hostNames: row.hostNames,
    programmeNames: row.programmeNames,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    publishedAt: row.published_at,
    publishedBy: row.publishedByName,
    definition: fromStored<RecognitionRuleSet>(row.definition),
  }
}

/** The latest version of every rule set that the actor may see; one query. */
export async function listRuleSets(work: Work): Promise<RuleSetRow[]> {
  const rows = await withNames(work)
    .where(work.scope('recognition.rule-set.list', 'r'))
    .where(
      sql<boolean>`r.version = (select max(latest.version) from recognition_rule_sets as latest where latest.id = r.id)`,
    )
    .orderBy('r.home_organisation_id')
    .orderBy('r.valid_from', 'desc')
    .orderBy('r.id')
    .execute()
  return rows.map(read)
}

/** All versions of one rule set, the latest first; empty where there is none. */
export async function ruleSetVersions(work: Work, id: string): Promise<RuleSetRow[]> {
  if (!isUuid(id)) return []
  const rows = await withNames(work).where('r.id', '=', id).orderBy('r.version', 'desc').execute()
  return rows.map(read)
}

/** All rules of a home institution, as the engine chooses among them. */
export async function ruleSetsOf(
  work: Work,
  homeOrganisationId: string,
): Promise<RecognitionRuleSet[]> {
  const rows = await work.read
    .selectFrom('recognition_rule_sets')
    .select('definition')
    .where('home_organisation_id', '=', homeOrganisationId)
    .execute()
  return rows.map((row) => fromStored<RecognitionRuleSet>(row.definition))
}

/** The grade scales that an institution uses, over all intakes. */
export async function gradeScalesOf(work: Work, organisationId: string): Promise<GradeScale[]> {
  const rows = await work.read
    .selectFrom('grade_scales')
    .select('definition')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('institution_schemes')
        .select('grade_scale_id')
        .where('organisation_id', '=', organisationId),
    )
    .orderBy('id')
    .execute()
  return rows.map((row) => fromStored<GradeScale>(row.definition))
}

/** Other institutions, as hosts to choose from. */
export async function possibleHosts(
  work: Work,
): Promise<{ id: string; names: LocalText; country: string }[]> {
  return work.read
    .selectFrom('organisations')
    .select(['id', 'names', 'country'])
    .where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('institution_schemes')
            .select('institution_schemes.id')
            .whereRef('institution_schemes.organisation_id', '=', 'organisations.id'),
        ),
        eb.exists(
          eb
            .selectFrom('sector_roles')
            .select('sector_roles.id')
            .whereRef('sector_roles.organisation_id', '=', 'organisations.id')
            .where('sector_roles.sector', '=', 'academia'),
        ),
      ]),
    )
    .orderBy('id')
    .execute()
}
