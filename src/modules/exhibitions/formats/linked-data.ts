import { hasText, type LocalText, languages } from '#kernel/values'
import type { ObjectRow } from '../queries/objects.ts'
import type { PublishedContent } from '../rules/published.ts'
import { manifestAddress, objectManifestAddress } from './addresses.ts'

/** An exhibition for search engines: schema.org's ExhibitionEvent, which happens online. */
export function schemaOrgExhibition(
  origin: string,
  { id, content, image }: { id: string; content: PublishedContent; image: string | null },
  objects: readonly ObjectRow[],
): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'ExhibitionEvent',
    '@id': `${origin}/exhibitions/${id}`,
    name: valuesOf(content.title),
    description: valuesOf(content.text),
    inLanguage: content.languages,
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    location: { '@type': 'VirtualLocation', url: `${origin}/en/exhibitions/${id}` },
    organizer: content.owners.map((owner) => ({
      '@type': 'Organization',
      name: valuesOf(owner.names),
    })),
    isAccessibleForFree: true,
    ...(image ? { image } : {}),
    workFeatured: objects.map((object) => schemaOrgObject(origin, object)),
  }
}

/** One object: a work of visual art, with its licence. */
export function schemaOrgObject(origin: string, object: ObjectRow): Record<string, unknown> {
  return {
    '@type': 'VisualArtwork',
    '@id': `${origin}/objects/${object.id}`,
    url: `${origin}/en/objects/${object.id}`,
    name: valuesOf(object.titles),
    ...(hasText(object.descriptions) ? { description: valuesOf(object.descriptions) } : {}),
    ...(hasText(object.materials) ? { artMedium: valuesOf(object.materials) } : {}),
    ...(object.rights_uri ? { license: object.rights_uri } : {}),
    creditText: valuesOf(object.credit_lines),
  }
}

function valuesOf(text: LocalText): { '@value': string; '@language': string }[] {
  return languages.flatMap((language) => {
    const value = text[language]
    return value ? [{ '@value': value, '@language': language }] : []
  })
}

const linkedArt = 'https://linked.art/ns/v1/linked-art.json'
const languageIds: Readonly<Record<(typeof languages)[number], { id: string; name: string }>> = {
  en: { id: 'http://vocab.getty.edu/aat/300388277', name: 'English' },
  'zh-Hans': { id: 'http://vocab.getty.edu/aat/300388113', name: 'Chinese' },
  th: { id: 'http://vocab.getty.edu/aat/300389307', name: 'Thai' },
  ko: { id: 'http://vocab.getty.edu/aat/300388633', name: 'Korean' },
  fr: { id: 'http://vocab.getty.edu/aat/300388306', name: 'French' },
}

/** An exhibition in Linked Art 1.0: an Activity (AAT 300054766) that uses the set of its objects and is influenced by its concept. */
export function linkedArtExhibition(
  origin: string,
  { id, content }: { id: string; content: PublishedContent },
  objects: readonly ObjectRow[],
): Record<string, unknown> {
  const here = `${origin}/iiif/exhibitions/${id}`
  return {
    '@context': linkedArt,
    id: `${here}/linked-art.json`,
    type: 'Activity',
    _label: labelOf(content.title),
    classified_as: [term('300054766', 'exhibitions (events)')],
    identified_by: namesOf(content.title),
    referred_to_by: statementsOf(content.text),
    carried_out_by: content.owners.map((owner) => ({
      id: `${origin}/en/members/${owner.id}`,
      type: 'Group',
      _label: labelOf(owner.names),
    })),
    used_specific_object: [
      {
        id: `${here}/linked-art.json#set`,
        type: 'Set',
        _label: labelOf(content.title),
        members_exemplified_by: objects.map((object) => ({
          id: `${origin}/iiif/objects/${object.id}/linked-art.json`,
          type: 'HumanMadeObject',
          _label: labelOf(object.titles),
        })),
      },
    ],
    influenced_by: [
      {
        id: `${here}/linked-art.json#concept`,
        type: 'PropositionalObject',
        _label: labelOf(content.title),
        classified_as: [term('300417531', 'exhibitions (concept)')],
      },
    ],
    subject_of: [manifestOf(manifestAddress(origin, id))],
  }
}

/** An object in Linked Art 1.0, with its keeper, its statements and its manifest. */
export function linkedArtObject(origin: string, object: ObjectRow): Record<string, unknown> {
  return {
    '@context': linkedArt,
    id: `${origin}/iiif/objects/${object.id}/linked-art.json`,
    type: 'HumanMadeObject',
    _label: labelOf(object.titles),
    identified_by: [
      ...namesOf(object.titles),
      ...(object.inventory_number
        ? [
            {
              type: 'Identifier',
              classified_as: [term('300312355', 'accession numbers')],
              content: object.inventory_number,
            },
          ]
        : []),
    ],
    referred_to_by: [
      ...statementsOf(object.descriptions),
      ...statementsOf(object.materials, term('300435429', 'materials statement')),
      ...statementsOf(object.credit_lines, term('300026687', 'acknowledgments')),
    ],
    current_keeper: [
      {
        id: `${origin}/en/members/${object.organisation_id}`,
        type: 'Group',
        _label: labelOf(object.organisation),
      },
    ],
    ...producedIn(object),
    ...(object.rights_uri
      ? {
          subject_to: [{ type: 'Right', classified_as: [{ id: object.rights_uri, type: 'Type' }] }],
        }
      : {}),
    subject_of: [manifestOf(objectManifestAddress(origin, object.id))],
  }
}

function producedIn({ made_from, made_until }: ObjectRow): Record<string, unknown> {
  if (made_from === null && made_until === null) return {}
  const year = (value: number) =>
    `${value < 0 ? '-' : ''}${String(Math.abs(value)).padStart(4, '0')}`
  return {
    produced_by: {
      type: 'Production',
      timespan: {
        type: 'TimeSpan',
        ...(made_from === null ? {} : { begin_of_the_begin: `${year(made_from)}-01-01T00:00:00Z` }),
        ...(made_until === null ? {} : { end_of_the_end: `${year(made_until)}-12-31T23:59:59Z` }),
      },
    },
  }
}

function term(number: string, label: string): Record<string, unknown> {
  return { id: `http://vocab.getty.edu/aat/${number}`, type: 'Type', _label: label }
}

function namesOf(text: LocalText): Record<string, unknown>[] {
  return languages.flatMap((language) => {
    const content = text[language]
    if (!content) return []
    return [
      {
        type: 'Name',
        classified_as: [term('300404670', 'preferred terms')],
        content,
        language: [{ ...languageOf(language) }],
      },
    ]
  })
}

function statementsOf(text: LocalText, kind = term('300435416', 'description')) {
  return languages.flatMap((language) => {
    const content = text[language]
    if (!content) return []
    return [
      {
        type: 'LinguisticObject',
        classified_as: [kind],
        content,
        language: [languageOf(language)],
      },
    ]
  })
}

function languageOf(language: (typeof languages)[number]): Record<string, unknown> {
  const { id, name } = languageIds[language]
  return { id, type: 'Language', _label: name }
}

function manifestOf(id: string): Record<string, unknown> {
  return {
    type: 'LinguisticObject',
    digitally_carried_by: [
      {
        type: 'DigitalObject',
        access_point: [{ id, type: 'DigitalObject' }],
        format: 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"',
        conforms_to: [{ id: 'http://iiif.io/api/presentation/', type: 'InformationObject' }],
      },
    ],
  }
}

function labelOf(text: LocalText): string {
  return languages.map((each) => text[each]).find((each) => each) ?? '–'
}
