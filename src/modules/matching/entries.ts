import { entryType } from '#kernel/chronicle'

/** A round was made; the seed of its first run is committed to before its lists are known. */
export const roundMade = entryType<{ name: string; seedCommitment: string }>('matching.round-made')

/** A list of a round was given, again or read in another way. */
export const listGiven = entryType<{ side: string; sha256: string; rows: number; faults: number }>(
  'matching.list-given',
)

/** A list that a round can do without was taken out of it. */
export const listRemoved = entryType<{ side: string }>('matching.list-removed')

/** A run's inputs were frozen and its seed revealed; the seed of the next run is committed to. */
export const runFrozen = entryType<{
  number: number
  inputsSha256: string
  seed: string
  seedCommitment: string
  nextSeedCommitment: string
}>('matching.run-frozen')

/** A run was frozen that repairs an earlier one after somebody dropped out; the seed of the next run is committed to. */
export const runRepaired = entryType<{
  number: number
  repairs: number
  side: string
  inputsSha256: string
  nextSeedCommitment: string
}>('matching.run-repaired')

/** A run ended with a result that the checker proved. */
export const runProved = entryType<{
  number: number
  certificateSha256: string
  applicants: number
  matched: number
}>('matching.run-proved')

/** A run ended without a proof, and its result was thrown away. */
export const runUnproved = entryType<{ number: number; why: string }>('matching.run-unproved')

/** Somebody cancelled a run before it ended. */
export const runCancelled = entryType<{ number: number }>('matching.run-cancelled')

/** A run was published, with its certificate. */
export const runPublished = entryType<{
  number: number
  code: string
  certificateSha256: string
}>('matching.run-published')

/** The names to the codes of a run were removed. */
export const namesRemoved = entryType<{ number: number }>('matching.names-removed')
