import type { Call } from '#kernel/http'
import {
  countryName,
  type DateOnly,
  formatDate,
  formatList,
  formatMoney,
  formatNumber,
  money,
  withAside,
} from '#kernel/values'
import { InItsLanguage, Notice, StateTag, type Tone } from '#ui'
import { m } from '../messages/index.ts'
import { type Clearance, mayRank, type MeantStay } from '../rules/clearance.ts'
import type { HourCap, Permit, StayKind } from '../rules/pack.ts'

/** What a page of permission packs takes of a call. */
export type PageCall = Pick<Call, 'frame' | 't' | 'language' | 'href' | 'may' | 'now' | 'timeZone'>
/** What words about clearance take of a call, on whichever page they stand. */
export type Reader = Pick<Call, 't' | 'language' | 'href'>

/** Where the pages of clearance begin. */
export const base = '/clearance'

/** The address of the pack of one pair. */
export function packPath({ from, to, kind }: { from: string; to: string; kind: StayKind }): string {
  return `${base}/pack?from=${from}&to=${to}&kind=${kind}`
}

/** From which country to which. */
export function pairText({ from, to }: { from: string; to: string }, { t, language }: Reader) {
  const names = { from: countryName(from, language), to: countryName(to, language) }
  return t(m('pair', names))
}

/** Where the facts of a pair stand on a day: in force, ending soon, over, or not there. */
export type PackState = 'in-force' | 'ending' | 'expired' | 'gap'

export const stateTones: Record<PackState, Tone> = {
  'in-force': 'done',
  ending: 'attention',
  expired: 'harm',
  gap: 'quiet',
}

/** The state of a pack on a day; `lastCall` is the day from which on it is called for to be read anew. */
export function packState(
  pack: { validUntil: DateOnly } | null,
  days: { today: DateOnly; lastCall: DateOnly },
): PackState {
  if (!pack) return 'gap'
  if (pack.validUntil < days.today) return 'expired'
  return pack.validUntil <= days.lastCall ? 'ending' : 'in-force'
}

/** A permit under its official name, else what it is. */
export function permitName(permit: Permit, { t }: Pick<Reader, 't'>) {
  if (permit.name === '') return <>{t(m(`nature.${permit.nature}`))}</>
  return <InItsLanguage text={permit.name} language={null} />
}

/** A cap on working hours in words. */
export function capText(cap: HourCap, { t, language }: Pick<Reader, 't' | 'language'>): string {
  const hours = formatNumber(cap.hours, language)
  const parts = [
    t(m(cap.per === 'week' ? 'hours.week' : 'hours.year', { hours })),
    ...(cap.level === null ? [] : [t(m(`level.${cap.level}`))]),
    ...(cap.days === 'weekdays' ? [t(m('hours.weekdays'))] : []),
    ...(cap.needs === null ? [] : [t(m(`needs.${cap.needs}`))]),
  ]
  return parts.join(' · ')
}

/** What a permit says of insurance, or null where that is not known. */
export function insuranceText(permit: Permit, { t, language }: Pick<Reader, 't' | 'language'>) {
  const { insurance } = permit
  if (!insurance) return null
  if (!insurance.required) return t(m('insurance.none'))
  if (!insurance.cover) return t(m('insurance.needed'))
  const { amountMinor, currency } = insurance.cover
  const amount = formatMoney(money(amountMinor, currency), language)
  return t(m('insurance.cover', { amount }))
}

/** Something that nobody has found out: said, and not left out. */
export function NotKnown({ t }: Pick<Reader, 't'>) {
  return <StateTag tone="quiet">{t(m('not-known'))}</StateTag>
}

/**
 * What a page says that uses the facts of a stay: what is needed, or loudly that they are over or missing. Nothing for a
 * stay within one country.
 */
export function ClearanceNote({
  reader,
  clearance,
  meant = {},
}: {
  reader: Reader
  clearance: Clearance
  meant?: MeantStay
}) {
  const { t, language, href } = reader
  if (clearance.state === 'domestic') return null
  const { verdict, reasons, permits } = mayRank(clearance, meant)
  const link = <a href={href(packPath(clearance))}>{t(m('note.read'))}</a>
  const said = reasons.map((reason) => t(reason)).join(' ')
  const pair = pairText(clearance, reader)
  if (clearance.state === 'expired' && clearance.pack) {
    const day = formatDate(clearance.pack.validUntil, language, 'long')
    return (
      <Notice tone="harm" title={t(m('note.expired', { pair, day }))} action={link}>
        <p>{t(m('note.ask-embassy'))}</p>
      </Notice>
    )
  }
  if (verdict === 'unknown' || verdict === 'no') {
    const key = verdict === 'no' ? 'note.no' : 'note.unknown'
    return (
      <Notice
        tone={verdict === 'no' ? 'harm' : 'attention'}
        title={t(m(key, { pair }))}
        action={link}
      >
        <p>{said}</p>
      </Notice>
    )
  }
  const names = formatList(
    permits.map(({ name, nature }) => {
      const kind = t(m(`nature.${nature}`))
      return name ? withAside(kind, name, language) : kind
    }),
    language,
  )
  const key = verdict === 'yes' ? 'note.yes' : 'note.needs'
  return <Notice tone="info" title={t(m(key, { pair, permits: names }))} action={link} />
}
