import './schema.ts'

export { indexDocument, indexDocuments, removeDocument } from './documents.ts'
export type { SearchDocument, Visibility } from './documents.ts'
export type { Piece } from './highlight.ts'
export { documentsNamed, search } from './search.ts'
export type { Hit, SearchOptions, SearchResult } from './search.ts'
export { mergePersonSearch } from './personal-data.ts'
export { normalise as normaliseForSearch } from './tokens.ts'
