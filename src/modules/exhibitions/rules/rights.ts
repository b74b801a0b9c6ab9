/** Statements of RightsStatements.org 1.0, by their short names: for works whose terms are no licence. */
const statements = [
  'InC',
  'InC-OW-EU',
  'InC-EDU',
  'InC-NC',
  'InC-RUU',
  'NoC-CR',
  'NoC-NC',
  'NoC-OKLR',
  'NoC-US',
  'CNE',
  'UND',
  'NKC',
] as const
export type RightsStatement = (typeof statements)[number]

/** Licences and tools of Creative Commons, by the path of their address. */
const licences = {
  'CC0 1.0': 'publicdomain/zero/1.0',
  'Public Domain Mark 1.0': 'publicdomain/mark/1.0',
  'CC BY 4.0': 'licenses/by/4.0',
  'CC BY-SA 4.0': 'licenses/by-sa/4.0',
  'CC BY-NC 4.0': 'licenses/by-nc/4.0',
  'CC BY-NC-SA 4.0': 'licenses/by-nc-sa/4.0',
  'CC BY-ND 4.0': 'licenses/by-nd/4.0',
  'CC BY-NC-ND 4.0': 'licenses/by-nc-nd/4.0',
} as const

/** What may be chosen: the address in the form that IIIF Presentation 3 wants (http), and how it is called. */
export interface Rights {
  uri: string
  /** A statement has its words in every language, a licence one name for all. */
  called: { statement: RightsStatement } | { licence: string }
}

/** Everything that an object's holder chooses from, the freest first. */
export const allRights: readonly Rights[] = [
  ...Object.entries(licences).map(([licence, path]) => ({
    uri: `http://creativecommons.org/${path}/`,
    called: { licence },
  })),
  ...statements.map((statement) => ({
    uri: `http://rightsstatements.org/vocab/${statement}/1.0/`,
    called: { statement },
  })),
]

const paths = new Map(allRights.map((each) => [pathOf(each.uri), each]))

/**
 * The terms that an address means, as people and files write it: https or http, `page` for `vocab`, with or without
 * `www`, a last slash, a language or `legalcode`. Null for any other.
 */
export function rightsFrom(typed: string): Rights | null {
  return paths.get(pathOf(typed)) ?? null
}

function pathOf(uri: string): string {
  const address = uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[?#].*$/, '')
    .replace(/^(rightsstatements\.org)\/(?:page|data)\//, '$1/vocab/')
    .replace(/\/(?:deed|legalcode|rdf)(?:\.[a-z-]+)?\/?$/, '')
  return address.replace(/\/+$/, '')
}
