import { entryType } from '#kernel/chronicle'

/** An agreement was begun between partners. */
export const agreementMade = entryType<{ kind: string; partners: number }>(
  'agreements.agreement-made',
)

/** A partner sent a version of its copy to the others. */
export const versionSent = entryType<{ copyId: string; number: number; hash: string }>(
  'agreements.version-sent',
)

/** A partner approved the version of another's copy by its hash. */
export const versionApproved = entryType<{ copyId: string; number: number; hash: string }>(
  'agreements.version-approved',
)

/** All partners had approved: what the versions say is in force. */
export const agreementConcluded = entryType<{ hashes: string[]; again: boolean }>(
  'agreements.agreement-concluded',
)

/** An agreement that was made before was put on record as it stands. */
export const agreementRecorded = entryType<{ copyId: string; hash: string }>(
  'agreements.agreement-recorded',
)

/** A partner refused a version of another's copy. */
export const versionRefused = entryType<{ copyId: string; number: number }>(
  'agreements.version-refused',
)

/** A partner took back what it had sent: the whole proposal, or a change to what is agreed. */
export const copyWithdrawn = entryType<{ copyId: string; wholly: boolean }>(
  'agreements.copy-withdrawn',
)

/** A partner gave notice, or asked to end the agreement sooner. */
export const endDeclared = entryType<{ lastYear: string; byConsent: boolean }>(
  'agreements.end-declared',
)

/** What became of an end that needed consent. */
export const endSettled = entryType<{ outcome: string; lastYear: string }>('agreements.end-settled')

/** Used places of an agreement were put on record. */
export const seatsRecorded = entryType<{ rows: number }>('agreements.seats-recorded')

/** A partner without an account was asked by mail for its answer to a version. */
export const partnerInvited = entryType<{ copyId: string; number: number; hash: string }>(
  'agreements.partner-invited',
)

/** A partner proposed a change by its link, in words or with a file. */
export const changeProposed = entryType<{ copyId: string }>('agreements.change-proposed')

/** A version was put to signature by all partners. */
export const putToSignature = entryType<{ documentId: string; versionId: string; sha256: string }>(
  'agreements.put-to-signature',
)
