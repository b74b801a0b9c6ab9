import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { type Country, type DateOnly, isUuid } from '#kernel/values'
import type { CaseState } from '../schema.ts'

/** A case's row, locked until the commit, with its home institution's time zone. */
export interface LockedCase {
  [fact: string]: unknown
  id: string
  origin: string
  number: string
  transcript_id: string
  person_id: string
  enrolment_id: string
  home_organisation_id: string
  host_organisation_id: string
  degree_programme_id: string
  state: CaseState
  due_on: DateOnly | null
  paused_since: DateOnly | null
  decided_by: string | null
  assignee_id: string | null
  rule_set_id: string | null
  rule_set_version: number | null
  input_hash: string | null
  revision: number
  /** The unit that evaluates it, and those that are asked about a line of it. */
  unit_id: string | null
  line_unit_ids: string[]
  /** Who brought the transcript in. */
  brought_in_by: string | null
  time_zone: string
  country: Country
}

/** Loads a case and keeps others from changing it until this work commits. */
export async function caseForUpdate(work: Work, id: string): Promise<LockedCase | null> {
  if (!isUuid(id)) return null
  const row = await work.read
    .selectFrom('recognition_cases as c')
    .innerJoin('organisations as o', 'o.id', 'c.home_organisation_id')
    .innerJoin('transcripts as t', 't.id', 'c.transcript_id')
    .select([
      'c.id',
      'c.origin',
      'c.number',
      'c.transcript_id',
      'c.person_id',
      'c.enrolment_id',
      'c.home_organisation_id',
      'c.host_organisation_id',
      'c.degree_programme_id',
      'c.state',
      'c.due_on',
      'c.paused_since',
      'c.decided_by',
      'c.assignee_id',
      'c.rule_set_id',
      'c.rule_set_version',
      'c.input_hash',
      'c.revision',
      'c.unit_id',
      'c.line_unit_ids',
      't.created_by as brought_in_by',
      'o.time_zone',
      'o.country',
    ])
    .where('c.id', '=', id)
    .modifyEnd(sql`for update of c`)
    .executeTakeFirst()
  return row ?? null
}

/**
 * Keeps every other decision and transcript of the same enrolment waiting until this work commits: what
 * counts over all of them, the share of the degree programme first, is then read once nobody changes it.
 */
export async function lockEnrolment(work: Work, enrolmentId: string): Promise<void> {
  await work.read
    .selectFrom('enrolments as e')
    .select('e.id')
    .where('e.id', '=', enrolmentId)
    .modifyEnd(sql`for no key update of e`)
    .execute()
}
