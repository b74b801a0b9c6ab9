import { type Answer, type Call, page, type Route } from '#kernel/http'
import { outbox, renderMail } from '#kernel/mail'
import { relativeTime } from '#kernel/values'
import { renderPage } from '#ui'
import { OutboxPage } from '../pages/outbox.tsx'

const mailsPerPage = 30

/** In the demonstration no letter leaves; this page shows those that would have. Elsewhere it does not exist. */
export const outboxRoutes: Route[] = [
  page('GET', '/outbox', { action: 'site.open', handle: showOutbox }),
]

async function showOutbox(call: Call): Promise<Answer> {
  const { services } = call
  if (!services.demonstration) return { kind: 'absent' }
  const mails = await outbox(call.work, { limit: mailsPerPage })
  const html = renderPage(
    OutboxPage({
      frame: call.frame,
      t: call.t,
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
            links: mail.content.blocks.flatMap((block) =>
              block.kind === 'link' && block.href.startsWith('/')
                ? [{ href: `/${language}${block.href}`, label: t(block.label) }]
                : [],
            ),
          },
        ]
      }),
    }),
  )
  return { kind: 'html', html }
}
