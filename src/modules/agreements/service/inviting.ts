import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { addFile, claimStaged, type ReceivedFile } from '#kernel/files'
import { createActLink, normaliseAddress, useActLink } from '#kernel/identity'
import { sendMail } from '#kernel/mail'
import { actPath, expiryOf } from '#kernel/notices'
import { openTask } from '#kernel/tasks'
import { dateInZone, formatDate, isLanguage, localised } from '#kernel/values'
import { changeProposed, partnerInvited } from '../entries.ts'
import { m } from '../messages/index.ts'
import { copyById } from '../queries/copies.ts'
import { type Invitation, invitationById } from '../queries/invitations.ts'
import { worksHere } from '../queries/partners.ts'
import type { SentVersion, WholeCopy } from '../queries/whole.ts'
import { isOver } from '../rules/agreement.ts'
import { compareTexts } from '../rules/compare.ts'
import type { LinkAnswer } from '../schema.ts'
import { proposalTask } from '../task-kinds.ts'
import {
  type Answerable,
  answerableAt,
  approve,
  concludeWhere,
  keepApproval,
  refuseAs,
} from './answering.ts'
import {
  agreementForUpdate,
  agreementObject,
  answered,
  type AtWork,
  atWork,
  partnerIds,
} from './at-work.ts'
import { closeProposals, endInvitations, invitationLetters, linkAction } from './invitations.ts'

/** The longest words of an answer, in characters. */
const longestWords = 2000
/** The files with which partners propose changes. */
const proposalFiles = 'agreements.proposal'

/** Whom a partner's answer is asked of. */
export interface InvitePartner {
  /** The copy of the institution that asks, and that of the partner that is asked. */
  copyId: string
  partnerCopyId: string
  name: string
  address: string
  language: string
}

/**
 * Asks a partner that works with no account here for its answer to the version that was sent, by a mail with a link of one
 * act, in its language. Asking again ends the link before.
 */
export async function invitePartner(
  work: Work,
  input: InvitePartner,
): Promise<{ invitationId: string } | Refusal> {
  const at = await agreementForUpdate(work, input.copyId, 'agreements.agreement.send')
  if (isRefused(at)) return at
  if (isOver(at.row.state)) return refuse(409, m('refusal.over'))
  const theirs = at.whole.copies.find(({ id }) => id === input.partnerCopyId)
  const version = at.own.sent
  if (!theirs || theirs.id === at.own.id) return refuse(404, m('refusal.absent'))
  if (!version) return refuse(409, m('invite.nothing-sent'))
  if (await worksHere(work, theirs.organisationId)) return refuse(409, m('invite.works-here'))
  const isAnswered = at.whole.answers.some(
    (each) => each.versionId === version.id && each.organisationId === theirs.organisationId,
  )
  if (isAnswered) return refuse(409, m('invite.answered'))
  const faults = addresseeFaults(input)
  if (isRefused(faults)) return faults
  await endInvitations(work, [theirs.id], 'replaced')
  const invitationId = randomUUIDv7()
  const entry = partnerInvited({
    object: agreementObject(at.whole),
    organisationIds: [at.own.organisationId],
    data: { copyId: theirs.id, number: version.number, hash: version.hash },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('agreement_invitations')
      .values({
        id: invitationId,
        copy_id: theirs.id,
        version_id: version.id,
        ...faults,
        asked_at: work.now,
        asked_by: personOf(work.actor),
        ended_at: null,
        answered_at: null,
        answer: null,
        file_id: null,
        read_at: null,
      })
      .execute(),
  )
  const sent = await mailPartner(work, at, { id: invitationId, ...faults })
  return isRefused(sent) ? sent : { invitationId }
}

function addresseeFaults({ name, address, language }: InvitePartner) {
  const called = name.trim()
  const to = normaliseAddress(address)
  if (called === '' || called.length > 200) {
    return refuse(422, m('invite.no-name'), { name: m('invite.no-name') })
  }
  if (to === null) return refuse(422, m('invite.no-address'), { address: m('invite.no-address') })
  if (!isLanguage(language)) return refuse(422, m('invite.no-language'))
  return { name: called, address: to, language }
}

async function mailPartner(
  work: Work,
  { own, row }: AtWork,
  to: { id: string; name: string; address: string; language: Invitation['language'] },
): Promise<true | Refusal> {
  const expiresAt = expiryOf(work.now, null)
  const { token } = await createActLink(work, {
    action: linkAction,
    objectId: to.id,
    expiresAt,
    maxUses: 1,
  })
  const { language } = to
  const said = {
    organisation: localised(own.names, language).text,
    title: row.title,
    until: formatDate(dateInZone(expiresAt, own.timeZone), language),
  }
  const sent = await sendMail(work, {
    to: { address: to.address, name: to.name, personId: null },
    language,
    subject: m('invite.mail-subject', said),
    blocks: [
      { kind: 'text', message: m('invite.mail-greeting', { name: to.name }) },
      { kind: 'text', message: m('invite.mail-asked', said) },
      { kind: 'text', message: m('invite.mail-how', said) },
      { kind: 'acts', acts: [{ label: m('invite.mail-act'), href: actPath(token) }] },
      { kind: 'text', message: m('invite.mail-personal') },
    ],
    secret: true,
    about: { kind: invitationLetters, id: to.id },
  })
  return isRefused(sent) ? sent : true
}

/** A file that stands stored already: sent now, or kept by an earlier refusal of the form. */
export type ProposedFile = ReceivedFile | { stagedId: string; ownerKey: string }

/** What a partner answers by its link. */
export interface AnswerByLink {
  invitationId: string
  answer: LinkAnswer
  /** The hash that stood on the page. */
  hash: string
  words: string
  file: ProposedFile | null
  node: string
}

/**
 * Answers for a partner by the link of its mail: approves exactly the version that was shown, refuses it with a reason, or
 * proposes a change in words or with a file. Whoever asked approves with it the copy that says the same as theirs.
 */
export async function answerByLink(
  work: Work,
  input: AnswerByLink,
): Promise<{ answer: LinkAnswer } | Refusal> {
  const invitation = await invitationById(work, input.invitationId)
  if (!invitation || !work.may(linkAction, { id: invitation.id })) {
    return refuse(404, m('refusal.absent'))
  }
  const row = await copyById(work, invitation.copyId, 'lock')
  // Somebody else with the same link may have been quicker: it is read again under the lock.
  const fresh = await invitationById(work, invitation.id)
  if (!row || !fresh || fresh.answeredAt !== null) return refuse(409, m('by-link.answered'))
  if (fresh.endedAt !== null) return refuse(409, m('by-link.ended'))
  const found = answerableAt(await atWork(work, row), {
    versionId: fresh.versionId,
    hash: input.hash,
  })
  if (isRefused(found)) return found
  const words = input.words.trim()
  const fault = wordsFault(input, words)
  if (fault) return fault
  const used = await useActLink(work)
  if (isRefused(used)) return used
  const fileId = input.answer === 'proposed' ? await keepFile(work, input) : null
  if (isRefused(fileId)) return fileId
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('agreement_invitations')
      .set({ answered_at: work.now, answer: input.answer, words, file_id: fileId })
      .where('id', '=', fresh.id)
      .execute(),
  )
  const done = await carryOut(work, found, { invitation: fresh, answer: input.answer, words })
  return isRefused(done) ? done : { answer: input.answer }
}

function wordsFault({ answer, file }: AnswerByLink, words: string): Refusal | null {
  if (words.length > longestWords) {
    const message = m('by-link.long', { limit: longestWords })
    return refuse(422, message, { words: message })
  }
  if (answer === 'refused' && words === '') {
    return refuse(422, m('by-link.no-reason'), { words: m('by-link.no-reason') })
  }
  if (answer === 'proposed' && words === '' && file === null) {
    return refuse(422, m('by-link.no-change'), { words: m('by-link.no-change') })
  }
  return null
}

async function keepFile(work: Work, input: AnswerByLink): Promise<string | null | Refusal> {
  const { file } = input
  if (file === null) return null
  const owner = { ownerKind: proposalFiles, ownerId: input.invitationId, origin: input.node }
  if (!('stagedId' in file)) return (await addFile(work, file, owner)).id
  const claimed = await claimStaged(work, [file.stagedId], file.ownerKey, owner)
  return isRefused(claimed) ? claimed : claimed[0]!.id
}

async function carryOut(
  work: Work,
  found: Answerable,
  given: { invitation: Invitation; answer: LinkAnswer; words: string },
): Promise<true | Refusal> {
  const { at, theirs } = found
  if (given.answer === 'refused') {
    const refused = await refuseAs(work, found, given.words)
    return isRefused(refused) ? refused : true
  }
  if (given.answer === 'proposed') return askOffice(work, at, theirs)
  const approved = await approve(work, found)
  if (isRefused(approved)) return approved
  await approveBack(work, at, theirs, given.invitation.askedBy)
  return true
}

/** The copy that came of the approval says what the institution that asked has sent: it approved that by asking. */
async function approveBack(
  work: Work,
  at: AtWork,
  asker: WholeCopy,
  by: string | null,
): Promise<void> {
  const { whole, own } = await atWork(work, at.row)
  const copy: SentVersion | null = own.sent
  if (!copy || !asker.sent || compareTexts(copy.text, asker.sent.text).length > 0) return
  await keepApproval(work, whole, {
    copyId: own.id,
    version: copy,
    organisationId: asker.organisationId,
    by,
  })
  await answered(work, { own: asker })
  await concludeWhere(work, { whole })
}

async function askOffice(work: Work, { whole, own }: AtWork, asker: WholeCopy): Promise<true> {
  const entry = changeProposed({
    object: agreementObject(whole),
    organisationIds: partnerIds(whole),
    data: { copyId: own.id },
  })
  await work.write(entry, async () => undefined)
  await openTask(work, {
    kind: proposalTask,
    assignee: { role: 'coordinator', organisationId: asker.organisationId },
    object: { kind: 'agreement-copy', id: asker.id },
    subject: m('task.proposal'),
    href: `/agreements/${asker.id}#proposals`,
    dueOn: null,
    closesWithAct: true,
  })
  return true
}

/** Says that the office has dealt with the changes that partners proposed by their links. */
export async function readProposals(work: Work, copyId: string): Promise<true | Refusal> {
  const at = await agreementForUpdate(work, copyId, 'agreements.agreement.send')
  if (isRefused(at)) return at
  await closeProposals(work, at)
  return true
}
