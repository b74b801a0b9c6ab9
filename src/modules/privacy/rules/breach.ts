import type { DateOnly } from '#kernel/values'
import { europeanArea } from './sensitive.ts'

/** How likely and how grave the harm is for the people: none that is likely, some, or a high one. */
export const breachRisks = ['none', 'risk', 'high'] as const
export type BreachRisk = (typeof breachRisks)[number]

/** Who is told of a breach. */
export type Addressee = 'authority' | 'persons'

/** What a law asks of whoever has had a breach. */
interface BreachRule {
  /** The countries whose people it protects, by ISO 3166-1 codes. */
  countries: readonly string[]
  /** Its name, as it stands in the register. */
  law: string
  addressee: Addressee
  article: string
  /** Hours after the organisation became aware of it; null where the law says at once, or without undue delay. */
  hours: number | null
  since: DateOnly
  until: DateOnly | null
  applies: (facts: BreachFacts) => boolean
}

/** What the duties depend on. */
export interface BreachFacts {
  countries: readonly string[]
  risk: BreachRisk
  /** How many people; null where it is not known yet, which counts as many. */
  persons: number | null
  isSensitive: boolean
}

const atRisk = ({ risk }: BreachFacts) => risk !== 'none'
const atHighRisk = ({ risk }: BreachFacts) => risk === 'high'
const always = () => true

/** The laws of breaches that are known here, with their days. To be checked by a lawyer of the country before one relies on them. */
const breachRules: readonly BreachRule[] = [
  {
    countries: europeanArea,
    law: 'GDPR',
    addressee: 'authority',
    article: 'GDPR Art. 33(1)',
    hours: 72,
    since: '2018-05-25',
    until: null,
    applies: atRisk,
  },
  {
    countries: europeanArea,
    law: 'GDPR',
    addressee: 'persons',
    article: 'GDPR Art. 34(1)',
    hours: null,
    since: '2018-05-25',
    until: null,
    applies: atHighRisk,
  },
  {
    countries: ['GB'],
    law: 'UK GDPR',
    addressee: 'authority',
    article: 'UK GDPR Art. 33(1)',
    hours: 72,
    since: '2021-01-01',
    until: null,
    applies: atRisk,
  },
  {
    countries: ['GB'],
    law: 'UK GDPR',
    addressee: 'persons',
    article: 'UK GDPR Art. 34(1)',
    hours: null,
    since: '2021-01-01',
    until: null,
    applies: atHighRisk,
  },
  {
    countries: ['TH'],
    law: 'PDPA',
    addressee: 'authority',
    article: 'PDPA s. 37(4)',
    hours: 72,
    since: '2022-06-01',
    until: null,
    applies: atRisk,
  },
  {
    countries: ['TH'],
    law: 'PDPA',
    addressee: 'persons',
    article: 'PDPA s. 37(4)',
    hours: null,
    since: '2022-06-01',
    until: null,
    applies: atHighRisk,
  },
  // A thousand people, or sensitive data: Enforcement Decree Art. 40(1).
  {
    countries: ['KR'],
    law: 'PIPA',
    addressee: 'authority',
    article: 'PIPA Art. 34(3)',
    hours: 72,
    since: '2023-09-15',
    until: null,
    applies: ({ persons, isSensitive }) => isSensitive || persons === null || persons >= 1000,
  },
  {
    countries: ['KR'],
    law: 'PIPA',
    addressee: 'persons',
    article: 'PIPA Art. 34(1)',
    hours: 72,
    since: '2023-09-15',
    until: null,
    applies: always,
  },
  {
    countries: ['CN'],
    law: 'PIPL',
    addressee: 'authority',
    article: 'PIPL Art. 57',
    hours: null,
    since: '2021-11-01',
    until: null,
    applies: always,
  },
  // People need not be told where measures keep them from harm.
  {
    countries: ['CN'],
    law: 'PIPL',
    addressee: 'persons',
    article: 'PIPL Art. 57',
    hours: null,
    since: '2021-11-01',
    until: null,
    applies: atRisk,
  },
]

/** One duty to tell somebody, with the moment until which it is to be done. */
export interface BreachDuty {
  law: string
  addressee: Addressee
  article: string
  hours: number | null
  dueAt: Date
}

/**
 * Whom the laws of the countries ask to be told of a breach that was known at a moment, the soonest first; of a law that is
 * valid on that day. Where a law says at once, it is due at the moment itself.
 */
export function dutiesOf(facts: BreachFacts, knownAt: Date): BreachDuty[] {
  const day = knownAt.toISOString().slice(0, 10)
  return breachRules
    .filter(
      ({ countries, since, until, applies }) =>
        countries.some((each) => facts.countries.includes(each)) &&
        since <= day &&
        (until === null || day <= until) &&
        applies(facts),
    )
    .map(({ law, addressee, article, hours }) => ({
      law,
      addressee,
      article,
      hours,
      dueAt: new Date(knownAt.getTime() + (hours ?? 0) * 3_600_000),
    }))
    .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || a.law.localeCompare(b.law, 'en'))
}
