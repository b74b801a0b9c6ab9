import { isRefused, refuse } from '#kernel/database'
import { renderPdf } from '#kernel/documents'
import { receiveFile } from '#kernel/files'
import { type Answer, type Call, page, type Route } from '#kernel/http'
import { dateInZone } from '#kernel/values'
import { certificatePdf } from '../documents/certificate.ts'
import { m } from '../messages/index.ts'
import { base } from '../pages/scene.tsx'
import { agreementOf } from '../queries/agreements.ts'
import { evaluationsOf } from '../queries/evaluations.ts'
import { placementById, type PlacementRow } from '../queries/placements.ts'
import { formOfCountry } from '../rules/agreement.ts'
import { placementState } from '../rules/stay.ts'
import { askForCredit } from '../service/credit.ts'
import { placementPage } from './applications.ts'

const load = (work: Parameters<typeof placementById>[0], { id }: Record<string, string>) =>
  placementById(work, id ?? '')

/** After a placement: its certificate, and the way to credit. */
export const afterRoutes: readonly Route[] = [
  page<PlacementRow>('GET', `${base}/placements/:id/certificate`, {
    action: 'internships.placement.read',
    load,
    perMinute: 30,
    handle: certificate,
  }),
  page<PlacementRow>('POST', `${base}/placements/:id/credit`, {
    action: 'internships.placement.manage',
    load,
    perMinute: 30,
    handle: credit,
  }),
]

function isOver(call: Call<PlacementRow>): boolean {
  const today = dateInZone(call.now, call.object.timeZone)
  return placementState(call.object, today) === 'ended'
}

async function certificateOf(call: Call<PlacementRow>): Promise<Uint8Array> {
  const placement = call.object
  const agreement = await agreementOf(call.work, placement.id)
  const text = agreement?.agreed ?? null
  const evaluations = await evaluationsOf(call.work, placement.id)
  const form = text?.form ?? formOfCountry(placement.country)
  const facts = { placement, form, text, evaluations, now: call.now }
  return renderPdf(certificatePdf(facts, call.services))
}

/** The certificate of a placement that is over; of one that runs there is none. */
async function certificate(call: Call<PlacementRow>): Promise<Answer> {
  if (!isOver(call)) return { kind: 'absent' }
  call.shows([call.object.person_id])
  return {
    kind: 'file',
    body: await certificateOf(call),
    type: 'application/pdf',
    name: `${call.t(m('certificate.title'))}.pdf`,
    inline: true,
  }
}

async function credit(call: Call<PlacementRow>): Promise<Answer> {
  if (!isOver(call)) return placementPage(call, refuse(409, m('refusal.still-runs')))
  const file = await receiveFile(
    call.services.blobs,
    { name: 'certificate.pdf', bytes: await certificateOf(call) },
    { allow: ['pdf'], maxBytes: 20_000_000 },
  )
  if (isRefused(file)) return placementPage(call, file)
  const done = await call.perform((work) =>
    askForCredit(work, {
      placementId: call.object.id,
      certificate: file,
      node: call.services.node,
    }),
  )
  if (isRefused(done)) return placementPage(call, done)
  return call.redirect(`/recognition/drafts/${done.draftId}`)
}
