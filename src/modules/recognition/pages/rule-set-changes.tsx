import type { Call } from '#kernel/http'
import { type Column, Section, Table } from '#ui'
import { m } from '../messages/index.ts'
import type { RuleSetRow } from '../queries/rule-sets.ts'
import { rulesInWords, scopeText } from './rule-set-words.ts'
import { nameOf, periodText } from './rule-sets.tsx'

type Reader = Pick<Call, 't' | 'language'>

interface Change {
  term: string
  before: string
  after: string
}

/** What a version says otherwise than the one before it, rule by rule. */
export function RuleSetChanges({
  call,
  before,
  shown,
}: {
  call: Reader
  before: RuleSetRow
  shown: RuleSetRow
}) {
  const { t, language } = call
  const changes = changesOf(call, before, shown)
  const title = t(m('rule-change.title', { version: shown.version }))
  const versionOf = (row: RuleSetRow) => t(m('rule-set.version', { version: row.version }))
  const columns: Column<Change>[] = [
    { key: 'rule', label: t(m('rule-change.rule')), primary: true, cell: (row) => row.term },
    { key: 'before', label: versionOf(before), cell: (row) => row.before },
    { key: 'after', label: versionOf(shown), cell: (row) => row.after },
  ]
  return (
    <Section title={title} id="changes">
      {changes.length === 0 ? (
        <p class="quiet">{t(m('rule-change.none', { version: before.version }))}</p>
      ) : (
        <Table
          language={language}
          caption={title}
          captionHidden
          columns={columns}
          rows={changes}
          rowKey={(row) => row.term}
        />
      )}
    </Section>
  )
}

/** The rules that differ between two versions, each in the words of the page of rules. */
export function changesOf(call: Reader, before: RuleSetRow, after: RuleSetRow): Change[] {
  const [one, other] = [saidBy(call, before), saidBy(call, after)]
  const open = call.t(m('rule-set.open'))
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((term) => {
    const [was, is] = [one.get(term) ?? open, other.get(term) ?? open]
    return was === is ? [] : [{ term, before: was, after: is }]
  })
}

/** What a version says, by rule; a rule that is said several times is one text. */
function saidBy(call: Reader, row: RuleSetRow): Map<string, string> {
  const said = new Map([
    [call.t(m('rule-set.name')), nameOf(row, call.language)],
    [call.t(m('rule-set.applies')), scopeText(call, row)],
    [call.t(m('rule-set.valid')), periodText(call, row)],
  ])
  for (const { term, value } of rulesInWords(call, row.definition)) {
    const text = value ?? call.t(m('rule-set.open'))
    const earlier = said.get(term)
    said.set(term, earlier === undefined ? text : `${earlier} · ${text}`)
  }
  return said
}
