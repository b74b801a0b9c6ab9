import type { Call } from '#kernel/http'
import { formatNumber, type Fraction } from '#kernel/values'
import {
  ButtonLink,
  type Column,
  DescriptionList,
  Notice,
  ObjectStrip,
  Page,
  Section,
  StateTag,
  Table,
} from '#ui'
import { m } from '../messages/index.ts'
import type { ScaleRow, SchemeUse } from '../queries/scales.ts'
import type { GradeScale, GradeStep } from '../rules/types.ts'
import { intakeText } from './rule-set-words.ts'
import { Sources } from './rule-set.tsx'
import { aboutScale, definitionName, ownerText } from './scale-words.ts'
import { scalesPath, schemesPath } from './schemes.tsx'
import { stateOf, UsedBy } from './scheme.tsx'

/** What the page of one grade scale shows. */
export interface ScalePageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  scale: ScaleRow
  uses: readonly SchemeUse[]
  mayEdit: boolean
}

/** A grade scale as a table, best first, with what stands outside its order. */
export function ScalePage({ call, scale, uses, mayEdit }: ScalePageProps) {
  const { t, language, href } = call
  const { definition } = scale
  const name = definitionName(scale, language)
  const rows = definition.kind === 'steps' ? definition.grades : definition.bands
  return (
    <Page
      frame={call.frame}
      title={name}
      trail={[{ href: href(schemesPath), label: t(m('scheme.title')) }]}
    >
      <ObjectStrip
        language={language}
        kind={
          scale.ownerNames
            ? t(m('scale.kind-of', { institution: ownerText(call, scale) }))
            : t(m('scale.kind'))
        }
        title={name}
        state={stateOf(call, uses)}
        detail={aboutScale(call, definition)}
        actions={
          mayEdit && (
            <ButtonLink href={href(`${scalesPath}/new`, { from: scale.id })}>
              {t(m('scale.copy'))}
            </ButtonLink>
          )
        }
      />
      {rows.some((row) => row.inferred) && (
        <Notice tone="attention">{t(m('scale.inferred-why'))}</Notice>
      )}
      <Section title={t(m('scale.grades'))} id="grades">
        <GradeTable call={call} scale={definition} />
      </Section>
      <Section title={t(m('scale.facts'))} id="facts">
        <DescriptionList items={scaleFacts(call, definition)} />
      </Section>
      <UsedBy call={call} uses={uses} />
      <Sources call={call} sources={definition.sources} />
    </Page>
  )
}

/** The rows of a scale. */
export function GradeTable({
  call,
  scale,
}: {
  call: Pick<Call, 't' | 'language'>
  scale: GradeScale
}) {
  const { t, language } = call
  const rows = scale.kind === 'steps' ? scale.grades : scale.bands
  if (rows.length === 0) return <p class="quiet">{t(m('scale.no-bands'))}</p>
  const number = (value: Fraction | null | undefined) =>
    value ? formatNumber(value, language, 4) : '–'
  const marks: Column<GradeStep> = {
    key: 'marks',
    label: t(m('scale.marks')),
    kind: 'number',
    cell: (row) => `${number(row.from)}–${number(row.to)}`,
  }
  const columns: Column<GradeStep>[] = [
    {
      key: 'label',
      label: t(m('scale.label')),
      primary: true,
      cell: (row) => (
        <>
          <span lang="">{row.label}</span>{' '}
          {row.inferred && <StateTag tone="attention">{t(m('scale.inferred'))}</StateTag>}
        </>
      ),
    },
    ...(scale.kind === 'range' ? [marks] : []),
    {
      key: 'points',
      label: t(m('scale.points')),
      kind: 'number',
      cell: (row) => number(row.points),
    },
    {
      key: 'pass',
      label: t(m('scale.result')),
      kind: 'state',
      cell: (row) => (
        <StateTag tone={row.pass ? 'done' : 'neutral'}>
          {t(m(row.pass ? 'scale.pass' : 'scale.fail'))}
        </StateTag>
      ),
    },
  ]
  return (
    <Table
      language={language}
      caption={t(m('scale.grades'))}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.label}
    />
  )
}

/** What a scale says beside its rows. */
export function scaleFacts(call: Pick<Call, 't' | 'language'>, scale: GradeScale) {
  const { t, language } = call
  const number = (value: Fraction) => formatNumber(value, language, 4)
  const words = scale.words.map(
    ({ label, pass }) => `${label} (${t(m(pass ? 'scale.pass' : 'scale.fail'))})`,
  )
  const range =
    scale.kind === 'range'
      ? [
          {
            term: t(m('scale.marks')),
            value: `${number(scale.lowest)}–${number(scale.highest)}`,
          },
          { term: t(m('scale.pass-mark')), value: number(scale.passMark) },
          { term: t(m('scale.order')), value: t(m(`scale.${scale.better}`)) },
        ]
      : []
  return [
    ...range,
    { term: t(m('scheme.intakes')), value: intakeText(call, scale) },
    {
      term: t(m('scale.words')),
      value:
        words.length === 0 ? (
          '–'
        ) : (
          <>
            {words.join(' · ')}
            <br />
            <span class="quiet">{t(m('scale.words-why'))}</span>
          </>
        ),
    },
    {
      term: t(m('scale.remarks')),
      value: scale.remarks.length === 0 ? '–' : scale.remarks.join(' · '),
    },
  ]
}
