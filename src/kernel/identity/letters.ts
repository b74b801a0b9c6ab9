import type { Work } from '#kernel/database'
import { type MailBlock, sendMail } from '#kernel/mail'
import type { Language } from '#kernel/values'
import { m } from './messages/index.ts'
import type { IdentitySettings, Letter } from './settings.ts'

type Site = Pick<IdentitySettings, 'siteName'>

/** The pages to which letters lead; `desk` serves them. A GET shows a button, and only its POST acts. */
export const letterPaths = {
  'sign-in': '/sign-in/link/',
  'reset-password': '/sign-in/reset/',
  'confirm-email': '/account/email/confirm/',
  invitation: '/invitations/',
} as const

/**
 * Puts a letter into the mail queue: the `deliver` of every node that can send mail. What signs somebody in is
 * forgotten as soon as the mail has gone.
 */
export async function deliverByMail(work: Work, letter: Letter): Promise<void> {
  const [first, ...rest] = letter.paragraphs.map((message): MailBlock => ({
    kind: 'text',
    message,
  }))
  await sendMail(work, {
    to: { address: letter.to, personId: letter.personId },
    language: letter.language,
    subject: letter.subject,
    blocks: [
      ...(first ? [first] : []),
      ...(letter.action
        ? [{ kind: 'link' as const, label: letter.action.label, href: letter.action.path }]
        : []),
      ...(letter.code === null ? [] : [{ kind: 'code' as const, code: letter.code }]),
      ...rest,
    ],
    secret: letter.action !== null,
    ...(letter.organisationId ? { organisationId: letter.organisationId } : {}),
  })
}

/** The letter with a link; a sign-in letter also carries the digits for the device that asked. */
export function codeLetter(
  purpose: 'sign-in' | 'reset-password' | 'confirm-email',
  { siteName }: Site,
  input: {
    address: string
    personId: string | null
    language: Language
    token: string
    code: string
  },
): Letter {
  const words = {
    'sign-in': ['letter.sign-in.subject', 'letter.sign-in.text', 'letter.sign-in.action'],
    'reset-password': ['letter.reset.subject', 'letter.reset.text', 'letter.reset.action'],
    'confirm-email': ['letter.confirm.subject', 'letter.confirm.text', 'letter.confirm.action'],
  } as const
  const [subject, text, action] = words[purpose]
  return {
    kind: purpose,
    to: input.address,
    personId: input.personId,
    language: input.language,
    subject: m(subject, { siteName }),
    paragraphs: [m(text, { siteName, minutes: 15 }), m('letter.not-you')],
    action: { label: m(action), path: letterPaths[purpose] + input.token },
    code: purpose === 'sign-in' ? `${input.code.slice(0, 4)} ${input.code.slice(4)}` : null,
  }
}

/** A change of how somebody signs in, of which its owner is told. */
export type ChangeTold =
  | 'email-changed'
  | 'password-set'
  | 'second-factor-changed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'identity-linked'
  | 'access-token-made'
  | 'identity-unlinked'
  | 'sign-ins-ended'

/** A letter that only tells the owner of a change of security, to every address where it may be news. */
export function noticeLetter(
  kind: ChangeTold,
  { siteName }: Site,
  input: { address: string; personId: string; language: Language; provider?: string },
): Letter {
  const words = {
    'email-changed': ['letter.email-changed.subject', 'letter.email-changed.text'],
    'password-set': ['letter.password-set.subject', 'letter.password-set.text'],
    'second-factor-changed': ['letter.second-factor.subject', 'letter.second-factor.text'],
    'passkey-added': ['letter.passkey-added.subject', 'letter.passkey-added.text'],
    'passkey-removed': ['letter.passkey-removed.subject', 'letter.passkey-removed.text'],
    'identity-linked': ['letter.identity-linked.subject', 'letter.identity-linked.text'],
    'identity-unlinked': ['letter.identity-unlinked.subject', 'letter.identity-unlinked.text'],
    'access-token-made': ['letter.access-token-made.subject', 'letter.access-token-made.text'],
    'sign-ins-ended': ['letter.sign-ins-ended.subject', 'letter.sign-ins-ended.text'],
  } as const
  const [subject, text] = words[kind]
  const args = { siteName, provider: input.provider ?? '' }
  return {
    kind,
    to: input.address,
    personId: input.personId,
    language: input.language,
    subject: m(subject, args),
    paragraphs: [
      m(text, args),
      // Its owner did not do it, and it is no reason for a new password by itself.
      kind === 'sign-ins-ended' ? m('letter.sign-ins-ended.next') : m('letter.tell-us'),
    ],
    action: null,
    code: null,
  }
}

/** Tells the owner of an account, at their main address, that a way of signing in was added or taken away. */
export async function tellOwner(
  work: Work,
  settings: Pick<IdentitySettings, 'siteName' | 'deliver'>,
  kind: ChangeTold,
  personId: string,
  more: { provider?: string } = {},
): Promise<void> {
  const email = await work.read
    .selectFrom('person_emails')
    .select('address')
    .where('person_id', '=', personId)
    .where('is_primary', '=', true)
    .executeTakeFirst()
  if (!email) return
  const owner = { address: email.address, personId, language: work.language, ...more }
  await settings.deliver(work, noticeLetter(kind, settings, owner))
}
