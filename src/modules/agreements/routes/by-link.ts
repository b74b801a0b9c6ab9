import { show } from '#ui'
import { isRefused, type Refusal, refuse } from '#kernel/database'
import { receiveFile, sizeText, stagedFiles, stageFile } from '#kernel/files'
import {
  type Act,
  type ActCall,
  type ActOver,
  type Answer,
  freshForm,
  refusedForm,
  valueOf,
} from '#kernel/http'
import { isLanguage, languageFromSegment, type Language, urlSegment } from '#kernel/values'
import { makePaper } from '../formats/make-paper.ts'
import { m } from '../messages/index.ts'
import { ByLinkPage } from '../pages/by-link.tsx'
import { copyById } from '../queries/copies.ts'
import { type Invitation, invitationById } from '../queries/invitations.ts'
import { wholeAgreement } from '../queries/whole.ts'
import { isOver } from '../rules/agreement.ts'
import { linkAnswers } from '../schema.ts'
import { linkAction } from '../service/invitations.ts'
import { answerByLink, type ProposedFile } from '../service/inviting.ts'
import { namesOf } from './parts.ts'

const megabyte = 1_000_000
/** The largest draft that a partner can attach. */
const mostBytes = 10 * megabyte
const fileRules = { allow: ['pdf', 'docx', 'xlsx'] as const, maxBytes: mostBytes }

/** A partner without an account answers one version of an agreement by the link of a mail, on one page. */
export const answerAct: Act = {
  action: linkAction,
  maxBytes: mostBytes + megabyte,
  async show(call, refusal) {
    const open = await openInvitation(call)
    if (!open) return outcome(call)
    const { invitation, row, asker, own, whole } = open
    call.shows([])
    const staged = await stagedFiles(call.work, keptTokens(call), ownerKey(call))
    const form = refusal ? refusedForm(call, refusal) : freshForm()
    return show(
      ByLinkPage({
        call,
        invitation,
        row,
        asker,
        own,
        version: asker.sent!,
        names: await namesOf(call, whole),
        action: call.action,
        papers: paperLanguages(invitation, call.language).map((language) => ({
          language,
          href: `${call.action}/files/${urlSegment(language)}.pdf`,
        })),
        form: {
          ...form,
          staged: staged.map(({ id, name, size_bytes }) => ({
            token: id,
            name,
            size: sizeText(Number(size_bytes)),
          })),
        },
        maxBytes: mostBytes,
      }),
      refusal,
    )
  },
  perform,
  outcome,
  file,
}

/** The invitation of the link with what it is about; null where there is nothing to answer any more. */
async function openInvitation(call: ActCall) {
  const invitation = await invitationById(call.work, call.link.objectId)
  if (!invitation || !call.may(linkAction, { id: invitation.id })) return null
  if (invitation.answeredAt !== null || invitation.endedAt !== null) return null
  const row = await copyById(call.work, invitation.copyId)
  if (!row || isOver(row.state)) return null
  const whole = await wholeAgreement(call.work, row.agreementId)
  const own = whole.copies.find(({ id }) => id === row.id)!
  const asker = whole.copies.find(({ sent }) => sent?.id === invitation.versionId)
  return asker ? { invitation, row, whole, own, asker } : null
}

/** The language of the partner first, then that of the page, then English. */
function paperLanguages(invitation: Invitation, language: Language): Language[] {
  return [...new Set<Language>([invitation.language, language, 'en'])].slice(0, 2)
}

function ownerKey(call: ActCall): string {
  return `link:${call.link.id}`
}

function keptTokens(call: ActCall): string[] {
  return call.form?.values['file-staged'] ?? []
}

async function perform(call: ActCall): Promise<unknown> {
  const given = valueOf(call, 'answer')
  const answer = linkAnswers.find((each) => each === given)
  const file = await broughtFile(call)
  if (isRefused(file)) return file
  if (!answer) return refuse(422, m('by-link.no-answer'), { answer: m('by-link.no-answer') })
  return call.perform((work) =>
    answerByLink(work, {
      invitationId: call.link.objectId,
      answer,
      hash: valueOf(call, 'hash'),
      words: valueOf(call, 'words'),
      file,
      node: call.services.node,
    }),
  )
}

/** The file of the form, kept at once, so that a refusal of the form does not lose it. */
async function broughtFile(call: ActCall): Promise<ProposedFile | null | Refusal> {
  const upload = call.form.uploads['file']?.find(({ bytes }) => bytes.length > 0)
  if (upload) {
    const received = await receiveFile(call.services.blobs, upload, fileRules)
    if (isRefused(received)) return refuse(422, received.message, { file: received.message })
    const staged = await call.prepare((work) => stageFile(work, received, ownerKey(call)))
    call.form.values['file-staged'] = [staged.id]
    return { stagedId: staged.id, ownerKey: ownerKey(call) }
  }
  const [kept] = await stagedFiles(call.work, keptTokens(call), ownerKey(call))
  return kept ? { stagedId: kept.id, ownerKey: ownerKey(call) } : null
}

async function file(call: ActCall, name: string): Promise<Answer> {
  const open = await openInvitation(call)
  const language = languageFromSegment(name.replace(/\.pdf$/, ''))
  if (!open || !language || !isLanguage(language)) return { kind: 'absent' }
  call.shows([])
  const { invitation, row, whole, asker } = open
  const second = paperLanguages(invitation, language).find((each) => each !== language) ?? 'en'
  const languages = [language, second === language ? 'fr' : second] as const
  const body = await makePaper(call, { row, whole, own: asker, languages, isSigned: false })
  return { kind: 'file', body, type: 'application/pdf', name }
}

/** What became of it, for whoever opens the link again, late, or as somebody to whom it was passed on. */
async function outcome(call: ActCall): Promise<ActOver> {
  const invitation = await invitationById(call.work, call.link.objectId)
  const said =
    invitation?.answer ?? (invitation?.endedAt === null && isLate(call) ? 'expired' : 'ended')
  return {
    over: true,
    tone: invitation?.answer ? 'done' : 'info',
    title: m(`over.${said}`),
    text: m(`over.${said}-text`),
    next: null,
  }
}

function isLate(call: ActCall): boolean {
  return call.link.state === 'expired'
}
