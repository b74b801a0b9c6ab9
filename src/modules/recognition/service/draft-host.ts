import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import { openTask } from '#kernel/tasks'
import { plainText } from '../formats/plain-text.ts'
import { m } from '../messages/index.ts'
import { possibleIssuer } from '../queries/issuers.ts'
import { missingHost } from '../task-kinds.ts'
import { openDraft, saveContent } from './transcript-drafts.ts'

/** The most characters of an institution's name that somebody asks for. */
export const longestInstitution = 200

interface OfDraft {
  draftId: string
  /** The revision that the page showed. */
  revision: number
}

/** Chooses another institution as the one that issued a transcript; a confirmation given for the former one lapses. */
export async function changeDraftHost(
  work: Work,
  input: OfDraft & { hostOrganisationId: string },
): Promise<{ draftId: string } | Refusal> {
  const draft = await openDraft(work, input)
  if (isRefused(draft)) return draft
  if (input.hostOrganisationId === draft.home_organisation_id) {
    return refuse(422, m('refusal.host-is-home'), { host: m('refusal.host-is-home') })
  }
  if (!(await possibleIssuer(work, input.hostOrganisationId))) {
    return refuse(422, m('refusal.no-host'), { host: m('refusal.no-host') })
  }
  await saveContent(work, draft, { ...draft.content, issuerConfirmed: false })
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('transcript_drafts')
      .set({ host_organisation_id: input.hostOrganisationId })
      .where('id', '=', draft.id)
      .execute(),
  )
  return { draftId: draft.id }
}

/**
 * Asks the secretariat to enter an institution among the organisations. The draft is kept meanwhile, and whoever
 * asked is told once it is there.
 */
export async function askForHost(
  work: Work,
  input: OfDraft & { institution: string },
): Promise<{ draftId: string } | Refusal> {
  const draft = await openDraft(work, input)
  if (isRefused(draft)) return draft
  const institution = plainText(input.institution).slice(0, longestInstitution)
  if (institution === '') {
    const message = m('refusal.institution-name')
    return refuse(422, message, { institution: message })
  }
  await saveContent(work, draft, { ...draft.content, askedHost: institution })
  await openTask(work, {
    kind: missingHost,
    assignee: { role: 'secretariat', organisationId: null },
    object: { kind: 'recognition-draft', id: draft.id },
    subject: m('task.missing-host', { institution }),
    href: '/organisations/new',
  })
  return { draftId: draft.id }
}
