import { Fraction } from '#kernel/values'
import type { TeachingHours, TeachingKind } from '../rules/types.ts'

/** One part of 'LECT 1.0 HR + PRAC 4.0 HR': hours a week (HR) or credit (CR). */
export interface ContactPart {
  /** The kind as the school writes it. */
  label: string
  /** The kind that credit schemes count; null where the label does not say. */
  kind: TeachingKind | null
  amount: Fraction
  unit: 'hours-per-week' | 'credit'
}

const kinds: Record<string, TeachingKind> = {
  LECT: 'lecture',
  DISC: 'lecture',
  SMNA: 'lecture',
  TUT: 'lecture',
  LAB: 'practice',
  PRAC: 'practice',
  STU: 'practice',
  CLIN: 'practice',
  FWK: 'placement',
  IDPS: 'self-study',
  IDVS: 'self-study',
}

/**
 * Reads contact hours or a credit split in the form of Thai catalogues ('LECT 1.0 HR + PRAC 4.0
 * HR Year Course', 'LECT 3.0 CR (S/U)'), or Thai '3(2-2-5)': lecture, practice and self-study
 * hours a week. A plain number is lecture hours a week. Null for anything else.
 */
export function parseContactHours(
  text: string,
): { parts: ContactPart[]; wholeYear: boolean } | null {
  let rest = text.normalize('NFKC').trim()
  if (rest === '' || rest.length > 300) return null
  const wholeYear = /\s*Year Course$/i.test(rest)
  rest = rest.replace(/\s*Year Course$/i, '').replace(/\s*\(S\/U\)$/i, '')
  if (rest === '') return { parts: [], wholeYear }
  const weekly = /^(?:\d{1,3}(?:\.\d)?\s*)?\((\d{1,3})-(\d{1,3})-(\d{1,3})\)$/.exec(rest)
  if (weekly) {
    const [lecture, practice, study] = weekly.slice(1).map((each) => Fraction.parse(each)!)
    return {
      parts: [
        part('lecture', 'lecture', lecture!),
        part('practice', 'practice', practice!),
        part('self-study', 'self-study', study!),
      ].filter((each) => !each.amount.isZero()),
      wholeYear,
    }
  }
  const plain = /^\d{1,4}(?:\.\d{1,2})?$/.test(rest) ? Fraction.parse(rest) : null
  if (plain) return { parts: [part('lecture', 'lecture', plain)], wholeYear }
  const parts: ContactPart[] = []
  for (const piece of rest.split('+')) {
    const found = /^([A-Za-z]{2,8}\d{0,3})\s+(\d{1,4}(?:\.\d{1,2})?)\s+(HR|CR)$/i.exec(piece.trim())
    const amount = found ? Fraction.parse(found[2]!) : null
    if (!found || !amount) return null
    const label = found[1]!.toUpperCase()
    const unit = found[3]!.toUpperCase() === 'HR' ? 'hours-per-week' : 'credit'
    parts.push({ label, kind: kinds[label] ?? null, amount, unit })
  }
  return { parts, wholeYear }
}

/** Hours over a whole term from hours a week; parts whose kind is not known make it null. */
export function termHours(parts: readonly ContactPart[], weeks: number): TeachingHours | null {
  const hours: TeachingHours = {}
  for (const { kind, amount, unit } of parts) {
    if (unit !== 'hours-per-week') continue
    if (kind === null) return null
    hours[kind] = (hours[kind] ?? Fraction.zero).add(amount.multiply(Fraction.of(weeks)))
  }
  return Object.keys(hours).length === 0 ? null : hours
}

function part(label: string, kind: TeachingKind, amount: Fraction): ContactPart {
  return { label, kind, amount, unit: 'hours-per-week' }
}
