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
  full: Knowledge
  bare: Knowledge
}

/** Ready catalogues by institution, each good for one version of its model alone: any process makes the same. */
const kept = new Map<string, Kept>()
const dictionaries = new Map<string, Dictionary>()

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
    const loaded = await load(work, organisationId, model.version)
    if (loaded === null) return null
    found = loaded
  }
  kept.delete(organisationId)
  kept.set(organisationId, found)
  forgetOldest()
  return withDecisions ? found.full : found.bare
}

async function load(work: Work, organisationId: string, version: string): Promise<Kept | null> {
  const contents = await modelContents(work, organisationId, version)
  if (contents === null) return null
  const index = indexOf(unpackCatalogue(contents.catalogue))
  const dictionary =
    dictionaries.get(contents.dictionary_id) ?? unpackDictionary(contents.dictionary)
  dictionaries.clear()
  dictionaries.set(contents.dictionary_id, dictionary)
  const precedents = unpackPrecedents<Precedent[]>(contents.precedents)
  return {
    version,
    full: { index, dictionary, learned: learn(index, precedents) },
    bare: { index, dictionary, learned: learn(index, []) },
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
