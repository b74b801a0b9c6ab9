import { createHash, randomUUIDv7 } from 'node:crypto'
import type { Work, WorkContext, WorkRunner } from '#kernel/database'
import { asideStream } from '#kernel/files'
import {
  allCurrentCatalogues,
  coursesOf,
  currentCatalogueOf,
  modelContents,
  modelOf,
  precedentsOf,
  titlePairs,
} from '../queries/suggestion-models.ts'
import { pack, preparedFormat } from '../suggestions/prepared.ts'
import type * as prepared from '../suggestions/prepared.ts'

const module = new URL('../suggestions/prepared.ts', import.meta.url)
const readAside = asideStream<typeof prepared, 'prepareCatalogue'>(module, 'prepareCatalogue')
const learnAside = asideStream<typeof prepared, 'prepareDictionary'>(module, 'prepareDictionary')

interface BuildParts {
  runner: WorkRunner
  context: WorkContext
  signal?: AbortSignal
}

/**
 * Brings what suggestions for an institution rest on up to its current catalogue and its equivalences. Does only what has
 * changed; run twice, the second run does nothing. Gives back the institutions whose models name another dictionary
 * than the one that all current catalogues teach now.
 */
export async function buildSuggestions(parts: BuildParts, organisationId: string) {
  const work = parts.runner.reading(parts.context)
  const catalogueId = await currentCatalogueOf(work, organisationId)
  if (catalogueId === null) return { outdated: [] }
  const known = await modelOf(work, organisationId)
  const dictionary = await dictionaryFor(parts, work)
  parts.signal?.throwIfAborted()
  const isRead = known?.catalogue_id === catalogueId && known.format === preparedFormat
  const kept = isRead ? await modelContents(work, organisationId, known.version) : null
  const courses = kept ? null : await coursesOf(work, catalogueId)
  const catalogue = kept?.catalogue ?? (await single(readAside(courses!, 'background')))
  const taught = await precedentsOf(work, organisationId)
  const precedents = pack(taught)
  const version = hashOf([String(preparedFormat), dictionary.id, catalogue, precedents])
  parts.signal?.throwIfAborted()
  if (known?.version !== version) {
    const row = {
      catalogue_id: catalogueId,
      dictionary_id: dictionary.id,
      format: preparedFormat,
      version,
      catalogue,
      precedents,
      courses: courses?.length ?? known?.courses ?? 0,
      decisions: taught.length,
    }
    await parts.runner.perform(parts.context, (writing) => store(writing, organisationId, row))
  }
  return { outdated: await outdatedModels(work, dictionary.id) }
}

async function store(
  work: Work,
  organisationId: string,
  row: {
    catalogue_id: string
    dictionary_id: string
    format: number
    version: string
    catalogue: Uint8Array
    precedents: Uint8Array
    courses: number
    decisions: number
  },
): Promise<void> {
  const stamped = { ...row, built_at: work.now }
  await work.writeUnchronicled(async (tx) => {
    await tx
      .insertInto('suggestion_models')
      .values({ organisation_id: organisationId, ...stamped })
      .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(stamped))
      .execute()
    await tx
      .deleteFrom('suggestion_dictionaries as d')
      .where('d.id', '<>', row.dictionary_id)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('suggestion_models as s')
              .select('s.organisation_id')
              .whereRef('s.dictionary_id', '=', 'd.id'),
          ),
        ),
      )
      .execute()
  })
}

/** The dictionary that the current catalogues teach; learned where nobody has yet. */
async function dictionaryFor({ runner, context }: BuildParts, work: Work): Promise<{ id: string }> {
  const catalogues = await allCurrentCatalogues(work)
  const source = hashOf([String(preparedFormat), ...catalogues.map((each) => each.catalogue_id)])
  const known = await dictionaryOf(work, source)
  if (known) return known
  const pairs = await titlePairs(work)
  const content = await single(learnAside(pairs, 'background'))
  return runner.perform(context, async (writing) => {
    await writing.writeUnchronicled((tx) =>
      tx
        .insertInto('suggestion_dictionaries')
        .values({
          id: randomUUIDv7(),
          source,
          content,
          title_pairs: pairs.length,
          built_at: writing.now,
        })
        .onConflict((conflict) => conflict.column('source').doNothing())
        .execute(),
    )
    return (await dictionaryOf(writing, source))!
  })
}

async function dictionaryOf(work: Work, source: string): Promise<{ id: string } | undefined> {
  return work.read
    .selectFrom('suggestion_dictionaries')
    .select('id')
    .where('source', '=', source)
    .executeTakeFirst()
}

async function outdatedModels(work: Work, dictionaryId: string): Promise<string[]> {
  const rows = await work.read
    .selectFrom('current_catalogues as now')
    .leftJoin('suggestion_models as s', 's.organisation_id', 'now.organisation_id')
    .select('now.organisation_id')
    .where((eb) =>
      eb.or([eb('s.dictionary_id', 'is', null), eb('s.dictionary_id', '<>', dictionaryId)]),
    )
    .orderBy('now.organisation_id')
    .execute()
  return rows.map((row) => row.organisation_id)
}

async function single(pieces: AsyncGenerator<Uint8Array, void>): Promise<Uint8Array> {
  for await (const piece of pieces) return piece
  throw new Error('Nothing was prepared')
}

function hashOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\n')
  return hash.digest('hex')
}
