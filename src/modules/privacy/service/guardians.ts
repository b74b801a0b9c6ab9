import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import { createActLink, personById, revokeActLinks, useActLink } from '#kernel/identity'
import { isMailAddress, sendMail } from '#kernel/mail'
import type { Message, Translate } from '#kernel/messages'
import { actPath, expiryOf } from '#kernel/notices'
import {
  type DateOnly,
  dateInZone,
  displayName,
  formatDate,
  isLanguage,
  type Language,
  localised,
  parseDate,
} from '#kernel/values'
import { m } from '../messages/index.ts'
import { type AskedConsent, consentRequestById } from '../queries/consents.ts'
import { guardianBelow, needsGuardian } from '../rules/age.ts'
import { keepText, noticeOf } from './consent-text.ts'
import { moveConsents } from './consent-steps.ts'

/** The act of signing beside somebody under age, by link. */
export const cosignAction = 'privacy.consent.co-sign'

/** What letters to guardians are about: the request beside which they sign. */
export const guardianLetters = 'consent-guardian'

/** Whom somebody names as their parent or guardian, as it was typed. */
export interface TypedGuardian {
  born: string
  name: string
  address: string
  language: string
}

/** A guardian who can be written to. */
interface Guardian {
  name: string
  address: string
  language: Language
}

/** What the page has to ask beside the ticks. */
export interface Care {
  /** The day of birth that is held; null where nobody knows it. */
  born: DateOnly | null
  /** The age under which the law of who asks wants a guardian. */
  below: number
  /** Null where the day of birth is not known. */
  isMinor: boolean | null
}

/** Whether a guardian has to sign beside the person of a request. */
export async function careFor(work: Work, { request }: AskedConsent): Promise<Care> {
  const { birth_date } = await work.read
    .selectFrom('persons')
    .select('birth_date')
    .where('id', '=', request.person_id)
    .executeTakeFirstOrThrow()
  const on = dateInZone(work.now, request.exporter_time_zone)
  const born = birth_date ?? request.said_born_on
  const country = request.exporter_country
  return { born, below: guardianBelow(country, on), isMinor: needsGuardian(born, country, on) }
}

/** The guardian who has to sign, null where none has to, or what is missing in the form. */
export async function guardianOf(
  work: Work,
  asked: AskedConsent,
  typed: TypedGuardian,
): Promise<{ born: DateOnly; isHeld: boolean; guardian: Guardian | null } | Refusal> {
  const { request } = asked
  const care = await careFor(work, asked)
  const born = care.born ?? parseDate(typed.born)
  const on = dateInZone(work.now, request.exporter_time_zone)
  if (born === null || born > on || born < '1900-01-01') {
    return refuse(422, m('refusal.born-missing'), { born: m('refusal.born-missing') })
  }
  if (!needsGuardian(born, request.exporter_country, on))
    return { born, isHeld: care.born !== null, guardian: null }
  const address = typed.address.toLowerCase()
  const faults: Record<string, Message> = {
    ...(typed.name === '' || typed.name.length > 200
      ? { guardianName: m('refusal.guardian-name') }
      : {}),
    ...(await addressFault(work, request.person_id, address)),
  }
  const [first] = Object.values(faults)
  if (first) return refuse(422, m('refusal.guardian-missing', { below: care.below }), faults)
  const language = isLanguage(typed.language) ? typed.language : work.language
  const guardian = { name: typed.name, address, language }
  return { born, isHeld: care.born !== null, guardian }
}

/** Nobody signs beside themselves: one's own address is not a guardian's. */
async function addressFault(
  work: Work,
  personId: string,
  address: string,
): Promise<{ guardianAddress: Message } | null> {
  if (!isMailAddress(address)) return { guardianAddress: m('refusal.guardian-address') }
  const own = await work.read
    .selectFrom('person_emails')
    .select('id')
    .where('person_id', '=', personId)
    .where('address', '=', address)
    .executeTakeFirst()
  return own ? { guardianAddress: m('refusal.guardian-own') } : null
}

/** Keeps whom the person named and sends them the link of a single act; an earlier link of the request ends. */
export async function askGuardian(
  work: Work,
  asked: AskedConsent,
  guardian: Guardian,
): Promise<void> {
  const { request } = asked
  const row = { ...guardian, asked_at: work.now, answered_at: null, agreed: null }
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('consent_guardians')
      .values({ request_id: request.id, ...row })
      .onConflict((conflict) => conflict.column('request_id').doUpdateSet(row))
      .execute(),
  )
  await revokeActLinks(work, { objectIds: [request.id], action: cosignAction }, 'replaced')
  const expiresAt = expiryOf(work.now, request.needed_by)
  const { token } = await createActLink(work, {
    action: cosignAction,
    objectId: request.id,
    expiresAt,
    maxUses: 1,
  })
  const person = await personById(work, request.person_id)
  const { language } = guardian
  const until = formatDate(dateInZone(expiresAt, 'UTC'), language)
  const names = {
    recipient: localised(request.recipient, language).text,
    exporter: localised(request.exporter, language).text,
  }
  await sendMail(work, {
    to: { address: guardian.address, name: guardian.name },
    language,
    subject: m('guardian.mail.subject', names),
    blocks: [
      { kind: 'text', message: m('guardian.mail.greeting', { name: guardian.name }) },
      {
        kind: 'text',
        message: m('guardian.mail.why', {
          ...names,
          student: person ? displayName(person.name, language) : '',
        }),
      },
      { kind: 'text', message: m('guardian.mail.how', { until }) },
      { kind: 'acts', acts: [{ label: m('guardian.act'), href: actPath(token) }] },
    ],
    secret: true,
    about: { kind: guardianLetters, id: request.id },
  })
}

/** A request as the guardian's link shows it; null where nothing waits for them any more. */
export async function waitingForGuardian(
  work: Work,
  requestId: string,
): Promise<AskedConsent | null> {
  const asked = await consentRequestById(work, requestId)
  if (!asked || asked.request.ended_at !== null) return null
  const rows = asked.rows.filter(({ state }) => state === 'awaiting-guardian')
  return rows.length === 0 ? null : { request: asked.request, rows }
}

/** What became of the guardian's signature. */
export async function guardianAnswer(work: Work, requestId: string): Promise<boolean | null> {
  const row = await work.read
    .selectFrom('consent_guardians')
    .select('agreed')
    .where('request_id', '=', requestId)
    .executeTakeFirst()
  return row?.agreed ?? null
}

/**
 * The guardian agrees, or does not, to what waits for them: only with both does a consent of somebody under age count
 * (PDPA s. 20, PIPL Art. 31, PIPA Art. 22-2, GDPR Art. 8). Refused where the words on their page have changed.
 */
export async function coSign(
  work: Work,
  input: { requestId: string; answer: string; shownSha256: string; t: Translate },
): Promise<'done' | Refusal> {
  if (!work.may(cosignAction, { id: input.requestId })) return gone()
  await consentRequestById(work, input.requestId, 'lock')
  const waiting = await waitingForGuardian(work, input.requestId)
  if (!waiting) return gone()
  const agrees = input.answer === 'agree'
  if (!agrees && input.answer !== 'refuse') return refuse(422, m('refusal.guardian-choose'))
  const notice = noticeOf(waiting, input.t, work.language)
  if (notice.sha256 !== input.shownSha256) return refuse(409, m('refusal.consent-changed'))
  const used = await useActLink(work)
  if (isRefused(used)) return used
  const { request, rows } = waiting
  if (agrees) await keepText(work, notice)
  await moveConsents(
    work,
    request,
    rows,
    agrees
      ? { state: 'given', kind: 'co-signed', by: 'guardian', sha256: notice.sha256 }
      : { state: 'declined', kind: 'refused-by-guardian', by: 'guardian', sha256: null },
  )
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('consent_guardians')
      .set({ answered_at: work.now, agreed: agrees })
      .where('request_id', '=', request.id)
      .execute(),
  )
  return 'done'
}

/** Ends the link when nothing waits for it any more. */
export async function releaseGuardian(work: Work, requestId: string): Promise<void> {
  if (await waitingForGuardian(work, requestId)) return
  await revokeActLinks(work, { objectIds: [requestId], action: cosignAction }, 'withdrawn')
}

function gone(): Refusal {
  return refuse(409, m('refusal.guardian-gone'))
}
