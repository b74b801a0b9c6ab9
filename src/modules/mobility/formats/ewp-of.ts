import { Fraction, type PersonName } from '#kernel/values'
import type { StayRow } from '../queries/stays.ts'
import {
  type LearningComponent,
  type LearningText,
  sameComponent,
} from '../rules/learning-agreement.ts'
import { ewpStatus, type MobilityKind } from '../rules/states.ts'
import type {
  EwpComponent,
  EwpComponents,
  EwpContact,
  EwpLearningAgreement,
  EwpMobility,
  EwpSignature,
} from './ewp-document.ts'

/** The institutions of a stay by their EWP ids. */
export interface EwpHeis {
  sending: string
  receiving: string
}

const attributesOf = {
  study: 'long-term',
  blended: 'short-term-blended',
  doctoral: 'short-term-doctoral',
} as const

/** Nobody said of which nationality the student is: a code that ISO 3166 keeps for users, never a guess. */
const unknownNationality = 'XX'

/** The European Student Identifier of a student, of the institution's domain and number. */
export function globalIdOf(stay: StayRow, { sending }: EwpHeis): string {
  return `urn:schac:personalUniqueCode:int:esi:${sending}:${encodeURIComponent(stay.studentNumber)}`
}

/**
 * A stay as a nomination of EWP omobilities v3, or null: for a waiting list, and where the date of birth or the address is
 * not known, without which EWP has no nomination. Gender is 0 (not known): it is kept nowhere here.
 */
export function ewpMobilityOf(stay: StayRow, heis: EwpHeis): EwpMobility | null {
  const status = ewpStatus(stay.state)
  if (status === null || stay.birthDate === null || stay.email === null) return null
  const { given, family } = partsOf(stay.name)
  return {
    id: stay.id,
    givenNames: [{ text: given, language: null }],
    familyNames: [{ text: family, language: null }],
    globalId: globalIdOf(stay, heis),
    birthDate: stay.birthDate,
    nationality: unknownNationality,
    gender: '0',
    email: stay.email,
    proposalId: stay.proposal_id,
    sendingHei: heis.sending,
    receivingHei: heis.receiving,
    sendingIia: null,
    receivingIia: null,
    sendingTerm: stay.sending_term,
    receivingYear: stay.receiving_year,
    attributes: attributesOf[stay.kind],
    agreementField: stay.field,
    level: stay.level,
    nomineeField: stay.field,
    comment: stay.remark || null,
    status,
  }
}

function partsOf({ passportGiven, passportFamily, romanised }: PersonName) {
  return { given: passportGiven || romanised, family: passportFamily || romanised }
}

/** A version of a learning agreement with its signatures. */
export interface SignedVersion {
  id: string
  text: LearningText
  student: EwpSignature | null
  sending: EwpSignature | null
  receiving: EwpSignature | null
}

/** What of a learning agreement EWP says. */
export interface LearningFacts {
  stay: StayRow
  heis: EwpHeis
  contacts: { sending: EwpContact; receiving: EwpContact }
  language: { language: string; cefr: string }
  /** The version that all had signed first, the one that counts, and one that is being signed. */
  first: SignedVersion | null
  agreed: SignedVersion | null
  proposal: SignedVersion | null
}

/** A learning agreement as EWP omobility-las v1: the first version, and what was changed since, relative to it. */
export function ewpAgreementOf(facts: LearningFacts): EwpLearningAgreement {
  const { stay, heis, contacts, language, first, agreed, proposal } = facts
  const { given, family } = partsOf(stay.name)
  const isChanged = first !== null && agreed !== null && agreed.id !== first.id
  const base = first?.text ?? null
  return {
    mobilityId: stay.id,
    sendingHei: heis.sending,
    sendingContact: contacts.sending,
    receivingHei: heis.receiving,
    receivingContact: contacts.receiving,
    receivingYear: stay.receiving_year,
    student: {
      given,
      family,
      globalId: globalIdOf(stay, heis),
      birthDate: stay.birthDate ?? '',
      email: stay.email ?? '',
    },
    startsOn: stay.starts_on,
    endsOn: stay.ends_on,
    level: stay.level,
    field: stay.field,
    ...language,
    first: first && signed(first, wholeOf(first.text, stay.kind)),
    approved: isChanged ? signed(agreed, changesOf(base!, agreed.text, stay.kind)) : null,
    proposal: proposalOf(proposal, base, stay.kind),
  }
}

function proposalOf(
  proposal: SignedVersion | null,
  base: LearningText | null,
  kind: MobilityKind,
): EwpLearningAgreement['proposal'] {
  if (proposal === null) return null
  const components = base ? changesOf(base, proposal.text, kind) : wholeOf(proposal.text, kind)
  const written = signed(proposal, components)
  return written && { ...written, id: proposal.id }
}

/** EWP has a version only once the student and the sending institution have signed it. */
function signed(version: SignedVersion, components: EwpComponent[]): EwpComponents | null {
  const { student, sending, receiving } = version
  return student && sending ? { components, student, sending, receiving } : null
}

function wholeOf(text: LearningText, kind: MobilityKind): EwpComponent[] {
  return text.components.map((each) => componentOf(each, text, kind, null))
}

/** What a later text inserts and deletes, relative to the first one that was signed. */
function changesOf(base: LearningText, later: LearningText, kind: MobilityKind): EwpComponent[] {
  const isIn = (text: LearningText, component: LearningComponent) =>
    text.components.some((each) => sameComponent(each, component))
  const inserted = later.components.filter((each) => !isIn(base, each))
  const deleted = base.components.filter((each) => !isIn(later, each))
  const reasonOf = (component: LearningComponent) =>
    later.removed.find((each) => sameComponent(each, component))?.reason ?? null
  return [
    ...inserted.map((each) => componentOf(each, later, kind, 'inserted')),
    ...deleted.map((each) => ({
      ...componentOf(each, later, kind, 'deleted'),
      reason: reasonOf(each),
    })),
  ]
}

function componentOf(
  { table, code, title, credit, reason }: LearningComponent,
  { conditions }: LearningText,
  kind: MobilityKind,
  status: EwpComponent['status'],
): EwpComponent {
  const isShort = table === 'C' && kind === 'blended'
  return {
    table: isShort ? 'blended' : kind === 'doctoral' && table === 'A' ? 'doctoral' : table,
    code,
    title,
    credit: Fraction.parse(credit)?.toDecimal() ?? '',
    // The credit of the institution whose course it is; EWP wants a name for it and has none for these.
    scheme: 'local',
    status,
    reason: status === 'inserted' ? reason : null,
    conditions: table === 'B' ? conditions : '',
    description: isShort || kind === 'doctoral' ? title : '',
  }
}
