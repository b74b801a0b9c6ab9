import type { ChangeReason, LearningTable } from '../rules/learning-agreement.ts'

const specs = 'https://github.com/erasmus-without-paper'

/** The namespaces of the EWP documents about students' mobility. */
export const ewpNamespaces = {
  omobilities: `${specs}/ewp-specs-api-omobilities/blob/stable-v3/endpoints/get-response.xsd`,
  las: `${specs}/ewp-specs-api-omobility-las/blob/stable-v1/endpoints/get-response.xsd`,
  tors: `${specs}/ewp-specs-api-imobility-tors/blob/stable-v2/endpoints/get-response.xsd`,
} as const

/** A name in one alphabet. */
export interface EwpName {
  text: string
  language: string | null
}

/** A nomination as EWP omobilities v3 says it. */
export interface EwpMobility {
  id: string
  givenNames: EwpName[]
  familyNames: EwpName[]
  globalId: string
  birthDate: string
  nationality: string
  /** ISO 5218: 0 not known, 1 male, 2 female, 9 not applicable. */
  gender: '0' | '1' | '2' | '9'
  email: string
  proposalId: string
  sendingHei: string
  receivingHei: string
  sendingIia: string | null
  receivingIia: string | null
  /** Null for a stay outside of any term. */
  sendingTerm: string | null
  receivingYear: string
  attributes: 'long-term' | 'short-term-blended' | 'short-term-doctoral'
  agreementField: string
  level: number
  nomineeField: string
  comment: string | null
  status: 'pending' | 'approved' | 'rejected' | 'cancelled'
}

/** A component of a learning agreement as EWP says it. */
export interface EwpComponent {
  table: LearningTable | 'blended' | 'doctoral'
  code: string
  title: string
  /** The first credit that is given, with its scheme; empty where none is. */
  credit: string
  scheme: string
  status: 'inserted' | 'deleted' | null
  reason: ChangeReason | null
  conditions: string
  description: string
}

/** Who signed, and when (RFC 3339). */
export interface EwpSignature {
  name: string | null
  email: string | null
  at: string
}

/** One state of a learning agreement: its components and its signatures. */
export interface EwpComponents {
  components: EwpComponent[]
  student: EwpSignature
  sending: EwpSignature
  receiving: EwpSignature | null
}

/** A person to write to at an institution. */
export interface EwpContact {
  given: string
  family: string
  email: string
}

/** A learning agreement as EWP omobility-las v1 says it. */
export interface EwpLearningAgreement {
  mobilityId: string
  sendingHei: string
  sendingContact: EwpContact
  receivingHei: string
  receivingContact: EwpContact
  receivingYear: string
  student: { given: string; family: string; globalId: string; birthDate: string; email: string }
  startsOn: string
  endsOn: string
  level: number
  field: string
  language: string
  cefr: string
  first: EwpComponents | null
  approved: EwpComponents | null
  proposal: (EwpComponents & { id: string }) | null
}
