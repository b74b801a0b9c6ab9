import type { Work } from '#kernel/database'
import { yearsOf } from '../rules/conditions.ts'

/** A copy in force with the last year of what was agreed, and its institution's place. */
export interface EndingCopy {
  id: string
  organisationId: string
  title: string
  lastYear: string
  country: string
  timeZone: string
}

/** The copies in force of which what is agreed ends with one of the given academic years, whatever is proposed; one query. */
export async function copiesEnding(work: Work, years: readonly string[]): Promise<EndingCopy[]> {
  const rows = await work.read
    .selectFrom('agreement_copies as c')
    .innerJoin('agreements as a', 'a.id', 'c.agreement_id')
    .innerJoin('agreement_versions as v', 'v.id', 'c.agreed_version_id')
    .innerJoin('organisations as o', 'o.id', 'c.organisation_id')
    .select(['c.id', 'c.organisation_id as organisationId', 'a.title', 'v.text'])
    .select(['o.country', 'o.time_zone as timeZone'])
    .where('a.state', 'in', ['in-force', 'changing'])
    .orderBy('c.id')
    .execute()
  return rows.flatMap(({ text, ...row }) => {
    const lastYear = yearsOf(text.conditions)?.last
    return lastYear !== undefined && years.includes(lastYear) ? [{ ...row, lastYear }] : []
  })
}
