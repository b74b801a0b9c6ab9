import type { Work } from '#kernel/database'
import { revokeActLinks } from '#kernel/identity'
import { completeTasksOf } from '#kernel/tasks'
import { proposalTask } from '../task-kinds.ts'
import type { AtWork } from './at-work.ts'

/** The act of a link: answering one version for a partner that has no account. */
export const linkAction = 'agreements.agreement.answer-by-link'

/** What letters to partners are about: the invitation to answer. */
export const invitationLetters = 'agreement-invitation'

/** Ends the open invitations of some copies: their links lead nowhere any more. */
export async function endInvitations(
  work: Work,
  copyIds: readonly string[],
  reason: 'replaced' | 'withdrawn',
): Promise<void> {
  if (copyIds.length === 0) return
  const ended = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('agreement_invitations')
      .set({ ended_at: work.now })
      .where('copy_id', 'in', [...copyIds])
      .where('answered_at', 'is', null)
      .where('ended_at', 'is', null)
      .returning('id')
      .execute(),
  )
  const objectIds = ended.map(({ id }) => id)
  await revokeActLinks(work, { objectIds, action: linkAction }, reason)
}

/** Closes what partners proposed to one copy: it was dealt with, or its copy was sent anew. */
export async function closeProposals(work: Work, { own }: Pick<AtWork, 'own'>): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('agreement_invitations')
      .set({ read_at: work.now })
      .where('answer', '=', 'proposed')
      .where('read_at', 'is', null)
      .where('version_id', 'in', (eb) =>
        eb.selectFrom('agreement_versions').select('id').where('copy_id', '=', own.id),
      )
      .execute(),
  )
  await completeTasksOf(work, {
    object: { kind: 'agreement-copy', id: own.id },
    kinds: [proposalTask],
  })
}
