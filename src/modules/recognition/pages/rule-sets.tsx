import type { Call } from '#kernel/http'
import {
  dateInZone,
  type DateOnly,
  displayName,
  formatDate,
  formatDateRange,
  languages,
  localised,
} from '#kernel/values'
import {
  ButtonLink,
  type Column,
  EmptyState,
  Heading,
  Page,
  Row,
  Section,
  StateTag,
  Table,
  type Tone,
} from '#ui'
import { m } from '../messages/index.ts'
import type { RuleSetDraftRow } from '../queries/rule-set-drafts.ts'
import type { RuleSetRow } from '../queries/rule-sets.ts'
import { scopeText } from './rule-set-words.ts'

/** What the list of rules shows. */
export interface RuleSetsPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href' | 'now'>
  ruleSets: readonly RuleSetRow[]
  /** Unfinished rules that the reader may go on with. */
  drafts: readonly RuleSetDraftRow[]
  mayEdit: boolean
}

const path = '/recognition/rule-sets'

/** The recognition rules of the reader's institutions. */
export function RuleSetsPage({ call, ruleSets, drafts, mayEdit }: RuleSetsPageProps) {
  const { t, language, href } = call
  const add = mayEdit && (
    <ButtonLink href={href(`${path}/new`)} icon="plus" look="secondary">
      {t(m('rule-set.new'))}
    </ButtonLink>
  )
  return (
    <Page frame={call.frame} title={t(m('rule-set.title'))} wide>
      <Heading
        level={1}
        lead={t(m('rule-set.lead'))}
        actions={
          <Row>
            <ButtonLink href={href('/recognition/schemes')} look="quiet">
              {t(m('scheme.title'))}
            </ButtonLink>
            {add}
          </Row>
        }
      >
        {t(m('rule-set.title'))}
      </Heading>
      <Table
        language={language}
        caption={t(m('rule-set.title'))}
        captionHidden
        keyboard
        columns={columnsOf(call)}
        rows={ruleSets}
        rowKey={(row) => row.id}
        rowHref={(row) => href(`${path}/${row.id}`)}
        empty={
          <EmptyState title={t(m('rule-set.none'))} why={t(m('rule-set.none-why'))} action={add} />
        }
      />
      {drafts.length > 0 && <Drafts call={call} drafts={drafts} />}
    </Page>
  )
}

function Drafts({ call, drafts }: Pick<RuleSetsPageProps, 'call' | 'drafts'>) {
  const { t, language, href } = call
  return (
    <Section title={t(m('rule-draft.title'))} id="drafts" lead={t(m('rule-draft.lead'))}>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.id}>
            <a href={href(`${path}/drafts/${draft.id}`)}>{draftName(draft, language)}</a>{' '}
            {t(
              m('rule-draft.by', {
                day: formatDate(dateInZone(draft.updatedAt, 'Asia/Bangkok'), language, 'medium'),
                name: displayName(draft.updatedBy, language),
              }),
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The name that was typed, in the reader's language or any; else the institution's. */
function draftName({ form, homeNames }: RuleSetDraftRow, language: Call['language']): string {
  const typed = [language, ...languages].map((each) => form[`name.${each}`]?.[0]?.trim())
  return typed.find(Boolean) ?? localised(homeNames, language).text
}

function columnsOf(call: RuleSetsPageProps['call']): Column<RuleSetRow>[] {
  const { t, language } = call
  return [
    {
      key: 'name',
      label: t(m('rule-set.name')),
      primary: true,
      cell: (row) => nameOf(row, language),
    },
    { key: 'applies', label: t(m('rule-set.applies')), cell: (row) => scopeText(call, row) },
    { key: 'valid', label: t(m('rule-set.valid')), cell: (row) => periodText(call, row) },
    {
      key: 'version',
      label: t(m('rule-set.versions')),
      kind: 'number',
      cell: (row) => row.version,
    },
    {
      key: 'state',
      label: t(m('catalogue.state')),
      kind: 'state',
      cell: (row) => <RuleSetState call={call} row={row} latest />,
    },
  ]
}

/** The name of rules for the reader. */
export function nameOf(row: RuleSetRow, language: Call['language']): string {
  const name = localised(row.definition.name, language).text
  return name || localised(row.homeNames, language).text
}

/** From when to when rules are in force. */
export function periodText({ t, language }: Pick<Call, 't' | 'language'>, row: RuleSetRow): string {
  return row.validTo === null
    ? t(m('equivalence.since', { from: formatDate(row.validFrom, language, 'medium') }))
    : formatDateRange(row.validFrom, row.validTo, language, 'medium')
}

/** Where a version stands on a day. */
export function ruleSetState(
  row: Pick<RuleSetRow, 'validFrom' | 'validTo'>,
  today: DateOnly,
  latest: boolean,
): { tone: Tone; key: 'current' | 'coming' | 'ended' | 'earlier' } {
  if (!latest) return { tone: 'quiet', key: 'earlier' }
  if (row.validFrom > today) return { tone: 'attention', key: 'coming' }
  if (row.validTo !== null && row.validTo < today) return { tone: 'quiet', key: 'ended' }
  return { tone: 'done', key: 'current' }
}

/** The state of a version in words. */
export function RuleSetState({
  call,
  row,
  latest,
}: {
  call: Pick<Call, 't' | 'now'>
  row: RuleSetRow
  latest: boolean
}) {
  const { tone, key } = ruleSetState(row, dateInZone(call.now, 'Asia/Bangkok'), latest)
  return <StateTag tone={tone}>{call.t(m(`rule-set.state.${key}`))}</StateTag>
}
