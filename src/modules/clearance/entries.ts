import { entryType } from '#kernel/chronicle'

/** A version of a permission pack was published. */
export const packPublished = entryType<{
  from: string
  to: string
  kind: string
  number: number
  sha256: string
}>('clearance.pack-published')
