import { xmlElement, xmlText } from '#kernel/files'
import { isUuid } from '#kernel/values'

/** What a harvester asked for, as it came; every argument once. */
export type OaiArguments = Readonly<Record<string, readonly string[]>>

/** The eight error codes of OAI-PMH 2.0, §3.6. */
export type OaiError =
  | 'badArgument'
  | 'badResumptionToken'
  | 'badVerb'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noRecordsMatch'
  | 'noMetadataFormats'
  | 'noSetHierarchy'

/** A record as it is handed out; one that was taken back is told as deleted, without its metadata. */
export interface OaiRecord {
  id: string
  changedAt: Date
  isDeleted: boolean
  metadata: string
}

/** What a list asks the store for. */
export interface OaiSelection {
  from: Date | null
  until: Date | null
  after: { changedAt: Date; id: string } | null
}

const verbs: Readonly<
  Record<string, { required: string[]; optional: string[]; exclusive?: string }>
> = {
  Identify: { required: [], optional: [] },
  ListMetadataFormats: { required: [], optional: ['identifier'] },
  ListSets: { required: [], optional: [], exclusive: 'resumptionToken' },
  ListIdentifiers: {
    required: ['metadataPrefix'],
    optional: ['from', 'until', 'set'],
    exclusive: 'resumptionToken',
  },
  ListRecords: {
    required: ['metadataPrefix'],
    optional: ['from', 'until', 'set'],
    exclusive: 'resumptionToken',
  },
  GetRecord: { required: ['identifier', 'metadataPrefix'], optional: [] },
}

/** A request that was understood. */
export interface OaiRequest {
  verb: string
  values: Readonly<Record<string, string>>
  selection: OaiSelection
}

/** Reads a request, or says which of the errors it is (OAI-PMH 2.0, §3.6 and §4). */
export function readOaiRequest(given: OaiArguments): OaiRequest | { error: OaiError } {
  const [verb = '', ...more] = given['verb'] ?? []
  const known = verbs[verb]
  if (!known || more.length > 0) return { error: 'badVerb' }
  const names = Object.keys(given).filter((name) => name !== 'verb')
  if (names.some((name) => given[name]!.length !== 1)) return { error: 'badArgument' }
  const values = Object.fromEntries(names.map((name) => [name, given[name]![0]!]))
  const token = known.exclusive ? values[known.exclusive] : undefined
  if (token !== undefined) {
    if (names.length > 1) return { error: 'badArgument' }
    const resumed = readToken(token)
    return resumed
      ? { verb, values: { metadataPrefix: 'oai_dc' }, selection: resumed }
      : { error: 'badResumptionToken' }
  }
  const allowed = [...known.required, ...known.optional]
  if (
    names.some((name) => !allowed.includes(name)) ||
    known.required.some((name) => !values[name])
  ) {
    return { error: 'badArgument' }
  }
  if (values['set'] !== undefined) return { error: 'noSetHierarchy' }
  if (values['metadataPrefix'] !== undefined && values['metadataPrefix'] !== 'oai_dc') {
    return { error: 'cannotDisseminateFormat' }
  }
  const selection = readSelection(values)
  return selection ? { verb, values, selection } : { error: 'badArgument' }
}

const day = /^\d{4}-\d{2}-\d{2}$/
const second = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/

/** From and until have the same fineness, and from is not after until (§3.3, §4.4). */
function readSelection({ from, until }: Readonly<Record<string, string>>): OaiSelection | null {
  const given = [from, until].filter((each) => each !== undefined)
  const sameFineness =
    given.every((each) => day.test(each)) || given.every((each) => second.test(each))
  if (!sameFineness) return null
  const first = from === undefined ? null : new Date(from)
  // Until is inclusive (§2.7.1): the whole of its last second, or of its last day.
  const last =
    until === undefined
      ? null
      : new Date(day.test(until) ? `${until}T23:59:59.999Z` : until.replace('Z', '.999Z'))
  if ([first, last].some((each) => each && Number.isNaN(each.getTime()))) return null
  return first && last && first > last ? null : { from: first, until: last, after: null }
}

/** A token says where the list goes on, and nothing that could be forged into more than a place in it. */
export function writeToken(
  { from, until }: OaiSelection,
  last: { changedAt: Date; id: string },
): string {
  const parts = [
    last.changedAt.toISOString(),
    last.id,
    from?.toISOString() ?? '',
    until?.toISOString() ?? '',
  ]
  return Buffer.from(parts.join('|')).toString('base64url')
}

function readToken(token: string): OaiSelection | null {
  const [changedAt = '', id = '', from = '', until = '', ...more] = Buffer.from(token, 'base64url')
    .toString('utf8')
    .split('|')
  const moment = (text: string) => (text === '' ? null : new Date(text))
  const dates = [new Date(changedAt), moment(from), moment(until)]
  if (more.length > 0 || !isUuid(id)) return null
  if (dates.some((each) => each && Number.isNaN(each.getTime()))) return null
  return { from: dates[1]!, until: dates[2]!, after: { changedAt: dates[0]!, id } }
}

/** A whole answer: the frame of §3.2 around what the verb gives, or around an error. */
export function oaiAnswer(
  { address, now, request }: { address: string; now: Date; request: OaiRequest | null },
  body: string,
): string {
  const attributes = request ? { verb: request.verb, ...request.values } : {}
  const frame = xmlElement(
    'OAI-PMH',
    [xmlText('responseDate', seconds(now)), xmlText('request', address, attributes), body],
    {
      xmlns: 'http://www.openarchives.org/OAI/2.0/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation':
        'http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd',
    },
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${frame}`
}

export function oaiFault(code: OaiError): string {
  return xmlText('error', code, { code })
}

/** Who this repository is (§4.2). */
export function oaiIdentify(facts: {
  address: string
  name: string
  mail: string
  earliest: Date
}): string {
  return xmlElement('Identify', [
    xmlText('repositoryName', facts.name),
    xmlText('baseURL', facts.address),
    xmlText('protocolVersion', '2.0'),
    xmlText('adminEmail', facts.mail),
    xmlText('earliestDatestamp', seconds(facts.earliest)),
    xmlText('deletedRecord', 'persistent'),
    xmlText('granularity', 'YYYY-MM-DDThh:mm:ssZ'),
  ])
}

export function oaiFormats(): string {
  return xmlElement('ListMetadataFormats', [
    xmlElement('metadataFormat', [
      xmlText('metadataPrefix', 'oai_dc'),
      xmlText('schema', 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd'),
      xmlText('metadataNamespace', 'http://www.openarchives.org/OAI/2.0/oai_dc/'),
    ]),
  ])
}

/** Records, or their headers alone, with the way on where there are more. */
export function oaiList(
  verb: 'ListRecords' | 'ListIdentifiers' | 'GetRecord',
  node: string,
  records: readonly OaiRecord[],
  token: string | null,
): string {
  const each = records.map((record) =>
    verb === 'ListIdentifiers' ? header(node, record) : whole(node, record),
  )
  return xmlElement(verb, [...each, ...(token === null ? [] : [xmlText('resumptionToken', token)])])
}

function whole(node: string, record: OaiRecord): string {
  const metadata = record.isDeleted ? [] : [xmlElement('metadata', [record.metadata])]
  return xmlElement('record', [header(node, record), ...metadata])
}

function header(node: string, { id, changedAt, isDeleted }: OaiRecord): string {
  return xmlElement(
    'header',
    [xmlText('identifier', `oai:${node}:${id}`), xmlText('datestamp', seconds(changedAt))],
    isDeleted ? { status: 'deleted' } : {},
  )
}

function seconds(moment: Date): string {
  return moment.toISOString().replace(/\.\d{3}Z$/, 'Z')
}
