import { editDistance } from '#kernel/identity'
import { type Country, countryName, isCountry, languages, type LocalText } from '#kernel/values'
import type { Titles } from './rules/types.ts'

/** What a transcript says of the institution that issued it. */
export interface Issuer {
  titles?: Titles
  identifiers?: { type: string; value: string }[]
}

/** What is known of an institution that may have issued it. */
export interface PossibleIssuer {
  names: LocalText
  acronym: string | null
  ror: string | null
  identifiers: Record<string, string>
  country: Country
  city: LocalText
}

/** Whether a document was issued by an institution: as far as it says, by another, or it says nothing that can be compared. */
export type IssuerFit = 'same' | 'other' | 'unsaid'

/**
 * Compares the issuer that a transcript names with an institution, so that a transcript brought in for the wrong one
 * is noticed. An identifier that both have settles it. Names are compared in every language that both are known in:
 * whatever their case, accents, order and small words, with a faculty, an acronym, the city or the country added or left
 * out. What cannot be compared (a name in a script in which the other has none) is no difference.
 */
export function issuerFit(issuer: Issuer, institution: PossibleIssuer): IssuerFit {
  const byIdentifier = identifierFit(issuer, institution)
  if (byIdentifier !== 'unsaid') return byIdentifier
  const fits = Object.values(issuer.titles ?? {}).map((title) => titleFit(title ?? '', institution))
  if (fits.includes('same')) return 'same'
  return fits.includes('other') ? 'other' : 'unsaid'
}

/** Which of the institutions issued the document, or null where none or several might have. */
export function issuerAmong<Institution extends PossibleIssuer>(
  issuer: Issuer,
  institutions: readonly Institution[],
): Institution | null {
  const same = institutions.filter((each) => issuerFit(issuer, each) === 'same')
  return same.length === 1 ? same[0]! : null
}

function identifierFit(issuer: Issuer, institution: PossibleIssuer): IssuerFit {
  const known = new Map(
    Object.entries({
      ...institution.identifiers,
      ...(institution.ror ? { ror: institution.ror } : {}),
    }).map(([type, value]) => [bare(type), bare(value)]),
  )
  const compared = (issuer.identifiers ?? []).flatMap(({ type, value }) => {
    const own = known.get(bare(type))
    return own === undefined || bare(value) === '' ? [] : [isSameIdentifier(own, bare(value))]
  })
  if (compared.length === 0) return 'unsaid'
  return compared.every(Boolean) ? 'same' : 'other'
}

/** A ROR is written with and without its address. */
function isSameIdentifier(own: string, given: string): boolean {
  return own === given || (given.length >= 8 && own.endsWith(given))
}

/** 'https://ror.org/02v51f717' and '02V51F717' end alike; so do '0000 0001 2256 9319' and '0000000122569319'. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

function titleFit(title: string, institution: PossibleIssuer): IssuerFit {
  const segments = segmentsOf(title)
  if (segments.length === 0) return 'unsaid'
  const { acronym } = institution
  if (acronym && segments.some((each) => each === folded(acronym))) return 'same'
  const script = scriptOf(segments.join(' '))
  const names = Object.values(institution.names)
    .map(folded)
    .filter((name) => name !== '' && scriptOf(name) === script)
  if (names.length === 0) return 'unsaid'
  const places = placesOf(institution)
  const isSame = names.some((name) =>
    segments.some((segment) => isSameName(segment, name, script, places)),
  )
  return isSame ? 'same' : 'other'
}

type Script = 'latin' | 'han' | 'thai' | 'hangul'

function scriptOf(text: string): Script {
  if (/\p{Script=Thai}/u.test(text)) return 'thai'
  if (/\p{Script=Hangul}/u.test(text)) return 'hangul'
  return /\p{Script=Han}/u.test(text) ? 'han' : 'latin'
}

/** The name as a whole, and its parts where it is divided: 'School of Arts, Peking University (PKU)'. */
function segmentsOf(title: string): string[] {
  const parts = title.split(/[,，、;；:：()（）[\]/|·•\n]|\s[-–—]\s/)
  const spaced = parts.filter((part) => /[\p{Script=Thai}\p{Script=Hangul}]/u.test(part))
  const words = spaced.flatMap((part) => part.split(/\s+/))
  return [...new Set([title, ...parts, ...words].map(folded))].filter((part) => part !== '')
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/['’`´]/g, ' ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

const smallWords = new Set('the of and at in for de du des d la le les l et a aux fur'.split(' '))

function isSameName(
  segment: string,
  name: string,
  script: Script,
  places: ReadonlySet<string>,
): boolean {
  if (script !== 'latin') {
    const [given, known] = [segment, name].map((text) => text.replaceAll(' ', ''))
    return given === known || (script === 'han' && isPartOf(given!, known!))
  }
  const [given, known] = [wordsOf(segment), wordsOf(name)]
  const surplus = [...without(given, known), ...without(known, given)]
  if (surplus.every((word) => places.has(word))) return true
  const [one, other] = [given, known].map((words) => words.toSorted().join(''))
  const allowed = Math.floor(Math.min(one!.length, other!.length) / 10)
  return allowed > 0 && editDistance(one!, other!, allowed) <= allowed
}

/** A faculty or school of it, 北京大学艺术学院; but a school that is only attached to it, 人民大学附属中学, is another. */
function isPartOf(given: string, known: string): boolean {
  return (
    given.startsWith(known) &&
    /^(?!附).*(?:学院|系|院|部|所|中心|处|科)$/u.test(given.slice(known.length))
  )
}

function wordsOf(text: string): string[] {
  return text.split(' ').filter((word) => word !== '' && !smallWords.has(word))
}

function without(words: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return words.filter((word) => {
    const place = left.indexOf(word)
    if (place >= 0) left.splice(place, 1)
    return place < 0
  })
}

/** Words that an institution's name may have or not: its country and city, in every language. */
function placesOf({ country, city }: PossibleIssuer): Set<string> {
  const countryNames = isCountry(country)
    ? languages.map((language) => countryName(country, language))
    : []
  return new Set([...countryNames, ...Object.values(city)].flatMap((text) => wordsOf(folded(text))))
}
