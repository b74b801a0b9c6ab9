import { formatList, formatNumber } from '#kernel/values'
import { Section, StateTag, Table, Typed } from '#ui'
import { m } from '../messages/index.ts'
import type { WholeAgreement, WholeCopy } from '../queries/whole.ts'
import { dayOf, nameOf, type PageCall } from './words.ts'

interface CopiesProps {
  call: PageCall
  whole: WholeAgreement
  ownId: string
}

/** Every partner's own copy: its number, its version with the hash, and who has approved it. */
export function CopyTable({ call, whole, ownId }: CopiesProps) {
  const { t, language } = call
  return (
    <Section title={t(m('copies.title'))} id="copies" lead={t(m('copies.lead'))}>
      <Table<WholeCopy>
        language={language}
        caption={t(m('copies.title'))}
        captionHidden
        rows={whole.copies}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'partner',
            label: t(m('agreement.partner')),
            primary: true,
            cell: (copy) => (
              <>
                {nameOf(copy.names, language)}
                {copy.id === ownId && <span class="quiet"> {t(m('copies.yours'))}</span>}
              </>
            ),
          },
          {
            key: 'code',
            label: t(m('copies.code')),
            cell: ({ code }) => (code === '' ? '–' : <Typed>{code}</Typed>),
          },
          {
            key: 'version',
            label: t(m('copies.version')),
            cell: ({ sent }) =>
              sent === null
                ? t(m('copies.nothing-sent'))
                : t(
                    m('copies.version-of', {
                      number: formatNumber(sent.number, language),
                      on: dayOf(sent.sentAt, call),
                    }),
                  ),
          },
          {
            key: 'hash',
            label: t(m('copies.hash')),
            cell: ({ sent }) => (sent === null ? '–' : <code>{sent.hash.slice(0, 16)}…</code>),
          },
          {
            key: 'answers',
            label: t(m('copies.answers')),
            kind: 'state',
            cell: (copy) => <Answers call={call} whole={whole} copy={copy} />,
          },
        ]}
      />
    </Section>
  )
}

function Answers({
  call,
  whole,
  copy,
}: {
  call: PageCall
  whole: WholeAgreement
  copy: WholeCopy
}) {
  const { t, language } = call
  const { sent, agreed } = copy
  if (sent === null) return <>–</>
  if (sent.id === agreed?.id) {
    return (
      <StateTag tone="done">
        {t(m(sent.source === 'record' ? 'copies.recorded' : 'copies.agreed'))}
      </StateTag>
    )
  }
  const waiting = whole.copies.filter(
    (other) =>
      other.id !== copy.id &&
      !whole.answers.some(
        (answer) =>
          answer.versionId === sent.id &&
          answer.hash !== null &&
          answer.organisationId === other.organisationId,
      ),
  )
  if (waiting.length === 0) return <StateTag tone="done">{t(m('copies.approved-by-all'))}</StateTag>
  const partners = formatList(
    waiting.map(({ names }) => nameOf(names, language)),
    language,
  )
  return <StateTag tone="attention">{t(m('copies.waits-for', { partners }))}</StateTag>
}
