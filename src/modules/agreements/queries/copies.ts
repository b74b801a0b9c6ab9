import { type RawBuilder, sql } from 'kysely'
import type { Work } from '#kernel/database'
import { isUuid, type LocalText } from '#kernel/values'
import type { AgreementState } from '../rules/agreement.ts'
import type { AgreementKind, AgreementText, ConditionKind } from '../rules/conditions.ts'

/** A partner's copy with its agreement, as rules and verbs look at it. */
export interface CopyRow {
  [fact: string]: unknown
  id: string
  organisation_id: string
  visible: boolean
  agreementId: string
  kind: AgreementKind
  frameworkId: string | null
  title: string
  state: AgreementState
  code: string
  draft: AgreementText
  draftNumber: number
  draftAt: Date
  sentVersionId: string | null
  agreedVersionId: string | null
}

/** A copy by its id, or null; `lock` keeps the agreement with all its copies from being changed by two at once. */
export async function copyById(work: Work, id: string, lock?: 'lock'): Promise<CopyRow | null> {
  if (!isUuid(id)) return null
  if (lock) {
    await work.read
      .selectFrom('agreements')
      .select('id')
      .where('id', 'in', (eb) =>
        eb.selectFrom('agreement_copies').select('agreement_id').where('id', '=', id),
      )
      .modifyEnd(sql`for update`)
      .execute()
  }
  const row = await work.read
    .selectFrom('agreement_copies as c')
    .innerJoin('agreements as a', 'a.id', 'c.agreement_id')
    .select([
      'c.id',
      'c.organisation_id',
      'c.visible',
      'c.agreement_id as agreementId',
      'a.kind',
      'a.framework_id as frameworkId',
      'a.title',
      'a.state',
      'c.code',
      'c.draft',
      'c.draft_number as draftNumber',
      'c.draft_at as draftAt',
      'c.sent_version_id as sentVersionId',
      'c.agreed_version_id as agreedVersionId',
    ])
    .where('c.id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** What narrows a list of agreements. */
export interface AgreementFilter {
  q: string
  state: AgreementState | null
  partner: string | null
  kind: ConditionKind | null
  /** An academic year in which conditions run. */
  year: string | null
  /** Only those whose last year is this one or earlier. */
  endsBy: string | null
}

/** An agreement in the list of those that a reader's institution is a partner of. */
export interface ListedAgreement {
  id: string
  agreementId: string
  kind: AgreementKind
  title: string
  state: AgreementState
  code: string
  organisation: LocalText
  partners: { id: string; names: LocalText }[]
  firstYear: string | null
  lastYear: string | null
  changedAt: Date
  text: AgreementText | null
}

/** The agreements that a reader may list, those of the last change first: one query, however many. */
export async function listAgreements(
  work: Work,
  filter: AgreementFilter,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ agreements: ListedAgreement[]; total: number }> {
  const rows = await narrowed(work, filter)
    .select((eb) => [
      'agreement_copies.id',
      'agreement_copies.agreement_id as agreementId',
      'a.kind',
      'a.title',
      'a.state',
      'agreement_copies.code',
      'o.names as organisation',
      partnersOfCopy().as('partners'),
      firstYear.as('firstYear'),
      lastYear.as('lastYear'),
      'a.changed_at as changedAt',
      'v.text',
      eb.fn.countAll<bigint>().over().as('total'),
    ])
    .orderBy('a.changed_at', 'desc')
    .orderBy('agreement_copies.id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return {
    agreements: rows.map(({ total: _total, ...row }) => row),
    total: Number(rows[0]?.total ?? 0),
  }
}

/** The years of one's own copy, else of the copy that a partner has sent first. */
const firstYear = sql<string | null>`coalesce(agreement_copies.first_year, (
  select min(x.first_year) from agreement_copies x where x.agreement_id = agreement_copies.agreement_id))`
const lastYear = sql<string | null>`coalesce(a.last_year, agreement_copies.last_year, (
  select max(x.last_year) from agreement_copies x where x.agreement_id = agreement_copies.agreement_id))`

/** Academic years are compared by when they begin: '2026/2026' of Korea and '2026/2027' begin in the same one. */
function beginOf(year: string | RawBuilder<string | null>) {
  return sql<string>`left(${year}, 4)`
}

/** The other partners of a copy, in the order in which they stand in the agreement. */
function partnersOfCopy() {
  return sql<{ id: string; names: LocalText }[]>`(
    select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'names', p.names) order by x.position), '[]'::jsonb)
    from agreement_copies x join organisations p on p.id = x.organisation_id
    where x.agreement_id = agreement_copies.agreement_id and x.id <> agreement_copies.id)`
}

function narrowed(work: Work, filter: AgreementFilter) {
  const like = `%${filter.q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return work.read
    .selectFrom('agreement_copies')
    .innerJoin('agreements as a', 'a.id', 'agreement_copies.agreement_id')
    .innerJoin('organisations as o', 'o.id', 'agreement_copies.organisation_id')
    .leftJoin('agreement_versions as v', (join) =>
      join.on(
        sql<boolean>`v.id = coalesce(agreement_copies.agreed_version_id, agreement_copies.sent_version_id, (
          select x.sent_version_id from agreement_copies x
          where x.agreement_id = agreement_copies.agreement_id and x.sent_version_id is not null
          order by x.position limit 1))`,
      ),
    )
    .where(work.scope('agreements.agreement.list', 'agreement_copies'))
    .$if(filter.state !== null, (query) => query.where('a.state', '=', filter.state!))
    .$if(filter.state === null, (query) => query.where('a.state', '<>', 'withdrawn'))
    .$if(filter.partner !== null, (query) =>
      query.where(sql<boolean>`exists (select 1 from agreement_copies x
        where x.agreement_id = a.id and x.organisation_id = ${filter.partner})`),
    )
    .$if(filter.kind !== null, (query) =>
      query.where(
        sql<boolean>`v.text -> 'conditions' @> ${JSON.stringify([{ kind: filter.kind }])}::jsonb`,
      ),
    )
    .$if(filter.year !== null, (query) =>
      query
        .where(beginOf(firstYear), '<=', beginOf(filter.year!))
        .where(beginOf(lastYear), '>=', beginOf(filter.year!)),
    )
    .$if(filter.endsBy !== null, (query) =>
      query.where(beginOf(lastYear), '<=', beginOf(filter.endsBy!)),
    )
    .$if(filter.q !== '', (query) =>
      query.where(sql<boolean>`(a.title ilike ${like} or agreement_copies.code ilike ${like} or exists (
        select 1 from agreement_copies x join organisations p on p.id = x.organisation_id
        where x.agreement_id = a.id and (p.acronym ilike ${like} or exists (
          select 1 from jsonb_each_text(p.names) as name where name.value ilike ${like}))))`),
    )
}

/** The frameworks under which an institution may make an annex. */
export async function frameworksOf(
  work: Work,
  organisationIds: readonly string[],
): Promise<{ id: string; title: string; partnerIds: string[] }[]> {
  if (organisationIds.length === 0) return []
  return work.read
    .selectFrom('agreements as a')
    .select([
      'a.id',
      'a.title',
      sql<string[]>`array(select c.organisation_id::text from agreement_copies c
        where c.agreement_id = a.id order by c.position)`.as('partnerIds'),
    ])
    .where('a.kind', '=', 'framework')
    .where('a.state', 'in', ['in-force', 'changing', 'proposed', 'draft'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('agreement_copies as c')
          .select('c.id')
          .whereRef('c.agreement_id', '=', 'a.id')
          .where('c.visible', '=', true)
          .where('c.organisation_id', 'in', [...organisationIds]),
      ),
    )
    .orderBy('a.title')
    .execute()
}

/** The framework that an annex stands under, with the way to the reader's own copy of it. */
export async function frameworkOf(
  work: Work,
  { frameworkId, organisation_id: organisationId }: CopyRow,
  base: string,
): Promise<{ title: string; href: string | null } | null> {
  if (frameworkId === null) return null
  const row = await work.read
    .selectFrom('agreements as a')
    .leftJoin('agreement_copies as c', (join) =>
      join
        .onRef('c.agreement_id', '=', 'a.id')
        .on('c.organisation_id', '=', organisationId)
        .on('c.visible', '=', true),
    )
    .select(['a.title', 'c.id'])
    .where('a.id', '=', frameworkId)
    .executeTakeFirst()
  return row ? { title: row.title, href: row.id === null ? null : `${base}/${row.id}` } : null
}

/** The annexes of a framework of which the reader may see a copy. */
export function annexesOf(
  work: Work,
  frameworkId: string,
): Promise<{ id: string; title: string }[]> {
  return work.read
    .selectFrom('agreement_copies')
    .innerJoin('agreements as a', 'a.id', 'agreement_copies.agreement_id')
    .select(['agreement_copies.id', 'a.title'])
    .where(work.scope('agreements.agreement.list', 'agreement_copies'))
    .where('a.framework_id', '=', frameworkId)
    .where('a.state', '<>', 'withdrawn')
    .orderBy('a.title')
    .execute()
}

/** The agreements of some institutions by name and number, to find those that a list brings a second time. */
export async function standingAgreements(
  work: Work,
  organisationIds: readonly string[],
): Promise<{ organisationId: string; title: string; code: string }[]> {
  if (organisationIds.length === 0) return []
  return work.read
    .selectFrom('agreement_copies as c')
    .innerJoin('agreements as a', 'a.id', 'c.agreement_id')
    .select(['c.organisation_id as organisationId', 'a.title', 'c.code'])
    .where('c.organisation_id', 'in', [...organisationIds])
    .where('c.visible', '=', true)
    .where('a.state', '<>', 'withdrawn')
    .execute()
}
