import { isRefused, type Refusal } from '#kernel/database'
import { fileKinds, streamFile } from '#kernel/files'
import { type Answer, type Call, page, type Route, valueOf } from '#kernel/http'
import { firstLanguageOf, isCountry } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { PartnerToAsk } from '../pages/partner-links.tsx'
import { base } from '../pages/words.ts'
import type { CopyRow } from '../queries/copies.ts'
import { invitationById, invitationsFrom } from '../queries/invitations.ts'
import { bindingRolesAt } from '../queries/partners.ts'
import { signingOf } from '../queries/signings.ts'
import type { WholeAgreement, WholeCopy } from '../queries/whole.ts'
import { isOver } from '../rules/agreement.ts'
import { invitePartner, readProposals } from '../service/inviting.ts'
import { type Done, loadCopy } from './parts.ts'

type CopyCall = Call<CopyRow>

/** The file with which a partner proposed a change. */
export const partnerLinkRoutes: readonly Route[] = [
  page<CopyRow>('GET', `${base}/:id/proposal`, {
    action: 'agreements.agreement.read',
    load: loadCopy,
    handle: proposalFile,
  }),
]

/** What is done on the page of an agreement about partners that answer by a link. */
export const partnerActs = {
  async invite(call: CopyCall): Promise<Done | Refusal> {
    const asked = await call.perform((work) =>
      invitePartner(work, {
        copyId: call.object.id,
        partnerCopyId: valueOf(call as Call, 'partner'),
        name: valueOf(call as Call, 'name'),
        address: valueOf(call as Call, 'address'),
        language: valueOf(call as Call, 'language'),
      }),
    )
    return isRefused(asked) ? asked : { said: m('invite.sent') }
  },
  async readProposals(call: CopyCall): Promise<Done | Refusal> {
    const read = await call.perform((work) => readProposals(work, call.object.id))
    return isRefused(read) ? read : { said: m('flash.proposals-read') }
  },
}

/** What the page of an agreement shows of partners without an account, and of the signing. */
export async function partnerParts(
  call: CopyCall,
  row: CopyRow,
  whole: WholeAgreement,
  own: WholeCopy,
) {
  const invitations = await invitationsFrom(call.work, own.id)
  const signing = await signingOf(call.work, whole.id)
  const document = signing?.document
  const isSigned = document?.state === 'signed' && signing?.versionId === own.sent?.id
  const isProposed = row.state === 'proposed' || row.state === 'changing'
  const maySend = call.may('agreements.agreement.send', row)
  const isOpen = document?.state === 'open'
  return {
    partners:
      maySend && isProposed && !isOpen && own.sent !== null && own.sent.id !== own.agreed?.id
        ? await partnersToAsk(call, whole, own, invitations)
        : [],
    proposals: invitations.filter(
      ({ answer, readAt }) => answer === 'proposed' && readAt === null && !isOver(row.state),
    ),
    signing,
    mayOpenDocument:
      document !== undefined &&
      call.may('signing.document.read', { organisation_id: document.keeperId }),
    mayBeginSigning:
      maySend &&
      own.sent !== null &&
      (isProposed || row.state === 'in-force') &&
      !isOpen &&
      !isSigned,
  }
}

async function partnersToAsk(
  call: CopyCall,
  whole: WholeAgreement,
  own: WholeCopy,
  invitations: Awaited<ReturnType<typeof invitationsFrom>>,
): Promise<PartnerToAsk[]> {
  const partners: PartnerToAsk[] = []
  const workHere = await bindingRolesAt(
    call.work,
    whole.copies.map(({ organisationId }) => organisationId),
  )
  for (const copy of whole.copies) {
    const isAnswered = whole.answers.some(
      (each) => each.versionId === own.sent?.id && each.organisationId === copy.organisationId,
    )
    if (copy.id === own.id || isAnswered || workHere.has(copy.organisationId)) continue
    const asked = invitations.find(
      ({ copyId, endedAt, answeredAt }) =>
        copyId === copy.id && endedAt === null && answeredAt === null,
    )
    const contact = copy.contacts.find(({ email }) => email !== null)
    const before = invitations.find(({ copyId }) => copyId === copy.id)
    partners.push({
      copy,
      asked: asked ?? null,
      suggested: {
        name: before?.name ?? contact?.name ?? '',
        address: before?.address ?? contact?.email ?? '',
        language:
          before?.language ?? ((isCountry(copy.country) && firstLanguageOf(copy.country)) || 'en'),
      },
    })
  }
  return partners
}

async function proposalFile(call: CopyCall): Promise<Answer> {
  const invitation = await invitationById(call.work, call.query.get('invitation') ?? '')
  call.shows([])
  // A proposal is read by the office that asked for the answer, and by nobody else.
  if (invitation?.ofCopyId !== call.object.id || invitation.fileId === null) {
    return { kind: 'absent' }
  }
  const found = await streamFile(call.work, call.services.blobs, invitation.fileId)
  if (isRefused(found)) return { kind: 'absent' }
  return {
    kind: 'file',
    body: found.stream,
    type: fileKinds[found.file.kind].mediaType,
    name: found.file.name,
  }
}
