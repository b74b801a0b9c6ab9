import { DescriptionList, Section } from '#ui'
import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'
import { isCertified, type RoundMethod } from '../rules/round-methods.ts'
import type { PageCall } from './words.ts'

/** What of a certificate stands in plain words. */
interface ProofProps {
  call: Pick<PageCall, 't'>
  /** What the run was matched by; null of a certificate that says it in `says` alone. */
  method: RoundMethod | null
  /** What the check found, in the method's own sentences. */
  says: readonly Message[]
  sha256: string
  seed: string | null
  /** What was promised of the seed beforehand; null for a certificate of which this house knows nothing more. */
  commitment: { hash: string; at: string } | null
  file: string
}

/** What every certificate of a method proves beside its own sentence. */
function proofOf(method: RoundMethod | null) {
  switch (method) {
    case null:
      return ['lists'] as const
    case 'lottery':
      return ['lists', 'seats', 'stable', 'best', 'lottery'] as const
    case 'reserves':
      return ['lists', 'seats', 'lottery'] as const
    case 'shared-quotas':
      return ['lists', 'seats-shared', 'lottery'] as const
    case 'ties-kept':
      return ['lists', 'seats', 'equal-lot'] as const
    case 'couples-uncertified':
      return ['lists', 'couples', 'lottery', 'couples-count'] as const
    case 'mentors':
    case 'coupled-mentors':
      return ['lists', 'mentors', 'nothing-drawn'] as const
    case 'rank-maximal':
    case 'fair':
      return ['lists', 'seats-asked', 'equal-lot'] as const
  }
}

/** The methods under which no other list would have done more for anybody. */
const truthPays: readonly (RoundMethod | null)[] = ['lottery', 'reserves', 'shared-quotas']

/** What was proved, in plain words, with what an outsider needs to prove it again. */
export function Proof({ call, method, says, sha256, seed, commitment, file }: ProofProps) {
  const { t } = call
  const isTold = method !== null && !isCertified(method)
  const own = says.filter(({ key }) => key !== 'command.matched' && key !== 'command.proved')
  return (
    <Section
      title={t(m(isTold ? 'proof.told' : 'proof.title'))}
      id="proof"
      lead={t(m('proof.lead'))}
    >
      <ol class="prose">
        {proofOf(method).map((what) => (
          <li key={what}>{t(m(`proof.${what}`))}</li>
        ))}
      </ol>
      {own.map((line) => (
        <p key={line.key} class="prose">
          {t(line)}
        </p>
      ))}
      {truthPays.includes(method) && <p class="prose">{t(m('proof.not-shown'))}</p>}
      <DescriptionList
        items={[
          { term: t(m('proof.sha256')), value: <code class="hash">{sha256}</code> },
          ...(seed === null
            ? []
            : [{ term: t(m('proof.seed')), value: <code class="hash">{seed}</code> }]),
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
