import { isRefused, refuse, type Refusal } from '#kernel/database'
import { receiveFile, sizeText, type StagedFile, stagedFiles, stageFile } from '#kernel/files'
import { type Act, type ActCall, type ActOver, freshForm, refusedForm, valueOf } from '#kernel/http'
import { renderPage } from '#ui'
import { m } from '../messages/index.ts'
import { ReferenceActPage } from '../pages/reference-act.tsx'
import { referenceById } from '../queries/references.ts'
import {
  declineReference,
  giveReference,
  isWaiting,
  referenceAction,
} from '../service/references.ts'
import { fileRules } from './applications.ts'

/** A referee answers by the link of a mail: in their language, without an account. */
export const referenceAct: Act = {
  action: referenceAction,
  maxBytes: fileRules.maxBytes + 1024 * 1024,
  async show(call, refusal) {
    const reference = await referenceById(call.work, call.link.objectId)
    if (!reference || !isWaiting(reference) || !call.may(referenceAction, reference)) {
      return outcome(call)
    }
    call.shows([reference.person_id])
    const staged = refusal ? await keptBy(call, refusal) : []
    const html = renderPage(
      ReferenceActPage({
        frame: call.frame,
        t: call.t,
        language: call.language,
        action: call.action,
        reference,
        staged: staged.map(({ id, name, size_bytes }) => ({
          token: id,
          name,
          size: sizeText(Number(size_bytes)),
        })),
        maxBytes: fileRules.maxBytes,
        form: refusal ? refusedForm(call, refusal) : freshForm(),
      }),
    )
    return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
  },
  perform: answer,
  outcome,
}

/** What an upload of a refused form was kept as: the page is shown by another call than the one that took it. */
const kept = new WeakMap<Refusal, StagedFile[]>()

async function keptBy(call: ActCall, refusal: Refusal): Promise<StagedFile[]> {
  return kept.get(refusal) ?? stagedFiles(call.work, stagedIdsOf(call), ownerKey(call))
}

const ownerKey = ({ link }: ActCall) => `link:${link.id}`
const stagedIdsOf = ({ form }: ActCall) => form.values['file-staged'] ?? []

async function answer(call: ActCall): Promise<unknown> {
  const referenceId = call.link.objectId
  if (valueOf(call, 'answer') === 'decline') {
    return call.perform((work) => declineReference(work, referenceId))
  }
  const staged = await fileOf(call)
  if (isRefused(staged)) return staged
  const done = await call.perform((work) =>
    giveReference(work, {
      referenceId,
      text: valueOf(call, 'text'),
      rating: valueOf(call, 'rating'),
      stagedIds: staged.map(({ id }) => id),
      ownerKey: ownerKey(call),
      node: call.services.node,
    }),
  )
  if (isRefused(done)) kept.set(done, staged)
  return done
}

/** The file of the form: what was chosen now, else what an earlier refusal kept. */
async function fileOf(call: ActCall): Promise<StagedFile[] | Refusal> {
  const upload = call.form.uploads['file']?.find(({ bytes }) => bytes.length > 0)
  if (!upload) return stagedFiles(call.work, stagedIdsOf(call), ownerKey(call))
  const received = await receiveFile(call.services.blobs, upload, fileRules)
  if (isRefused(received)) return refuse(422, received.message, { file: received.message })
  return [await call.prepare((work) => stageFile(work, received, ownerKey(call)))]
}

/** What became of it: given, declined, or no longer wanted. */
async function outcome(call: ActCall): Promise<ActOver> {
  const reference = await referenceById(call.work, call.link.objectId)
  const said =
    reference?.state === 'given' ? 'given' : reference?.state === 'declined' ? 'declined' : 'over'
  return {
    over: true,
    tone: said === 'given' ? 'done' : 'info',
    title: m(`reference.${said}`),
    text: m(`reference.${said}-text`),
    next: null,
  }
}
