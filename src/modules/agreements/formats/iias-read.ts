import { refuse, type Refusal } from '#kernel/database'
import { decodeXml, readXml, type XmlElement } from '#kernel/files'
import { isAcademicYearId } from '#kernel/values'
import { m } from '../messages/index.ts'
import { type Condition, type ConditionKind, conditionKinds } from '../rules/conditions.ts'
import { childrenOf, iiaHash, isApprovable } from './iia-text.ts'
import { type IiaContact, type IiaPartner, iiasNamespace, type ReadIia } from './iias-document.ts'
import { poolSentence } from './iias-write.ts'

/** The largest document that is read. */
export const mostIiasBytes = 8 * 1024 * 1024

/**
 * Reads an `iias-get-response` of the EWP IIAs API v7. A document type, broken XML, other formats and values that the
 * schema forbids are refused with the line; nothing is fetched. Names in `sending` and `receiving` are HEI ids.
 */
export function readIias(bytes: Uint8Array): ReadIia[] | Refusal {
  if (bytes.length > mostIiasBytes) return refuse(413, m('ewp.too-large'))
  const decoded = decodeXml(bytes)
  if (!decoded.ok) return refuse(422, m('ewp.encoding', { encoding: decoded.encoding }))
  const read = readXml(decoded.text, { depth: 20, elements: 200_000 })
  if (!read.ok) {
    return refuse(
      422,
      m(read.refusal === 'doctype' ? 'ewp.doctype' : 'ewp.broken', { line: read.line }),
    )
  }
  const { root } = read
  if (root.name !== 'iias-get-response' || root.namespace !== iiasNamespace) {
    return refuse(422, m('ewp.other-format'))
  }
  try {
    return childrenOf(root, 'iia').map(iiaOf)
  } catch (error) {
    if (error instanceof Fault) {
      return refuse(422, m('ewp.value', { line: error.line, name: error.name }))
    }
    throw error
  }
}

/** A value that the schema does not allow, with its line. */
class Fault extends Error {
  readonly line: number
  constructor({ line, name }: XmlElement) {
    super(name)
    this.name = name
    this.line = line
  }
}

function iiaOf(iia: XmlElement): ReadIia {
  const partners = childrenOf(iia, 'partner')
  if (partners.length !== 2) throw new Fault(iia)
  const holder = childrenOf(iia, 'cooperation-conditions')[0]
  const givenHash = textIn(iia, 'iia-hash')
  if (!holder || !givenHash || !/^[0-9a-f]{64}$/i.test(givenHash)) throw new Fault(iia)
  const conditions = holder.children.map(conditionOf)
  return {
    partners: partners.map(partnerOf),
    inEffect: isTrue(textIn(iia, 'in-effect')),
    terminated: isTrue(holder.attributes.get('terminated-as-a-whole')),
    conditions,
    text: { terms: '', conditions },
    givenHash: givenHash.toLowerCase(),
    hash: iiaHash(iia),
    isApprovable: isApprovable(holder),
  }
}

function partnerOf(partner: XmlElement): IiaPartner {
  const heiId = textIn(partner, 'hei-id')
  if (!heiId) throw new Fault(partner)
  const signing = childrenOf(partner, 'signing-contact')[0]
  return {
    heiId,
    unitId: identifierIn(partner, 'ounit-id'),
    iiaId: identifierIn(partner, 'iia-id'),
    iiaCode: textIn(partner, 'iia-code'),
    signing: signing ? contactOf(signing) : null,
    signedOn: textIn(partner, 'signing-date'),
    contacts: childrenOf(partner, 'contact').map(contactOf),
  }
}

function contactOf(contact: XmlElement): IiaContact {
  return { name: textIn(contact, 'contact-name') ?? '', email: textIn(contact, 'email') }
}

const kindOf: Readonly<Record<string, ConditionKind>> = {
  'student-studies-mobility-spec': 'study',
  'student-traineeship-mobility-spec': 'traineeship',
  'staff-teacher-mobility-spec': 'teaching',
  'staff-training-mobility-spec': 'training',
}

function conditionOf(spec: XmlElement, place: number): Condition {
  const kind = kindOf[spec.name]
  const sending = textIn(spec, 'sending-hei-id')
  const receiving = textIn(spec, 'receiving-hei-id')
  if (!kind || !conditionKinds.includes(kind) || !sending || !receiving) throw new Fault(spec)
  const seats = Number(matching(spec, 'mobilities-per-year', /^\+?\d{1,4}$/) ?? '')
  const pool = poolSentence(seats)
  const terms = textIn(spec, 'other-info-terms') ?? ''
  const shared = terms.startsWith(pool)
  const amount =
    matching(spec, 'total-months-per-year', /^\+?\d{1,6}(\.\d{1,2})?$/) ??
    matching(spec, 'total-days-per-year', /^\+?\d{1,6}(\.\d{1,2})?$/)
  return {
    key: `x${place + 1}`,
    kind,
    sending,
    receiving,
    sendingUnit: identifierIn(spec, 'sending-ounit-id') ?? '',
    receivingUnit: identifierIn(spec, 'receiving-ounit-id') ?? '',
    firstYear: yearIn(spec, 'receiving-first-academic-year-id'),
    lastYear: yearIn(spec, 'receiving-last-academic-year-id'),
    seats,
    shared,
    amount: amount?.replace('+', '') ?? null,
    fields: childrenOf(spec, 'subject-area').map((area) => ({
      code: matching(area, 'isced-f-code', /^\d{4}$/) ?? '',
      clarification: textIn(area, 'isced-clarification') ?? '',
    })),
    languages: childrenOf(spec, 'recommended-language-skill').map((skill) => ({
      language: textIn(skill, 'language') ?? '',
      level: matching(skill, 'cefr-level', /^[ABC][12]$/),
    })),
    levels: childrenOf(spec, 'eqf-level').map((level) => {
      if (!/^\s*[1-8]\s*$/.test(level.text)) throw new Fault(level)
      return Number(level.text)
    }),
    blended: isTrue(textIn(spec, 'blended')),
    terms: shared ? terms.slice(pool.length).trim() : terms,
  }
}

function yearIn(spec: XmlElement, name: string): string {
  const year = textIn(spec, name)
  if (!isAcademicYearId(year)) throw new Fault(childrenOf(spec, name)[0] ?? spec)
  return year
}

/** Surrogate ids are printable ASCII, 64 characters at most (EWP architecture, common-types.xsd). */
function identifierIn(element: XmlElement, name: string): string | null {
  return matching(element, name, /^[\x21-\x7e]{1,64}$/)
}

function matching(element: XmlElement, name: string, pattern: RegExp): string | null {
  const child = childrenOf(element, name)[0]
  if (!child) return null
  const value = child.text.trim()
  if (!pattern.test(value)) throw new Fault(child)
  return value
}

function textIn(element: XmlElement, name: string): string | null {
  const value = childrenOf(element, name)[0]?.text.trim() ?? ''
  return value === '' ? null : value
}

function isTrue(value: string | null | undefined): boolean {
  return value === 'true' || value === '1'
}
