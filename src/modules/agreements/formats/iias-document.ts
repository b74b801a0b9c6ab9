import type { AgreementText, Condition } from '../rules/conditions.ts'

/** The namespace of the answer of the `get` endpoint of the EWP IIAs API, version 7. */
export const iiasNamespace =
  'https://github.com/erasmus-without-paper/ewp-specs-api-iias/blob/stable-v7/endpoints/get-response.xsd'
/** The namespace of its contacts. */
export const contactNamespace =
  'https://github.com/erasmus-without-paper/ewp-specs-types-contact/tree/stable-v1'

/** A person or an office to write to about an agreement; no part of what is hashed. */
export interface IiaContact {
  name: string
  email: string | null
}

/** A partner of one document; the first is the one whose copy it is. */
export interface IiaPartner {
  heiId: string
  unitId: string | null
  iiaId: string | null
  iiaCode: string | null
  signing: IiaContact | null
  signedOn: string | null
  contacts: readonly IiaContact[]
}

/** One copy of an agreement as EWP carries it: `sending` and `receiving` of its conditions are HEI ids. */
export interface Iia {
  partners: readonly IiaPartner[]
  inEffect: boolean
  terminated: boolean
  conditions: readonly Condition[]
}

/** A copy that was read, with its hash as it was given and as it is. */
export interface ReadIia extends Iia {
  text: AgreementText
  givenHash: string
  hash: string
  /** False where something is marked as not yet defined, or carried over from version 6. */
  isApprovable: boolean
}
