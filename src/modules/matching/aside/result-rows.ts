import type { Missing } from '../rules/mentor-result.ts'

/** What stands beside the codes of a frozen run, in the order of its inputs. */
export interface RunNames {
  applicants: { name: string; country: string }[]
  /** Of mentors the name too. */
  places: { name?: string; country: string; sector: string }[]
}

/** An applicant's row of a result. */
export interface PlacementRow {
  number: number
  code: string
  name: string | null
  country: string
  place_number: number | null
  choice: number | null
  choices: number
  /** Of a round that gives mentors of two kinds: the second, and what else is said of both. */
  second_number?: number | null
  second_choice?: number | null
  languages?: string
  why?: Missing | null
  second_why?: Missing | null
}

/** A place's row of a result. */
export interface PlaceRow {
  number: number
  name: string
  country: string
  sector: string
  seats: number
  filled: number
  asked: number
  first_choices: number
  cutoff: number | null
  by_lot: boolean
  /** Of a mentor: who it is in the certificate, of which kind, speaking what. */
  code?: string | null
  kind?: '' | 'academic' | 'industry'
  languages?: string
}
