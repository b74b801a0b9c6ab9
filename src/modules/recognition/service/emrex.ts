import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { type ReceivedFile, stageFile } from '#kernel/files'
import { providerAdded, providerWithdrawn } from '../entries-emrex.ts'
import { plainText } from '../formats/plain-text.ts'
import { m } from '../messages/index.ts'
import { providerById, requestById, waitingRequest } from '../queries/emrex.ts'
import { possibleIssuer } from '../queries/issuers.ts'
import { providerAddress } from '../rules/emrex.ts'
import type { EmrexResult } from '../schema-emrex.ts'
import { enrolmentFor } from './add-transcript.ts'
import type { DocumentReading } from './read-document.ts'
import { startDraft } from './transcript-drafts.ts'

/** A provider answers within an hour: a person signs in there and chooses what to hand over. */
const waitsMs = 60 * 60 * 1000

/** What is asked: whose results, from which provider, of which institution. */
export interface BeginRequest {
  enrolmentId: string
  hostOrganisationId: string | null
  providerId: string
  sessionId: string
}

/**
 * Begins a request to a data provider (EMREX: `sessionId`, `returnUrl`). The token that it carries is known to the
 * provider and the browser alone; here its hash is kept, with that of the sign-in session in which the answer is taken.
 */
export async function beginRequest(
  work: Work,
  input: BeginRequest,
): Promise<
  { requestId: string; token: string; provider: { name: string; url: string } } | Refusal
> {
  const enrolment = await enrolmentFor(work, input.enrolmentId)
  const creator = personOf(work.actor)
  if (!enrolment || creator === null || !work.may('recognition.transcript.add', enrolment)) {
    return refuse(422, m('refusal.no-enrolment'), { enrolment: m('refusal.no-enrolment') })
  }
  const host = input.hostOrganisationId
  if (host !== null && !(await possibleIssuer(work, host))) {
    return refuse(422, m('refusal.no-host'), { host: m('refusal.no-host') })
  }
  if (host === enrolment.home_organisation_id) {
    return refuse(422, m('refusal.host-is-home'), { host: m('refusal.host-is-home') })
  }
  const provider = await providerById(work, input.providerId)
  if (!provider || provider.withdrawn_at) {
    const message = m('emrex.refusal.provider')
    return refuse(422, message, { provider: message })
  }
  const token = randomBytes(32).toString('base64url')
  const id = randomUUIDv7()
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('emrex_requests')
      .values({
        id,
        token_sha256: hashOf(token),
        session_sha256: hashOf(input.sessionId),
        created_by: creator,
        provider_id: provider.id,
        enrolment_id: enrolment.id,
        host_organisation_id: host,
        state: 'sent',
        result: null,
        staged_file_id: null,
        draft_id: null,
        created_at: work.now,
        expires_at: new Date(work.now.getTime() + waitsMs),
        received_at: null,
      })
      .execute(),
  )
  return { requestId: id, token, provider: { name: provider.name, url: provider.url } }
}

/** What a provider sent: its code as read, its words, and the document where it sent one. */
export interface Answered {
  token: string
  result: EmrexResult
  message: string
  file: ReceivedFile | null
}

/**
 * Keeps a provider's answer for whoever asked. Its token alone says which request it belongs to, and counts once: a
 * second answer, one that comes late, and one with a made-up token find no request that waits. Nothing is read of it here.
 */
export async function keepAnswer(
  work: Work,
  input: Answered,
): Promise<{ requestId: string } | Refusal> {
  const found = await waitingRequest(work, hashOf(input.token), 'lock')
  if (!found) return refuse(404, m('emrex.unknown'))
  const staged = input.file && (await stageFile(work, input.file, found.created_by))
  const result = input.result === 'ok' && !staged ? 'error' : input.result
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('emrex_requests')
      .set({
        state: 'received',
        result,
        message: plainText(input.message).slice(0, 1000),
        staged_file_id: staged?.id ?? null,
        received_at: work.now,
      })
      .where('id', '=', found.id)
      .execute(),
  )
  return { requestId: found.id }
}

/** Whether a request waits for an answer with this token; `keepAnswer` asks again, with the request locked. */
export async function isAwaited(work: Work, token: string): Promise<boolean> {
  return (await waitingRequest(work, hashOf(token))) !== null
}

/** Whether a request was begun in this sign-in session. */
export function isOfSession(
  request: { session_sha256: string },
  sessionId: string | null,
): boolean {
  return sessionId !== null && request.session_sha256 === hashOf(sessionId)
}

/** Makes a draft of what a provider sent, once, by whoever asked and in the session in which they asked. */
export async function takeAnswer(
  work: Work,
  input: {
    requestId: string
    sessionId: string | null
    reading: Exclude<DocumentReading, { refusal: Refusal }>
    origin: string
  },
): Promise<{ draftId: string } | Refusal> {
  const found = await requestById(work, input.requestId, 'lock')
  if (!found || !work.may('recognition.emrex.read', found)) return refuse(404, m('refusal.no-case'))
  if (!isOfSession(found, input.sessionId)) return refuse(409, m('emrex.refusal.session'))
  if (found.draft_id) return { draftId: found.draft_id }
  if (found.result !== 'ok' || !found.staged_file_id) {
    return refuse(409, m('emrex.refusal.nothing'))
  }
  const started = await startDraft(work, {
    enrolmentId: found.enrolment_id,
    hostOrganisationId: found.host_organisation_id,
    ...input.reading,
    document: { kind: 'staged', id: found.staged_file_id, ownerKey: found.created_by },
    isScan: false,
    origin: input.origin,
  })
  if (isRefused(started)) return started
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('emrex_requests')
      .set({ state: 'taken', draft_id: started.draftId, staged_file_id: null })
      .where('id', '=', found.id)
      .execute(),
  )
  return started
}

/** Enters a data provider, for the whole alliance. */
export async function addProvider(
  work: Work,
  input: { name: string; country: string; url: string; serves: string; origin: string },
): Promise<{ providerId: string } | Refusal> {
  const by = personOf(work.actor)
  if (by === null || !work.may('recognition.emrex.keep', {}))
    return refuse(404, m('refusal.no-case'))
  const on = (field: string, message: Refusal['message']) =>
    refuse(422, message, { [field]: message })
  const name = plainText(input.name).slice(0, 200)
  const url = providerAddress(input.url)
  if (name === '') return on('name', m('emrex.refusal.name'))
  if (url === null) return on('url', m('emrex.refusal.url'))
  const same = await work.read
    .selectFrom('emrex_providers')
    .select('id')
    .where('url', '=', url)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (same) return on('url', m('emrex.refusal.same'))
  const id = randomUUIDv7()
  const entry = providerAdded({
    object: { kind: 'emrex-provider', id },
    organisationIds: [],
    data: { name, url },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('emrex_providers')
      .values({
        id,
        origin: input.origin,
        name,
        country: input.country,
        url,
        serves: plainText(input.serves).slice(0, 1000),
        added_by: by,
        added_at: work.now,
        withdrawn_at: null,
        withdrawn_by: null,
      })
      .execute(),
  )
  return { providerId: id }
}

/** No longer offers a provider; what it has sent stays. */
export async function withdrawProvider(
  work: Work,
  providerId: string,
): Promise<{ providerId: string } | Refusal> {
  const found = await providerById(work, providerId)
  const by = personOf(work.actor)
  if (!found || by === null || !work.may('recognition.emrex.keep', found)) {
    return refuse(404, m('refusal.no-case'))
  }
  if (found.withdrawn_at) return { providerId }
  const entry = providerWithdrawn({
    object: { kind: 'emrex-provider', id: found.id },
    organisationIds: [],
    data: { name: found.name, url: found.url },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('emrex_providers')
      .set({ withdrawn_at: work.now, withdrawn_by: by })
      .where('id', '=', found.id)
      .execute(),
  )
  return { providerId }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
