import { type Expression, type ExpressionBuilder, type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Actor, Tables, Work } from '#kernel/database'
import { type Language, languages, type LocalText, localised } from '#kernel/values'
import { highlight, type Piece } from './highlight.ts'
import { gramsOfRun, normalise, runs } from './tokens.ts'
import { parseQuery, type Query } from './vectors.ts'

/** What was found, said in the reader's language as far as it has a name there. */
export interface Hit {
  kind: string
  objectId: string
  href: string
  title: Shown
  /** Its name in another language, where the words stand in that one and not in the reader's. */
  also: Shown | null
  subtitle: Shown | null
}

interface Shown {
  text: string
  language: Language
  pieces: Piece[]
}

/** The answer to a search. */
export interface SearchResult {
  hits: Hit[]
  /** Whether nothing was found as typed, and these names are only similar. */
  similar: boolean
}

/** What is wanted of it. */
export interface SearchOptions {
  kinds?: readonly string[]
  limit?: number
  offset?: number
  /**
   * Roles that are limited to a programme find what is of it. Only for a caller that then asks, of what was found, a
   * policy that minds programmes as well; elsewhere such a role opens no page and so finds nothing.
   */
  minds?: 'programme'
}

/** How alike two names must be, by the share of their grams, to be offered instead. */
const leastLikeness = 0.4

/** Similar names that are compared at most. */
const candidates = 200

/**
 * Finds what the actor may see: all words of the query, each as the beginning of a word; Thai and Chinese also within
 * compounds. Where nothing is found so, names that are nearly the same. A query without a word finds nothing.
 */
export async function search(
  work: Work,
  typed: string,
  options: SearchOptions = {},
): Promise<SearchResult> {
  const query = parseQuery(typed)
  if (query === null) return { hits: [], similar: false }
  const exact = await findExact(work, typed, query, options)
  if (exact.length > 0 || (options.offset ?? 0) > 0) {
    return { hits: exact.map((row) => hitOf(row, work.language, query.terms)), similar: false }
  }
  const similar = await findSimilar(work, typed, query, options)
  return {
    hits: similar.map((row) => hitOf(row, work.language, [])),
    similar: similar.length > 0,
  }
}

/** What of these the actor may see, under the key `kind id`, with its name; of a person the first page that they may open. */
export async function documentsNamed(
  work: Work,
  wanted: readonly { kind: string; id: string }[],
): Promise<Map<string, { title: string; href: string }>> {
  if (wanted.length === 0) return new Map()
  // A person has a document at each organisation that knows them.
  const grants = work.actor.kind === 'person' ? work.actor.grants : []
  const places = [...new Set(grants.flatMap(({ organisationId }) => organisationId ?? []))]
  const ids = wanted.flatMap(({ id }) => [id, ...places.map((place) => `${id}@${place}`)])
  const rows = await visible(work, { kinds: [...new Set(wanted.map(({ kind }) => kind))] })
    .where('object_id', 'in', [...new Set(ids)])
    .orderBy('object_id', 'desc')
    .execute()
  return new Map(
    rows.map((row) => [
      `${row.kind} ${row.object_id.split('@', 1)[0]}`,
      { title: localised(row.title, work.language).text, href: row.href },
    ]),
  )
}

interface Row {
  kind: string
  object_id: string
  title: LocalText
  subtitle: LocalText
  href: string
}

async function findExact(
  work: Work,
  typed: string,
  query: Query,
  options: SearchOptions,
): Promise<Row[]> {
  const words = asQuery(query.words)
  const parts = asQuery(query.parts)
  return (
    visible(work, options)
      .where(sql<SqlBool>`(tokens @@ ${words} or grams @@ ${parts})`)
      // What is called exactly so comes before what only has the words in it.
      .orderBy(
        sql`exists (select from jsonb_each_text(title) as name where lower(name.value) = ${typed.trim().toLowerCase()}) desc`,
      )
      .orderBy(
        sql`ts_rank('{0.05, 0.2, 0.5, 1}', tokens, ${words}, 1) + ts_rank('{0.05, 0.2, 0.5, 1}', grams, ${parts}, 1) desc`,
      )
      .orderBy('kind')
      .orderBy('object_id')
      .limit(options.limit ?? 20)
      .offset(options.offset ?? 0)
      .execute()
  )
}

async function findSimilar(
  work: Work,
  typed: string,
  query: Query,
  options: SearchOptions,
): Promise<Row[]> {
  const similar = asQuery(query.similar)
  const rows = await visible(work, options)
    .where(sql<SqlBool>`grams @@ ${similar}`)
    .orderBy(sql`ts_rank(grams, ${similar}, 1) desc`)
    .orderBy('kind')
    .orderBy('object_id')
    .limit(candidates)
    .execute()
  const wanted = gramSet(typed)
  return rows
    .map((row) => ({ row, likeness: likenessOf(row.title, wanted) }))
    .filter(({ likeness }) => likeness >= leastLikeness)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, options.limit ?? 20)
    .map(({ row }) => row)
}

function visible(work: Work, options: SearchOptions) {
  let query = work.read
    .selectFrom('search_documents')
    .select(['kind', 'object_id', 'title', 'subtitle', 'href'])
    .where((eb) => mayFind(work.actor, eb, options.minds === 'programme'))
  if (options.kinds) query = query.where('kind', 'in', [...options.kinds, ''])
  return query
}

/** The same question that `Visibility` describes, asked of rows. */
function mayFind(
  actor: Actor,
  eb: ExpressionBuilder<Tables, 'search_documents'>,
  mindsProgrammes: boolean,
): Expression<SqlBool> {
  if (actor.kind === 'system') return sql<SqlBool>`true`
  if (actor.kind !== 'person') return eb('visibility', '=', 'public')
  const grants = actor.grants.filter(
    ({ objectId, programmeId }) => objectId === null && (programmeId === null || mindsProgrammes),
  )
  const places = new Map(
    grants.map((grant) => [`${grant.role} ${grant.organisationId} ${grant.programmeId}`, grant]),
  )
  return eb.or([
    eb('visibility', 'in', ['public', 'signed-in']),
    sql<SqlBool>`person_ids @> array[${actor.personId}::uuid]`,
    ...[...places.values()].map((grant) =>
      eb.and([
        eb('visibility', '=', 'organisations'),
        grant.organisationId === null
          ? sql<SqlBool>`${grant.role} = any (roles)`
          : sql<SqlBool>`organisation_ids @> array[${grant.organisationId}::uuid]
              and (cardinality(roles) = 0 or ${grant.role} = any (roles))`,
        grant.programmeId === null
          ? sql<SqlBool>`true`
          : sql<SqlBool>`${grant.programmeId}::uuid = any (programme_ids)`,
      ]),
    ),
  ])
}

function asQuery(text: string): RawBuilder<string> {
  return sql<string>`${text}::tsquery`
}

function hitOf(row: Row, language: Language, terms: readonly string[]): Hit {
  const shown = (text: LocalText, as: Language): Shown => {
    const found = localised(text, as)
    return { ...found, pieces: highlight(found.text, terms) }
  }
  const has = ({ pieces }: Shown) => pieces.some(({ match }) => match)
  const title = shown(row.title, language)
  const others =
    has(title) || terms.length === 0 ? [] : languages.map((each) => shown(row.title, each))
  const subtitle = shown(row.subtitle, language)
  return {
    kind: row.kind,
    objectId: row.object_id,
    href: row.href,
    title,
    also: others.find(has) ?? null,
    subtitle: subtitle.text === '' ? null : subtitle,
  }
}

/** Twice the shared grams over all grams of both, for the name that fits best. */
function likenessOf(title: LocalText, wanted: ReadonlySet<string>): number {
  const shares = Object.values(title).map((name) => {
    const grams = gramSet(name)
    return (2 * grams.intersection(wanted).size) / (grams.size + wanted.size || 1)
  })
  return Math.max(0, ...shares)
}

function gramSet(text: string): Set<string> {
  return new Set(runs(normalise(text)).flatMap(gramsOfRun))
}
