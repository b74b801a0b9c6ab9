/** A language map of IIIF Presentation 3.0, §4.4: BCP 47 tags, or `none`, each with its values. */
export type LanguageMap = Readonly<Record<string, readonly string[]>>

/** Values that are shown, and the language that they are in; null where the map does not say. */
export interface ShownValues {
  values: readonly string[]
  language: string | null
}

/**
 * Which values of a language map are shown to a reader (Presentation 3.0, §4.4, an obligation of clients): all of them where
 * none has a language; else those in the reader's language, by its preferences in order; else those without a language; else
 * those of one language that the client chooses, here the first.
 */
export function shownValues(map: LanguageMap, preferred: readonly string[]): ShownValues {
  const tags = Object.keys(map)
  if (tags.length === 0) return { values: [], language: null }
  for (const wanted of preferred) {
    const found =
      tags.find((tag) => isSame(tag, wanted)) ?? tags.find((tag) => isRelated(tag, wanted))
    if (found !== undefined) return { values: map[found]!, language: found }
  }
  if (map['none']) return { values: map['none'], language: null }
  const [first] = tags as [string]
  return { values: map[first]!, language: first }
}

function isSame(tag: string, wanted: string): boolean {
  return tag.toLowerCase() === wanted.toLowerCase()
}

/** Of the same language in another script or country: `zh-CN` for a reader of `zh-Hans`; traditional for simplified comes later. */
function isRelated(tag: string, wanted: string): boolean {
  return tag !== 'none' && tag.split('-')[0]!.toLowerCase() === wanted.split('-')[0]!.toLowerCase()
}
