import { isRefused, type Work } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import { cast } from '#modules/alliance'
import type { FieldGroup } from './consent-schema.ts'
import { noticeOf } from './service/consent-text.ts'
import { answerConsent, requestConsent, type RequestConsent } from './service/consents.ts'
import { recordTransfer } from './service/transfers.ts'
import { consentRequestById } from './queries/consents.ts'

const { people, organisations } = cast

type Asked = Omit<RequestConsent, 'node'> & {
  by: string
  daysAgo: number
  answer?: { groups: readonly FieldGroup[]; daysAgo: number; language: 'en' | 'th' | 'ko' }
}

const toPeking = {
  purpose: 'exchange',
  exporterOrganisationId: organisations.au,
  recipientOrganisationId: organisations.pku,
  contact: 'exchange-office@pku.example',
  method: 'file',
  keptMonths: 24,
} as const

/** What the demonstration's students are asked: one has answered in part, one has not looked yet, one said no to half. */
const asked: readonly Asked[] = [
  {
    ...toPeking,
    personId: people.studentThanawat,
    fieldGroups: ['identity', 'contact', 'studies', 'grades', 'identity-document'],
    by: people.coordinatorAu,
    daysAgo: 30,
    answer: { groups: ['identity', 'contact', 'studies', 'grades'], daysAgo: 28, language: 'th' },
  },
  {
    ...toPeking,
    personId: people.studentKanyarat,
    fieldGroups: ['identity', 'contact', 'studies', 'grades', 'languages', 'health'],
    by: people.coordinatorAu,
    daysAgo: 5,
  },
  {
    personId: people.studentPark,
    purpose: 'internship',
    exporterOrganisationId: organisations.saebyeok,
    recipientOrganisationId: organisations.museum,
    contact: 'internships@museum.example',
    method: 'network',
    keptMonths: 12,
    fieldGroups: ['identity', 'contact', 'portfolio', 'family'],
    by: people.coordinatorSaebyeok,
    daysAgo: 12,
    answer: { groups: ['identity', 'contact', 'portfolio'], daysAgo: 10, language: 'ko' },
  },
]

/** Consents of the demonstration, through the verbs; who was asked already is passed over. */
export async function seedConsents(
  seeding: Seeding,
  by: <T>(
    personId: string,
    daysAgo: number,
    verb: (work: Work) => Promise<T>,
    language?: 'en' | 'th' | 'ko',
  ) => Promise<T>,
): Promise<void> {
  for (const { by: asker, daysAgo, answer, ...input } of asked) {
    if (await wasAsked(seeding, input.personId)) continue
    const made = await by(asker, daysAgo, (work) =>
      requestConsent(work, { ...input, node: seeding.services.node }),
    )
    if (isRefused(made)) throw new Error(`the request for consent is refused: ${made.message.key}`)
    if (!answer) continue
    const { language, groups } = answer
    const t = seeding.services.translator.for(language)
    const done = await by(
      input.personId,
      answer.daysAgo,
      async (work) => {
        const request = await consentRequestById(work, made.requestId)
        if (!request) throw new Error('the request for consent is gone')
        const { sha256 } = noticeOf(request, t, language)
        return answerConsent(work, {
          ...made,
          groups,
          declines: false,
          shownSha256: sha256,
          guardian: { born: '2004-05-17', name: '', address: '', language },
          t,
        })
      },
      language,
    )
    if (isRefused(done)) throw new Error(`the consent is refused: ${done.message.key}`)
  }
}

/** What the demonstration's institutions hand over: on a consent, on clauses, and to a country with equal protection. */
export async function seedTransfers(
  seeding: Seeding,
  by: <T>(personId: string, daysAgo: number, verb: (work: Work) => Promise<T>) => Promise<T>,
): Promise<void> {
  const first = await seeding.database.kysely
    .selectFrom('transfers')
    .select('id')
    .executeTakeFirst()
  if (first) return
  const { node } = seeding.services
  const handed = [
    {
      ...toPeking,
      by: people.coordinatorAu,
      daysAgo: 27,
      personIds: [people.studentThanawat],
      fieldGroups: ['identity', 'contact', 'studies', 'grades'],
      destination: 'Exchange office, encrypted e-mail',
    },
    {
      purpose: 'exchange',
      method: 'file',
      exporterOrganisationId: organisations.saebyeok,
      recipientOrganisationId: organisations.rhone,
      by: people.coordinatorSaebyeok,
      daysAgo: 9,
      personIds: [people.studentPark],
      fieldGroups: ['identity', 'contact', 'portfolio'],
      destination: 'Service des relations internationales',
    },
    {
      purpose: 'exchange',
      method: 'file',
      exporterOrganisationId: organisations.pku,
      recipientOrganisationId: organisations.au,
      by: people.coordinatorPku,
      daysAgo: 20,
      personIds: [people.studentWang],
      fieldGroups: ['identity', 'studies', 'grades'],
      destination: 'International office',
      contract: 'Application for the autumn term, sent by the student',
    },
  ] as const
  for (const { by: who, daysAgo, ...transfer } of handed) {
    const done = await by(who, daysAgo, (work) => recordTransfer(work, { ...transfer, node }))
    if (isRefused(done)) throw new Error(`the transfer is refused: ${done.message.key}`)
  }
}

async function wasAsked({ database }: Seeding, personId: string): Promise<boolean> {
  const row = await database.kysely
    .selectFrom('consent_requests')
    .select('id')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}
