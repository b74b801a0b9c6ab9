import { Button, ButtonGroup, ButtonLink, Form, Heading } from '#ui'
import { m } from '../messages/index.ts'
import type { unitsOf } from '../queries/organisations.ts'
import { unitKinds } from '../schema.ts'
import type { Office } from './office.tsx'
import {
  asker,
  type FormState,
  Framed,
  LocalAsk,
  namedOptions,
  nameText,
  type Scene,
} from './scene.tsx'

type Unit = Awaited<ReturnType<typeof unitsOf>>[number]

interface UnitProps {
  scene: Scene
  office: Office
  unit: Unit
  units: readonly Unit[]
  form: FormState
}

/** One unit is changed: what it is called in each language, its code, its kind, and what it is a part of. */
export function UnitPage({ scene, office, unit, units, form }: UnitProps) {
  const { t, href } = scene
  const ask = asker(scene, form)
  const base = `/organisations/${office.id}`
  const title = nameText(scene, unit.names)
  // What it is a part of can be kept, also when that has been closed since.
  const others = units.filter(
    (each) => each.id !== unit.id && (each.closed_on === null || each.id === unit.parent_id),
  )
  return (
    <Framed
      scene={scene}
      title={title}
      form={form}
      trail={[
        { href: href(base), label: nameText(scene, office.names) },
        { href: href(`${base}/units`), label: t(m('office.units')) },
      ]}
    >
      <Heading level={1} kicker={t(m('action.change'))}>
        {title}
      </Heading>
      <Form action={href(`${base}/units/${unit.id}`)} csrf={scene.frame.csrf}>
        <LocalAsk scene={scene} form={form} name="names" legend={m('field.names')} />
        {ask('text', 'code', m('field.code'), { width: 'medium', required: false })}
        {ask('select', 'kind', m('field.kind'), {
          noEmpty: true,
          options: unitKinds.map((kind) => ({ value: kind, label: t(m(`unit.${kind}`)) })),
        })}
        {ask('select', 'parentId', m('unit.part-of'), {
          required: false,
          options: namedOptions(scene, others),
        })}
        <p>
          <a href={href(`${base}/mailboxes`)}>{t(m('unit.mailboxes'))}</a>
        </p>
        <ButtonGroup>
          <Button>{t(m('action.save'))}</Button>
          <ButtonLink look="quiet" href={href(`${base}/units`)}>
            {t(m('action.back'))}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Framed>
  )
}
