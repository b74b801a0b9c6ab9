import { hasText } from '#kernel/values'
import { QrCode, Local } from '#ui'
import { m } from '../messages/index.ts'
import { placementsOf } from '../rules/published.ts'
import { plainText, titleOf, type Visit } from './visit.ts'
import { Picture, Signature, VisitPage, WallText } from './visit-parts.tsx'

/** Labels for the wall of a real room: one for each piece, with a code that leads to it in the reader's language. */
export function LabelsPage({ visit, origin }: { visit: Visit; origin: string }) {
  const { scene, content, base } = visit
  return (
    <VisitPage
      visit={visit}
      title={content.title}
      trail={[{ href: scene.href(base), label: plainText(scene, content.title) }]}
    >
      <h1>{scene.t(m('labels.title'))}</h1>
      <p class="lead no-print">{scene.t(m('labels.lead'))}</p>
      <ul class="label-sheet">
        {placementsOf(content).map((placement) => {
          const object = visit.objects.get(placement.objectId)
          const address = origin + scene.href(`${base}/pieces/${placement.id}`)
          const text = hasText(placement.text) ? placement.text : (object?.descriptions ?? {})
          return (
            <li key={placement.id} class="wall-label">
              <div>
                <h2>
                  <Local language={scene.language} text={titleOf(visit, placement)} />
                </h2>
                {object && (
                  <p class="wall-label-holder">
                    <Local language={scene.language} text={object.organisation} />
                    {object.inventory_number && <span lang=""> · {object.inventory_number}</span>}
                  </p>
                )}
                <WallText visit={visit} text={text} />
              </div>
              <QrCode address={address} label={address} />
            </li>
          )
        })}
      </ul>
    </VisitPage>
  )
}

/** A poster: the cover, the title, who shows it, and the code that leads there. */
export function PosterPage({ visit, origin }: { visit: Visit; origin: string }) {
  const { scene, content, base } = visit
  const address = origin + scene.href(base)
  return (
    <VisitPage
      visit={visit}
      title={content.title}
      trail={[{ href: scene.href(base), label: plainText(scene, content.title) }]}
    >
      <p class="no-print lead">{scene.t(m('poster.lead'))}</p>
      <article class="poster">
        {content.coverObjectId && (
          <div class="poster-cloth">
            <Picture visit={visit} objectId={content.coverObjectId} box={1600} eager />
          </div>
        )}
        <div class="poster-words">
          <div>
            <h1>
              <Local language={scene.language} text={content.title} />
            </h1>
            {hasText(content.subtitle) && (
              <p class="poster-subtitle">
                <Local language={scene.language} text={content.subtitle} />
              </p>
            )}
            <Signature visit={visit} />
          </div>
          <div class="poster-code">
            <QrCode address={address} label={address} />
            <p lang="">
              {address
                .replace(/^https?:\/\//, '')
                .split(/(?<=\/)/)
                .map((part, at) => [at > 0 && <wbr key={part} />, part])}
            </p>
          </div>
        </div>
      </article>
    </VisitPage>
  )
}
