import type { Call } from '#kernel/http'
import { dateInZone, displayName, formatDate, formatList, localised } from '#kernel/values'
import { ButtonLink, DescriptionList, Notice, ObjectStrip, Page, Section } from '#ui'
import { m } from '../messages/index.ts'
import type { RuleSetRow } from '../queries/rule-sets.ts'
import type { Source } from '../rules/types.ts'
import { RuleSetChanges } from './rule-set-changes.tsx'
import { rulesInWords, scopeText } from './rule-set-words.ts'
import { nameOf, periodText, RuleSetState, ruleSetState } from './rule-sets.tsx'

/** What the page of one rule set shows. */
export interface RuleSetPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href' | 'now'>
  /** The version that is read, and all of them, the latest first. */
  shown: RuleSetRow
  versions: readonly RuleSetRow[]
  /** Where the reader comes from. */
  trail: readonly { href: string; label: string }[]
  /** Whether other versions can be opened from here. */
  mayList: boolean
  mayEdit: boolean
}

const path = '/recognition/rule-sets'

/** One version of recognition rules, readable by those whom they bind. */
export function RuleSetPage(props: RuleSetPageProps) {
  const { call, shown, versions, mayEdit, mayList } = props
  const { t, language, href } = call
  const latest = shown.version === versions[0]?.version
  const inferred = (shown.definition.inferred ?? []).map((term) => t(m(`rule-set.term.${term}`)))
  const before = versions.find(({ version }) => version === shown.version - 1)
  const state = ruleSetState(shown, dateInZone(call.now, 'Asia/Bangkok'), latest)
  return (
    <Page frame={call.frame} title={nameOf(shown, language)} trail={props.trail}>
      <ObjectStrip
        language={language}
        kind={t(m('rule-set.kind', { home: localised(shown.homeNames, language).text }))}
        title={nameOf(shown, language)}
        detail={`${t(m('rule-set.version', { version: shown.version }))} · ${scopeText(call, shown)}`}
        state={{ tone: state.tone, label: t(m(`rule-set.state.${state.key}`)) }}
        actions={
          mayEdit &&
          latest && (
            <ButtonLink href={href(`${path}/${shown.id}/edit`)}>{t(m('rule-set.edit'))}</ButtonLink>
          )
        }
      />
      {inferred.length > 0 && (
        <Notice tone="attention">
          {t(m('rule-set.inferred-why', { list: formatList(inferred, language) }))}
        </Notice>
      )}
      <Section title={t(m('rule-set.figures'))} id="figures">
        <DescriptionList
          items={[
            { term: t(m('rule-set.valid')), value: periodText(call, shown) },
            {
              term: t(m('rule-set.version', { version: shown.version })),
              value: publishedText(call, shown),
            },
            ...rulesInWords(call, shown.definition).map(({ term, value }) => ({
              term,
              value: value ?? <span class="quiet">{t(m('rule-set.open'))}</span>,
            })),
          ]}
        />
      </Section>
      {before && <RuleSetChanges call={call} before={before} shown={shown} />}
      <Sources call={call} sources={shown.definition.sources} />
      {mayEdit && (
        <p>
          <a href={href(`${path}/${shown.id}/difference`, { version: shown.version })}>
            {t(m('rule-difference.link'))}
          </a>
        </p>
      )}
      {mayList && versions.length > 1 && <Versions call={call} shown={shown} versions={versions} />}
    </Page>
  )
}

/** Where figures were published. */
export function Sources({ call, sources }: { call: Pick<Call, 't'>; sources: readonly Source[] }) {
  const { t } = call
  return (
    <Section title={t(m('rule-set.sources'))} id="sources">
      {sources.length === 0 ? (
        <p class="quiet">{t(m('rule-set.no-sources'))}</p>
      ) : (
        <ul>
          {sources.map((source) => (
            <li key={source.url}>
              <SourceLink source={source} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** The title of a source, as a link where its address is one of the web. */
export function SourceLink({ source }: { source: Source }) {
  const title = <span lang="">{source.title}</span>
  if (!/^https?:\/\//.test(source.url)) return title
  return (
    <a href={source.url} rel="noreferrer">
      {title}
    </a>
  )
}

function Versions({
  call,
  shown,
  versions,
}: Pick<RuleSetPageProps, 'call' | 'shown' | 'versions'>) {
  const { t, href } = call
  return (
    <Section title={t(m('rule-set.versions'))} id="versions">
      <ul>
        {versions.map((version) => (
          <li key={version.version}>
            <a
              href={href(`${path}/${version.id}`, { version: version.version })}
              aria-current={version.version === shown.version ? 'page' : undefined}
            >
              {t(m('rule-set.version', { version: version.version }))}
            </a>{' '}
            <RuleSetState
              call={call}
              row={version}
              latest={version.version === versions[0]?.version}
            />{' '}
            {publishedText(call, version)}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function publishedText({ t, language }: RuleSetPageProps['call'], row: RuleSetRow): string {
  const day = formatDate(dateInZone(row.publishedAt, 'Asia/Bangkok'), language, 'medium')
  return row.publishedBy
    ? t(m('rule-set.published-by', { day, name: displayName(row.publishedBy, language) }))
    : t(m('rule-set.published', { day }))
}
