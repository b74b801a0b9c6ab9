import type { Work } from '#kernel/database'
import { modelContents, modelOf } from '../queries/suggestion-models.ts'
import { type CatalogueIndex, indexOf } from '../suggestions/catalogue-index.ts'
import type { Knowledge } from '../suggestions/knowledge.ts'
import { learn, type Precedent } from '../suggestions/learned.ts'
import { unpackCatalogue, unpackDictionary, unpackPrecedents } from '../suggestions/prepared.ts'
import type { Dictionary } from '../suggestions/translation.ts'

/** Courses of all catalogues that this process keeps ready; those not asked for longest go first. */
const mostCoursesKept = 150_000

interface Kept {
  version: string
  /** Which catalogue the index was made of: a decision changes what was learned alone. */
  catalogue: string
  full: Knowledge
  bare: Knowledge
}

/** Ready catalogues by institution, each good for one version of its model alone: any process makes the same. */
const kept = new Map<string, Kept>()
const dictionaries = new Map<string, Dictionary>()
/** What is being made ready, by institution and version: who asks meanwhile waits for the same. */
const underWay = new Map<string, Promise<Kept | null>>()

/**
 * What suggestions for an institution rest on, as the stored model has it now; null until the first has been made.
 * Without decisions it is what anybody may know: the catalogues alone.
 */
export async function knowledgeOf(
  work: Work,
  organisationId: string,
  { withDecisions }: { withDecisions: boolean },
): Promise<Knowledge | null> {
  const model = await modelOf(work, organisationId)
  if (model === null) return null
  let found = kept.get(organisationId)
  if (found?.version !== model.version) {
    const loaded = await loadOnce(work, organisationId, model)
    if (loaded === null) return null
    found = loaded
  }
  kept.delete(organisationId)
  kept.set(organisationId, found)
  forgetOldest()
  return withDecisions ? found.full : found.bare
}

type Model = NonNullable<Awaited<ReturnType<typeof modelOf>>>

function loadOnce(work: Work, organisationId: string, model: Model): Promise<Kept | null> {
  const key = `${organisationId} ${model.version}`
  const known = underWay.get(key)
  if (known) return known
  const loading = load(work, organisationId, model).finally(() => underWay.delete(key))
  underWay.set(key, loading)
  return loading
}

async function load(work: Work, organisationId: string, model: Model): Promise<Kept | null> {
  const contents = await modelContents(work, organisationId, model.version)
  if (contents === null) return null
  const catalogue = `${model.format} ${model.catalogue_id}`
  const former = kept.get(organisationId)
  const isSame = former?.catalogue === catalogue
  const index = isSame ? former.full.index : indexOf(unpackCatalogue(contents.catalogue))
  const dictionary =
    dictionaries.get(contents.dictionary_id) ?? unpackDictionary(contents.dictionary)
  dictionaries.clear()
  dictionaries.set(contents.dictionary_id, dictionary)
  const precedents = unpackPrecedents<Precedent[]>(contents.precedents)
  return {
    version: model.version,
    catalogue,
    full: { index, dictionary, learned: learn(index, precedents) },
    bare: {
      index,
      dictionary,
      learned: isSame ? former.bare.learned : learn(index, []),
    },
  }
}

function forgetOldest(): void {
  let courses = [...kept.values()].reduce((sum, each) => sum + sizeOf(each.full.index), 0)
  for (const [organisationId, { full }] of kept) {
    if (courses <= mostCoursesKept || kept.size === 1) return
    kept.delete(organisationId)
    courses -= sizeOf(full.index)
  }
}

function sizeOf(index: CatalogueIndex): number {
  return index.courses.length
}
