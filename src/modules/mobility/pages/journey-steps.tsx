import { Steps } from '#ui'
import { m } from '../messages/index.ts'
import type { StayRow } from '../queries/stays.ts'
import { type JourneyStepName, stepsOf } from '../rules/journey.ts'
import { base, datesOf, dayOf, dayWords, type PageCall } from './words.tsx'

/** The steps of the stay, with when each was done or what is now. */
export function JourneySteps({
  call,
  stay,
  view,
}: {
  call: PageCall
  stay: StayRow
  view: 'student' | 'sending' | 'receiving'
}) {
  const { t, language } = call
  const steps = stepsOf({
    state: stay.state,
    isAgreed: stay.agreedOn !== null,
    hasTranscript: stay.transcript_on !== null,
  })
  return (
    <Steps
      language={language}
      label={t(m('journey.title'))}
      steps={steps.map(({ name, state }) => ({
        label: t(m(view === 'student' ? `own-step.${name}` : `journey.${name}`)),
        state,
        detail: detailOf(call, stay, name, state),
        ...(name === 'agreement' && hasAgreement(stay)
          ? { href: call.href(`${base}/${stay.id}/agreement`) }
          : {}),
      }))}
    />
  )
}

/** There is something to look at once the host has approved. */
function hasAgreement({ state, agreementState }: StayRow): boolean {
  return agreementState !== null || state === 'approved' || state === 'live'
}

function detailOf(
  call: PageCall,
  stay: StayRow,
  name: JourneyStepName,
  state: 'done' | 'current' | 'later',
): string | undefined {
  if (name === 'nomination' && stay.nominated_at) return dayOf(call, stay.nominated_at)
  if (name === 'answer' && stay.answered_at && state === 'done')
    return dayOf(call, stay.answered_at)
  if (name === 'agreement' && stay.agreedOn) return dayWords(call, stay.agreedOn)
  if (name === 'transcript' && stay.transcript_on) return dayWords(call, stay.transcript_on)
  if (name === 'recognition' && stay.recognised_on) return dayWords(call, stay.recognised_on)
  if (name === 'stay') return datesOf(call, stay)
  if (state === 'current' && stay.next_due_on) {
    return call.t(m('journey.until', { day: dayWords(call, stay.next_due_on) }))
  }
  return undefined
}
