import { xmlElement as element, xmlText as text } from '#kernel/files'
import { Fraction, languages, type LocalText, type PersonName } from '#kernel/values'
import type { CaseLine } from '../queries/cases.ts'
import type { StatedDecision } from '../queries/decisions.ts'
import type { Titles } from '../rules/types.ts'
import { recognisedGroups } from '../statement.ts'

/** What an ELMO document of a decision is made of. */
export interface DecisionFacts extends Pick<StatedDecision, 'decidedAt' | 'revision'> {
  number: string
  studentNumber: string
  student: PersonName
  /** The day of the decision by the home institution's calendar. */
  decidedOn: string
  home: ElmoIssuerFacts & { creditScheme: string }
  host: ElmoIssuerFacts
  /** When the host issued its transcript; the decision's time where that is not known. */
  issuedOn: string | null
  lines: readonly CaseLine[]
}

/** An institution as an issuer: its identifier here, its names, and an address. */
export interface ElmoIssuerFacts {
  id: string
  names: LocalText
  url: string
}

const namespace = 'https://github.com/emrex-eu/elmo-schemas/tree/v2'

/**
 * A decision as ELMO 2.1.1 (github.com/emrex-eu/elmo-schemas, branch v2): one `resultOfRecognition` with the
 * courses of the host as its basis, the courses of the home institution as its result, and a mapping for each
 * group of courses that counts together, so that two host courses for one home course are said as such.
 * Credit that no decimal writes exactly has no value, because a rounded one would be another.
 */
export function writeDecisionElmo(facts: DecisionFacts): string {
  const groups = recognisedGroups(facts.lines)
  const hostRef = (line: CaseLine) => `host-${line.position + 1}`
  const results = groups.flatMap(({ homes }, group) =>
    homes.map((home, place) => ({ ...home, ref: `home-${group + 1}-${place + 1}` })),
  )
  const mappings = groups.map(({ hosts, homes }, group) =>
    element('recognitionMapping', [
      element('mapping', [
        element(
          'fromMapping',
          hosts.map((line) => text('ref', hostRef(line))),
        ),
        element(
          'toMapping',
          homes.map((_home, place) => text('ref', `home-${group + 1}-${place + 1}`)),
        ),
      ]),
    ]),
  )
  const decidedAt = facts.decidedAt.toISOString()
  const result = element('resultOfRecognition', [
    text('identifier', `${facts.number}/${facts.revision}`, { type: 'local' }),
    text('status', statusOf(facts.lines)),
    text('decisionDate', facts.decidedOn),
    element('recognitionBasis', [
      element('recognitionReport', [
        issuer(facts.host),
        ...facts.lines.map((line) => hostCourse(line, hostRef(line))),
        text('issueDate', facts.issuedOn ? `${facts.issuedOn}T00:00:00Z` : decidedAt),
      ]),
    ]),
    ...results.map((home) =>
      element('recognitionResult', [
        course(home, {
          ref: home.ref,
          credit: home.credit === null ? null : String(home.credit),
          scheme: facts.home.creditScheme,
          grade: home.grade,
          date: null,
        }),
      ]),
    ),
    ...mappings,
  ])
  const report = element('report', [issuer(facts.home), result, text('issueDate', decidedAt)])
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'elmo',
    [text('generatedDate', decidedAt), learner(facts), report],
    { xmlns: namespace },
  )}\n`
}

function statusOf(lines: readonly CaseLine[]): string {
  const recognised = lines.filter((line) => line.verdict === 'recognised').length
  if (recognised === 0) return 'Negative'
  return recognised === lines.length ? 'Positive' : 'Partially Positive'
}

/** `alternativeName` is obligatory and single: the name in its own script, else as it is written in Latin letters. */
function learner({ student, studentNumber }: DecisionFacts): string {
  const words = student.romanised.split(' ')
  const given = student.order === 'given-first' ? words.slice(0, -1) : words.slice(1)
  const family = student.order === 'given-first' ? words.at(-1) : words[0]
  return element('learner', [
    text('identifier', studentNumber, { type: 'studentIdentifier' }),
    text('givenNames', student.passportGiven ?? given.join(' ')),
    text('familyName', student.passportFamily ?? family ?? ''),
    text('alternativeName', student.native ?? student.romanised),
  ])
}

function issuer({ id, names, url }: ElmoIssuerFacts): string {
  return element('issuer', [
    text('identifier', id, { type: 'local' }),
    ...titles(names, id),
    text('url', url),
  ])
}

function hostCourse(line: CaseLine, ref: string): string {
  return course(line, {
    ref,
    credit: line.credit,
    scheme: line.creditSchemeId ?? 'local',
    grade: line.grade,
    date: line.completedOn,
  })
}

interface Instance {
  ref: string
  credit: string | null
  scheme: string
  grade: string | null
  date: string | null
}

function course(
  { code, titles: names }: { code: string; titles: Titles },
  given: Instance,
): string {
  const value = given.credit === null ? null : decimalOf(given.credit)
  return element('learningOpportunitySpecification', [
    text('identifier', given.ref, { type: 'elmo' }),
    text('identifier', code, { type: 'local' }),
    ...titles(names, code),
    text('type', 'Course'),
    element('specifies', [
      element('learningOpportunityInstance', [
        ...(given.date === null ? [] : [text('date', given.date)]),
        ...(given.grade === null ? [] : [text('resultLabel', given.grade)]),
        ...(given.credit === null
          ? []
          : [
              element('credit', [
                text('scheme', given.scheme),
                ...(value === null ? [] : [text('value', value)]),
              ]),
            ]),
      ]),
    ]),
  ])
}

function decimalOf(credit: string): string | null {
  const value = Fraction.parse(credit)
  const decimal = value?.toDecimal(6)
  return value && decimal && Fraction.parse(decimal)?.equals(value) ? decimal : null
}

/** Titles in the five languages first, then whatever else the document had; a course without any is called by its code. */
function titles(names: Titles, otherwise: string): string[] {
  const known = languages.filter((language) => names[language])
  const others = Object.keys(names).filter((tag) => !known.includes(tag as never) && names[tag])
  const all = [...known, ...others].map((tag) =>
    text('title', names[tag]!, tag === 'und' ? {} : { 'xml:lang': tag }),
  )
  return all.length === 0 ? [text('title', otherwise)] : all
}
