import { DescriptionList, Section } from '#ui'
import { m } from '../messages/index.ts'
import type { PageCall } from './words.ts'

/** What of a certificate stands in plain words. */
interface ProofProps {
  call: Pick<PageCall, 't'>
  sha256: string
  seed: string
  /** What was promised of the seed beforehand; null for a certificate of which this house knows nothing more. */
  commitment: { hash: string; at: string } | null
  file: string
}

/** What was proved, in plain words, with what an outsider needs to prove it again. */
export function Proof({ call, sha256, seed, commitment, file }: ProofProps) {
  const { t } = call
  return (
    <Section title={t(m('proof.title'))} id="proof" lead={t(m('proof.lead'))}>
      <ol class="prose">
        {(['lists', 'seats', 'stable', 'lottery'] as const).map((what) => (
          <li key={what}>{t(m(`proof.${what}`))}</li>
        ))}
      </ol>
      <DescriptionList
        items={[
          { term: t(m('proof.sha256')), value: <code class="hash">{sha256}</code> },
          { term: t(m('proof.seed')), value: <code class="hash">{seed}</code> },
          ...(commitment
            ? [
                {
                  term: t(m('proof.commitment', { date: commitment.at })),
                  value: <code class="hash">{commitment.hash}</code>,
                },
              ]
            : []),
          {
            term: t(m('proof.how')),
            value: <code class="hash">{`weft match verify ${file}`}</code>,
          },
        ]}
      />
    </Section>
  )
}
