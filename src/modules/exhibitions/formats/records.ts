import { xmlElement, xmlText } from '#kernel/files'
import { languages, type LocalText } from '#kernel/values'
import type { ObjectRow } from '../queries/objects.ts'

/** The fifteen elements of simple Dublin Core that are known of an object, in their languages. */
export function dublinCore(origin: string, object: ObjectRow): string {
  const each = (name: string, text: LocalText) =>
    languages.flatMap((language) => {
      const value = text[language]
      return value ? [xmlText(`dc:${name}`, value, { 'xml:lang': language })] : []
    })
  return xmlElement(
    'oai_dc:dc',
    [
      ...each('title', object.titles),
      ...object.makers.map(({ name }) => xmlText('dc:creator', name)),
      ...each('description', object.descriptions),
      ...each('publisher', object.organisation),
      ...dateOf(object).map((date) => xmlText('dc:date', date)),
      xmlText('dc:type', 'Image'),
      ...each('format', object.materials),
      xmlText('dc:identifier', `${origin}/en/objects/${object.id}`),
      xmlText('dc:identifier', `${origin}/iiif/objects/${object.id}/manifest.json`),
      ...each('coverage', object.places),
      ...(object.rights_uri ? [xmlText('dc:rights', object.rights_uri)] : []),
    ],
    {
      'xmlns:oai_dc': 'http://www.openarchives.org/OAI/2.0/oai_dc/',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation':
        'http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
    },
  )
}

function dateOf({ made_from, made_until, made_about }: ObjectRow): string[] {
  if (made_from === null && made_until === null) return []
  const span =
    made_from === made_until ? `${made_from}` : `${made_from ?? '..'}/${made_until ?? '..'}`
  return [made_about ? `${span}~` : span]
}

/**
 * An object in the Europeana Data Model: the thing, the picture of it, and their aggregation with provider and rights. A type
 * and a place or subject are among what Europeana asks for; the language is said with every text.
 */
export function europeana(
  origin: string,
  object: ObjectRow,
  picture: { whole: string; service: string } | null,
): string {
  const thing = `${origin}/objects/${object.id}`
  const page = `${origin}/en/objects/${object.id}`
  const each = (name: string, text: LocalText) =>
    languages.flatMap((language) => {
      const value = text[language]
      return value ? [xmlText(name, value, { 'xml:lang': language })] : []
    })
  const rights = object.rights_uri ? [link('edm:rights', object.rights_uri)] : []
  const holder =
    languages.map((language) => object.organisation[language]).find((name) => name) ?? ''
  return xmlElement(
    'rdf:RDF',
    [
      xmlElement(
        'edm:ProvidedCHO',
        [
          ...each('dc:title', object.titles),
          ...each('dc:description', object.descriptions),
          ...object.makers.map(({ name }) => xmlText('dc:creator', name)),
          ...(object.inventory_number ? [xmlText('dc:identifier', object.inventory_number)] : []),
          ...each('dcterms:medium', object.materials),
          ...each('dcterms:spatial', object.places),
          ...dateOf(object).map((date) => xmlText('dcterms:created', date)),
          link('dc:type', 'http://vocab.getty.edu/aat/300014063'),
          xmlText('edm:type', 'IMAGE'),
        ],
        { 'rdf:about': thing },
      ),
      ...(picture ? pictureInEdm(picture, rights) : []),
      xmlElement(
        'ore:Aggregation',
        [
          link('edm:aggregatedCHO', thing),
          xmlText('edm:dataProvider', holder),
          link('edm:isShownAt', page),
          ...(picture
            ? [link('edm:isShownBy', picture.whole), link('edm:object', picture.whole)]
            : []),
          xmlText('edm:provider', 'Weft'),
          ...rights,
        ],
        { 'rdf:about': `${thing}#aggregation` },
      ),
    ],
    {
      'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
      'xmlns:edm': 'http://www.europeana.eu/schemas/edm/',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:ore': 'http://www.openarchives.org/ore/terms/',
      'xmlns:svcs': 'http://rdfs.org/sioc/services#',
      'xmlns:doap': 'http://usefulinc.com/ns/doap#',
    },
  )
}

/** A picture as a web resource with the service that cuts it. */
function pictureInEdm(
  { whole, service }: { whole: string; service: string },
  rights: string[],
): string[] {
  return [
    xmlElement('edm:WebResource', [link('svcs:has_service', service), ...rights], {
      'rdf:about': whole,
    }),
    xmlElement(
      'svcs:Service',
      [
        link('dcterms:conformsTo', 'http://iiif.io/api/image'),
        link('doap:implements', 'http://iiif.io/api/image/3/level2.json'),
      ],
      { 'rdf:about': service },
    ),
  ]
}

function link(name: string, address: string): string {
  return xmlElement(name, [], { 'rdf:resource': address })
}
