import type { DateOnly, Fraction } from '#kernel/values'
import { plainText } from '../formats/plain-text.ts'
import { setKey } from '../rules/set-notation.ts'

/** A person's judgement that host courses together stand for home courses together, one way. */
export interface JudgeEquivalence {
  homeOrganisationId: string
  hostOrganisationId: string
  /** All are required, each by one of its codes. */
  hostCourses: readonly (readonly string[])[]
  /** Codes of the home catalogue; empty where a package stands for a block. */
  homeCourses: readonly string[]
  /** Set where what was studied is recognised as a whole. */
  package: JudgePackage | null
  /** Null: for every degree programme of the home institution. */
  degreeProgrammeId: string | null
  contentShare: Fraction | null
  validFrom: DateOnly
  validTo: DateOnly | null
  note: string
  /** The standing equivalence whose place this one takes. */
  replaces?: string | null
  /** The equivalence of the other institution whose other direction this one is. */
  mirrorOf?: string | null
}

/** What counts into a package beside the required courses, and what it stands for. */
export interface JudgePackage {
  any: boolean
  further: readonly string[]
  /** Home credit by which the package may be short. */
  accept: Fraction
  /** A block of credit that is no course of the catalogue; null where home courses are named. */
  block: { code: string; title: string; credit: Fraction } | null
}

/** The most courses that one side of an equivalence may name. */
export const mostCoursesInSet = 40

/** The input as it is kept: plain text without markup and controls. */
export function cleaned(input: JudgeEquivalence): JudgeEquivalence {
  return {
    ...input,
    hostCourses: input.hostCourses.map((codes) => codes.map(plainText)),
    homeCourses: input.homeCourses.map(plainText),
    package: input.package && {
      ...input.package,
      further: input.package.any ? [] : input.package.further.map(plainText),
      block: input.package.block && {
        ...input.package.block,
        code: plainText(input.package.block.code),
        title: plainText(input.package.block.title),
      },
    },
    note: plainText(input.note),
  }
}

/** Every host code that the input names. */
export function allHostCodes({ hostCourses, package: whole }: JudgeEquivalence): string[] {
  return [...hostCourses.flat(), ...(whole?.further ?? [])]
}

/** The same for the same host courses, however they are written. */
export function hostKeyOf({ hostCourses }: JudgeEquivalence): string {
  return setKey(hostCourses)
}

/** The same for the same home courses, however they are written. */
export function homeKeyOf({ homeCourses, package: whole }: JudgeEquivalence): string {
  return setKey((whole?.block ? [whole.block.code] : homeCourses).map((code) => [code]))
}
