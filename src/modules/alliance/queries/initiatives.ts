import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { money, type DateOnly, type LocalText, type Money } from '#kernel/values'
import type { InitiativeState } from '../schema.ts'
import { organisationNames } from './organisations.ts'

/** An initiative as the list shows it. */
export interface InitiativeRow {
  id: string
  kind: string
  names: LocalText
  summary: LocalText
  lead: { id: string; names: LocalText }
  startsOn: DateOnly
  endsOn: DateOnly | null
  budget: Money | null
  state: InitiativeState
  partners: number
  outputs: number
}

/** What narrows the list of initiatives; kept in the address. */
export interface InitiativeFilter {
  state?: InitiativeState | undefined
  kind?: string | undefined
  /** A calendar year in which it runs. */
  year?: number | undefined
}

/** Initiatives, running and planned ones first, then the newest; one query. */
export async function listInitiatives(
  work: Work,
  filter: InitiativeFilter = {},
): Promise<InitiativeRow[]> {
  const rows = await initiativeRows(work)
    .$if(filter.state !== undefined, (query) => query.where('i.state', '=', filter.state!))
    .$if(filter.kind !== undefined, (query) => query.where('i.kind', '=', filter.kind!))
    .$if(filter.year !== undefined, (query) =>
      query
        .where('i.starts_on', '<=', `${filter.year}-12-31`)
        .where((eb) =>
          eb.or([eb('i.ends_on', 'is', null), eb('i.ends_on', '>=', `${filter.year}-01-01`)]),
        ),
    )
    .orderBy(sql`array_position(array['running', 'planned', 'ended', 'cancelled'], i.state)`)
    .orderBy('i.starts_on', 'desc')
    .orderBy('i.id')
    .execute()
  return rows.map(asInitiative)
}

/** The kinds that initiatives have, as the secretariat has named them. */
export async function initiativeKinds(work: Work): Promise<string[]> {
  const rows = await work.read
    .selectFrom('initiatives')
    .select('kind')
    .distinct()
    .orderBy('kind')
    .execute()
  return rows.map((row) => row.kind)
}

/** An initiative with its partners and outputs. */
export async function initiativePage(work: Work, id: string) {
  const row = await initiativeRows(work).where('i.id', '=', id).executeTakeFirst()
  if (!row) return null
  const [partners, outputs] = await Promise.all([
    work.read
      .selectFrom('initiative_partners')
      .select('organisation_id')
      .where('initiative_id', '=', id)
      .execute(),
    work.read
      .selectFrom('initiative_outputs')
      .select(['id', 'kind', 'names', 'url', 'produced_on'])
      .where('initiative_id', '=', id)
      .where('removed_at', 'is', null)
      .orderBy('produced_on', (order) => order.desc().nullsLast())
      .orderBy('id')
      .execute(),
  ])
  const ids = partners.map((partner) => partner.organisation_id)
  const names = await organisationNames(work, ids)
  return {
    ...asInitiative(row),
    partnerList: ids.map((organisationId) => ({
      id: organisationId,
      names: names.get(organisationId) ?? {},
    })),
    outputList: outputs,
  }
}

/** The page of an initiative, as its view takes it. */
export type InitiativePage = NonNullable<Awaited<ReturnType<typeof initiativePage>>>

/** Initiatives that an organisation leads or shares in; one query. */
export async function initiativesOf(work: Work, organisationId: string): Promise<InitiativeRow[]> {
  const rows = await initiativeRows(work)
    .where((eb) =>
      eb.or([
        eb('i.lead_organisation_id', '=', organisationId),
        eb.exists(
          eb
            .selectFrom('initiative_partners as x')
            .select('x.initiative_id')
            .whereRef('x.initiative_id', '=', 'i.id')
            .where('x.organisation_id', '=', organisationId),
        ),
      ]),
    )
    .orderBy('i.starts_on', 'desc')
    .execute()
  return rows.map(asInitiative)
}

function initiativeRows(work: Work) {
  return work.read
    .selectFrom('initiatives as i')
    .innerJoin('organisations as o', 'o.id', 'i.lead_organisation_id')
    .select([
      'i.id',
      'i.kind',
      'i.names',
      'i.summary',
      'i.starts_on',
      'i.ends_on',
      'i.budget_minor',
      'i.currency',
      'i.state',
      'o.id as lead_id',
      'o.names as lead_names',
      sql<number>`(select count(*)::int from initiative_partners x where x.initiative_id = i.id)`.as(
        'partners',
      ),
      sql<number>`(select count(*)::int from initiative_outputs x where x.initiative_id = i.id and x.removed_at is null)`.as(
        'outputs',
      ),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof initiativeRows>['execute']>>[number]

function asInitiative(row: Row): InitiativeRow {
  return {
    id: row.id,
    kind: row.kind,
    names: row.names,
    summary: row.summary,
    lead: { id: row.lead_id, names: row.lead_names },
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    budget:
      row.budget_minor === null || row.currency === null
        ? null
        : money(row.budget_minor, row.currency),
    state: row.state,
    partners: row.partners,
    outputs: row.outputs,
  }
}
