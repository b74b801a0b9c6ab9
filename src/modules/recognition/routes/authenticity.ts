import { z } from 'zod'
import { isRefused, type Refusal } from '#kernel/database'
import { fileKinds, receiveFile, streamFile } from '#kernel/files'
import { type Answer, type Call, page, type Route, typedValues } from '#kernel/http'
import { dateInZone, isUuid } from '#kernel/values'
import { renderPage } from '#ui'
import { m } from '../messages/index.ts'
import { AuthenticityPage } from '../pages/authenticity.tsx'
import { authenticityFile, authenticityOf } from '../queries/authenticity.ts'
import type { CasePageRow } from '../queries/cases.ts'
import { recordAuthenticity, takeBackAuthenticity } from '../service/authenticity.ts'
import { loadCase } from './case-page.ts'
import { dayField } from './fields.ts'
import { shown } from './shown-refusal.ts'

const path = '/recognition/cases/:id/authenticity'
const megabyte = 1024 * 1024
const maxBytes = 10 * megabyte
/** Staff of the school, about a student and never about themselves. */
const staff = { action: 'recognition.comment.write', load: loadCase } as const

/** How the genuineness of a case's original was looked into. */
export const authenticityRoutes: readonly Route[] = [
  page<CasePageRow>('GET', path, {
    ...staff,
    handle: (call) => authenticityPage(call, null),
  }),
  page<CasePageRow>('POST', path, { ...staff, maxBytes: maxBytes + megabyte, handle: record }),
  page<CasePageRow>('GET', `${path}/:record/file`, { ...staff, handle: file }),
  page<CasePageRow>('POST', `${path}/:record/withdrawal`, { ...staff, handle: takeBack }),
]

async function authenticityPage(call: Call<CasePageRow>, refusal: Refusal | null): Promise<Answer> {
  const { object: found } = call
  const today = dateInZone(call.now, found.home_time_zone)
  const html = renderPage(
    AuthenticityPage({
      call,
      found,
      records: await authenticityOf(call.work, found.transcript_id),
      values: refusal ? typedValues(call) : { checkedOn: today, kind: 'code', outcome: '' },
      maxBytes,
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

const form = z.object({
  kind: z.enum(['code', 'original', 'answer']),
  outcome: z.enum(['genuine', 'not-genuine', 'unclear']),
  code: z.string().max(200).default(''),
  place: z.string().max(500).default(''),
  note: z.string().max(1000).default(''),
  checkedOn: dayField,
})

async function record(call: Call<CasePageRow>): Promise<Answer> {
  const input = call.read(form)
  if (isRefused(input)) return authenticityPage(call, input)
  const upload = call.form.uploads['file']?.find(({ bytes }) => bytes.length > 0)
  const received = upload
    ? await receiveFile(call.services.blobs, upload, {
        allow: ['pdf', 'text', 'jpeg', 'png', 'webp'],
        maxBytes,
        maxPixels: 60_000_000,
      })
    : null
  if (isRefused(received)) {
    return authenticityPage(call, { ...received, fields: { file: received.message } })
  }
  const { object: found } = call
  const checkedOn = input.checkedOn ?? dateInZone(call.now, found.home_time_zone)
  const result = await call.perform((work) =>
    recordAuthenticity(work, { caseId: found.id, ...input, checkedOn, file: received }),
  )
  if (isRefused(result)) return authenticityPage(call, result)
  return call.redirect(`/recognition/cases/${found.id}/authenticity`, m('authentic.recorded'))
}

async function takeBack(call: Call<CasePageRow>): Promise<Answer> {
  const { object: found } = call
  const recordId = call.params['record'] ?? ''
  if (!isUuid(recordId)) return { kind: 'absent' }
  const reason = call.form.values['reason']?.[0] ?? ''
  const result = await call.perform((work) =>
    takeBackAuthenticity(work, { caseId: found.id, recordId, reason }),
  )
  if (isRefused(result)) return authenticityPage(call, result)
  return call.redirect(`/recognition/cases/${found.id}/authenticity`, m('authentic.taken-back'))
}

async function file(call: Call<CasePageRow>): Promise<Answer> {
  const id = await authenticityFile(call.work, {
    transcriptId: call.object.transcript_id,
    recordId: call.params['record'] ?? '',
  })
  const found = id ? await streamFile(call.work, call.services.blobs, id) : null
  // Whoever may see the records is led to them where the answer is gone, as after an erasure.
  if (!found || isRefused(found)) {
    return call.redirect(`/recognition/cases/${call.object.id}/authenticity`)
  }
  const type = fileKinds[found.file.kind].mediaType
  return { kind: 'file', body: found.stream, type, name: found.file.name }
}
