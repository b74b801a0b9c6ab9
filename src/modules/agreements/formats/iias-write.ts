import { readXml, xmlElement as element, xmlText as text } from '#kernel/files'
import { type Condition, conditionKinds, isOfStudents } from '../rules/conditions.ts'
import { iiaHash } from './iia-text.ts'
import { contactNamespace, type Iia, type IiaContact, iiasNamespace } from './iias-document.ts'

/** Copies of agreements as an `iias-get-response` of the EWP IIAs API v7, each with its `iia-hash`. */
export function writeIias(iias: readonly Iia[]): string {
  const written = iias.map((iia) => {
    const parts = iiaParts(iia)
    return element('iia', [...parts, text('iia-hash', hashOf(iia))])
  })
  const attributes = { xmlns: iiasNamespace, 'xmlns:c': contactNamespace }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('iias-get-response', written, attributes)}\n`
}

/** The `iia-hash` of a copy; it depends on the order of its conditions and on the ids of all copies. */
export function hashOf(iia: Iia): string {
  const xml = element('iia', iiaParts(iia), { xmlns: iiasNamespace, 'xmlns:c': contactNamespace })
  const read = readXml(xml, { depth: 20, elements: 1_000_000 })
  if (!read.ok) throw new Error(`an agreement was written as XML that is not: ${read.refusal}`)
  return iiaHash(read.root)
}

function iiaParts(iia: Iia): string[] {
  const partners = iia.partners.map((partner) =>
    element('partner', [
      text('hei-id', partner.heiId),
      ...given('ounit-id', partner.unitId),
      ...given('iia-id', partner.iiaId),
      ...given('iia-code', partner.iiaCode),
      ...(partner.signing ? [contact('signing-contact', partner.signing)] : []),
      ...given('signing-date', partner.signedOn),
      ...partner.contacts.map((each) => contact('c:contact', each)),
    ]),
  )
  const conditions = conditionKinds.flatMap((kind) =>
    iia.conditions.filter((condition) => condition.kind === kind).map(conditionElement),
  )
  return [
    ...partners,
    text('in-effect', String(iia.inEffect)),
    element(
      'cooperation-conditions',
      conditions,
      iia.terminated ? { 'terminated-as-a-whole': 'true' } : {},
    ),
  ]
}

const elementOf = {
  study: 'student-studies-mobility-spec',
  traineeship: 'student-traineeship-mobility-spec',
  teaching: 'staff-teacher-mobility-spec',
  training: 'staff-training-mobility-spec',
} as const

function conditionElement(condition: Condition): string {
  const ofStudents = isOfStudents(condition.kind)
  return element(elementOf[condition.kind], [
    text('sending-hei-id', condition.sending),
    ...given('sending-ounit-id', condition.sendingUnit),
    text('receiving-hei-id', condition.receiving),
    ...given('receiving-ounit-id', condition.receivingUnit),
    text('receiving-first-academic-year-id', condition.firstYear),
    text('receiving-last-academic-year-id', condition.lastYear),
    text('mobilities-per-year', String(condition.seats)),
    ...condition.languages.map(({ language, level }) =>
      element('recommended-language-skill', [
        text('language', language),
        ...given('cefr-level', level),
      ]),
    ),
    ...condition.fields.map(({ code, clarification }) =>
      element('subject-area', [
        text('isced-f-code', code),
        ...given('isced-clarification', clarification),
      ]),
    ),
    ...given('other-info-terms', termsOf(condition)),
    ...given(ofStudents ? 'total-months-per-year' : 'total-days-per-year', condition.amount),
    ...(ofStudents ? [text('blended', String(condition.blended))] : []),
    ...condition.levels.map((level) => text('eqf-level', String(level))),
  ])
}

/** How a pool is said where the format knows none; read back by `iias-read`. */
export const poolSentence = (seats: number) =>
  `Shared pool: at most ${seats} in all directions together.`

function termsOf({ shared, seats, terms }: Condition): string {
  return [shared ? poolSentence(seats) : '', terms].filter((each) => each !== '').join('\n')
}

function given(name: string, value: string | null): string[] {
  return value === null || value === '' ? [] : [text(name, value)]
}

function contact(name: string, { name: called, email }: IiaContact): string {
  return element(name, [text('c:contact-name', called), ...given('c:email', email)])
}
