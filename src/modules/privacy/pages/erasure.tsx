import type { FormState, Scene } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { Button, ButtonLink, Field, Form, Notice } from '#ui'
import { m } from '../messages/index.ts'
import type { ErasureRow } from '../queries/erasures.ts'
import { graceDays } from '../rules/deadlines.ts'
import { GoesAndStays, type HeldPart } from './held.tsx'
import { ErasureNotice } from './my-data.tsx'
import { AccountPage } from './scene.tsx'
import { instantDay } from './words.ts'

interface ErasureProps {
  scene: Scene
  parts: readonly HeldPart[]
  hindered: readonly Message[]
  erasure: ErasureRow | null
  /** When it would be done. */
  runsAt: Date
  form: FormState
}

/** What an erasure of the reader removes and leaves, and the form that asks for it. */
export function ErasurePage(props: ErasureProps) {
  const { scene, parts, hindered, erasure, form } = props
  const { t, href } = scene
  return (
    <AccountPage
      scene={scene}
      title={t(m('erase.title'))}
      lead={t(m('erase.lead', { days: graceDays }))}
      form={form}
      within={{ href: href('/account/data'), label: t(m('data.title')) }}
    >
      {erasure && <ErasureNotice scene={scene} erasure={erasure} />}
      <GoesAndStays scene={scene} parts={parts} />
      <Notice tone="info">{t(m('erase.after'))}</Notice>
      {!erasure && hindered.length > 0 && <Hindered scene={scene} hindered={hindered} />}
      {!erasure && hindered.length === 0 && <AskForm {...props} />}
    </AccountPage>
  )
}

/** What stands against it, and the way to have it decided. */
function Hindered({ scene, hindered }: { scene: Scene; hindered: readonly Message[] }) {
  const { t, href } = scene
  return (
    <Notice
      tone="attention"
      title={t(m('erase.hindered'))}
      action={
        <ButtonLink look="secondary" href={href('/account/data/requests/new', { kind: 'erasure' })}>
          {t(m('erase.ask'))}
        </ButtonLink>
      }
    >
      <ul>
        {hindered.map((message, index) => (
          <li key={index}>{t(message)}</li>
        ))}
      </ul>
      <p>{t(m('erase.hindered-text'))}</p>
    </Notice>
  )
}

function AskForm({ scene, runsAt, form }: ErasureProps) {
  const { t, href, frame, language } = scene
  return (
    <Form action={href('/account/data/erasure')} csrf={frame.csrf}>
      <Field
        language={language}
        kind="checkbox"
        name="confirm"
        value="yes"
        checked={form.values['confirm'] === 'yes'}
        label={t(m('erase.confirm', { date: instantDay(scene, runsAt) }))}
        error={form.errors['confirm']}
      />
      <Button look="harm">{t(m('erase.do'))}</Button>
    </Form>
  )
}
