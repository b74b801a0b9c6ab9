import { isRefused, type Refusal, refuse } from '#kernel/database'
import { type Answer, type Call, page, type Route, typedValues } from '#kernel/http'
import { renderPage } from '#ui'
import type { Checked } from '../aside/round-tasks.ts'
import { m } from '../messages/index.ts'
import { CheckPage, PublishedPage } from '../pages/check.tsx'
import { PublicExplanation } from '../pages/explanation.tsx'
import { PublicMentor, PublicStudent } from '../pages/mentor-explanation.tsx'
import { base } from '../pages/words.ts'
import { publishedRun, type RunRow } from '../queries/runs.ts'
import { isMentorMethod } from '../rules/round-methods.ts'
import {
  checkCertificateAside,
  explainApplicantAside,
  explainMentorAside,
  explainStudentAside,
} from '../service/aside.ts'
import { blobBytes } from '../service/blob-bytes.ts'
import { onField, shown } from './parts.ts'
import { certificateFile, numberIn } from './runs.ts'

/** A certificate of a hundred thousand applicants has some twenty megabytes. */
const mostBytes = 32 * 1024 * 1024
const action = 'matching.certificate.check'

/** Pages for everybody: a certificate is checked, a published run is looked at. */
export const checkRoutes: readonly Route[] = [
  page('GET', `${base}/check`, {
    action,
    handle: async (call) => checkPage(call, null, null),
  }),
  page('POST', `${base}/check`, {
    action,
    maxBytes: mostBytes + 1024 * 1024,
    perMinute: 10,
    handle: check,
  }),
  page('GET', `${base}/published/:code`, { action, perMinute: 30, handle: publishedPage }),
  page('GET', `${base}/published/:code/certificate`, {
    action,
    perMinute: 30,
    async handle(call) {
      const run = await publishedRun(call.work, call.params['code'] ?? '')
      return run ? certificateFile(call, run) : { kind: 'absent' }
    },
  }),
]

function checkPage(
  call: Call,
  checked: { name: string; found: Checked } | null,
  refusal: Refusal | null,
): Answer {
  const values = typedValues(call)
  const shownRefusal = refusal && shown(call, refusal)
  const html = renderPage(CheckPage({ call, values, checked, refusal: shownRefusal }))
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

/** A code leads to the published run; a file or a text is checked, and not kept. */
async function check(call: Call): Promise<Answer> {
  const code = codeOf(call.form.values['code']?.[0] ?? '')
  const upload = call.form.uploads['file']?.find((file) => file.bytes.length > 0)
  const text = (call.form.values['text']?.[0] ?? '').trim()
  if (upload || text !== '') {
    const bytes = upload?.bytes ?? new TextEncoder().encode(text)
    if (bytes.length > mostBytes) {
      return checkPage(call, null, onField(refuse(413, m('check.too-large')), 'file'))
    }
    const found = await checkCertificateAside({ bytes })
    if (isRefused(found)) return checkPage(call, null, onField(found, upload ? 'file' : 'text'))
    const answer = checkPage(call, { name: upload?.name ?? 'certificate.json', found }, null)
    const isProved = found.shape && found.proved
    return isProved || answer.kind !== 'html' ? answer : { ...answer, status: 422 }
  }
  if (code === '') return checkPage(call, null, onField(refuse(422, m('check.nothing')), 'file'))
  const run = await publishedRun(call.work, code)
  if (!run) return checkPage(call, null, onField(refuse(422, m('check.no-code')), 'code'))
  return call.redirect(`${base}/published/${run.code}`)
}

/** A code as somebody types it from paper: in small letters, with spaces, with O for 0. */
function codeOf(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}

async function publishedPage(call: Call): Promise<Answer> {
  const run = await publishedRun(call.work, call.params['code'] ?? '')
  if (!run || run.certificateSha256 === null) return { kind: 'absent' }
  const bytes = await blobBytes(call.services.blobs, run.certificateSha256)
  if (isRefused(bytes)) return { kind: 'absent' }
  const typed = (call.query.get('applicant') ?? '').slice(0, 40)
  if (typed.trim() !== '') {
    const explained = await explanationFor(call, run, bytes, typed)
    if (explained) return explained
  }
  const found = await checkCertificateAside({ bytes })
  if (isRefused(found)) return checkPage(call, null, found)
  const missing =
    typed.trim() === '' ? null : onField(refuse(422, m('published.no-code')), 'applicant')
  const html = renderPage(
    PublishedPage({ call, run, found, code: typed, refusal: missing && shown(call, missing) }),
  )
  return { kind: 'html', html, ...(missing ? { status: missing.status } : {}) }
}

async function explanationFor(
  call: Call,
  run: RunRow,
  bytes: Uint8Array,
  typed: string,
): Promise<Answer | null> {
  const code = codeOf(typed).replace(/(.{4})(.{4})(.{4})/, '$1-$2-$3')
  if (isMentorMethod(run.method)) return mentorExplanation(call, run, bytes, code)
  const asked = numberIn(call.query.get('place'))
  const explained = await explainApplicantAside({ bytes, code, name: code, asked })
  if (isRefused(explained)) return checkPage(call, null, explained)
  if (!explained) return null
  const here = `${base}/published/${run.code}`
  const explainHref = (place: number) => call.href(here, { applicant: code, place })
  const props = { call, run, name: null, explained, explainHref }
  return { kind: 'html', html: renderPage(PublicExplanation(props)) }
}

/** A student or a mentor of a published run, by the own code; everybody else stays a code. */
async function mentorExplanation(
  call: Call,
  run: RunRow,
  bytes: Uint8Array,
  code: string,
): Promise<Answer | null> {
  const asked = numberIn(call.query.get('mentor'))
  const names = new Map<string, string>()
  const student = await explainStudentAside({ bytes, code, asked })
  if (isRefused(student)) return checkPage(call, null, student)
  if (student) {
    const here = `${base}/published/${run.code}`
    const explainHref = (mentor: number) => call.href(here, { applicant: code, mentor })
    const props = { call, run, explained: student, names, explainHref }
    return { kind: 'html', html: renderPage(PublicStudent(props)) }
  }
  const mentor = await explainMentorAside({ bytes, who: { code } })
  if (isRefused(mentor)) return checkPage(call, null, mentor)
  if (!mentor) return null
  return { kind: 'html', html: renderPage(PublicMentor({ call, run, explained: mentor, names })) }
}
