import type { Call } from '#kernel/http'
import type { DateOnly, Fraction, LocalText, PersonName } from '#kernel/values'
import type { HolderDifference } from '../holder.ts'
import type { CaseWork } from '../queries/case-work.ts'
import type { CaseLine, CasePageRow } from '../queries/cases.ts'
import type { Precedents } from '../queries/precedents.ts'
import type { TakenCourse } from '../queries/taken-courses.ts'
import type { PostedOfCase } from '../queries/office/batches.ts'
import type { AuthenticityRecord } from '../queries/authenticity.ts'
import type { FirstDecider } from '../queries/first-decider.ts'
import type { ShownSignature } from '../queries/signers.ts'
import type { StoryDetail } from '../story-details.ts'
import type { SuggestedLines } from './line-suggestions.tsx'

/** One entry of the case's story, already in words. */
export interface StoryEntry {
  at: Date
  what: string
  /** Of what is named in it, where that may have no name in the reader's language. */
  names: LocalText | null
  who: string | null
  /** What changed and why, where somebody said so. */
  details: readonly StoryDetail[]
}

/** What the page of a case shows; `may` holds the policy's own answers. */
export interface CasePageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href' | 'now'>
  found: CasePageRow
  lines: readonly CaseLine[]
  /** The home courses that are recognised already, here or earlier; empty for whoever does not evaluate. */
  taken: readonly TakenCourse[]
  /** What lines without a counterpart may stand for; null for whoever may not change lines. */
  suggested: SuggestedLines | null
  judges: ReadonlyMap<string, PersonName>
  /** What was decided of the same courses before; empty for whoever does not decide. */
  precedents: Precedents
  allowance: Fraction | null
  story: readonly StoryEntry[]
  /** In what the holder whom the transcript names seems to be somebody else. */
  differences: readonly HolderDifference[]
  /** What stands on the student's record; null before anything is decided. */
  postings: readonly PostedOfCase[] | null
  /** What the electronic signature of the original is worth; null where it can carry none. */
  signature: ShownSignature | null
  /** How the original was looked into; null for whoever is not of the staff. */
  authenticity: readonly AuthenticityRecord[] | null
  /** The last day on which the student may object to the decision; null where nobody can. */
  appealUntil: DateOnly | null
  /** Who decided before and now lets somebody else decide, after an appeal; null where nobody has to. */
  firstDecider: FirstDecider | null
  /** Whether the case is not decided before a second person has checked what was typed. */
  isCheckDemanded: boolean
  /** Whether the reader is the student. */
  isOwn: boolean
  around: CaseWork
  /** The case that waits longest, for whoever has decided this one; null where there is none. */
  next: { id: string; number: string; student: PersonName } | null
  /** What was typed into a form that was refused, or which line the address names. */
  typed: Readonly<Record<string, string | readonly string[]>>
  reader: string | null
  may: {
    talk: 'staff' | 'student' | null
    evaluate: boolean
    correct: boolean
    ask: boolean
    appeal: boolean
    revise: boolean
    seeAppeals: boolean
    retract: boolean
    decide: boolean
    withdraw: boolean
    check: boolean
    seeCheck: boolean
    route: boolean
    statement: boolean
    list: boolean
    journey: boolean
    /** Adding the certificate of an unknown signer. */
    know: boolean
  }
  refusal: { message: string; fields: Record<string, string> } | null
}
