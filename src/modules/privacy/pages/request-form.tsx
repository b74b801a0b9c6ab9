import type { FormState, Scene } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { Button, Field, Form, type Option } from '#ui'
import { m } from '../messages/index.ts'
import type { RequestKind } from '../schema.ts'
import { AccountPage } from './scene.tsx'

interface RequestFormProps {
  scene: Scene
  kind: RequestKind
  places: readonly Option[]
  form: FormState
}

/** One request to the house, of one kind. */
export function RequestFormPage({ scene, kind, places, form }: RequestFormProps) {
  const { t, href, frame } = scene
  return (
    <AccountPage
      scene={scene}
      title={t(m(`request.kind.${kind}`))}
      lead={t(m(`request.text.${kind}`))}
      form={form}
      within={{ href: href('/account/data'), label: t(m('data.title')) }}
    >
      <Form action={href('/account/data/requests')} csrf={frame.csrf} hidden={{ kind }}>
        <RequestFields scene={scene} places={places} form={form} />
        <Button>{t(m('request.send'))}</Button>
      </Form>
    </AccountPage>
  )
}

/** To whom a request goes, where there is a choice, and what it says. */
export function RequestFields({
  scene,
  places,
  form,
  words = m('request.words'),
}: Omit<RequestFormProps, 'kind'> & { words?: Message }) {
  const { t, language } = scene
  const shared = (name: string) => ({
    language,
    name,
    value: form.values[name] ?? '',
    error: form.errors[name],
  })
  return (
    <>
      <Field
        {...shared('organisation')}
        kind="select"
        label={t(m('request.to'))}
        value={form.values['organisation'] ?? places[0]?.value ?? ''}
        options={places}
        width="medium"
        noEmpty
        required
      />
      <Field
        {...shared('words')}
        kind="textarea"
        label={t(words)}
        hint={t(m('request.words.hint'))}
        rows={6}
        required
      />
    </>
  )
}
