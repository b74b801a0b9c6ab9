import type { Translate } from '#kernel/messages'
import { m } from '../messages/index.ts'
import type { CommunityLabel } from '../rules/community.ts'

/** Labels as their communities worded them, each in its own language; whoever shows the object shows them with it. */
export function CommunityLabels({
  t,
  labels,
}: {
  t: Translate
  labels: readonly CommunityLabel[]
}) {
  if (labels.length === 0) return null
  return (
    <section class="community-labels">
      <h2>{t(m('labels-community.shown'))}</h2>
      {labels.map(({ name, text, language, community, uri }, place) => (
        <div key={place} lang={language ?? ''}>
          <h3>{uri ? <a href={uri}>{name}</a> : name}</h3>
          {text
            .split(/\n+/)
            .filter((line) => line.trim() !== '')
            .map((line, at) => (
              <p key={at}>{line}</p>
            ))}
          <p class="quiet">{community}</p>
        </div>
      ))}
    </section>
  )
}
