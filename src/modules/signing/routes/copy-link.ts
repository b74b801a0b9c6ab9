import { show } from '#ui'
import type { Act, ActCall, ActOver, Answer } from '#kernel/http'
import { m } from '../messages/index.ts'
import { CopyByLinkPage } from '../pages/copy-act.tsx'
import { documentById } from '../queries/documents.ts'
import { stepById } from '../queries/steps.ts'
import { copyAction } from '../service/asks.ts'
import { pdfAnswer } from './documents.ts'
import { evidenceOf } from './evidence.ts'

/** A guest takes their copy of what all have signed, by the link of the mail that told them so; nothing is done by it. */
export const copyByLink: Act = {
  action: copyAction,
  async show(call) {
    const signed = await signedStep(call)
    if (!signed) return outcome()
    call.shows([])
    return show(
      CopyByLinkPage({
        call,
        step: signed.step,
        document: `${call.action}/files/document.pdf`,
        evidence: `${call.action}/files/evidence.pdf`,
      }),
    )
  },
  perform: async () => true,
  outcome,
  async file(call, name): Promise<Answer> {
    const signed = await signedStep(call)
    if (!signed) return { kind: 'absent' }
    if (name !== 'evidence.pdf') {
      call.shows([])
      return pdfAnswer(call, signed.step.file_id)
    }
    return evidenceOf(call, signed.document, signed.step.version)
  },
}

async function signedStep(call: ActCall) {
  const step = await stepById(call.work, call.link.objectId)
  if (step?.state !== 'done' || !call.may(copyAction, step)) return null
  const document = await documentById(call.work, step.document_id)
  return document && { step, document }
}

async function outcome(): Promise<ActOver> {
  return {
    over: true,
    tone: 'info',
    title: m('copy.over.title'),
    text: m('copy.over.text'),
    next: null,
  }
}
