import { z } from 'zod'
import { isRefused, type Refusal, refuse } from '#kernel/database'
import { receiveFile, stagedFiles } from '#kernel/files'
import { type Answer, type Call, page, plain, type Route, typedValues } from '#kernel/http'
import { compareText, displayName, localised, normaliseDigits } from '#kernel/values'
import { renderPage } from '#ui'
import { m } from '../messages/index.ts'
import {
  EmrexAnswerPage,
  EmrexGoPage,
  EmrexPage,
  emrexPath,
  UnknownAnswerPage,
} from '../pages/emrex.tsx'
import { listProviders, type RequestRow, requestById } from '../queries/emrex.ts'
import { transcriptChoices } from '../queries/transcript-choices.ts'
import { resultOf } from '../rules/emrex.ts'
import { beginRequest, isAwaited, isOfSession, keepAnswer, takeAnswer } from '../service/emrex.ts'
import { readDocument } from '../service/read-document.ts'
import { choiceField } from './fields.ts'
import { shown } from './shown-refusal.ts'

const megabyte = 1024 * 1024
/** The largest document, as gzip in Base64. */
const maxBytes = 20 * megabyte
/** Where providers send people back to. */
export const returnPath = '/emrex/return'

const read = {
  action: 'recognition.emrex.read',
  load: (work: Call['work'], params: Record<string, string>) =>
    requestById(work, params['id'] ?? ''),
} as const

/** Fetching a transcript from a data provider of EMREX: the request, its answer, the taking over. */
export const emrexRoutes: readonly Route[] = [
  page('GET', emrexPath, {
    action: 'recognition.transcript.begin',
    handle: (call) => beginPage(call, null),
  }),
  page('POST', emrexPath, { action: 'recognition.transcript.begin', perMinute: 30, handle: begin }),
  page<RequestRow>('GET', `${emrexPath}/requests/:id`, {
    ...read,
    handle: async (call) => answerPage(call, null),
  }),
  page<RequestRow>('POST', `${emrexPath}/requests/:id/draft`, { ...read, handle: take }),
  plain('POST', returnPath, {
    action: 'recognition.emrex.receive',
    // Of Base64 one letter in sixteen is written as three in a form.
    maxBytes: maxBytes + 4 * megabyte,
    perMinute: 30,
    // The provider's page posts here. What it may do comes from the token alone: it adds to a request that waits,
    // which only the session that began it takes over.
    crossSite: true,
    handle: receive,
  }),
]

async function beginPage(call: Call, refusal: Refusal | null): Promise<Answer> {
  const value = (name: string) => call.form.values[name]?.[0] ?? call.query.get(name) ?? ''
  const search = (call.query.get('student') ?? '').trim().slice(0, 100)
  const { enrolments, hasMore, hosts } = await transcriptChoices(call.work, {
    search: normaliseDigits(search),
    chosen: value('enrolment'),
  })
  call.shows(enrolments.map(({ person_id }) => person_id))
  const { language } = call
  const html = renderPage(
    EmrexPage({
      call,
      providers: (await listProviders(call.work)).map(({ id, name, country, serves }) => ({
        value: id,
        label: [name, country, serves].filter(Boolean).join(' · ').slice(0, 200),
      })),
      enrolments: enrolments.map((row) => ({
        value: row.id,
        label: `${displayName(row.student, language)} · ${row.student_number} · ${localised(row.programme_names, language).text}`,
      })),
      hosts: hosts
        .map(({ id, names }) => ({ value: id, label: localised(names, language).text }))
        .toSorted((a, b) => compareText(language, a.label, b.label)),
      search: hasMore || search !== '' ? { value: search, hasMore } : null,
      values: {
        enrolment: value('enrolment'),
        host: value('host'),
        provider: value('provider'),
      },
      mayKeep: call.may('recognition.emrex.keep'),
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

const form = z.object({
  enrolment: z.uuid(),
  host: z.union([z.uuid(), z.literal('none')]),
  provider: choiceField,
})

/** Begins the request and shows the form that takes the browser to the provider; nothing but a person's press sends it. */
async function begin(call: Call): Promise<Answer> {
  const input = call.read(form)
  if (isRefused(input)) return beginPage(call, input)
  const { session } = call
  if (!session) return beginPage(call, refuse(409, m('emrex.refusal.session')))
  const begun = await call.perform((work) =>
    beginRequest(work, {
      enrolmentId: input.enrolment,
      hostOrganisationId: input.host === 'none' ? null : input.host,
      providerId: input.provider ?? '',
      sessionId: session.id,
    }),
  )
  if (isRefused(begun)) return beginPage(call, begun)
  const { provider, token } = begun
  call.shows([])
  const html = renderPage(
    EmrexGoPage({ call, provider, token, returnUrl: `${call.services.origin}${returnPath}` }),
  )
  return { kind: 'html', html, headers: { 'content-security-policy': policyFor(provider.url) } }
}

/** The content policy of the one page whose form goes to a provider: as everywhere, and to that provider. */
function policyFor(url: string): string {
  const own = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
  ]
  const rest = [
    "font-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ]
  return [...own, ...rest, `form-action 'self' ${new URL(url).origin}`].join('; ')
}

/** Takes a provider's answer in. It comes without a session, as browsers send no cookies with another site's form. */
async function receive(call: Call): Promise<Answer> {
  const values = typedValues(call)
  const token = values['sessionId'] ?? ''
  // Nothing is stored for whoever answers what nobody asked.
  if (!(await isAwaited(call.work, token))) return unknownAnswer(call)
  const result = resultOf(values['returnCode'] ?? '')
  const file =
    result === 'ok' ? await documentOf(call, values['elmo'] ?? values['ELMO'] ?? '') : null
  const message = isRefused(file) ? call.t(file.message) : (values['returnMessage'] ?? '')
  const kept = await call.perform((work) =>
    keepAnswer(work, { token, result, message, file: isRefused(file) ? null : file }),
  )
  if (isRefused(kept)) return unknownAnswer(call)
  return call.redirect(`${emrexPath}/requests/${kept.requestId}`)
}

function unknownAnswer(call: Call): Answer {
  return { kind: 'html', html: renderPage(UnknownAnswerPage({ call })), status: 404 }
}

function documentOf(call: Call, elmo: string) {
  const bytes = new TextEncoder().encode(elmo)
  if (bytes.length === 0) return null
  const upload = { name: 'emrex.elmo.txt', bytes }
  return receiveFile(call.services.blobs, upload, { allow: ['text', 'xml'], maxBytes })
}

async function answerPage(call: Call<RequestRow>, refusal: Refusal | null): Promise<Answer> {
  const { object: request } = call
  if (request.draft_id) return call.redirect(`/recognition/drafts/${request.draft_id}`)
  const isOwn = isOfSession(request, call.session?.id ?? null)
  const said = refusal ?? (isOwn ? null : refuse(409, m('emrex.refusal.session')))
  const html = renderPage(
    EmrexAnswerPage({
      call,
      request,
      host: request.host_names && localised(request.host_names, call.language).text,
      mayTake: isOwn && request.result === 'ok',
      refusal: said && shown(call, said),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

async function take(call: Call<RequestRow>): Promise<Answer> {
  const { object: request } = call
  const ids = request.staged_file_id ? [request.staged_file_id] : []
  const [staged] = await stagedFiles(call.work, ids, request.created_by)
  if (!staged || !isOfSession(request, call.session?.id ?? null)) {
    const again = request.draft_id !== null
    return again
      ? answerPage(call, null)
      : answerPage(call, refuse(409, m('emrex.refusal.nothing')))
  }
  const reading = await readDocument(call.services.blobs, staged)
  if ('refusal' in reading) return answerPage(call, reading.refusal)
  const taken = await call.perform((work) =>
    takeAnswer(work, {
      requestId: request.id,
      sessionId: call.session?.id ?? null,
      reading,
      origin: call.services.node,
    }),
  )
  if (isRefused(taken)) return answerPage(call, taken)
  return call.redirect(`/recognition/drafts/${taken.draftId}`, m('emrex.taken'))
}
