import { subscribe } from '#kernel/chronicle'
import { documentRefused, documentSigned } from '#modules/signing'
import { agreementSubject } from './queries/signings.ts'
import { concludeSigned, returnRefused } from './service/signature.ts'

/** What is signed by all partners comes into force by it, and what one of them refuses to sign goes back. */
export const agreementHandlers = [
  subscribe({
    name: 'agreements.follow-signing',
    types: [documentSigned.type, documentRefused.type],
    from: 'beginning',
    async handle(work, entry) {
      const { subject, version: number } = entry.data as {
        subject: { kind: string } | null
        version: number
      }
      if (subject?.kind !== agreementSubject) return
      const of = { documentId: entry.objectId, number }
      if (entry.type === documentSigned.type) await concludeSigned(work, of)
      else await returnRefused(work, of)
    },
  }),
]
