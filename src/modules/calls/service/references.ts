import { randomUUIDv7 } from 'node:crypto'
import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import { claimStaged } from '#kernel/files'
import type { Services } from '#kernel/http'
import { createActLink, revokeActLinks, useActLink } from '#kernel/identity'
import { jobType, oneByOne } from '#kernel/jobs'
import { isMailAddress, sendMail } from '#kernel/mail'
import type { Message } from '#kernel/messages'
import { actPath, noticeKind, notify } from '#kernel/notices'
import { displayName, formatInstant, isLanguage, localised } from '#kernel/values'
import { referenceAsked, referenceDeclined, referenceGiven } from '../entries.ts'
import { m } from '../messages/index.ts'
import { applicationById, type ApplicationRow } from '../queries/applications.ts'
import {
  openReferences,
  referenceById,
  type ReferenceRow,
  referencesOf,
} from '../queries/references.ts'
import { ratings, referenceLength, reminderDue } from '../rules/references.ts'
import { mayStillFill } from '../rules/timeline.ts'
import { timesOf } from './times.ts'

/** The act of giving a reference, by link. */
export const referenceAction = 'calls.reference.give'
/** The kind of owner under which the file of a reference is kept. */
export const referenceOwner = 'call-reference'

/** The applicant is told that a referee answered. */
export const referenceNotice = noticeKind(
  'calls.reference-answered',
  m('notice.kind.reference'),
  'immediate',
)

/** Names a referee, who is sent a link at once: a reference can be written while the form is still being filled in. */
export async function askReferee(
  work: Work,
  input: {
    applicationId: string
    name: string
    address: string
    language: string
    node: string
  },
): Promise<true | Refusal> {
  const application = await referenceable(work, input.applicationId)
  if (isRefused(application)) return application
  const known = await referencesOf(work, application.id)
  const counted = known.filter(({ state }) => state !== 'declined')
  const most = application.definition.references?.each ?? 0
  if (counted.length >= most) return refuse(409, m('refusal.referees-many', { most }))
  const name = input.name.trim()
  const address = input.address.trim().toLowerCase()
  const faults = await refereeFaults(work, application, { name, address, known })
  const [first] = Object.values(faults)
  if (first) return refuse(422, first, faults)
  const id = randomUUIDv7()
  const entry = referenceAsked({ ...aboutReference({ ...application, id }), data: {} })
  await work.write(entry, (tx) =>
    tx
      .insertInto('call_references')
      .values({
        id,
        origin: input.node,
        application_id: application.id,
        organisation_id: application.organisation_id,
        name,
        address,
        language: isLanguage(input.language) ? input.language : work.language,
        asked_at: work.now,
        answered_at: null,
        rating: null,
      })
      .execute(),
  )
  const asked = await referenceById(work, id)
  await sendLink(work, asked!, 'ask')
  return true
}

async function refereeFaults(
  work: Work,
  application: ApplicationRow,
  { name, address, known }: { name: string; address: string; known: readonly ReferenceRow[] },
): Promise<Record<string, Message>> {
  const faults: Record<string, Message> = {}
  if (name === '' || name.length > 200) faults['refereeName'] = m('refusal.referee-name')
  if (!isMailAddress(address)) faults['refereeAddress'] = m('refusal.referee-address')
  else if (known.some((each) => each.address === address)) {
    faults['refereeAddress'] = m('refusal.referee-twice')
  } else {
    const own = await work.read
      .selectFrom('person_emails')
      .select('id')
      .where('person_id', '=', application.person_id)
      .where('address', '=', address)
      .executeTakeFirst()
    if (own) faults['refereeAddress'] = m('refusal.referee-own')
  }
  return faults
}

/** The application whose referees may be named now, locked: while it is filled in, and until the decisions are closed. */
async function referenceable(work: Work, id: string): Promise<ApplicationRow | Refusal> {
  const application = await applicationById(work, id, 'lock')
  if (!application || !work.may('calls.application.refer', application)) {
    return refuse(404, m('refusal.no-application'))
  }
  const isOpen =
    application.state === 'submitted'
      ? application.call_state === 'published'
      : mayStillFill(timesOf(application), application.begun_at, work.now) !== 'no'
  return isOpen ? application : refuse(409, m('refusal.closed'))
}

/** Takes back a referee who has not answered: their link ends. */
export async function dropReferee(
  work: Work,
  input: { applicationId: string; referenceId: string },
): Promise<true | Refusal> {
  const application = await referenceable(work, input.applicationId)
  if (isRefused(application)) return application
  const reference = await referenceById(work, input.referenceId, 'lock')
  if (reference?.application_id !== application.id) return true
  if (reference.state !== 'asked') return refuse(409, m('refusal.reference-given'))
  await revokeActLinks(work, { objectIds: [reference.id], action: referenceAction }, 'withdrawn')
  await work.writeUnchronicled((tx) =>
    tx.deleteFrom('call_references').where('id', '=', reference.id).execute(),
  )
  return true
}

/** Sends one referee the link again, at the applicant's wish or as a reminder; earlier mails' links go on working. */
async function sendLink(work: Work, reference: ReferenceRow, why: 'ask' | 'remind'): Promise<void> {
  const { token } = await createActLink(work, {
    action: referenceAction,
    objectId: reference.id,
    expiresAt: reference.results_at ?? work.now,
    maxUses: 1,
  })
  const { language } = reference
  const words = {
    applicant: displayName(reference.applicant, language),
    call: localised(reference.titles, language).text,
    organisation: localised(reference.organisation, language).text,
  }
  const until = reference.closes_at
    ? formatInstant(reference.closes_at, reference.time_zone, language, 'long')
    : ''
  const isLate = reference.closes_at !== null && reference.closes_at <= work.now
  await sendMail(work, {
    to: { address: reference.address, name: reference.name },
    language,
    subject: m(`reference.mail.${why}`, words),
    blocks: [
      { kind: 'text', message: m('reference.mail.greeting', { name: reference.name }) },
      { kind: 'text', message: m('reference.mail.why', words) },
      {
        kind: 'text',
        message: isLate ? m('reference.mail.late') : m('reference.mail.until', { until }),
      },
      { kind: 'text', message: m(secrecyOf(reference)) },
      { kind: 'acts', acts: [{ label: m('reference.act'), href: actPath(token) }] },
    ],
    secret: true,
    about: { kind: referenceOwner, id: reference.id },
  })
}

/** What a referee is told of who reads what they write. */
export function secrecyOf(reference: Pick<ReferenceRow, 'definition'>) {
  return reference.definition.references?.shown
    ? ('reference.shown' as const)
    : ('reference.confidential' as const)
}

/** Gives a reference by its link, once: who opens it again, or an earlier mail's, is told that it was given. */
export async function giveReference(
  work: Work,
  input: {
    referenceId: string
    text: string
    rating: string
    stagedIds: readonly string[]
    ownerKey: string
    node: string
  },
): Promise<true | Refusal> {
  const reference = await answerable(work, input.referenceId)
  if (isRefused(reference)) return reference
  const text = input.text.trim()
  const rating = ratings.find((each) => String(each) === input.rating)
  const faults: Record<string, Message> = {}
  const { least, most } = referenceLength
  if (text.length < least) faults['text'] = m('refusal.reference-short', { least })
  if (text.length > most) faults['text'] = m('answer.fault.long', { most, length: text.length })
  if (!rating) faults['rating'] = m('refusal.reference-rating')
  const [first] = Object.values(faults)
  if (first) return refuse(422, first, faults)
  const used = await useActLink(work)
  if (isRefused(used)) return used
  const owner = { ownerKind: referenceOwner, ownerId: reference.id, origin: input.node }
  const claimed = await claimStaged(work, input.stagedIds, input.ownerKey, owner)
  if (isRefused(claimed)) return claimed
  const entry = referenceGiven({ ...aboutReference(reference), data: {} })
  await work.write(entry, (tx) =>
    tx
      .updateTable('call_references')
      .set({ state: 'given', text, rating: rating!, answered_at: work.now })
      .where('id', '=', reference.id)
      .execute(),
  )
  await tellApplicant(work, reference, 'given')
  return true
}

/** Says that one cannot give it, so that the applicant asks somebody else in time. */
export async function declineReference(work: Work, referenceId: string): Promise<true | Refusal> {
  const reference = await answerable(work, referenceId)
  if (isRefused(reference)) return reference
  const used = await useActLink(work)
  if (isRefused(used)) return used
  const entry = referenceDeclined({ ...aboutReference(reference), data: {} })
  await work.write(entry, (tx) =>
    tx
      .updateTable('call_references')
      .set({ state: 'declined', answered_at: work.now })
      .where('id', '=', reference.id)
      .execute(),
  )
  await tellApplicant(work, reference, 'declined')
  return true
}

async function answerable(work: Work, id: string): Promise<ReferenceRow | Refusal> {
  const reference = await referenceById(work, id, 'lock')
  if (!reference || !work.may(referenceAction, reference) || !isWaiting(reference)) {
    return refuse(409, m('refusal.reference-over'))
  }
  return reference
}

/** Whether a reference may still be given: asked for, not withdrawn, and the decisions not closed. */
export function isWaiting(reference: ReferenceRow): boolean {
  const { state, application_state, call_state } = reference
  return state === 'asked' && application_state !== 'withdrawn' && call_state === 'published'
}

async function tellApplicant(
  work: Work,
  reference: ReferenceRow,
  what: 'given' | 'declined',
): Promise<void> {
  await notify(work, {
    personId: reference.person_id,
    kind: referenceNotice,
    message: m(`notice.reference-${what}`, { name: reference.name }),
    href: `/applications/${reference.application_id}`,
  })
}

/** Ends the links of an application that was withdrawn: nobody is asked any more. */
export async function releaseReferees(work: Work, applicationId: string): Promise<void> {
  const waiting = (await referencesOf(work, applicationId)).filter(({ state }) => state === 'asked')
  const objectIds = waiting.map(({ id }) => id)
  await revokeActLinks(work, { objectIds, action: referenceAction }, 'withdrawn')
}

function aboutReference(reference: { id: string; organisation_id: string; person_id: string }) {
  return {
    object: { kind: 'call-reference', id: reference.id },
    organisationIds: [reference.organisation_id],
    personId: reference.person_id,
  }
}

/** Every six hours: referees who have not answered are reminded, twice at most. */
export const remindReferees = jobType<Record<string, never>, Services>('calls.remind-referees', {
  schedule: { everyMinutes: 360 },
  timeoutSeconds: 900,
  async run(job) {
    const { runner, context } = job
    const parts = oneByOne(job)
    const open = await runner.perform(context, (work) => openReferences(work))
    for (const { id } of open) {
      await parts.attempt(id, () => runner.perform(context, (work) => remind(work, id)))
    }
    parts.end()
  },
})

async function remind(work: Work, id: string): Promise<void> {
  const reference = await referenceById(work, id, 'lock')
  if (!reference || !isWaiting(reference)) return
  const { closes_at, results_at } = reference
  if (!closes_at || !results_at) return
  if (!reminderDue(reference, { closes_at, results_at }, work.now)) return
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('call_references')
      .set({ reminders: closes_at <= work.now ? 2 : reference.reminders + 1 })
      .where('id', '=', id)
      .execute(),
  )
  await sendLink(work, reference, 'remind')
}
