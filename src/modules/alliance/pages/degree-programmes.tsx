import { formatNumber, Fraction } from '#kernel/values'
import { Button, ButtonGroup, type Column, EmptyState, Form, Section, Table } from '#ui'
import { m } from '../messages/index.ts'
import type { degreeProgrammesOf, unitsOf } from '../queries/organisations.ts'
import { degreeLevels } from '../schema.ts'
import { type Office, OfficeFrame } from './office.tsx'
import { asker, type FormState, LocalAsk, Named, namedOptions, type Scene } from './scene.tsx'

type Unit = Awaited<ReturnType<typeof unitsOf>>[number]
type DegreeProgramme = Awaited<ReturnType<typeof degreeProgrammesOf>>[number]

interface DegreeProgrammesProps {
  scene: Scene
  office: Office
  programmes: readonly DegreeProgramme[]
  units: readonly Unit[]
  form: FormState
}

/** The degree programmes of a school, with the credit that each asks for. */
export function DegreeProgrammesPage({
  scene,
  office,
  programmes,
  units,
  form,
}: DegreeProgrammesProps) {
  const ask = asker(scene, form)
  const { t, href, language } = scene
  const open = units.filter((unit) => unit.closed_on === null)
  return (
    <OfficeFrame
      scene={scene}
      office={office}
      tab="degree-programmes"
      title={t(m('office.degree-programmes'))}
      form={form}
    >
      <Table
        language={language}
        caption={t(m('office.degree-programmes'))}
        captionHidden
        columns={degreeProgrammeColumns(scene)}
        rows={programmes}
        rowKey={(row) => row.id}
        empty={
          <EmptyState
            title={t(m('degree-programme.none'))}
            why={t(m('degree-programme.none-why'))}
          />
        }
      />
      {office.may.programmes && (
        <Section title={t(m('degree-programme.add'))} id="add-degree-programme">
          <Form
            action={href(`/organisations/${office.id}/degree-programmes`)}
            csrf={scene.frame.csrf}
          >
            <LocalAsk scene={scene} form={form} name="names" legend={m('field.names')} />
            {ask('text', 'code', m('field.code'), { width: 'medium' })}
            {ask('select', 'level', m('field.level'), {
              options: degreeLevels.map((level) => ({
                value: level,
                label: t(m(`level.${level}`)),
              })),
            })}
            {ask('select', 'unitId', m('field.unit'), {
              required: false,
              options: namedOptions(scene, open),
            })}
            {ask('text', 'totalCredit', m('field.total-credit'), { width: 'short' })}
            {ask('text', 'creditScheme', m('field.credit-scheme'), {
              hint: m('hint.credit-scheme'),
              width: 'medium',
            })}
            {ask('text', 'iscedF', m('field.isced-f'), {
              hint: m('hint.isced-f'),
              required: false,
              width: 'short',
            })}
            <ButtonGroup>
              <Button>{t(m('degree-programme.add'))}</Button>
            </ButtonGroup>
          </Form>
        </Section>
      )}
    </OfficeFrame>
  )
}

function degreeProgrammeColumns(scene: Scene): Column<DegreeProgramme>[] {
  const { t, language } = scene
  return [
    {
      key: 'name',
      label: t(m('field.name')),
      primary: true,
      cell: (row) => <Named scene={scene} names={row.names} />,
    },
    { key: 'code', label: t(m('field.code')), cell: (row) => row.code, nowrap: true },
    { key: 'level', label: t(m('field.level')), cell: (row) => t(m(`level.${row.level}`)) },
    {
      key: 'unit',
      label: t(m('field.unit')),
      cell: (row) => (row.unit_names ? <Named scene={scene} names={row.unit_names} /> : '–'),
    },
    {
      key: 'credit',
      label: t(m('field.total-credit')),
      kind: 'number',
      cell: (row) => formatNumber(Fraction.parse(row.total_credit) ?? Fraction.zero, language),
    },
    { key: 'scheme', label: t(m('field.credit-scheme')), cell: (row) => row.credit_scheme },
  ]
}
