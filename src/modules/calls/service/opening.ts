import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import { m } from '../messages/index.ts'
import { awardsOf, mostSeats } from '../rules/budget.ts'
import { brokenReferences, type CallDefinition, type Reference } from '../rules/questions.ts'
import {
  type CallTexts,
  changeCall,
  changeDefinition,
  changeJudging,
  makeCall,
  publishCall,
} from './calls.ts'

/** Everything of a call at once, as a module that knows what it is for opens it. */
export interface CallToOpen {
  organisationId: string
  /** What the call is for; opaque here, and given back with everything that becomes of it. */
  subject: Reference | null
  texts: CallTexts
  /** Questions, eligibility, review plan, and destinations with their seats, each under the quota that it stands for. */
  definition: CallDefinition
  /** Whether it is published at once; else it stays a draft that its office completes and publishes. */
  publish: boolean
  /** The node that it comes from. */
  node: string
  id?: string
}

/**
 * Opens a call for a subject of the caller's own: the same rights and refusals as the pages of the office, in one work. The
 * seats of a destination are those of the quota that the caller names; they stand from the publication.
 */
export async function openCall(
  work: Work,
  call: CallToOpen,
): Promise<{ callId: string } | Refusal> {
  const broken = brokenReferences(call.definition)
  if (broken.length > 0) throw new Error(`the definition of a call is broken: ${broken.join(', ')}`)
  const { texts } = call
  const definition = withAwards(call.definition)
  if (definition.destinations.some(({ seats }) => seats < 1 || seats > mostSeats)) {
    return refuse(422, m('refusal.seats'), { seats: m('refusal.seats') })
  }
  const made = await makeCall(work, {
    organisationId: call.organisationId,
    titles: texts.titles,
    copyOf: null,
    node: call.node,
    ...(call.subject === null ? {} : { subject: call.subject }),
    ...(call.id === undefined ? {} : { id: call.id }),
  })
  if (isRefused(made)) return made
  const { callId } = made
  const review = definition.review ?? null
  const references = definition.references ?? null
  const appealDays = definition.appealDays ?? 0
  const blind = texts.blind && review !== null
  const parts = [
    () => changeDefinition(work, { callId, version: 1, change: () => definition }),
    () => changeCall(work, { callId, version: 2, texts }),
    () => changeJudging(work, { callId, version: 3, review, blind, references, appealDays }),
    ...(call.publish ? [() => publishCall(work, { callId, version: 4 })] : []),
  ]
  for (const part of parts) {
    const done = await part()
    if (isRefused(done)) return done
  }
  return made
}

/** A fund's seats are its awards, whatever was said. */
function withAwards(definition: CallDefinition): CallDefinition {
  const destinations = definition.destinations.map((each) =>
    each.budget ? { ...each, seats: awardsOf(each.budget) } : each,
  )
  return { ...definition, destinations }
}
