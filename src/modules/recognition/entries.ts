import { entryType } from '#kernel/chronicle'

/** A transcript arrived and a case was opened for it. */
export const caseOpened = entryType<
  { number: string; format: string; lines: number; home: string; host: string },
  { person: string }
>('recognition.case-opened')

/** The engine evaluated a case, the first time or again. */
export const caseEvaluated = entryType<{
  inputHash: string
  ruleSet: string
  ruleSetVersion: number
  recognised: string
  lines: { recognised: number; refused: number; open: number }
}>('recognition.case-evaluated')

/** A person put their word in the place of the engine's, on one line. */
export const lineChanged = entryType<
  { line: number; lines?: number[]; from: string; to: string; credit: string | null },
  {
    reason: string
    secondReason?: string
    creditReason?: string
    suggestion?: { code: string; why: string }
  }
>('recognition.line-changed')

/** A person took their word back; the engine's stands again. */
export const lineRestored = entryType<{ line: number; to: string }>('recognition.line-restored')

/** Somebody of the school said that a transcript is the host's, though its document names another issuer. */
export const issuerConfirmed = entryType<{ host: string }>('recognition.issuer-confirmed')

/** Somebody of the school said that a transcript is the student's, though it names its holder differently. */
export const holderConfirmed = entryType<Record<string, never>>('recognition.holder-confirmed')

/** A line was corrected to what stands on the original; what it said before and says now is personal. */
export const lineCorrected = entryType<
  { line: number; fields: string[] },
  { reason: string; before: unknown; after: unknown }
>('recognition.line-corrected')

/** Somebody stated the time abroad, or stated it anew. */
export const stayStated = entryType<
  Record<string, never>,
  { reason: string; before: unknown; after: unknown }
>('recognition.stay-stated')

/** Somebody stated how courses were learnt and which papers of them have been seen; `lines` are their places, from 0. */
export const learningStated = entryType<{ lines: number[] }, { reason: string; lines: unknown }>(
  'recognition.learning-stated',
)

/** A case was decided. */
export const caseDecided = entryType<{
  number: string
  revision: number
  recognised: string
  document: string
  lines: { recognised: number; refused: number }
  /** The committee's sitting on which it rests, where there is one. */
  basis?: { sitting: string; heldOn: string }
}>('recognition.case-decided')

/** A decision was taken back before it was final; it stays as it was and does not stand. */
export const decisionRetracted = entryType<{ number: string; revision: number; document: string }>(
  'recognition.decision-retracted',
)

/** A decision is final: the time for taking it back is over, and the student is told. */
export const decisionReleased = entryType<{
  number: string
  revision: number
  recognised: string
  document: string
}>('recognition.decision-released')

/** An institution said how it works on its cases. */
export const settingsChanged = entryType<{
  before: Record<string, unknown>
  after: Record<string, unknown>
}>('recognition.settings-changed')

/** Somebody said something about a case; the text itself stands in no entry. */
export const commentAdded = entryType<{
  comment: string
  line: number | null
  audience: 'staff' | 'student'
}>('recognition.comment-added')

/** Somebody took their own words back. */
export const commentTakenBack = entryType<{ comment: string; audience: 'staff' | 'student' }>(
  'recognition.comment-taken-back',
)

/** A case was withdrawn before its decision. */
export const caseWithdrawn = entryType<{ number: string }, { reason: string }>(
  'recognition.case-withdrawn',
)

/** A catalogue became the current one of its institution. */
export const cataloguePublished = entryType<{ courses: number; problems: number; file: string }>(
  'recognition.catalogue-published',
)

/** A person judged that a host course stands for a home course. */
export const equivalenceJudged = entryType<{
  host: string
  home: string
  credit: string
  share: string | null
}>('recognition.equivalence-judged')

/** An equivalence was withdrawn; decisions taken on it stand. */
export const equivalenceWithdrawn = entryType<{ host: string; home: string }>(
  'recognition.equivalence-withdrawn',
)

/** A withdrawn equivalence stands again, because the withdrawal was undone. */
export const equivalenceRestored = entryType<{ host: string; home: string }>(
  'recognition.equivalence-restored',
)

/** Another judgement took the place of an equivalence. */
export const equivalenceRevised = entryType<{
  host: string
  home: string
  by: string
  until: string | null
}>('recognition.equivalence-revised')

/** An equivalence of the same courses took its place, to stand for longer or under other terms. */
export const equivalenceRenewed = entryType<{
  host: string
  home: string
  by: string
  until: string | null
}>('recognition.equivalence-renewed')

/** A change was undone: what was judged before stands again. */
export const equivalenceRevisionUndone = entryType<{ host: string; home: string }>(
  'recognition.equivalence-revision-undone',
)

/** Evidence was added to an equivalence, or taken away. */
export const equivalenceEvidenceAdded = entryType<{ kind: string }>(
  'recognition.equivalence-evidence-added',
)
export const equivalenceEvidenceRemoved = entryType<{ kind: string }>(
  'recognition.equivalence-evidence-removed',
)

/** The host institution was asked to judge the other direction, and declined. */
export const equivalenceReverseAsked = entryType<{ host: string; home: string }>(
  'recognition.equivalence-reverse-asked',
)
export const equivalenceReverseDeclined = entryType<{ host: string; home: string }>(
  'recognition.equivalence-reverse-declined',
)

/** An institution said how long before the end of an equivalence it wants to be reminded. */
export const equivalenceLeadSet = entryType<{ days: number }>('recognition.equivalence-lead-set')

/** An institution published a version of its rules. */
export const ruleSetPublished = entryType<{ version: number }>('recognition.rule-set-published')

/** An institution entered a credit scheme of its own. */
export const creditSchemeEntered = entryType<{ scheme: string }>(
  'recognition.credit-scheme-entered',
)

/** An institution entered a grade scale of its own. */
export const gradeScaleEntered = entryType<{ scale: string }>('recognition.grade-scale-entered')

/** An institution said which scheme and scale count for some intakes. */
export const schemeSet = entryType<{
  scheme: string
  scale: string
  intakeFrom: number
  intakeTo: number | null
}>('recognition.scheme-set')

/** An institution said which grade of a host's scale is worth a grade at home. */
export const correspondenceSet = entryType<{
  hostScale: string
  homeScale: string
  host: string
  home: string
  before: string | null
}>('recognition.correspondence-set')

/** A correspondence of grades was taken away. */
export const correspondenceRemoved = entryType<{
  hostScale: string
  homeScale: string
  host: string
  home: string
}>('recognition.correspondence-removed')

/** An institution published a version of how often a passing grade was given. */
export const gradingTablePublished = entryType<{
  version: number
  grades: number
  counted: string
}>('recognition.grading-table-published')

/** A grading table was withdrawn; decisions taken with it stand. */
export const gradingTableWithdrawn = entryType<{ version: number }>(
  'recognition.grading-table-withdrawn',
)

/** An institution published a version of a table that it agreed for two scales. */
export const agreedTablePublished = entryType<{ version: number; rows: number }>(
  'recognition.agreed-table-published',
)

/** An agreed table was withdrawn; rules that hold its rows keep them. */
export const agreedTableWithdrawn = entryType<{ version: number }>(
  'recognition.agreed-table-withdrawn',
)
/** A student began to plan what to study at a host. */
export const planBegun = entryType<Record<string, never>>('recognition.plan-begun')
