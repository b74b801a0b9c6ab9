/**
 * How much each statement leaves to a visitor, the freest first. What two licences forbid together none of them says: the order
 * only tells which part one must look at first. RightsStatements.org 1.0; Creative Commons by its kinds, of any version.
 */
const order = [
  'publicdomain/zero',
  'publicdomain/mark',
  'vocab/NoC-US',
  'vocab/NoC-OKLR',
  'vocab/NoC-NC',
  'vocab/NoC-CR',
  'licenses/by',
  'licenses/by-sa',
  'licenses/by-nd',
  'licenses/by-nc',
  'licenses/by-nc-sa',
  'licenses/by-nc-nd',
  'vocab/NKC',
  'vocab/UND',
  'vocab/CNE',
  'vocab/InC-NC',
  'vocab/InC-EDU',
  'vocab/InC-RUU',
  'vocab/InC-OW-EU',
  'vocab/InC',
] as const

/** The place of a statement in the order of strictness; what nobody knows is the strictest of all. */
export function strictness(uri: string): number {
  const found =
    /^https?:\/\/(?:www\.)?(?:creativecommons|rightsstatements)\.org\/([a-z]+\/[A-Za-z-]+)/.exec(
      uri,
    )
  const at = found ? order.indexOf(found[1] as (typeof order)[number]) : -1
  return at < 0 ? order.length : at
}

/** The strictest of the parts' rights: what the whole may be said to be under. Null where there are no parts. */
export function strictestRights(uris: readonly string[]): string | null {
  const sorted = [...new Set(uris)].toSorted((one, other) => strictness(other) - strictness(one))
  return sorted[0] ?? null
}

/** The terms of an object as it is shown: the strictest of its own and of those that its media bring with them. */
export function rightsWith(
  object: { rights_uri: string | null },
  media: readonly { rights_uri: string | null }[],
): string | null {
  return strictestRights([object, ...media].flatMap(({ rights_uri: uri }) => uri ?? []))
}

/** A statement in the form that IIIF Presentation 3.0 wants: over http, and RightsStatements as a concept (`/vocab/`). */
export function inIiifForm(uri: string): string {
  return uri
    .replace(/^https:/, 'http:')
    .replace('//www.', '//')
    .replace('rightsstatements.org/page/', 'rightsstatements.org/vocab/')
    .replace(/\/?(?:\?.*)?$/, '/')
}
