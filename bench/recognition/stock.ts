// Invented transcripts and equivalences of a hundred pairs of institutions, the same for the same number.
import { Fraction } from '#kernel/values'
import { courseKey, hostKeys } from '../../src/modules/recognition/rules/context.ts'
import { publishedCreditSchemes } from '../../src/modules/recognition/rules/credit-schemes.ts'
import { publishedGradeScales } from '../../src/modules/recognition/rules/grade-scales.ts'
import { publishedRuleSets } from '../../src/modules/recognition/rules/policy.ts'
import type {
  Equivalence,
  EvaluationInput,
  RecognitionRuleSet,
  TranscriptLine,
} from '../../src/modules/recognition/rules/types.ts'

const homes = 10
const hosts = 10
const linesEach = 10

/** Whole numbers below a limit, from a seed (mulberry32). */
export function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** The rules that Assumption University publishes, with an age, class hours and a tolerance beside them. */
export const ruleSet: RecognitionRuleSet = {
  ...publishedRuleSets[0]!,
  maximumAgeYears: 5,
  minimumClassHours: { hoursPerCredit: Fraction.of(15), minutesPerClassHour: 45 },
  shortfall: { accept: Fraction.one, beyond: 'needs-decision' },
}

/** The cells of the table of decisions by the pair and the key of the host course: what the database's index finds. */
export class Stock {
  readonly size: number
  readonly #perPair: number
  readonly #index = new Map<string, Equivalence[]>()

  constructor(size: number) {
    this.#perPair = Math.floor(size / (homes * hosts))
    this.size = this.#perPair * homes * hosts
    for (let pair = 0; pair < homes * hosts; pair += 1) {
      const next = numbers(pair + 1)
      for (let place = 0; place < this.#perPair; place += 1) {
        const made = equivalenceOf(pair, place, this.#perPair, next)
        for (const key of hostKeys(made)) {
          const name = `${pair} ${key}`
          const known = this.#index.get(name)
          if (known) known.push(made)
          else this.#index.set(name, [made])
        }
      }
    }
  }

  /** The input of one case, as the product collects it: the equivalences that name a course of the transcript. */
  input(number: number): EvaluationInput {
    const next = numbers(0x10000 + number)
    const pair = next(homes * hosts)
    const lines = Array.from({ length: linesEach }, (_, place) =>
      lineOf(place, next, this.#perPair),
    )
    return this.of(pair, lines)
  }

  /** One transcript of many lines of one pair. */
  long(length: number): EvaluationInput {
    const next = numbers(7)
    return this.of(
      0,
      Array.from({ length }, (_, place) => lineOf(place, next, this.#perPair)),
    )
  }

  of(pair: number, lines: readonly TranscriptLine[]): EvaluationInput {
    const found = new Set<Equivalence>()
    for (const { code } of lines) {
      for (const each of this.#index.get(`${pair} ${courseKey(code)}`) ?? []) found.add(each)
    }
    return {
      decidedOn: '2026-03-01',
      homeInstitution: `home-${pair % homes}`,
      hostInstitution: `host-${Math.floor(pair / homes)}`,
      degreeProgramme: { id: 'ba-arts', totalCredit: Fraction.of(120) },
      intakeYear: 2024,
      alreadyRecognised: { credit: Fraction.zero, homeCourses: [] },
      ruleSet,
      schemes: schemes,
      hostSchemeId: 'cn-16',
      homeSchemeId: 'th',
      scales,
      hostScaleId: 'pku-from-2025',
      homeScaleId: 'au',
      correspondences,
      equivalences: [...found],
      lines,
    }
  }
}

// As the product asks for them: the schemes and scales of the two sides, and no others.
const schemes = publishedCreditSchemes.filter(({ id }) => id === 'cn-16' || id === 'th')
const scales = publishedGradeScales.filter(({ id }) => id === 'pku-from-2025' || id === 'au')
const correspondences = [
  { hostScaleId: 'pku-from-2025', homeScaleId: 'au', host: '70', home: 'C', source: null },
]

/** Of twenty: sixteen judged one to one, one of them below the content asked for, two that need two courses, one that shares its host course with another and one whose content nobody has judged. */
function equivalenceOf(
  pair: number,
  place: number,
  perPair: number,
  next: (below: number) => number,
): Equivalence {
  const kind = place % 20
  const code = (of: number) => `ART ${String(of % perPair).padStart(4, '0')}`
  const hostCourses = [[code(kind === 18 ? place + 1 : place)]]
  if (kind === 16 || kind === 17) hostCourses.push([code(place + 20)])
  return {
    id: `e-${pair}-${place}`,
    hostInstitution: `host-${Math.floor(pair / homes)}`,
    hostCourses,
    homeCourses: [
      {
        code: `CA${String(place).padStart(4, '0')}`,
        title: { en: 'Cultural industries' },
        credit: Fraction.of(hostCourses.length === 1 ? 3 : 5),
      },
    ],
    package: null,
    degreeProgramme: null,
    validFrom: '2020-01-01',
    validTo: null,
    contentShare: kind === 19 ? null : Fraction.of(kind === 15 ? 60 : 75 + next(26), 100),
    judgedBy: 'Dr. Somchai',
    judgedOn: '2025-05-01',
  }
}

function lineOf(place: number, next: (below: number) => number, perPair: number): TranscriptLine {
  const status = next(30)
  const year = next(40) === 0 ? 2020 : 2025
  return {
    id: `l${place}`,
    code: next(12) === 0 ? `FREE ${place}` : `ART ${String(next(perPair)).padStart(4, '0')}`,
    title: { 'zh-Hans': '文化产业概论' },
    credit: Fraction.of(4 + next(5), 2),
    creditSchemeId: null,
    hours: { lecture: Fraction.of(32 + 16 * next(4)) },
    grade: String(50 + next(51)),
    status: status === 0 ? 'failed' : status === 1 ? 'in-progress' : 'passed',
    completedOn: `${year}-06-${String(1 + next(28)).padStart(2, '0')}`,
    term: next(2) === 0 ? '2024/2025-1' : '2024/2025-2',
  }
}
