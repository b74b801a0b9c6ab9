import { type Refusal, type Work } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import { cast, seedAs } from '#modules/alliance'
import { type CopyContact, wholeAgreement } from './queries/whole.ts'
import type { AgreementKind, Condition, ConditionKind } from './rules/conditions.ts'
import { approveVersion } from './service/answering.ts'
import { makeAgreement } from './service/making.ts'
import { sendCopy } from './service/sending.ts'
import { saveDraft } from './service/writing.ts'

const { organisations: o, people: p } = cast

/** Who acts for an institution in the demonstration. */
const coordinators: Readonly<Record<string, string>> = {
  [o.au]: p.coordinatorAu,
  [o.pku]: p.coordinatorPku,
  [o.ruc]: p.coordinatorRuc,
  [o.saebyeok]: p.coordinatorSaebyeok,
  [o.rhone]: p.coordinatorRhone,
}

/** The academic years that a condition of the demonstration runs. */
export type Years = Pick<Condition, 'firstYear' | 'lastYear'>

export const dayMs = 24 * 60 * 60_000

/** Written by hand so that the demonstration is the same each time. */
export function condition(
  kind: ConditionKind,
  sending: string,
  receiving: string,
  { firstYear, lastYear }: Years,
  rest: Partial<Condition> & { seats: number },
): Condition {
  return {
    key: `${kind}-${sending.slice(-4)}-${receiving.slice(-4)}`,
    kind,
    sending,
    receiving,
    sendingUnit: '',
    receivingUnit: '',
    firstYear,
    lastYear,
    shared: false,
    amount: null,
    fields: [],
    languages: [{ language: 'en', level: 'B2' }],
    levels: [],
    blended: false,
    terms: '',
    ...rest,
  }
}

interface Begun {
  kind?: AgreementKind
  frameworkId?: string
  code: string
  terms?: string
  conditions: Condition[]
  contacts: CopyContact[]
}

/** Begins an agreement with its draft; null where it stands already. */
export async function begun(
  seeding: Seeding,
  title: string,
  organisationId: string,
  partnerIds: string[],
  input: Begun,
): Promise<string | null> {
  const there = await seeding.database.kysely
    .selectFrom('agreements')
    .select('id')
    .where('title', '=', title)
    .executeTakeFirst()
  if (there) return null
  const { kind = 'agreement', frameworkId = null, code, terms = '', conditions, contacts } = input
  const made = await by(seeding, organisationId, 41, (work) =>
    makeAgreement(work, {
      kind,
      frameworkId,
      title,
      code,
      organisationId,
      partnerIds,
      node: seeding.services.node,
    }),
  )
  await by(seeding, organisationId, 41, (work) =>
    saveDraft(work, {
      copyId: made.copyId,
      text: { terms, conditions },
      code,
      title,
      contacts,
      basedOn: 0,
    }),
  )
  return made.copyId
}

export async function sent(
  seeding: Seeding,
  copyId: string,
  organisationId: string,
  daysAgo: number,
): Promise<void> {
  await by(seeding, organisationId, daysAgo, (work) => sendCopy(work, { copyId, basedOn: 1 }))
}

/** Approves all versions that wait for an institution, taking them over where its own copy says nothing. */
export async function approvedBy(
  seeding: Seeding,
  copyId: string,
  organisationId: string,
  daysAgo: number,
): Promise<void> {
  const { copies, answers } = await wholeOf(seeding, copyId)
  const own = copies.find((copy) => copy.organisationId === organisationId)!
  for (const { sent: version } of copies) {
    const isMine = version === null || version.id === own.sent?.id
    const isAnswered = answers.some(
      (each) => each.versionId === version?.id && each.organisationId === organisationId,
    )
    if (isMine || isAnswered) continue
    await by(seeding, organisationId, daysAgo, (work) =>
      approveVersion(work, {
        copyId: own.id,
        versionId: version.id,
        hash: version.hash,
        adopt: true,
      }),
    )
  }
}

export async function wholeOf({ runner, now }: Seeding, copyId: string) {
  const work = runner.reading({ actor: { kind: 'system', name: 'seed' }, now, language: 'en' })
  const { agreement_id: agreementId } = await work.read
    .selectFrom('agreement_copies')
    .select('agreement_id')
    .where('id', '=', copyId)
    .executeTakeFirstOrThrow()
  return wholeAgreement(work, agreementId)
}

export function by<T>(
  seeding: Seeding,
  organisationId: string,
  daysAgo: number,
  verb: (work: Work) => Promise<T | Refusal>,
): Promise<T> {
  return seedAs(seeding, { personId: coordinators[organisationId]!, daysAgo, language: 'en' }, verb)
}
