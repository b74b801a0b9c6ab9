import { randomUUIDv7 } from 'node:crypto'
import { type Refusal, refuse, type Work } from '#kernel/database'
import { agreementMade } from '../entries.ts'
import { m } from '../messages/index.ts'
import { copyById } from '../queries/copies.ts'
import { institutions } from '../queries/partners.ts'
import { type AgreementKind, type AgreementText, emptyText } from '../rules/conditions.ts'

/** What an agreement begins with: who it is between, and what kind it is. */
export interface MakeAgreement {
  kind: AgreementKind
  frameworkId?: string | null
  title: string
  code: string
  organisationId: string
  partnerIds: readonly string[]
  text?: AgreementText
  node: string
  /** All institutions, where whoever makes many agreements has read them already. */
  known?: Awaited<ReturnType<typeof institutions>>
  /** Set where the caller must know it before, as the demonstration does. */
  copyId?: string
}

/** The most partners that one agreement can have. */
export const mostPartners = 20

/**
 * Begins an agreement: each partner has a copy from the start, whose id is its IIA id, so that hashes do not change when
 * the partners learn of it; they see nothing before the first version is sent.
 */
export async function makeAgreement(
  work: Work,
  input: MakeAgreement,
): Promise<{ copyId: string; agreementId: string } | Refusal> {
  const known = input.known ?? (await institutions(work))
  const own = known.find(({ id }) => id === input.organisationId)
  if (!own?.isOwn) return faulty('organisation', 'fault.organisation')
  const others = [...new Set(input.partnerIds)].filter((id) => id !== own.id)
  if (others.length === 0) return faulty('partners', 'fault.no-partner')
  if (others.length >= mostPartners) {
    return faulty('partners', 'fault.many-partners')
  }
  if (!others.every((id) => known.some((each) => each.id === id))) {
    return faulty('partners', 'fault.unknown-partner')
  }
  const frameworkFault = await frameworkFaultOf(work, input, [own.id, ...others])
  if (frameworkFault) return frameworkFault
  const id = randomUUIDv7()
  const copyId = input.copyId ?? randomUUIDv7()
  const entry = agreementMade({
    object: { kind: 'agreement', id },
    // Others learn of it when the first version is sent.
    organisationIds: [own.id],
    data: { kind: input.kind, partners: others.length + 1 },
  })
  await work.write(entry, async (tx) => {
    await tx
      .insertInto('agreements')
      .values({
        id,
        origin: input.node,
        kind: input.kind,
        framework_id: input.kind === 'annex' ? input.frameworkId! : null,
        title: input.title,
        state: 'draft',
        made_by_organisation_id: own.id,
        made_at: work.now,
        concluded_at: null,
        last_year: null,
        changed_at: work.now,
      })
      .execute()
    await tx
      .insertInto('agreement_copies')
      .values(
        [own.id, ...others].map((organisationId, position) => ({
          id: position === 0 ? copyId : randomUUIDv7(),
          agreement_id: id,
          organisation_id: organisationId,
          position,
          visible: position === 0,
          code: position === 0 ? input.code : '',
          foreign_id: null,
          draft: JSON.stringify(position === 0 ? (input.text ?? emptyText) : emptyText),
          draft_at: work.now,
          sent_version_id: null,
          agreed_version_id: null,
          first_year: null,
          last_year: null,
        })),
      )
      .execute()
  })
  return { copyId, agreementId: id }
}

/** An annex stands under a framework of the same institution, between partners of that framework. */
async function frameworkFaultOf(
  work: Work,
  { kind, frameworkId }: MakeAgreement,
  partnerIds: readonly string[],
): Promise<Refusal | null> {
  if (kind !== 'annex') return null
  if (!frameworkId) return faulty('framework', 'fault.no-framework')
  const copies = await work.read
    .selectFrom('agreement_copies as c')
    .innerJoin('agreements as a', 'a.id', 'c.agreement_id')
    .select(['c.id', 'c.organisation_id'])
    .where('a.id', '=', frameworkId)
    .where('a.kind', '=', 'framework')
    .execute()
  const own = copies.find((copy) => copy.organisation_id === partnerIds[0])
  const row = own ? await copyById(work, own.id) : null
  if (!row || !work.may('agreements.agreement.read', row)) {
    return faulty('framework', 'fault.no-framework')
  }
  const within = partnerIds.every((id) => copies.some((copy) => copy.organisation_id === id))
  return within ? null : faulty('partners', 'fault.outside-framework')
}

function faulty(
  field: string,
  key:
    | 'fault.organisation'
    | 'fault.no-partner'
    | 'fault.many-partners'
    | 'fault.unknown-partner'
    | 'fault.no-framework'
    | 'fault.outside-framework',
): Refusal {
  return refuse(422, m(key), { [field]: m(key) })
}
