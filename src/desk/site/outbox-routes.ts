import { type Answer, type Call, page, pageNumber, type Route } from '#kernel/http'
import { type MailAct, type MailBlock, outbox, outboxCount, renderMail } from '#kernel/mail'
import { relativeTime } from '#kernel/values'
import { renderPage } from '#ui'
import { m } from '../messages/index.ts'
import { OutboxPage } from '../pages/outbox.tsx'

const mailsPerPage = 30

/** In the demonstration no letter leaves; this page shows those that would have. Elsewhere it does not exist. */
export const outboxRoutes: Route[] = [
  page('GET', '/outbox', { action: 'site.open', handle: showOutbox }),
]

async function showOutbox(call: Call): Promise<Answer> {
  const { services } = call
  if (!services.demonstration) return { kind: 'absent' }
  const total = await outboxCount(call.work)
  const shownPage = Math.min(pageNumber(call), Math.max(1, Math.ceil(total / mailsPerPage)))
  const mails = await outbox(call.work, {
    limit: mailsPerPage,
    offset: (shownPage - 1) * mailsPerPage,
  })
  const html = renderPage(
    OutboxPage({
      frame: call.frame,
      t: call.t,
      page: shownPage,
      pageSize: mailsPerPage,
      total,
      hrefOf: (to) => call.href('/outbox', { page: to === 1 ? null : String(to) }),
      mails: mails.flatMap((mail) => {
        if (mail.content === null) return []
        const { language, settingsPath } = mail
        const t = services.translator.for(language)
        const { subject, text } = renderMail(mail.content, {
          language,
          t,
          origin: services.origin,
          settingsPath,
        })
        return [
          {
            id: mail.id,
            to: mail.to.name ? `${mail.to.name} <${mail.to.address}>` : mail.to.address,
            language,
            subject,
            text,
            when: relativeTime(mail.createdAt, call.now, call.language),
            links: [...mail.content.blocks.flatMap(linksIn), ...stopLink(mail.oneClickPath)].map(
              ({ href, label }) => ({ href: `/${language}${href}`, label: t(label) }),
            ),
          },
        ]
      }),
    }),
  )
  return { kind: 'html', html }
}

/** What of a letter leads to a page here: its link, and what it lets its reader do at once. */
function linksIn(block: MailBlock): readonly MailAct[] {
  const own = ({ href }: MailAct) => href.startsWith('/')
  switch (block.kind) {
    case 'link':
      return [block].filter(own)
    case 'acts':
      return block.acts.filter(own)
    case 'list':
      return block.items.flatMap(({ acts = [] }) => acts).filter(own)
    default:
      return []
  }
}

/** What a mail program shows beside the sender: in the demonstration nobody has one. */
function stopLink(path: string | null): MailAct[] {
  return path === null ? [] : [{ href: path, label: m('stop.button') }]
}
