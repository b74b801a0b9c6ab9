import type { Scene } from '#kernel/http'
import { Icon } from '#ui'
import { m } from '../messages/index.ts'
import type { MediaRow } from '../queries/media.ts'
import type { StepTarget } from '../rules/parts.ts'
import { plainText } from './visit.ts'

type View = Extract<StepTarget, { kind: 'view' }>

/** A model that one may turn around, from where a stop looks at it; without scripts its file can be taken. */
export function Model({
  scene,
  model,
  view,
  tells,
}: {
  scene: Scene
  model: MediaRow
  view?: View
  /** Whether the form around it is told how it is turned. */
  tells?: boolean
}) {
  const { t } = scene
  return (
    <weft-model
      class="near-model"
      data-src={`/objects/media/${model.id}`}
      data-label={plainText(scene, model.alts)}
      data-failed={t(m('model.failed'))}
      data-theta={view?.theta}
      data-phi={view?.phi}
      data-distance={view?.distance}
      data-tells={tells ? 'yes' : undefined}
    >
      <p class="near-model-offer">
        <button type="button" class="button button-primary" hidden>
          <span>{t(m('model.open'))}</span>
        </button>
        <a class="button button-secondary" href={`/objects/media/${model.id}`} download>
          <Icon name="download" />
          <span>{t(m('model.download'))}</span>
        </a>
      </p>
      <p class="hint" hidden>
        {t(m('model.help'))}
      </p>
    </weft-model>
  )
}
