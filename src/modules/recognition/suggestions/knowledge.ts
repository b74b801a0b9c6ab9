import type { CatalogueIndex } from './catalogue-index.ts'
import type { Learned } from './learned.ts'
import type { Dictionary } from './translation.ts'

/** Everything that suggestions for one home institution rest on. */
export interface Knowledge {
  index: CatalogueIndex
  learned: Learned
  dictionary: Dictionary
}
