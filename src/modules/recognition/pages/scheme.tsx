import type { Call } from '#kernel/http'
import { formatNumber } from '#kernel/values'
import { ButtonLink, DescriptionList, ObjectStrip, Page, Section } from '#ui'
import { m } from '../messages/index.ts'
import type { SchemeRow, SchemeUse } from '../queries/scales.ts'
import { teachingKinds } from '../rules/types.ts'
import { Sources } from './rule-set.tsx'
import { definitionName, hoursText, ownerText, usesText } from './scale-words.ts'
import { schemesPath } from './schemes.tsx'

/** What the page of one credit scheme shows. */
export interface SchemePageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  scheme: SchemeRow
  uses: readonly SchemeUse[]
  mayEdit: boolean
}

/** What one credit of a scheme stands for, and who says so. */
export function SchemePage({ call, scheme, uses, mayEdit }: SchemePageProps) {
  const { t, language, href } = call
  const { definition } = scheme
  const name = definitionName(scheme, language)
  return (
    <Page
      frame={call.frame}
      title={name}
      trail={[{ href: href(schemesPath), label: t(m('scheme.title')) }]}
    >
      <ObjectStrip
        language={language}
        kind={
          scheme.ownerNames
            ? t(m('scheme.kind-of', { institution: ownerText(call, scheme) }))
            : t(m('scheme.kind'))
        }
        title={name}
        state={stateOf(call, uses)}
        actions={
          mayEdit && (
            <ButtonLink href={href(`${schemesPath}/new`, { from: scheme.id })}>
              {t(m('scheme.copy'))}
            </ButtonLink>
          )
        }
      />
      <Section title={t(m('scheme.figures'))} id="figures">
        <DescriptionList
          items={[
            ...teachingKinds.map((kind) => ({
              term: t(m(`scheme.teaching.${kind}`)),
              value: hoursText(call, definition.hoursPerCredit[kind]),
            })),
            {
              term: t(m('scheme.minutes')),
              value: t(m('scheme.minutes-value', { minutes: definition.minutesPerClassHour })),
            },
            {
              term: t(m('scheme.workload')),
              value: hoursText(call, definition.workloadHoursPerCredit, 'workload'),
            },
            {
              term: t(m('scheme.year')),
              value: definition.creditsPerYear
                ? formatNumber(definition.creditsPerYear, language, 4)
                : t(m('scheme.open')),
            },
          ]}
        />
      </Section>
      <UsedBy call={call} uses={uses} />
      <Sources call={call} sources={definition.sources} />
    </Page>
  )
}

/** Whether anybody uses a scheme or scale, in words. */
export function stateOf({ t }: Pick<Call, 't'>, uses: readonly SchemeUse[]) {
  return uses.length > 0
    ? { tone: 'done' as const, label: t(m('scheme.in-use')) }
    : { tone: 'quiet' as const, label: t(m('scheme.unused')) }
}

/** Which institutions use a scheme or scale, and for which intakes. */
export function UsedBy({
  call,
  uses,
}: {
  call: Pick<Call, 't' | 'language'>
  uses: readonly SchemeUse[]
}) {
  const { t } = call
  return (
    <Section title={t(m('scheme.used'))} id="used">
      {uses.length === 0 ? (
        <p class="quiet">{t(m('scheme.not-used'))}</p>
      ) : (
        <ul>
          {usesText(call, uses).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}
