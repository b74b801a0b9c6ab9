import { Button, ButtonGroup, Field, Form, Stack } from '#ui'
import { m } from '../messages/index.ts'
import type { MediaRow } from '../queries/media.ts'
import { clockText, type StepTarget } from '../rules/parts.ts'
import type { WorkProps } from './author-exhibition.tsx'
import { Model } from './model.tsx'

interface TargetProps {
  scene: WorkProps['scene']
  action: string
  version: number
  target: StepTarget
  stepId: string
}

/** A time of the film or the recording: typed as a clock shows it, and tried in the player. */
export function TimeTarget({ recording, ...props }: TargetProps & { recording: MediaRow }) {
  const { scene, action, version, target, stepId } = props
  const { t, href, language, frame } = scene
  const time = target.kind === 'time' ? target : null
  return (
    <Form
      action={href(action)}
      csrf={frame.csrf}
      hidden={{ version: String(version), target: 'time' }}
    >
      <Stack>
        <p class="hint">{t(m('steps.time-hint', { name: recording.file_name }))}</p>
        <div class="field-columns">
          <Field
            kind="text"
            language={language}
            name="from"
            id={`from-${stepId}`}
            label={t(m('steps.from'))}
            value={time ? clockText(time.from) : ''}
            maxlength={12}
          />
          <Field
            kind="text"
            language={language}
            name="until"
            id={`until-${stepId}`}
            label={t(m('steps.until'))}
            value={time && time.until !== null ? clockText(time.until) : ''}
            maxlength={12}
            required={false}
          />
        </div>
        <ButtonGroup>
          <Button look="secondary">{t(m('steps.keep-time'))}</Button>
        </ButtonGroup>
      </Stack>
    </Form>
  )
}

/** A view of the model: turned until it is right, or typed in degrees and in parts of its size. */
export function ViewTarget({ model, ...props }: TargetProps & { model: MediaRow }) {
  const { scene, action, version, target, stepId } = props
  const { t, href, language, frame } = scene
  const view = target.kind === 'view' ? target : { theta: 40, phi: 69, distance: 150 }
  const field = (name: 'theta' | 'phi' | 'distance') => (
    <Field
      kind="text"
      inputmode="numeric"
      language={language}
      name={name}
      id={`${name}-${stepId}`}
      label={t(m(`steps.${name}`))}
      value={String(view[name])}
      maxlength={4}
    />
  )
  return (
    <Form
      action={href(action)}
      csrf={frame.csrf}
      hidden={{ version: String(version), target: 'view' }}
    >
      <Stack>
        <Model
          scene={scene}
          model={model}
          view={target.kind === 'view' ? target : undefined}
          tells
        />
        <p class="hint">{t(m('steps.view-hint'))}</p>
        <div class="field-columns">
          {field('theta')}
          {field('phi')}
          {field('distance')}
        </div>
        <ButtonGroup>
          <Button look="secondary">{t(m('steps.keep-view'))}</Button>
        </ButtonGroup>
      </Stack>
    </Form>
  )
}
