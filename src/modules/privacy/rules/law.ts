import type { Country, DateOnly } from '#kernel/values'
import type { FieldGroup } from '../consent-schema.ts'
import type { BasisKind, ClauseKind } from '../transfer-schema.ts'
import { europeanArea } from './sensitive.ts'

/** One way in which a law lets data go, in the order in which it is tried. */
export interface LawWay {
  basis: Exclude<BasisKind, 'transit'>
  article: string
  /** The documents that count, where it rests on one. */
  clauses?: readonly ClauseKind[]
  /** The person's consent by itself is needed beside the basis. */
  withConsent?: true
  /** Kinds of data to which it does not extend. */
  without?: readonly FieldGroup[]
  /** Only where nothing in it is sensitive. */
  onlyOrdinary?: true
  /** Only with fewer persons in the exporter's year, this transfer counted. */
  fewerThan?: { persons: number; sensitive: number }
}

/** What the law of a country says of data that goes to another, from a day on. */
export interface LawRow {
  from: readonly Country[] | null
  /** Null for every other country. */
  to: readonly Country[] | null
  since: DateOnly
  until: DateOnly | null
  ways: readonly LawWay[]
}

/** A number of persons in a year from which another basis is needed. */
export interface Threshold {
  country: Country
  since: DateOnly
  counts: 'persons' | 'sensitive'
  at: number
  /** The documents that are needed from then on; any other way ends there. */
  needs: readonly ClauseKind[]
  article: string
}

const consent: LawWay = { basis: 'consent', article: '' }
const all = null

/**
 * The table by which a basis is found: the first row for the two countries on the day counts, special ones first. It is
 * data with dates: what changes gets an end and a new row, and old transfers keep the article by which they went.
 */
export const lawRows: readonly LawRow[] = [
  {
    from: ['CN'],
    to: all,
    since: '2024-03-22',
    until: null,
    ways: [
      { basis: 'contract', article: 'PIPL 13(1)(2), 38; CAC 2024 Art. 5(1)(1)' },
      {
        basis: 'clauses',
        clauses: ['assessment'],
        withConsent: true,
        article: 'PIPL 38(1)(1), 39, 40; CAC 2024 Art. 7',
      },
      {
        basis: 'clauses',
        clauses: ['standard-contract', 'certification'],
        withConsent: true,
        fewerThan: { persons: 1_000_000, sensitive: 10_000 },
        article: 'PIPL 38(1)(2)-(3), 39; CAC 2024 Art. 8',
      },
      {
        basis: 'exemption',
        withConsent: true,
        onlyOrdinary: true,
        fewerThan: { persons: 100_000, sensitive: 10_000 },
        article: 'PIPL 39; CAC 2024 Art. 5(1)(4)',
      },
    ],
  },
  {
    from: ['KR'],
    to: europeanArea,
    since: '2025-09-16',
    until: null,
    ways: [
      { basis: 'adequacy', without: ['identity-document'], article: 'PIPA 28-8(1)5' },
      { basis: 'contract', article: 'PIPA 28-8(1)3' },
      { ...consent, article: 'PIPA 28-8(1)1' },
    ],
  },
  {
    from: ['KR'],
    to: all,
    since: '2023-09-15',
    until: null,
    ways: [
      { basis: 'contract', article: 'PIPA 28-8(1)3' },
      { basis: 'clauses', clauses: ['certification'], article: 'PIPA 28-8(1)4' },
      { ...consent, article: 'PIPA 28-8(1)1' },
    ],
  },
  {
    from: europeanArea,
    to: europeanArea,
    since: '2018-05-25',
    until: null,
    ways: [
      { basis: 'contract', article: 'GDPR 6(1)(b)' },
      { basis: 'clauses', clauses: ['agreement'], article: 'GDPR 6(1)(e)-(f), 26, 28' },
      { ...consent, article: 'GDPR 6(1)(a), 9(2)(a)' },
    ],
  },
  {
    from: europeanArea,
    to: ['KR'],
    since: '2021-12-17',
    until: null,
    ways: [{ basis: 'adequacy', article: 'GDPR 45; (EU) 2022/254' }],
  },
  {
    from: europeanArea,
    to: all,
    since: '2021-06-27',
    until: null,
    ways: [
      { basis: 'clauses', clauses: ['scc', 'certification'], article: 'GDPR 46(2); (EU) 2021/914' },
      { basis: 'contract', article: 'GDPR 49(1)(b)' },
      { ...consent, article: 'GDPR 49(1)(a)' },
    ],
  },
  {
    from: ['TH'],
    to: all,
    since: '2024-03-24',
    until: null,
    ways: [
      { basis: 'contract', article: 'PDPA s. 28(3)' },
      {
        basis: 'clauses',
        clauses: ['model-clauses', 'scc', 'certification'],
        article: 'PDPA s. 29',
      },
      { ...consent, article: 'PDPA s. 28(2)' },
    ],
  },
  {
    // Where the house knows no law of a country: a document or the person, never nothing.
    from: all,
    to: all,
    since: '2018-05-25',
    until: null,
    ways: [
      { basis: 'contract', article: '–' },
      {
        basis: 'clauses',
        clauses: ['agreement', 'model-clauses', 'scc', 'certification'],
        article: '–',
      },
      { ...consent, article: '–' },
    ],
  },
]

/** Within one country: no border, and still never without a ground. */
export const domesticWays: readonly LawWay[] = [
  { basis: 'contract', article: '–' },
  { basis: 'clauses', clauses: ['agreement'], article: '–' },
  { ...consent, article: '–' },
]

/** Numbers of persons from which a law wants more (CAC 2024 Art. 5, 7 and 8); the first sensitive person counts too. */
export const thresholds: readonly Threshold[] = [
  {
    country: 'CN',
    since: '2024-03-22',
    counts: 'persons',
    at: 100_000,
    needs: ['standard-contract', 'certification', 'assessment'],
    article: 'CAC 2024 Art. 8',
  },
  {
    country: 'CN',
    since: '2024-03-22',
    counts: 'persons',
    at: 1_000_000,
    needs: ['assessment'],
    article: 'CAC 2024 Art. 7',
  },
  {
    country: 'CN',
    since: '2024-03-22',
    counts: 'sensitive',
    at: 1,
    needs: ['standard-contract', 'certification', 'assessment'],
    article: 'CAC 2024 Art. 8',
  },
  {
    country: 'CN',
    since: '2024-03-22',
    counts: 'sensitive',
    at: 10_000,
    needs: ['assessment'],
    article: 'CAC 2024 Art. 7',
  },
]

/** The ways of the law for a transfer on a day; within a country those that need no border. */
export function waysFor(from: Country, to: Country, on: DateOnly): readonly LawWay[] {
  if (from === to) return domesticWays
  const row = lawRows.find(
    (each) =>
      (each.from === null || each.from.includes(from)) &&
      (each.to === null || each.to.includes(to)) &&
      each.since <= on &&
      (each.until === null || on < each.until),
  )
  return row?.ways ?? []
}

/** How near an exporter is to a number from which the law wants more: the next one not passed, and the share of it. */
export function nextThreshold(
  country: Country,
  on: DateOnly,
  counts: Threshold['counts'],
  count: number,
): Threshold | null {
  const ahead = thresholds
    .filter((each) => each.country === country && each.counts === counts && each.since <= on)
    .filter((each) => count < each.at)
    .toSorted((a, b) => a.at - b.at)
  return ahead[0] ?? null
}
