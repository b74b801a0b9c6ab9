import type { sentAbout } from '#kernel/mail'

type Sent = Awaited<ReturnType<typeof sentAbout>>[number]

/** Of the mails about a thing those to one address: what went to whoever was asked before is not theirs. */
export function mailsTo(mails: readonly Sent[], aboutId: string, address: string | null) {
  const own = (address ?? '').toLowerCase()
  return mails.flatMap(({ about_id: of, ...mail }) =>
    of === aboutId && mail.to_address.toLowerCase() === own ? [mail] : [],
  )
}
