import { refuse, type Refusal } from '#kernel/database'
import { decodeXml, readXml, type XmlElement } from '#kernel/files'
import { m } from '../messages/index.ts'
import { deletionReasons, insertionReasons } from '../rules/learning-agreement.ts'
import {
  type EwpComponent,
  type EwpComponents,
  type EwpContact,
  type EwpLearningAgreement,
  type EwpMobility,
  ewpNamespaces,
  type EwpSignature,
} from './ewp-document.ts'

/** The largest document that is read. */
const mostBytes = 8 * 1024 * 1024

/** What an EWP document holds: nominations, learning agreements, or transcripts by the ids of their mobilities. */
export type EwpReading =
  | { kind: 'omobilities'; mobilities: EwpMobility[] }
  | { kind: 'las'; agreements: EwpLearningAgreement[] }
  | { kind: 'tors'; transcripts: { mobilityIds: string[]; elmo: string }[] }

/**
 * Reads an EWP document about mobility: omobilities v3, omobility-las v1 or imobility-tors v2. Document types, broken XML and
 * other formats are refused with the line; nothing is fetched, and what is left out is left empty.
 */
export function readEwp(bytes: Uint8Array): EwpReading | Refusal {
  if (bytes.length > mostBytes) return refuse(413, m('ewp.too-large'))
  const decoded = decodeXml(bytes)
  if (!decoded.ok) return refuse(422, m('ewp.broken', { line: 1 }))
  const read = readXml(decoded.text, { depth: 30, elements: 200_000 })
  if (!read.ok) return refuse(422, m('ewp.broken', { line: read.line }))
  const { root } = read
  switch (root.namespace) {
    case ewpNamespaces.omobilities:
      return { kind: 'omobilities', mobilities: all(root, 'student-mobility').map(mobilityOf) }
    case ewpNamespaces.las:
      return { kind: 'las', agreements: all(root, 'la').map(agreementOf) }
    case ewpNamespaces.tors:
      return {
        kind: 'tors',
        transcripts: all(root, 'tor').map((tor) => ({
          mobilityIds: all(tor, 'omobility-id').map((each) => each.text.trim()),
          elmo: elmoOf(tor, decoded.text),
        })),
      }
    default:
      return refuse(422, m('ewp.other-format'))
  }
}

function all(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name)
}

function one(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((at, name) => at && all(at, name)[0], element)
}

function textOf(element: XmlElement | undefined, ...path: string[]): string {
  return one(element, ...path)?.text.trim() ?? ''
}

function namesOf(student: XmlElement | undefined, name: string) {
  return (student ? all(student, name) : []).map((each) => ({
    text: each.text.trim(),
    language: each.attributes.get('xml:lang') ?? null,
  }))
}

function oneOf<Word extends string>(words: readonly Word[], typed: string, otherwise: Word): Word {
  return words.find((word) => word === typed) ?? otherwise
}

function mobilityOf(element: XmlElement): EwpMobility {
  const student = one(element, 'student')
  const nomination = one(element, 'nomination')
  return {
    id: textOf(element, 'omobility-id'),
    givenNames: namesOf(student, 'given-names'),
    familyNames: namesOf(student, 'family-name'),
    globalId: textOf(student, 'global-id'),
    birthDate: textOf(student, 'birth-date'),
    nationality: textOf(student, 'nationality'),
    gender: oneOf(['0', '1', '2', '9'] as const, textOf(student, 'gender'), '0'),
    email: textOf(student, 'email'),
    proposalId: nomination?.attributes.get('proposal-id') ?? '',
    sendingHei: textOf(nomination, 'sending-hei', 'hei-id'),
    receivingHei: textOf(nomination, 'receiving-hei', 'hei-id'),
    sendingIia: textOf(nomination, 'sending-hei', 'iia-id') || null,
    receivingIia: textOf(nomination, 'receiving-hei', 'iia-id') || null,
    sendingTerm: textOf(nomination, 'sending-academic-term-ewp-id') || null,
    receivingYear: textOf(nomination, 'receiving-academic-year-id'),
    attributes: oneOf(
      ['long-term', 'short-term-blended', 'short-term-doctoral'] as const,
      textOf(nomination, 'activity-attributes'),
      'long-term',
    ),
    agreementField: textOf(nomination, 'agreement-isced-f-code'),
    level: Number(textOf(nomination, 'eqf-level-studied-at-departure')),
    nomineeField: textOf(nomination, 'nominee-isced-f-code'),
    comment: textOf(nomination, 'comment') || null,
    status: oneOf(
      ['pending', 'approved', 'rejected', 'cancelled'] as const,
      textOf(element, 'status'),
      'pending',
    ),
  }
}

function contactOf(hei: XmlElement | undefined): EwpContact {
  const person = one(hei, 'contact-person')
  return {
    given: textOf(person, 'given-names'),
    family: textOf(person, 'family-name'),
    email: textOf(person, 'email'),
  }
}

function agreementOf(la: XmlElement): EwpLearningAgreement {
  const proposal = one(la, 'changes-proposal')
  const student = one(la, 'student')
  return {
    mobilityId: textOf(la, 'omobility-id'),
    sendingHei: textOf(la, 'sending-hei', 'hei-id'),
    sendingContact: contactOf(one(la, 'sending-hei')),
    receivingHei: textOf(la, 'receiving-hei', 'hei-id'),
    receivingContact: contactOf(one(la, 'receiving-hei')),
    receivingYear: textOf(la, 'receiving-academic-year-id'),
    student: {
      given: textOf(student, 'given-names'),
      family: textOf(student, 'family-name'),
      globalId: textOf(student, 'global-id'),
      birthDate: textOf(student, 'birth-date'),
      email: textOf(student, 'email'),
    },
    startsOn: textOf(la, 'start-date') || textOf(la, 'start-year-month'),
    endsOn: textOf(la, 'end-date') || textOf(la, 'end-year-month'),
    level: Number(textOf(la, 'eqf-level-studied-at-departure')),
    field: textOf(la, 'isced-f-code'),
    language: textOf(la, 'student-language-skill', 'language'),
    cefr: textOf(la, 'student-language-skill', 'cefr-level'),
    first: componentsOf(one(la, 'first-version')),
    approved: componentsOf(one(la, 'approved-changes')),
    proposal: proposal
      ? { ...componentsOf(proposal)!, id: proposal.attributes.get('id') ?? '' }
      : null,
  }
}

const tables = {
  'components-studied': 'A',
  'components-recognized': 'B',
  'virtual-components': 'C',
  'blended-mobility-components': 'blended',
  'short-term-doctoral-components': 'doctoral',
} as const

function componentsOf(element: XmlElement | undefined): EwpComponents | null {
  if (!element) return null
  const components = Object.entries(tables).flatMap(([name, table]) =>
    all(element, name).flatMap((list) =>
      all(list, 'component').map((each) => componentOf(each, table)),
    ),
  )
  const receiving = one(element, 'receiving-hei-signature')
  return {
    components,
    student: signatureOf(one(element, 'student-signature')),
    sending: signatureOf(one(element, 'sending-hei-signature')),
    receiving: receiving ? signatureOf(receiving) : null,
  }
}

function componentOf(element: XmlElement, table: EwpComponent['table']): EwpComponent {
  const status = element.attributes.get('status')
  const reason = element.attributes.get('reason-code')
  return {
    table,
    code: textOf(element, 'los-code'),
    title: textOf(element, 'title'),
    credit: textOf(element, 'credit', 'value'),
    scheme: textOf(element, 'credit', 'scheme'),
    status: status === 'inserted' || status === 'deleted' ? status : null,
    reason: [...deletionReasons, ...insertionReasons].find((each) => each === reason) ?? null,
    conditions: textOf(element, 'recognition-conditions'),
    description: textOf(element, 'short-description'),
  }
}

function signatureOf(element: XmlElement | undefined): EwpSignature {
  return {
    name: textOf(element, 'signer-name') || null,
    email: textOf(element, 'signer-email') || null,
    at: textOf(element, 'timestamp'),
  }
}

/** The ELMO document in a transcript, as it stands in the file, so that a signature over it still holds. */
function elmoOf(tor: XmlElement, source: string): string {
  const elmo = tor.children.find(({ name }) => name === 'elmo')
  if (!elmo) return ''
  const lines = source.split('\n')
  const before = lines.slice(0, elmo.line - 1).reduce((sum, line) => sum + line.length + 1, 0)
  const start = before + elmo.column - 1
  const tag = /^<([\w:.-]+)/.exec(source.slice(start))?.[1]
  const end = tag === undefined ? -1 : source.indexOf(`</${tag}>`, start)
  return tag === undefined || end < 0 ? '' : source.slice(start, end + tag.length + 3)
}
