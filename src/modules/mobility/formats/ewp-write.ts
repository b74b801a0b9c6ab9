import { xmlElement as element, xmlText as text } from '#kernel/files'
import {
  type EwpComponent,
  type EwpComponents,
  type EwpContact,
  type EwpLearningAgreement,
  type EwpMobility,
  type EwpName,
  ewpNamespaces,
  type EwpSignature,
} from './ewp-document.ts'

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** Nominations as an `omobilities-get-response` of EWP v3, in the order of its schema. */
export function writeOmobilities(mobilities: readonly EwpMobility[]): string {
  const written = mobilities.map((each) =>
    element('student-mobility', [
      text('omobility-id', each.id),
      element('student', [
        ...each.givenNames.map((name) => named('given-names', name)),
        ...each.familyNames.map((name) => named('family-name', name)),
        text('global-id', each.globalId),
        text('birth-date', each.birthDate),
        text('nationality', each.nationality),
        text('gender', each.gender),
        text('email', each.email),
      ]),
      nomination(each),
      text('status', each.status),
    ]),
  )
  const attributes = { xmlns: ewpNamespaces.omobilities }
  return `${head}${element('omobilities-get-response', written, attributes)}\n`
}

function nomination(each: EwpMobility): string {
  return element(
    'nomination',
    [
      element('sending-hei', [
        text('hei-id', each.sendingHei),
        ...given('iia-id', each.sendingIia),
      ]),
      element('receiving-hei', [
        text('hei-id', each.receivingHei),
        ...given('iia-id', each.receivingIia),
      ]),
      each.sendingTerm === null
        ? element('non-standard-mobility-period', [])
        : text('sending-academic-term-ewp-id', each.sendingTerm),
      text('receiving-academic-year-id', each.receivingYear),
      text('activity-type', 'student-studies'),
      text('activity-attributes', each.attributes),
      text('agreement-isced-f-code', each.agreementField),
      text('eqf-level-studied-at-departure', String(each.level)),
      text('nominee-isced-f-code', each.nomineeField),
      ...given('comment', each.comment),
    ],
    { 'proposal-id': each.proposalId },
  )
}

function named(name: string, { text: value, language }: EwpName): string {
  return text(name, value, language === null ? {} : { 'xml:lang': language })
}

function given(name: string, value: string | null): string[] {
  return value === null || value === '' ? [] : [text(name, value)]
}

/** Learning agreements as an `omobility-las-get-response` of EWP v1. */
export function writeLearningAgreements(agreements: readonly EwpLearningAgreement[]): string {
  const written = agreements.map((la) =>
    element('la', [
      text('omobility-id', la.mobilityId),
      institution('sending-hei', la.sendingHei, la.sendingContact),
      institution('receiving-hei', la.receivingHei, la.receivingContact),
      text('receiving-academic-year-id', la.receivingYear),
      element('student', [
        ...given('given-names', la.student.given),
        ...given('family-name', la.student.family),
        ...given('global-id', la.student.globalId),
        ...given('birth-date', la.student.birthDate),
        ...given('email', la.student.email),
      ]),
      text('start-date', la.startsOn),
      text('end-date', la.endsOn),
      text('eqf-level-studied-at-departure', String(la.level)),
      text('isced-f-code', la.field),
      element('student-language-skill', [
        text('language', la.language),
        text('cefr-level', la.cefr),
      ]),
      ...(la.first ? [element('first-version', partsOf(la.first))] : []),
      ...(la.approved ? [element('approved-changes', partsOf(la.approved))] : []),
      ...(la.proposal
        ? [element('changes-proposal', partsOf(la.proposal), { id: la.proposal.id })]
        : []),
    ]),
  )
  const attributes = { xmlns: ewpNamespaces.las }
  return `${head}${element('omobility-las-get-response', written, attributes)}\n`
}

function institution(name: string, heiId: string, contact: EwpContact): string {
  return element(name, [
    text('hei-id', heiId),
    element('contact-person', [
      text('given-names', contact.given),
      text('family-name', contact.family),
      text('email', contact.email),
    ]),
  ])
}

/** Transcripts as an `imobility-tors-get-response` of EWP v2: each ELMO document as it stands, without its XML declaration. */
export function writeTranscripts(
  transcripts: readonly { mobilityId: string; elmo: string }[],
): string {
  const written = transcripts.map(({ mobilityId, elmo }) =>
    element('tor', [
      text('omobility-id', mobilityId),
      elmo.replace(/^\uFEFF?\s*(?:<\?xml[^>]*\?>)?\s*/, '').trim(),
    ]),
  )
  const attributes = { xmlns: ewpNamespaces.tors }
  return `${head}${element('imobility-tors-get-response', written, attributes)}\n`
}

const lists = [
  ['A', 'components-studied'],
  ['B', 'components-recognized'],
  ['C', 'virtual-components'],
  ['blended', 'blended-mobility-components'],
  ['doctoral', 'short-term-doctoral-components'],
] as const

function partsOf({ components, student, sending, receiving }: EwpComponents): string[] {
  const tables = lists.flatMap(([table, name]) => {
    const rows = components.filter((each) => each.table === table)
    return rows.length === 0 ? [] : [element(name, rows.map(component))]
  })
  return [
    ...tables,
    signature('student-signature', student),
    signature('sending-hei-signature', sending),
    ...(receiving ? [signature('receiving-hei-signature', receiving)] : []),
  ]
}

function component(each: EwpComponent): string {
  return element(
    'component',
    [
      ...given('los-code', each.code),
      text('title', each.title),
      ...(each.credit === ''
        ? []
        : [element('credit', [text('scheme', each.scheme), text('value', each.credit)])]),
      ...given('recognition-conditions', each.conditions),
      ...given('short-description', each.description),
    ],
    {
      ...(each.status ? { status: each.status } : {}),
      ...(each.reason ? { 'reason-code': each.reason } : {}),
    },
  )
}

function signature(name: string, { name: signer, email, at }: EwpSignature): string {
  return element(name, [
    ...given('signer-name', signer),
    ...given('signer-email', email),
    text('timestamp', at),
    text('signer-app', 'Weft'),
  ])
}
