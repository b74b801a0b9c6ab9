import type { Work } from '#kernel/database'
import type { LocalText, PersonName } from '#kernel/values'
import type { CopyState } from '../rules/agreement.ts'
import type { AgreementText } from '../rules/conditions.ts'

/** A version of a copy with whoever sent it. */
export interface SentVersion {
  id: string
  number: number
  text: AgreementText
  hash: string
  source: 'here' | 'ewp' | 'record'
  sentAt: Date
  sentBy: { id: string; name: PersonName } | null
}

/** An institution's answer to a version: its approval, or its refusal with the reason. */
export interface Answered {
  versionId: string
  organisationId: string
  at: Date
  by: { id: string; name: PersonName } | null
  hash: string | null
  reason: string | null
}

/** A person or an office of a partner to write to. */
export interface CopyContact {
  name: string
  email: string | null
  signs: boolean
}

/** One partner's copy with everything that was said of it. */
export interface WholeCopy {
  id: string
  organisationId: string
  names: LocalText
  acronym: string | null
  country: string
  timeZone: string
  identifiers: Record<string, string>
  website: string | null
  ror: string | null
  position: number
  code: string
  foreignId: string | null
  sent: SentVersion | null
  agreed: SentVersion | null
  versions: SentVersion[]
  contacts: CopyContact[]
}

/** An end before its time, with who has consented. */
export interface AgreementEnd {
  id: string
  organisationId: string
  lastYear: string
  reason: string
  byConsent: boolean
  declaredAt: Date
  outcome: 'ended' | 'declined' | 'taken-back' | null
  settledAt: Date | null
  consents: string[]
}

/** An agreement with all its partners' copies, versions and answers. */
export interface WholeAgreement {
  id: string
  madeBy: string
  madeAt: Date
  concludedAt: Date | null
  recorded: boolean
  lastYear: string | null
  copies: WholeCopy[]
  answers: Answered[]
  ends: AgreementEnd[]
}

/** The whole of an agreement; the same number of queries however much there is. */
export async function wholeAgreement(work: Work, agreementId: string): Promise<WholeAgreement> {
  const [whole] = await wholeAgreements(work, [agreementId])
  if (!whole) throw new Error('no such agreement')
  return whole
}

/** The whole of several agreements, in no particular order; the same number of queries however many there are. */
export async function wholeAgreements(
  work: Work,
  agreementIds: readonly string[],
): Promise<WholeAgreement[]> {
  if (agreementIds.length === 0) return []
  const agreements = await work.read
    .selectFrom('agreements')
    .select(['id', 'made_by_organisation_id as madeBy', 'made_at as madeAt'])
    .select(['concluded_at as concludedAt', 'recorded', 'last_year as lastYear'])
    .where('id', 'in', [...agreementIds])
    .execute()
  const [copies, versions, contacts, answers, ends] = await Promise.all([
    copiesOf(work, agreementIds),
    versionsOf(work, agreementIds),
    contactsOf(work, agreementIds),
    answersOf(work, agreementIds),
    endsOf(work, agreementIds),
  ])
  const copiesBy = Map.groupBy(copies, ({ agreementId }) => agreementId)
  const versionsBy = Map.groupBy(versions, ({ copyId }) => copyId)
  const contactsBy = Map.groupBy(contacts, ({ copyId }) => copyId)
  const answersBy = Map.groupBy(answers, ({ agreementId }) => agreementId)
  const endsBy = Map.groupBy(ends, ({ agreementId }) => agreementId)
  return agreements.map((agreement) => ({
    ...agreement,
    copies: (copiesBy.get(agreement.id) ?? []).map(
      ({ sentId, agreedId, agreementId: _of, ...copy }) => {
        const own = versionsBy.get(copy.id) ?? []
        return {
          ...copy,
          sent: own.find(({ id }) => id === sentId) ?? null,
          agreed: own.find(({ id }) => id === agreedId) ?? null,
          versions: own,
          contacts: contactsBy.get(copy.id) ?? [],
        }
      },
    ),
    answers: (answersBy.get(agreement.id) ?? []).map(({ agreementId: _of, ...answer }) => answer),
    ends: (endsBy.get(agreement.id) ?? []).map(({ agreementId: _of, ...end }) => end),
  }))
}

function copiesOf(work: Work, agreementIds: readonly string[]) {
  return work.read
    .selectFrom('agreement_copies as c')
    .innerJoin('organisations as o', 'o.id', 'c.organisation_id')
    .select(['c.id', 'c.agreement_id as agreementId', 'c.organisation_id as organisationId'])
    .select(['o.names', 'o.acronym', 'o.country'])
    .select(['o.time_zone as timeZone', 'o.identifiers', 'o.website', 'o.ror'])
    .select(['c.position', 'c.code', 'c.foreign_id as foreignId'])
    .select(['c.sent_version_id as sentId', 'c.agreed_version_id as agreedId'])
    .where('c.agreement_id', 'in', [...agreementIds])
    .orderBy('c.position')
    .execute()
}

async function versionsOf(work: Work, agreementIds: readonly string[]) {
  const rows = await work.read
    .selectFrom('agreement_versions as v')
    .innerJoin('agreement_copies as c', 'c.id', 'v.copy_id')
    .leftJoin('persons as p', 'p.id', 'v.sent_by')
    .select(['v.id', 'v.copy_id as copyId', 'v.number', 'v.text', 'v.hash', 'v.source'])
    .select(['v.sent_at as sentAt', 'p.id as personId', 'p.name'])
    .where('c.agreement_id', 'in', [...agreementIds])
    .orderBy('v.number', 'desc')
    .execute()
  return rows.map(({ personId, name, ...version }) => ({
    ...version,
    sentBy: personId && name ? { id: personId, name } : null,
  }))
}

function contactsOf(work: Work, agreementIds: readonly string[]) {
  return work.read
    .selectFrom('agreement_contacts as x')
    .innerJoin('agreement_copies as c', 'c.id', 'x.copy_id')
    .select(['x.copy_id as copyId', 'x.name', 'x.email', 'x.signs'])
    .where('c.agreement_id', 'in', [...agreementIds])
    .orderBy('x.position')
    .execute()
}

async function answersOf(
  work: Work,
  agreementIds: readonly string[],
): Promise<(Answered & { agreementId: string })[]> {
  const approvals = work.read
    .selectFrom('agreement_approvals as a')
    .innerJoin('agreement_versions as v', 'v.id', 'a.version_id')
    .innerJoin('agreement_copies as c', 'c.id', 'v.copy_id')
    .leftJoin('persons as p', 'p.id', 'a.approved_by')
    .where('c.agreement_id', 'in', [...agreementIds])
    .select(['c.agreement_id as agreementId', 'a.version_id as versionId'])
    .select('a.organisation_id as organisationId')
    .select(['a.approved_at as at', 'p.id as personId', 'p.name', 'a.hash'])
    .execute()
  const refusals = work.read
    .selectFrom('agreement_refusals as r')
    .innerJoin('agreement_versions as v', 'v.id', 'r.version_id')
    .innerJoin('agreement_copies as c', 'c.id', 'v.copy_id')
    .leftJoin('persons as p', 'p.id', 'r.refused_by')
    .where('c.agreement_id', 'in', [...agreementIds])
    .select(['c.agreement_id as agreementId', 'r.version_id as versionId'])
    .select('r.organisation_id as organisationId')
    .select(['r.refused_at as at', 'p.id as personId', 'p.name', 'r.reason'])
    .execute()
  const by = ({ personId, name }: { personId: string | null; name: PersonName | null }) =>
    personId && name ? { id: personId, name } : null
  return [
    ...(await approvals).map(({ agreementId, versionId, organisationId, at, hash, ...person }) => ({
      agreementId,
      versionId,
      organisationId,
      at,
      hash,
      by: by(person),
      reason: null,
    })),
    ...(await refusals).map(
      ({ agreementId, versionId, organisationId, at, reason, ...person }) => ({
        agreementId,
        versionId,
        organisationId,
        at,
        reason,
        by: by(person),
        hash: null,
      }),
    ),
  ]
}

async function endsOf(
  work: Work,
  agreementIds: readonly string[],
): Promise<(AgreementEnd & { agreementId: string })[]> {
  const ends = await work.read
    .selectFrom('agreement_ends')
    .select(['id', 'agreement_id as agreementId', 'organisation_id as organisationId'])
    .select(['last_year as lastYear', 'reason'])
    .select(['by_consent as byConsent', 'declared_at as declaredAt', 'outcome'])
    .select('settled_at as settledAt')
    .where('agreement_id', 'in', [...agreementIds])
    .orderBy('declared_at', 'desc')
    .execute()
  const consents = await work.read
    .selectFrom('agreement_consents as x')
    .innerJoin('agreement_ends as e', 'e.id', 'x.end_id')
    .select(['x.end_id', 'x.organisation_id'])
    .where('e.agreement_id', 'in', [...agreementIds])
    .execute()
  return ends.map((end) => ({
    ...end,
    consents: consents
      .filter(({ end_id }) => end_id === end.id)
      .map((each) => each.organisation_id),
  }))
}

/** The copies as the rules of the agreement look at them. */
export function copyStates({ copies, answers }: WholeAgreement): CopyState[] {
  return copies.map(({ organisationId, sent, agreed }) => ({
    organisationId,
    sent: sent && { versionId: sent.id, text: sent.text },
    agreedVersionId: agreed?.id ?? null,
    approvedBy: answers
      .filter(({ versionId, hash }) => hash !== null && versionId === sent?.id)
      .map((answer) => answer.organisationId),
  }))
}
