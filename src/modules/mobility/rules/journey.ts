import { isApproved, isOver, type MobilityState } from './states.ts'

/** The steps of a stay as its student follows them, from the nomination to the credit at home. */
export const journeySteps = [
  'nomination',
  'answer',
  'agreement',
  'stay',
  'transcript',
  'recognition',
] as const
/** One of the steps of a stay. */
export type JourneyStepName = (typeof journeySteps)[number]

/** What the steps depend on. */
export interface JourneyFacts {
  state: MobilityState
  isAgreed: boolean
  hasTranscript: boolean
}

/** How far a stay is: every step done, the one that is now, and those that come later. Of one that is over none is now. */
export function stepsOf({
  state,
  isAgreed,
  hasTranscript,
}: JourneyFacts): { name: JourneyStepName; state: 'done' | 'current' | 'later' }[] {
  const done: Record<JourneyStepName, boolean> = {
    nomination: state !== 'waiting',
    answer: isApproved(state),
    agreement: isAgreed,
    stay: state === 'returned' || state === 'recognised',
    transcript: hasTranscript || state === 'recognised',
    recognition: state === 'recognised',
  }
  const current = isOver(state) ? undefined : journeySteps.find((name) => !done[name])
  return journeySteps.map((name) => ({
    name,
    state: done[name] ? 'done' : name === current ? 'current' : 'later',
  }))
}
