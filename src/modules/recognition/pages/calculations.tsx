import type { Call } from '#kernel/http'
import { displayName, Fraction, localised } from '#kernel/values'
import { EmptyState, Heading, Page, Prose, Section, SpanBands, Split } from '#ui'
import { m } from '../messages/index.ts'
import type { CaseLine, CasePageRow } from '../queries/cases.ts'
import type { GradingTableRecord } from '../queries/grading-tables.ts'
import { creditSteps } from '../rules/credit-steps.ts'
import type { Reason } from '../rules/reasons.ts'
import type { CreditConversion, Finding, GradeConversion } from '../rules/types.ts'
import { bandOf, pixelShare } from './grading-words.ts'
import { titleOf } from './words.ts'

/** What the page of a case's calculations shows. */
export interface CalculationsPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  found: CasePageRow
  lines: readonly CaseLine[]
  /** The versions of grading tables that the grades were converted with, by id and version. */
  tables: ReadonlyMap<string, GradingTableRecord>
}

/** How credit and grades of a case came about, step by step, so that anybody can repeat it by hand. */
export function CalculationsPage(props: CalculationsPageProps) {
  const { call, found, lines } = props
  const { t, language, href } = call
  const calculated = lines.filter(
    ({ engine, set }) => set || engine.creditConversion || engine.gradeConversion,
  )
  return (
    <Page
      frame={call.frame}
      title={t(m('calculation.title'))}
      trail={[
        {
          href: href(`/recognition/cases/${found.id}`),
          label: `${found.number} ${displayName(found.student, language)}`,
        },
      ]}
    >
      <Heading level={1} lead={t(m('calculation.lead'))}>
        {t(m('calculation.title'))}
      </Heading>
      {calculated.length === 0 && (
        <EmptyState title={t(m('calculation.none'))} why={t(m('calculation.none-why'))} />
      )}
      {calculated.map((line) => (
        <LineCalculation key={line.id} {...props} line={line} />
      ))}
    </Page>
  )
}

function LineCalculation(props: CalculationsPageProps & { line: CaseLine }) {
  const { call, line, lines } = props
  const { t, language } = call
  const title = titleOf(line.titles, language)
  const others = lines.filter(({ setPosition }) => line.set && setPosition === line.position)
  return (
    <>
      <Section title={`${line.code} ${title.text}`} id={`line-${line.position + 1}`}>
        <Steps {...props} of={line.engine} />
      </Section>
      {line.set && others.length > 1 && (
        <Section
          title={t(
            m('calculation.together', { codes: others.map(({ code }) => code).join(' + ') }),
          )}
          id={`set-${line.position + 1}`}
        >
          <Steps {...props} of={line.set} />
        </Section>
      )}
    </>
  )
}

function Steps({ of, ...props }: CalculationsPageProps & { of: Finding }) {
  const { t } = props.call
  const { creditConversion, gradeConversion } = of
  return (
    <>
      {creditConversion && (
        <>
          <h3>{t(m('calculation.credit'))}</h3>
          <StepList call={props.call} steps={creditSteps(creditConversion)} />
          <Warnings call={props.call} conversion={creditConversion} />
        </>
      )}
      {gradeConversion && (
        <>
          <h3>{t(m('calculation.grade'))}</h3>
          <GradeSteps {...props} conversion={gradeConversion} />
        </>
      )}
    </>
  )
}

function StepList({
  call: { t },
  steps,
}: {
  call: CalculationsPageProps['call']
  steps: readonly Reason[]
}) {
  return (
    <Prose>
      <ol>
        {steps.map((step, index) => (
          <li key={index}>{t(m(step.key, step.args))}</li>
        ))}
      </ol>
    </Prose>
  )
}

function Warnings({
  call: { t },
  conversion,
}: {
  call: CalculationsPageProps['call']
  conversion: CreditConversion
}) {
  if (conversion.warnings.length === 0) return null
  return (
    <ul>
      {conversion.warnings.map((warning, index) => (
        <li key={index} class="quiet">
          {t(m(warning.key, warning.args))}
        </li>
      ))}
    </ul>
  )
}

function GradeSteps(props: CalculationsPageProps & { conversion: GradeConversion }) {
  const { call, conversion, tables } = props
  const { t, language } = call
  const steps = <StepList call={call} steps={conversion.steps ?? []} />
  const at = (side: 'host' | 'home') =>
    tables.get(
      tableKey(conversion.inputs[`${side}Table`], conversion.inputs[`${side}TableVersion`]),
    )
  const [host, home] = [at('host'), at('home')]
  const [from, to] = [conversion.inputs['from'], conversion.inputs['to']].map((text) =>
    Fraction.parse(text ?? ''),
  )
  if (!host || !home || !from || !to) return steps
  const names = [host, home].map(({ countedNames }) => localised(countedNames, language).text)
  const label = t(
    m('calculation.picture', { grade: conversion.hostGrade, home: conversion.homeGrade }),
  )
  return (
    <Split
      picture
      main={steps}
      aside={
        <SpanBands
          label={label}
          bands={[host, home].map(({ table }, index) => ({
            title: names[index]!,
            spans: bandOf(call, table.rows),
          }))}
          ends={{ first: t(m('grading.best')), last: t(m('grading.last')) }}
          mark={{ from: pixelShare(from), to: pixelShare(to), label }}
        />
      }
    />
  )
}

/** The key of a version of a grading table among others. */
export function tableKey(id: string | undefined, version: string | number | undefined): string {
  return `${id ?? ''} ${version ?? ''}`
}
