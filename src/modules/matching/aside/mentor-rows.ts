import type { Certified } from '../methods/method.ts'
import { kindsIn, type MentorInputsView, mentorResults } from '../rules/mentor-result.ts'
import { mentorSummary } from '../rules/mentor-summary.ts'
import type { RunSummary } from '../rules/summary.ts'
import type { PlacementRow, PlaceRow, RunNames } from './result-rows.ts'

/** Whether inputs are of a round that gives mentors. */
export function isMentorInputs(inputs: object): inputs is MentorInputsView {
  return 'mentors' in inputs
}

/** The mentors of each student, one list for each kind, in the order of the kinds. */
export function mentorsOf(run: Certified): (readonly (string | null)[])[] {
  const { industry } = run as Certified & { industry?: readonly (string | null)[] }
  return industry ? [run.result, industry] : [run.result]
}

/** The rows and figures of a result that gives mentors; names stand beside the codes where they are known. */
export function mentorRows(
  run: Certified,
  names: RunNames | null,
): { placements: PlacementRow[]; places: PlaceRow[]; summary: RunSummary } {
  const round = run.inputs as unknown as MentorInputsView
  const { students, mentors } = mentorResults(round, mentorsOf(run))
  const kinds = kindsIn(round)
  const placements = students.map(({ held, languages }, number): PlacementRow => {
    const [one, two] = held
    const { id, wishes = [] } = round.applicants[number]!
    return {
      number,
      code: id,
      name: names?.applicants[number]?.name ?? null,
      country: names?.applicants[number]?.country ?? '',
      place_number: one!.mentor,
      choice: one!.wish,
      choices: wishes.length,
      second_number: two?.mentor ?? null,
      second_choice: two?.wish ?? null,
      languages: languages.join(' '),
      why: one!.why,
      second_why: two?.why ?? null,
    }
  })
  const places = round.mentors.map(({ id, kind, seats, languages }, number): PlaceRow => {
    const { filled, asked, firstWishes } = mentors[number]!
    const { name = id, country = '', sector = '' } = names?.places[number] ?? {}
    const shared = { number, code: id, name, country, sector, seats, filled, asked }
    const spoken = languages.filter((each) => each !== '*').join(' ')
    const none = { first_choices: firstWishes, cutoff: null, by_lot: false }
    return { ...shared, ...none, kind: kind ?? '', languages: spoken }
  })
  const unmatched = students.filter(({ held }) => held.some(({ mentor }) => mentor === null)).length
  const summary: RunSummary = {
    applicants: students.length,
    choices: [],
    unmatched,
    places: kinds.length === 0 ? 0 : round.mentors.length,
    seats: round.mentors.reduce((sum, { seats }) => sum + seats, 0),
    byCountry: [],
    byPlaceCountry: [],
    bySector: [],
    mentors: mentorSummary(round, students, mentors),
  }
  return { placements, places, summary }
}
