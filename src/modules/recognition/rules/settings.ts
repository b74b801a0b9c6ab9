/** How a home institution works on its cases. Days are its own working days. */
export interface CaseSettings {
  /** For a case, from the day on which the transcript arrives. */
  caseWorkingDays: number
  /** Minutes in which whoever decided may take the decision back; the student is told when they are over. */
  undoMinutes: number
  /** For what is asked of a student. */
  evidenceWorkingDays: number
  /** How long before its end the student is reminded; 0: not at all. */
  reminderWorkingDays: number
  /** Whether the time for the case stands still while the student is asked. */
  evidencePauses: boolean
  /** For an appeal, from the day on which the student is told; null where none can be made here. */
  appealWorkingDays: number | null
  /** Whether a case with a typed transcript is decided only after a second person's check. */
  demandsCheck: boolean
  /** Whether, after an appeal, somebody else than whoever took the decision decides anew, where anybody else may. */
  revisionByAnother: boolean
}

/** What applies to an institution that has said nothing. It takes no appeals here: their time limit is its own to set. */
export const defaultSettings: CaseSettings = {
  caseWorkingDays: 10,
  undoMinutes: 10,
  evidenceWorkingDays: 10,
  reminderWorkingDays: 3,
  evidencePauses: false,
  appealWorkingDays: null,
  demandsCheck: false,
  revisionByAnother: true,
}

/** When a decision taken at a moment is final: the minutes that the institution leaves for taking it back are over. */
export function releaseOf(
  decidedAt: Date,
  { undoMinutes }: Pick<CaseSettings, 'undoMinutes'>,
): Date {
  return new Date(decidedAt.getTime() + undoMinutes * 60_000)
}

/** Whether a decided case is final: until then whoever decided may take the decision back, and the student is not told. */
export function isFinal(
  { state, released_at: releasedAt }: { state: string; released_at: Date | null },
  now: Date,
): boolean {
  return state === 'decided' && (releasedAt === null || releasedAt <= now)
}

/**
 * What a student sees of a case until the decision is final: what they gave, and that it is being evaluated. What rules
 * and evaluators have found so far may still change, and is told with the decision.
 */
export function asToldTo<
  Case extends {
    state: string
    released_at: Date | null
    decider: unknown
    decided_by: string | null
    decided_at: Date | null
    recognised_credit: string | null
    input_hash: string | null
    lines_recognised: number
    lines_refused: number
    lines_open: number
  },
>(found: Case, now: Date): Case {
  if (isFinal(found, now)) return found
  const taken = { state: 'open', decider: null, decided_by: null, decided_at: null }
  return {
    ...found,
    ...(found.state === 'decided' ? taken : {}),
    recognised_credit: null,
    input_hash: null,
    lines_recognised: 0,
    lines_refused: 0,
    lines_open: found.lines_recognised + found.lines_refused + found.lines_open,
  }
}
