import type { Frame } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import { Heading, Prose, PublicShell } from '#ui'
import { m } from '../messages/index.ts'

/** The alliance's front door. */
export function HomePage({ frame, t }: { frame: Frame; t: Translate }) {
  return (
    <PublicShell frame={frame} title={t(m('site.name'))}>
      <Heading level={1}>{t(m('home.title'))}</Heading>
      <Prose>
        <p>{t(m('home.lead'))}</p>
      </Prose>
    </PublicShell>
  )
}
