import type { LanguageMap } from '../rules/language-map.ts'

/** What of a foreign manifest is shown: its words, its canvases with what is painted on them, and its parts. */
export interface ForeignManifest {
  id: string
  kind: 'Manifest' | 'Collection'
  label: LanguageMap
  summary: LanguageMap
  metadata: { label: LanguageMap; value: LanguageMap }[]
  required: { label: LanguageMap; value: LanguageMap } | null
  rights: string | null
  providers: LanguageMap[]
  homepages: { id: string; label: LanguageMap }[]
  /** The same thing in other forms, and what tells more of it: a PDF, a record for programs. */
  links: { id: string; label: LanguageMap; format: string | null }[]
  canvases: ForeignCanvas[]
  ranges: { label: LanguageMap; canvases: string[] }[]
  /** Of a collection: what it leads to. */
  members: { id: string; kind: string; label: LanguageMap }[]
  /** What it asks for and this reader does not show, by its name in the specification. */
  unsupported: string[]
}

export interface ForeignCanvas {
  id: string
  label: LanguageMap
  pictures: { id: string; service: string | null; alternatives: number }[]
  recordings: { id: string; kind: string; format: string | null }[]
  texts: { value: string; language: string | null }[]
  notes: { value: string; language: string | null; target: string }[]
}

/** What is at an address: a manifest or a collection, or what else, by the name that it gives itself. */
export function manifestIn(bytes: Uint8Array): ForeignManifest | { other: string } {
  try {
    const given: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    const read = readManifest(given)
    if (read) return read
    const record = asRecord(given)
    const kind = textOf(record?.['type']) ?? textOf(record?.['@type'])
    return { other: kind?.replace(/^sc:/, '').slice(0, 60) || 'JSON' }
  } catch {
    // No JSON, or so deep in itself that nobody means it.
    return { other: bytes[0] === 0x3c ? 'HTML' : '–' }
  }
}

type Record_ = Readonly<Record<string, unknown>>
const mostCanvases = 5000
const deepestChoice = 8
const deepestMap = 4

/** Reads a manifest or collection of IIIF Presentation 3.0 or 2.1; null for anything else. Nothing of it is fetched. */
export function readManifest(given: unknown): ForeignManifest | null {
  const record = asRecord(given)
  if (!record) return null
  const context = JSON.stringify(record['@context'] ?? '')
  const document = context.includes('/presentation/2/') ? fromVersion2(record) : record
  const kind = document['type']
  if (kind !== 'Manifest' && kind !== 'Collection') return null
  const id = textOf(document['id'])
  if (!id) return null
  const unsupported = new Set<string>()
  noteUnsupported(document, unsupported)
  const required = asRecord(document['requiredStatement'])
  const items = listOf(document['items'])
  return {
    id,
    kind,
    label: mapOf(document['label']),
    summary: mapOf(document['summary']),
    metadata: listOf(document['metadata']).map(pairOf),
    required: required && pairOf(required),
    rights: textOf(document['rights']),
    providers: listOf(document['provider']).map((each) => mapOf(each['label'])),
    homepages: listOf(document['homepage']).flatMap((each) => {
      const address = textOf(each['id'])
      return address ? [{ id: address, label: mapOf(each['label']) }] : []
    }),
    links: [...listOf(document['rendering']), ...listOf(document['seeAlso'])].flatMap((each) => {
      const address = textOf(each['id'])
      return address
        ? [{ id: address, label: mapOf(each['label']), format: textOf(each['format']) }]
        : []
    }),
    canvases:
      kind === 'Manifest'
        ? items.slice(0, mostCanvases).map((each) => canvasOf(each, unsupported))
        : [],
    ranges: rangesOf(document, unsupported),
    members:
      kind === 'Collection'
        ? items.map((each) => ({
            id: textOf(each['id']) ?? '',
            kind: textOf(each['type']) ?? '',
            label: mapOf(each['label']),
          }))
        : [],
    unsupported: [...unsupported].toSorted(),
  }
}

const shownBehaviours = new Set([
  'individuals',
  'continuous',
  'paged',
  'multi-part',
  'auto-advance',
  'no-auto-advance',
  'no-nav',
  'sequence',
])

/** Things that a client may meet and that this reader passes over, said so that a visitor knows. */
function noteUnsupported(record: Record_, to: Set<string>): void {
  for (const each of textsOf(record['behavior']))
    if (!shownBehaviours.has(each)) to.add(`behavior: ${each}`)
  const direction = textOf(record['viewingDirection'])
  if (direction && direction !== 'left-to-right') to.add(`viewingDirection: ${direction}`)
  for (const name of ['placeholderCanvas', 'accompanyingCanvas', 'navPlace', 'start', 'navDate']) {
    if (record[name] !== undefined) to.add(name)
  }
  if (record['services'] !== undefined) to.add('services')
  if (listOf(record['provider']).some((each) => each['logo'] !== undefined)) to.add('logo')
}

function canvasOf(canvas: Record_, unsupported: Set<string>): ForeignCanvas {
  noteUnsupported(canvas, unsupported)
  const found: ForeignCanvas = {
    id: textOf(canvas['id']) ?? '',
    label: mapOf(canvas['label']),
    pictures: [],
    recordings: [],
    texts: [],
    notes: [],
  }
  for (const page of listOf(canvas['items'])) {
    for (const annotation of listOf(page['items'])) paint(annotation, found, unsupported)
  }
  for (const page of listOf(canvas['annotations'])) {
    const notes = listOf(page['items'])
    if (notes.length === 0 && page['items'] === undefined) unsupported.add('annotations elsewhere')
    for (const annotation of notes) note(annotation, found, unsupported)
  }
  return found
}

function paint(annotation: Record_, to: ForeignCanvas, unsupported: Set<string>): void {
  if (annotation['stylesheet'] !== undefined) unsupported.add('stylesheet')
  for (const body of listOf(annotation['body'])) {
    const isChoice = body['type'] === 'Choice'
    const options = isChoice ? listOf(body['items']) : [body]
    const [given] = options
    if (!given) continue
    if (options.length > 1) unsupported.add('Choice')
    if (/#xywh=/.test(targetOf(annotation['target']))) unsupported.add('place on the canvas')
    const isSpecific = given['type'] === 'SpecificResource'
    const shown = isSpecific ? (listOf(given['source'])[0] ?? given) : given
    if (isSpecific && given['selector'] !== undefined)
      unsupported.add('selector of a painted resource')
    const id = textOf(shown['id']) ?? ''
    const kind = textOf(shown['type'])
    if (kind === 'Image') {
      to.pictures.push({ id, service: serviceOf(shown), alternatives: options.length - 1 })
    } else if (kind === 'Sound' || kind === 'Video') {
      to.recordings.push({ id, kind, format: textOf(shown['format']) })
    } else if (kind === 'TextualBody') {
      to.texts.push({ value: textOf(shown['value']) ?? '', language: textOf(shown['language']) })
    } else unsupported.add(`body: ${kind ?? 'without a type'}`)
  }
}

function note(annotation: Record_, to: ForeignCanvas, unsupported: Set<string>, depth = 0): void {
  if (depth > deepestChoice) return
  const target = targetOf(annotation['target'])
  if (annotation['stylesheet'] !== undefined) unsupported.add('stylesheet')
  for (const given of listOf(annotation['body'])) {
    const isSpecific = given['type'] === 'SpecificResource'
    const body = isSpecific ? (listOf(given['source'])[0] ?? given) : given
    const kind = textOf(body['type'])
    if (kind === 'TextualBody' || body['value'] !== undefined) {
      to.notes.push({
        value: textOf(body['value']) ?? '',
        language: textOf(body['language']),
        target,
      })
    } else if (kind === 'Choice') {
      for (const each of listOf(body['items']))
        note({ ...annotation, body: each }, to, unsupported, depth + 1)
    } else if (kind === 'Text') {
      unsupported.add(
        textsOf(annotation['motivation']).includes('supplementing')
          ? 'captions elsewhere'
          : 'text elsewhere',
      )
    } else unsupported.add(`annotation with ${kind ?? 'a body elsewhere'}`)
  }
}

function rangesOf(document: Record_, unsupported: Set<string>): ForeignManifest['ranges'] {
  const walk = (range: Record_, depth: number): ForeignManifest['ranges'] => {
    if (depth > 12) return []
    for (const each of textsOf(range['behavior']))
      if (!shownBehaviours.has(each)) unsupported.add(`behavior: ${each}`)
    const items = listOf(range['items'])
    const canvases = items.flatMap((each) => {
      if (each['type'] === 'Canvas') return [textOf(each['id']) ?? '']
      return each['type'] === 'SpecificResource' ? [targetOf(each)] : []
    })
    const inner = items.filter((each) => each['type'] === 'Range')
    return [
      { label: mapOf(range['label']), canvases },
      ...inner.flatMap((each) => walk(each, depth + 1)),
    ]
  }
  return listOf(document['structures']).flatMap((each) => walk(each, 0))
}

function targetOf(target: unknown): string {
  const [first] = Array.isArray(target) ? target : [target]
  if (typeof first === 'string') return first
  const record = asRecord(first)
  if (!record) return ''
  const source = record['source'] ?? record['id']
  return typeof source === 'string' ? source : (textOf(asRecord(source)?.['id']) ?? '')
}

function serviceOf(image: Record_): string | null {
  const services = listOf(image['service'])
  const found = services.find(
    (each) => /^ImageService[123]$/.test(String(each['type'] ?? each['@type'])) || each['profile'],
  )
  return found ? textOf(found['id'] ?? found['@id']) : null
}

function pairOf(record: Record_): { label: LanguageMap; value: LanguageMap } {
  return { label: mapOf(record['label']), value: mapOf(record['value']) }
}

/** A language map; a bare text or what version 2 had in its place becomes one. */
function mapOf(given: unknown, depth = 0): LanguageMap {
  if (typeof given === 'string') return { none: [given] }
  if (Array.isArray(given) && depth < deepestMap) {
    const all: Record<string, string[]> = {}
    for (const each of given) {
      for (const [tag, values] of Object.entries(mapOf(each, depth + 1)))
        all[tag] = [...(all[tag] ?? []), ...values]
    }
    return all
  }
  const record = asRecord(given)
  if (!record) return {}
  if (typeof record['@value'] === 'string')
    return { [textOf(record['@language']) ?? 'none']: [record['@value']] }
  return Object.fromEntries(Object.entries(record).map(([tag, values]) => [tag, textsOf(values)]))
}

/** A manifest of version 2.1 in the words of version 3, as far as it is shown. */
function fromVersion2(manifest: Record_): Record_ {
  const kind = String(manifest['@type'] ?? '').replace('sc:', '')
  const sequences = listOf(manifest['sequences'])
  const canvases = listOf(sequences[0]?.['canvases'])
  const attribution = manifest['attribution']
  return {
    id: manifest['@id'],
    type: kind,
    label: manifest['label'],
    summary: manifest['description'],
    metadata: manifest['metadata'],
    rights: manifest['license'],
    rendering: fromVersion2Links(manifest['rendering']),
    seeAlso: fromVersion2Links(manifest['seeAlso']),
    homepage: fromVersion2Links(manifest['related']),
    structures: manifest['structures'] === undefined ? [] : fromVersion2Ranges(manifest),
    ...(attribution
      ? { requiredStatement: { label: { en: ['Attribution'] }, value: attribution } }
      : {}),
    viewingDirection: manifest['viewingDirection'] ?? sequences[0]?.['viewingDirection'],
    items:
      kind === 'Collection'
        ? [
            ...listOf(manifest['manifests']),
            ...listOf(manifest['collections']),
            ...listOf(manifest['members']),
          ].map((each) => ({
            id: each['@id'],
            type: String(each['@type'] ?? '').replace('sc:', ''),
            label: each['label'],
          }))
        : canvases.map(canvasFromVersion2),
  }
}

function fromVersion2Links(given: unknown): Record_[] {
  return listOf(given).map((each) => ({ ...each, id: each['@id'] ?? each['id'] }))
}

/** Ranges of version 2 stand beside each other and name their canvases; of their nesting nothing is shown. */
function fromVersion2Ranges(manifest: Record_): Record_[] {
  return listOf(manifest['structures']).map((range) => ({
    type: 'Range',
    label: range['label'],
    items: textsOf(range['canvases']).map((id) => ({ id, type: 'Canvas' })),
  }))
}

function canvasFromVersion2(canvas: Record_): Record_ {
  const painted = listOf(canvas['images']).map((image) => {
    const resource = asRecord(image['resource']) ?? {}
    const service = listOf(resource['service']).map((each) => ({ ...each, id: each['@id'] }))
    return {
      type: 'Annotation',
      body: { ...resource, id: resource['@id'], type: 'Image', service },
    }
  })
  return { id: canvas['@id'], type: 'Canvas', label: canvas['label'], items: [{ items: painted }] }
}

function asRecord(value: unknown): Record_ | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record_)
    : null
}

/** The records of a value that may be one or many; an address by itself becomes a record with it. */
function listOf(value: unknown): Record_[] {
  const all = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
  return all.flatMap((each) => {
    if (typeof each === 'string') return [{ id: each }]
    const record = asRecord(each)
    return record ? [record] : []
  })
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter(
    (each): each is string => typeof each === 'string',
  )
}
