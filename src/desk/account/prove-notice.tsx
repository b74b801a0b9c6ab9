import type { Frame } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import { address, ButtonLink, Notice } from '#ui'
import { m } from '../messages/index.ts'

/** Says that the reader has to prove anew who they are before they change this page, and leads there and back. */
export function ProveNotice({ frame, t, next }: { frame: Frame; t: Translate; next: string }) {
  const { language } = frame
  const back = new URLSearchParams({ next: address(language, next) })
  return (
    <Notice
      tone="info"
      title={t(m('prove.needed'))}
      action={
        <ButtonLink
          look="secondary"
          small
          href={`${address(language, '/account/prove')}?${back.toString()}`}
        >
          {t(m('prove.title'))}
        </ButtonLink>
      }
    />
  )
}
