import { Section, Timeline, type TimelineEntry, type Tone, Typed } from '#ui'
import { m } from '../messages/index.ts'
import type { DocumentRow, VersionRow } from '../queries/documents.ts'
import type { SignatureFacts, StepRow } from '../queries/steps.ts'
import { Capacity, Hash, momentWords, type PageCall, proofWords } from './words.tsx'

interface HistoryProps {
  call: PageCall
  document: Pick<DocumentRow, 'created_at'>
  versions: readonly VersionRow[]
  steps: readonly StepRow[]
  /** Where the scan of a signature on paper is, for its office. */
  scan?: (signatureId: string) => string
  /** Where its further scans are. */
  moreScans?: (signatureId: string) => readonly string[]
}

/** Who signed, and what else happened, the latest first. */
export function HistorySection(props: HistoryProps) {
  const { t } = props.call
  return (
    <Section title={t(m('history.title'))} id="history">
      <Timeline label={t(m('history.title'))} entries={entriesOf(props)} />
    </Section>
  )
}

function entriesOf({ call, versions, steps, scan, moreScans }: HistoryProps): TimelineEntry[] {
  const { t } = call
  const found: { at: Date; order: number; entry: TimelineEntry }[] = []
  const put = (at: Date, order: number, entry: Omit<TimelineEntry, 'at' | 'when'>) =>
    found.push({
      at,
      order,
      entry: { at: at.toISOString(), when: momentWords(call, at), ...entry },
    })
  for (const version of versions) {
    put(version.made_at, version.number * 10, {
      what: t(m('history.version', { version: version.number })),
      detail: <Hash sha256={version.sha256} />,
      tone: 'quiet',
    })
    for (const end of version.ends) {
      put(end.at, version.number * 10 + 9, {
        what: t(m(`history.${end.how as 'signed'}`, { version: version.number })),
        detail: end.reason === '' ? undefined : <Typed>{end.reason}</Typed>,
        tone: endTone(end.how),
      })
    }
  }
  const voided = new Set(
    versions.filter(({ ends }) => ends.some(isVoiding)).map(({ number }) => number),
  )
  for (const step of steps) {
    if (!step.signature) continue
    const isVoid = voided.has(step.version) && step.signature.answer !== 'refused'
    put(step.signature.signed_at, step.version * 10 + 5, {
      what: <Done call={call} step={step} signature={step.signature} />,
      who: <Capacity t={t} language={call.language} step={step} />,
      detail: (
        <Proof
          call={call}
          signature={step.signature}
          isVoid={isVoid}
          scan={scan}
          more={moreScans?.(step.signature.id) ?? []}
        />
      ),
      tone: step.signature.answer === 'refused' ? 'harm' : isVoid ? 'neutral' : 'done',
    })
  }
  return found
    .toSorted((a, b) => b.at.getTime() - a.at.getTime() || b.order - a.order)
    .map(({ entry }) => entry)
}

function isVoiding({ how }: { how: string }): boolean {
  return how === 'refused' || how === 'expired' || how === 'withdrawn'
}

function endTone(how: string): Tone {
  if (how === 'signed') return 'done'
  return how === 'superseded' ? 'neutral' : 'harm'
}

function Done({
  call: { t },
  signature,
}: {
  call: PageCall
  step: StepRow
  signature: SignatureFacts
}) {
  const name = signature.name === '' ? t(m('history.erased')) : <Typed>{signature.name}</Typed>
  const [before = '', after = ''] = t(
    m(
      `history.${signature.answer === 'signed' ? 'has-signed' : signature.answer === 'approved' ? 'has-approved' : 'has-refused'}`,
      {
        name: '\uE000',
      },
    ),
  ).split('\uE000')
  return (
    <>
      {before}
      {name}
      {after}
    </>
  )
}

/** How it was made sure who it was, and whether the signature still counts. */
function Proof({
  call: { t },
  signature,
  isVoid,
  scan,
  more,
}: {
  call: PageCall
  signature: SignatureFacts
  isVoid: boolean
  scan: HistoryProps['scan']
  more: readonly string[]
}) {
  return (
    <>
      {signature.answer !== 'refused' && <p class="quiet">{t(proofWords(signature))}</p>}
      {signature.reason !== null && signature.reason !== '' && (
        <p>
          <Typed>{signature.reason}</Typed>
        </p>
      )}
      {scan && signature.means === 'paper' && (
        <p>
          <a href={scan(signature.id)}>{t(m('paper.open-scan'))}</a>
          {more.map((address, at) => (
            <span key={address}>
              {' · '}
              <a href={address}>{t(m('scan.more', { number: at + 2 }))}</a>
            </span>
          ))}
        </p>
      )}
      {isVoid && <p class="late">{t(m('history.void'))}</p>}
    </>
  )
}
