import { type Refusal, refuse } from '#kernel/database'
import { fileById, fileMessages } from '#kernel/files'
import type { Call } from '#kernel/http'
import { issuerOf } from '../formats/read-transcript.ts'
import { issuerAmong } from '../issuer.ts'
import { draftOfReport, type DraftRow } from '../queries/drafts.ts'
import { possibleIssuers } from '../queries/issuers.ts'
import { readDocument } from '../service/read-document.ts'
import { rereadDraft, startDraft } from '../service/transcript-drafts.ts'

/**
 * Reads another report of a draft's document: in the place of the one that was read, or as a draft of its own, which
 * is begun once however often the button is pressed.
 */
export async function takeReport(call: Call<DraftRow>): Promise<{ draftId: string } | Refusal> {
  const draft = call.object
  const value = (name: string) => call.form.values[name]?.[0] ?? ''
  const report = draft.content.reports?.find(({ place }) => String(place) === value('report'))
  const file = draft.file_id ? await fileById(call.work, draft.file_id) : null
  if (!report || !file) return refuse(404, fileMessages('gone'))
  const reading = await readDocument(call.services.blobs, file, { report: report.place })
  if ('refusal' in reading) return reading.refusal
  const { content, format } = reading
  if (value('act') === 'choose') {
    const revision = Number(value('revision'))
    const chosen = { ...content, issuerConfirmed: false }
    return call.perform((work) =>
      rereadDraft(work, { draftId: draft.id, revision, content: chosen }),
    )
  }
  const issuer = issuerAmong(issuerOf(content), await possibleIssuers(call.work))
  return call.perform(async (work) => {
    const begun = await draftOfReport(work, draft, { sha256: file.sha256, report: report.place })
    if (begun) return { draftId: begun }
    const { sha256, name, kind } = file
    const received = { sha256, name, kind, mediaType: '', sizeBytes: Number(file.size_bytes) }
    return startDraft(work, {
      enrolmentId: draft.enrolment_id,
      hostOrganisationId: issuer?.id ?? null,
      format,
      content,
      document: { kind: 'received', file: received },
      isScan: false,
      origin: call.services.node,
    })
  })
}
