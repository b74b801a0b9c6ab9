import { type Refusal, isRefused, refuse, type Work } from '#kernel/database'
import { m } from '../messages/index.ts'
import { isOver } from '../rules/agreement.ts'
import type { AgreementText } from '../rules/conditions.ts'
import type { CopyContact } from '../queries/whole.ts'
import { agreementForUpdate } from './at-work.ts'

/** What is written into one's own copy before it is sent. */
export interface SaveDraft {
  copyId: string
  text: AgreementText
  code: string
  title: string
  contacts: readonly CopyContact[]
  /** The draft that it was written on; another tab may have saved meanwhile. */
  basedOn: number
}

/** Keeps what is written in one's own copy. Refuses where the draft was changed elsewhere since it was opened. */
export async function saveDraft(
  work: Work,
  input: SaveDraft,
): Promise<{ draftNumber: number } | Refusal> {
  const at = await agreementForUpdate(work, input.copyId, 'agreements.agreement.edit')
  if (isRefused(at)) return at
  if (isOver(at.row.state)) return refuse(409, m('refusal.over'))
  if (at.row.draftNumber !== input.basedOn) return refuse(409, m('refusal.changed-meanwhile'))
  await work.writeUnchronicled(async (tx) => {
    await tx
      .updateTable('agreement_copies')
      .set({
        draft: JSON.stringify(input.text),
        draft_number: input.basedOn + 1,
        draft_at: work.now,
        code: input.code,
      })
      .where('id', '=', input.copyId)
      .execute()
    if (at.whole.madeBy === at.own.organisationId && at.whole.concludedAt === null) {
      await tx
        .updateTable('agreements')
        .set({ title: input.title })
        .where('id', '=', at.whole.id)
        .execute()
    }
    await tx.deleteFrom('agreement_contacts').where('copy_id', '=', input.copyId).execute()
    if (input.contacts.length > 0) {
      await tx
        .insertInto('agreement_contacts')
        .values(
          input.contacts.map((contact, position) => ({
            ...contact,
            copy_id: input.copyId,
            position,
          })),
        )
        .execute()
    }
  })
  return { draftNumber: input.basedOn + 1 }
}
