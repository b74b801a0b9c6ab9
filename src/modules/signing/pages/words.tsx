import { type Call, type FormState as SentForm, freshForm as freshSentForm } from '#kernel/http'
import type { Message, Translate } from '#kernel/messages'
import {
  dateInZone,
  type DateOnly,
  displayName,
  formatDate,
  formatInstant,
  type Language,
  languageTag,
  localised,
  type LocalText,
} from '#kernel/values'
import { type AppointmentRole, roleLabel } from '#modules/alliance'
import { Local, StateTag, type StagedFile, type Tone, Typed, Email } from '#ui'
import { m } from '../messages/index.ts'
import type { SignatureFacts, StepRow } from '../queries/steps.ts'
import type { DocumentState, StepState } from '../schema.ts'
import { capacityName, type NamedCapacity } from '../service/party-names.ts'

/** What every page here gets of the request. */
export type PageCall = Pick<Call, 'frame' | 't' | 'language' | 'href' | 'timeZone' | 'now'>

/** A form as its page shows it again: everything typed, files too, and what is wrong with it. */
export interface FormState extends SentForm {
  staged: readonly StagedFile[]
}

/** A form that nobody has sent yet. */
export function freshForm(values: Record<string, string> = {}): FormState {
  return { ...freshSentForm(values), staged: [] }
}

const documentTones: Record<DocumentState, Tone> = {
  draft: 'quiet',
  open: 'attention',
  signed: 'done',
  refused: 'harm',
  expired: 'harm',
  withdrawn: 'neutral',
}

const stepTones: Record<StepState, Tone> = {
  later: 'quiet',
  asked: 'attention',
  done: 'done',
  refused: 'harm',
  ended: 'neutral',
}

/** The state of a document, in words and a tone. */
export function documentState(t: Translate, state: DocumentState) {
  return { tone: documentTones[state], label: t(m(`state.${state}`)) }
}

/** Where a signer stands, in words and a tone. */
export function StepTag({ t, step }: { t: Translate; step: Pick<StepRow, 'act' | 'state'> }) {
  return <StateTag tone={stepTones[step.state]}>{t(stepWords(step))}</StateTag>
}

/** Where a signer stands: whoever approves has not signed. */
export function stepWords({ act, state }: Pick<StepRow, 'act' | 'state'>): Message {
  return state === 'done' ? m(act === 'sign' ? 'step.signed' : 'step.approved') : m(`step.${state}`)
}

/** A title as somebody typed it: its language is the one that it was given in, which is not asked. */
export function Title({ titles, language }: { titles: LocalText; language: Language }) {
  const { text, language: found } = localised(titles, language)
  return Object.keys(titles).length > 1 ? (
    <span lang={languageTag(found || language)}>{text}</span>
  ) : (
    <Typed>{text}</Typed>
  )
}

/** In which capacity somebody signs. */
export function Capacity({
  t,
  language,
  step,
}: {
  t: Translate
  language: Language
  step: NamedCapacity
}) {
  if (step.label_organisation !== null) {
    return <Local language={language} text={step.label_organisation} />
  }
  const words = capacityName(step, t, language)
  return step.label_name === null ? <Typed>{words}</Typed> : <>{words}</>
}

/** Who is asked: a person, a guest with the address, or a role at an organisation. */
export function Who({ call, step }: { call: PageCall; step: StepRow }) {
  const { t, language } = call
  if (step.person) return <>{displayName(step.person, language)}</>
  if (step.guest_name === '') return <>{t(m('history.erased'))}</>
  if (step.guest_name !== null) {
    return (
      <>
        <Typed>{step.guest_name}</Typed>{' '}
        <span class="quiet">
          <Email address={step.guest_address ?? ''} />
        </span>
      </>
    )
  }
  const role = t(roleLabel(step.role as AppointmentRole))
  const organisation = localised(step.organisation ?? {}, language).text
  return <>{t(m('who.role', { role, organisation }))}</>
}

/** How it was made sure who signed, in a sentence. */
export function proofWords({
  proof,
  in_place_of: inPlaceOf,
}: Pick<SignatureFacts, 'proof' | 'in_place_of'>): Message {
  if (proof.kind === 'link') return m('proof.link', { address: proof.address })
  if (proof.kind === 'paper') return m('proof.paper', { place: proof.original })
  if (proof.kind === 'passkey') {
    return m(inPlaceOf === null ? 'proof.passkey' : 'proof.passkey-stand-in')
  }
  return m(inPlaceOf === null ? 'proof.sign-in' : 'proof.stand-in')
}

/** A day in the reader's calendar. */
export function dayWords(call: PageCall, day: DateOnly): string {
  return formatDate(day, call.language)
}

/** A moment on the reader's clock. */
export function momentWords(call: PageCall, at: Date): string {
  return formatInstant(at, call.timeZone, call.language)
}

/** Whether a day has passed where something is kept. */
export function isPast(call: PageCall, day: DateOnly | null, timeZone: string): boolean {
  return day !== null && day < dateInZone(call.now, timeZone)
}

/** A hash in groups of eight, so that a person can compare it with another. */
export function Hash({ sha256 }: { sha256: string }) {
  return <code>{(sha256.match(/.{1,8}/g) ?? []).join(' ')}</code>
}
