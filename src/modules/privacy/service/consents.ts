import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import type { Translate } from '#kernel/messages'
import { personById } from '#kernel/identity'
import { noticeKind, notify } from '#kernel/notices'
import { cancelTasks, completeTasksOf, openTask } from '#kernel/tasks'
import { dateInZone, type DateOnly, isUuid, localised } from '#kernel/values'
import {
  type ConsentState,
  type FieldGroup,
  fieldGroups,
  type TransferMethod,
} from '../consent-schema.ts'
import { consentAsked } from '../entries.ts'
import { m } from '../messages/index.ts'
import {
  type AskedConsent,
  type ConsentKey,
  consentRequestById,
  type ConsentRequestRow,
  type ConsentRow,
  consentRowsFor,
} from '../queries/consents.ts'
import { isSensitive } from '../rules/sensitive.ts'
import { aboutConsent, eventOf, moveConsents } from './consent-steps.ts'
import { keepText, noticeOf } from './consent-text.ts'
import { askGuardian, guardianOf, releaseGuardian, type TypedGuardian } from './guardians.ts'

/** The kind of notice that tells a person that they are asked. */
export const consentAskedNotice = noticeKind(
  'privacy.consent-asked',
  m('notice.kind.consent'),
  'immediate',
)

/** What a part of the house would like to hand to whom, and why: everything of which the person must be told. */
export interface RequestConsent extends ConsentKey {
  personId: string
  fieldGroups: readonly FieldGroup[]
  /** Where the person reaches the recipient about their data. */
  contact: string
  method: TransferMethod
  /** How long the recipient keeps it. */
  keptMonths: number
  neededBy?: DateOnly | null
  /** Who asks, where it is not the actor: a job asks in the name of whoever began it. */
  askedBy?: string | null
  /** The name of this node. */
  node: string
}

/**
 * Asks a person for consent to hand kinds of data to another organisation for one purpose (PIPL Art. 39, PIPA Art. 28-8).
 * Asking again for the same makes nothing new, and what was refused or withdrawn is not asked a second time. The caller
 * has made sure that its actor may ask.
 */
export async function requestConsent(
  work: Work,
  input: RequestConsent,
): Promise<{ requestId: string; waits: boolean } | Refusal> {
  const places = await bothOrganisations(work, input)
  const groups = fieldGroups.filter((each) => input.fieldGroups.includes(each))
  const contact = input.contact.trim().slice(0, 500)
  const isComplete = groups.length > 0 && contact !== '' && input.keptMonths >= 1
  if (!places || !isComplete) return refuse(422, m('refusal.consent-terms'))
  const requestId = await openRequest(work, { ...input, contact })
  const known = await consentRequestById(work, requestId, 'lock')
  const asked = new Set(known?.rows.map((row) => row.field_group))
  const fresh = groups.filter((group) => !asked.has(group))
  if (fresh.length > 0) {
    await askFor(work, requestId, input, fresh, places.exporter)
    await tellAsked(work, input, requestId, places.recipient.names)
  }
  const stands = await consentRequestById(work, requestId)
  return { requestId, waits: stands?.rows.some(({ state }) => state === 'asked') ?? false }
}

async function bothOrganisations(work: Work, key: ConsentKey) {
  const ids = [key.exporterOrganisationId, key.recipientOrganisationId]
  if (!ids.every(isUuid) || ids[0] === ids[1]) return null
  const rows = await work.read
    .selectFrom('organisations')
    .select(['id', 'names', 'country', 'time_zone'])
    .where('id', 'in', ids)
    .execute()
  const exporter = rows.find(({ id }) => id === key.exporterOrganisationId)
  const recipient = rows.find(({ id }) => id === key.recipientOrganisationId)
  return exporter && recipient ? { exporter, recipient } : null
}

async function openRequest(work: Work, input: RequestConsent): Promise<string> {
  const id = randomUUIDv7()
  const terms = {
    person_id: input.personId,
    purpose: input.purpose,
    exporter_organisation_id: input.exporterOrganisationId,
    recipient_organisation_id: input.recipientOrganisationId,
    contact: input.contact,
    method: input.method,
    kept_months: input.keptMonths,
  }
  return work.writeUnchronicled(async (tx) => {
    const made = await tx
      .insertInto('consent_requests')
      .values({
        ...terms,
        id,
        origin: input.node,
        asked_by: input.askedBy ?? personOf(work.actor),
        asked_at: work.now,
        needed_by: input.neededBy ?? null,
        said_born_on: null,
        ended_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (made) return made.id
    const found = await tx
      .selectFrom('consent_requests')
      .select('id')
      .where((eb) => eb.and(terms))
      .where('ended_at', 'is', null)
      .executeTakeFirstOrThrow()
    return found.id
  })
}

async function askFor(
  work: Work,
  requestId: string,
  input: RequestConsent,
  groups: readonly FieldGroup[],
  exporter: { country: string; time_zone: string },
): Promise<void> {
  const today = dateInZone(work.now, exporter.time_zone)
  const rows = groups.map((group) => ({
    id: randomUUIDv7(),
    request_id: requestId,
    field_group: group,
    is_sensitive: isSensitive(group, exporter.country, today),
    state: 'asked' as const,
    changed_at: work.now,
  }))
  const entry = consentAsked({
    ...aboutConsent({
      id: requestId,
      person_id: input.personId,
      exporter_organisation_id: input.exporterOrganisationId,
      recipient_organisation_id: input.recipientOrganisationId,
    }),
    data: { purpose: input.purpose, fieldGroups: [...groups] },
  })
  await work.write(entry, async (tx) => {
    await tx.insertInto('consents').values(rows).execute()
    await tx
      .insertInto('consent_events')
      .values(
        rows.map((row) => eventOf(work, row.id, { kind: 'asked', by: 'house', sha256: null })),
      )
      .execute()
  })
}

async function tellAsked(
  work: Work,
  input: RequestConsent,
  requestId: string,
  recipientNames: ConsentRequestRow['recipient'],
): Promise<void> {
  const reader = await personById(work, input.personId)
  const language = reader?.preferredLanguage ?? work.language
  const subject = m('task.consent', { recipient: localised(recipientNames, language).text })
  const href = `/account/consents/${requestId}`
  const taskId = await openTask(work, {
    kind: 'privacy.consent',
    assignee: { personId: input.personId },
    object: { kind: 'consent-request', id: requestId },
    subject,
    href,
    dueOn: input.neededBy ?? null,
    closesWithAct: true,
    isTold: true,
  })
  const { personId } = input
  await notify(work, { personId, kind: consentAskedNotice, message: subject, href, taskId })
}

/** What somebody answers: the kinds of data that they ticked, none to allow nothing, and the text that was before them. */
export interface AnswerConsent {
  requestId: string
  groups: readonly string[]
  /** Whether they chose to allow nothing. */
  declines: boolean
  /** The fingerprint of the words on their page. */
  shownSha256: string
  /** The day of birth and the guardian, where the law wants them. */
  guardian: TypedGuardian
  t: Translate
}

/**
 * Keeps what a person allows. Refused where the words have changed since their page was opened, where nothing is ticked,
 * and where everything is answered already; then nothing is changed.
 */
export async function answerConsent(
  work: Work,
  input: AnswerConsent,
): Promise<{ given: number; waitsForGuardian: boolean } | Refusal> {
  const asked = await consentRequestById(work, input.requestId, 'lock')
  if (!asked || asked.request.person_id !== personOf(work.actor)) return unknownConsent()
  if (asked.request.ended_at !== null) return refuse(409, m('refusal.consent-ended'))
  const open = asked.rows.filter(({ state }) => state === 'asked')
  const chosen = asked.rows.filter(
    (row) => input.groups.includes(row.field_group) && isGivable(row.state),
  )
  const isSettled = input.declines
    ? open.length === 0
    : input.groups.length > 0 && chosen.length === 0
  if (isSettled) return refuse(409, m('refusal.consent-answered'))
  if (!input.declines && chosen.length === 0) {
    return refuse(422, m('refusal.consent-tick'), { groups: m('refusal.consent-tick') })
  }
  const notice = noticeOf(asked, input.t, work.language)
  if (notice.sha256 !== input.shownSha256) return refuse(409, m('refusal.consent-changed'))
  const given = input.declines ? [] : chosen
  const declined = open.filter((row) => !given.includes(row))
  const waitsForGuardian = given.length > 0 ? await keepGiven(work, asked, given, input) : false
  if (isRefused(waitsForGuardian)) return waitsForGuardian
  const no = { state: 'declined', kind: 'declined', by: 'person', sha256: null } as const
  await moveConsents(work, asked.request, declined, no)
  await completeTasksOf(work, { object: { kind: 'consent-request', id: asked.request.id } })
  return { given: given.length, waitsForGuardian }
}

/** Keeps what was ticked with its words; whether a guardian has to sign beside it, or what is missing for that. */
async function keepGiven(
  work: Work,
  asked: AskedConsent,
  given: readonly ConsentRow[],
  input: AnswerConsent,
): Promise<boolean | Refusal> {
  const care = await guardianOf(work, asked, input.guardian)
  if (isRefused(care)) return care
  const notice = noticeOf(asked, input.t, work.language)
  await keepText(work, notice)
  const state = care.guardian ? 'awaiting-guardian' : 'given'
  const step = { state, kind: 'given', by: 'person', sha256: notice.sha256 } as const
  await moveConsents(work, asked.request, given, step)
  if (!care.isHeld) {
    await work.writeUnchronicled((tx) =>
      tx
        .updateTable('consent_requests')
        .set({ said_born_on: care.born })
        .where('id', '=', asked.request.id)
        .execute(),
    )
  }
  if (care.guardian) await askGuardian(work, asked, care.guardian)
  return care.guardian !== null
}

/** Takes one consent back: from now on nothing rests on it. What was sent before stays allowed. */
export async function withdrawConsent(
  work: Work,
  input: { requestId: string; consentId: string },
): Promise<true | Refusal> {
  const asked = await consentRequestById(work, input.requestId, 'lock')
  const row = asked?.rows.find(({ id }) => id === input.consentId)
  if (!asked || !row || asked.request.person_id !== personOf(work.actor)) return unknownConsent()
  if (!isWithdrawable(row.state)) return refuse(409, m('refusal.consent-not-given'))
  const back = { state: 'withdrawn', kind: 'withdrawn', by: 'person', sha256: null } as const
  await moveConsents(work, asked.request, [row], back)
  await releaseGuardian(work, asked.request.id)
  return true
}

/** Ends a request that nobody needs any more: what was not answered is not asked, and nothing rests on what was given. */
export async function endConsentRequest(work: Work, requestId: string): Promise<void> {
  const asked = await consentRequestById(work, requestId, 'lock')
  if (!asked || asked.request.ended_at !== null) return
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('consent_requests')
      .set({ ended_at: work.now })
      .where('id', '=', requestId)
      .execute(),
  )
  await cancelTasks(work, { object: { kind: 'consent-request', id: requestId } })
  await releaseGuardian(work, requestId)
}

/** Whether a row may be ticked: everything that is not allowed at the moment. */
export function isGivable(state: ConsentState): boolean {
  return state === 'asked' || state === 'declined' || state === 'withdrawn'
}

/** Whether a row can be taken back: what is allowed, and what waits for a guardian to be so. */
export function isWithdrawable(state: ConsentState): boolean {
  return state === 'given' || state === 'awaiting-guardian'
}

/** What stands of the consent of one person under a key; asked anew before each use, never remembered. */
export interface ConsentStanding {
  given: FieldGroup[]
  /** Asked and not answered, or a guardian has not signed yet. */
  waiting: FieldGroup[]
  /** Refused or taken back: not to be asked again. */
  refused: FieldGroup[]
  /** Never asked. */
  missing: FieldGroup[]
}

/** What a person allows now, for the kinds of data that are to be handed over. */
export async function consentFor(
  work: Work,
  personId: string,
  key: ConsentKey,
  groups: readonly FieldGroup[],
): Promise<ConsentStanding> {
  const rows = (await consentRowsFor(work, [personId], key)).get(personId)
  return standingOf(rows, groups)
}

/** Sorts kinds of data by where their rows of consent stand. */
export function standingOf(
  rows: ReadonlyMap<FieldGroup, ConsentRow> | undefined,
  groups: readonly FieldGroup[],
): ConsentStanding {
  const inState = (...states: ConsentState[]) =>
    groups.filter((group) => {
      const state = rows?.get(group)?.state
      return state !== undefined && states.includes(state)
    })
  return {
    given: inState('given'),
    waiting: inState('asked', 'awaiting-guardian'),
    refused: inState('declined', 'withdrawn'),
    missing: groups.filter((group) => !rows?.has(group)),
  }
}

function unknownConsent(): Refusal {
  return refuse(404, m('refusal.consent-none'))
}
