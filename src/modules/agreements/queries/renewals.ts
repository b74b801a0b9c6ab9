import type { Work } from '#kernel/database'

/** A copy in force with the last year of what was agreed, and its institution's place. */
export interface EndingCopy {
  id: string
  organisationId: string
  title: string
  lastYear: string
  country: string
  timeZone: string
}

/** The copies in force whose last academic year is one of the given ones; one query. */
export async function copiesEnding(work: Work, years: readonly string[]): Promise<EndingCopy[]> {
  const rows = await work.read
    .selectFrom('agreement_copies as c')
    .innerJoin('agreements as a', 'a.id', 'c.agreement_id')
    .innerJoin('organisations as o', 'o.id', 'c.organisation_id')
    .select(['c.id', 'c.organisation_id as organisationId', 'a.title', 'c.last_year as lastYear'])
    .select(['o.country', 'o.time_zone as timeZone'])
    .where('a.state', 'in', ['in-force', 'changing'])
    .where('c.agreed_version_id', 'is not', null)
    .where('c.last_year', 'in', [...years])
    .orderBy('c.id')
    .execute()
  return rows.flatMap((row) => (row.lastYear === null ? [] : [{ ...row, lastYear: row.lastYear }]))
}
