import type { Message } from '#kernel/messages'
import { Fraction, type LocalText, normaliseDigits, parseDate } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { Budget } from './budget.ts'
import type { ReferencePlan } from './references.ts'

/** What may stand in the form of a call: `step` begins a new step of it, everything else is a question. */
export const questionKinds = [
  'step',
  'text',
  'long-text',
  'number',
  'date',
  'yes-no',
  'choice',
  'choices',
  'destinations',
  'file',
] as const
/** One kind of a question. */
export type QuestionKind = (typeof questionKinds)[number]

/** One of the answers that a question offers. */
export interface QuestionOption {
  id: string
  label: LocalText
}

/** One question of a call; its id never changes, so that answers keep their meaning whatever its words become. */
export interface Question {
  id: string
  kind: QuestionKind
  label: LocalText
  hint: LocalText
  required: boolean
  /** The most characters of a text, choices, or ranked destinations; null for the kind's own limit. */
  most: number | null
  options: QuestionOption[]
}

/** Something of another module, which this one neither reads nor explains. */
export type Reference = { kind: string; id: string }

/** A place that may be asked for, with its seats; a fund, whose seats are the awards that it pays in full. */
export interface Destination {
  id: string
  /** The organisation of the alliance that it is, or null where only its name is known. */
  organisationId: string | null
  name: LocalText
  seats: number
  /** What the fund has and what each gets; its seats follow from it. */
  budget?: Budget | undefined
  /** Under which quota the seats stand (the condition of an agreement, say), as whoever opened the call names it. */
  quota?: Reference | undefined
}

/** Who may apply. What is asked of an answer names its question; what is asked of the record needs no answer. */
export type EligibilityRule =
  | { kind: 'enrolled-here' }
  | { kind: 'level'; levels: string[] }
  | { kind: 'years-studied'; atLeast: number }
  | { kind: 'answer-at-least'; questionId: string; atLeast: string }
  | { kind: 'answer-yes'; questionId: string }

/** One criterion of the rubric: points from 0 to `most`, which count `weight` times. */
export interface Criterion {
  id: string
  label: LocalText
  most: number
  weight: number
}

/** How applications are reviewed: by how many each, and by what they are judged. */
export interface ReviewPlan {
  each: number
  criteria: Criterion[]
}

/** What a call asks, of whom, and how it is judged; without a review plan there are no reviewers. */
export interface CallDefinition {
  questions: Question[]
  destinations: Destination[]
  eligibility: EligibilityRule[]
  review?: ReviewPlan | undefined
  references?: ReferencePlan | undefined
  /** Days in which a result may be appealed, from the telling on; none where it is 0 or not said. */
  appealDays?: number | undefined
}

/** The answers of an application, by the ids of the questions; a list where several are given or ranked. */
export type Answers = Record<string, string | string[]>

/**
 * The ids of a definition that stand twice, or that a rule names and no question has: none where it hangs together.
 */
export function brokenReferences({
  questions,
  destinations,
  eligibility,
  review,
}: CallDefinition): string[] {
  const twice = (ids: readonly string[]) => ids.filter((id, place) => ids.indexOf(id) < place)
  const known = new Set(questions.map(({ id }) => id))
  return [
    ...twice(questions.map(({ id }) => id)),
    ...twice(destinations.map(({ id }) => id)),
    ...twice((review?.criteria ?? []).map(({ id }) => id)),
    ...eligibility.flatMap((rule) =>
      'questionId' in rule && !known.has(rule.questionId) ? [rule.questionId] : [],
    ),
  ]
}

/** A call that asks nothing yet. */
export const emptyDefinition: CallDefinition = { questions: [], destinations: [], eligibility: [] }

/** The most characters of each kind of text, unless the question says fewer. */
export const longestTexts = { text: 300, 'long-text': 5000 } as const
/** The most destinations that an applicant ranks, unless the question says fewer. */
export const mostRanked = 5

/** A step of the form: its name, and the questions on it. The first may have no name. */
export interface FormStep {
  title: LocalText
  questions: Question[]
}

/** The steps of a form, in order; a step without questions is left out, and a form without questions has none. */
export function stepsOf(definition: CallDefinition): FormStep[] {
  const steps: FormStep[] = [{ title: {}, questions: [] }]
  for (const question of definition.questions) {
    if (question.kind === 'step') steps.push({ title: question.label, questions: [] })
    else steps.at(-1)!.questions.push(question)
  }
  return steps.filter(({ questions }) => questions.length > 0)
}

/** Whether an answer was given at all. */
export function isAnswered(answer: string | string[] | undefined): boolean {
  return answer !== undefined && answer.length > 0
}

/** The questions that must be answered and are not. */
export function missingQuestions(definition: CallDefinition, answers: Answers): Question[] {
  return definition.questions.filter(
    ({ id, kind, required }) => kind !== 'step' && required && !isAnswered(answers[id]),
  )
}

/** An answer as it is kept, or what is wrong with it. */
export type ReadAnswer = { answer: string | string[] | null } | { fault: Message }

/**
 * Reads what was typed as the answer of a question; nothing typed is null. Numbers are exact decimals, dates are read in
 * either era, choices must be among those offered, and a destination is ranked once.
 */
export function readAnswer(
  question: Question,
  destinations: readonly Destination[],
  typed: readonly string[],
): ReadAnswer {
  const given = typed.map((each) => each.trim()).filter((each) => each !== '')
  const [first] = given
  if (first === undefined) return { answer: null }
  switch (question.kind) {
    case 'text':
    case 'long-text': {
      const most = question.most ?? longestTexts[question.kind]
      const length = lengthOf(first)
      return length > most ? { fault: m('answer.fault.long', { most, length }) } : { answer: first }
    }
    case 'number': {
      const exact = normaliseDigits(first).replace(',', '.')
      return /^-?\d{1,9}(\.\d{1,6})?$/.test(exact)
        ? { answer: exact }
        : { fault: m('answer.fault.number') }
    }
    case 'date': {
      const day = parseDate(first)
      return day === null ? { fault: m('answer.fault.date') } : { answer: day }
    }
    case 'yes-no':
      return first === 'yes' || first === 'no'
        ? { answer: first }
        : { fault: m('answer.fault.choice') }
    case 'choice':
      return question.options.some(({ id }) => id === first)
        ? { answer: first }
        : { fault: m('answer.fault.choice') }
    case 'choices':
      return readSeveral(question, given)
    case 'destinations':
      return readRanked(question, destinations, given)
    default:
      return { answer: null }
  }
}

/** Characters as a reader counts them: an emoji or a Thai letter with its marks is one. */
export function lengthOf(text: string): number {
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].length
}

function readSeveral(question: Question, given: readonly string[]): ReadAnswer {
  const chosen = [...new Set(given)]
  if (chosen.some((each) => !question.options.some(({ id }) => id === each))) {
    return { fault: m('answer.fault.choice') }
  }
  return question.most !== null && chosen.length > question.most
    ? { fault: m('answer.fault.many', { most: question.most }) }
    : { answer: chosen }
}

function readRanked(
  question: Question,
  destinations: readonly Destination[],
  given: readonly string[],
): ReadAnswer {
  if (given.some((each) => !destinations.some(({ id }) => id === each))) {
    return { fault: m('answer.fault.choice') }
  }
  if (new Set(given).size < given.length) return { fault: m('answer.fault.twice') }
  const most = question.most ?? mostRanked
  return given.length > most ? { fault: m('answer.fault.many', { most }) } : { answer: [...given] }
}

/**
 * The ranked destinations of an application, first wish first; a destination that is no more is left out. Where a call has
 * one destination and asks for none, everybody wishes for it.
 */
export function wishesOf(definition: CallDefinition, answers: Answers): string[] {
  const question = definition.questions.find(({ kind }) => kind === 'destinations')
  const [only, ...others] = definition.destinations
  if (!question && only && others.length === 0) return [only.id]
  const wishes = question ? answers[question.id] : undefined
  return Array.isArray(wishes)
    ? wishes.filter((wish) => definition.destinations.some(({ id }) => id === wish))
    : []
}

/** The exact number of an answer, or null where none was given. */
export function numberOf(answer: string | string[] | undefined): Fraction | null {
  return typeof answer === 'string' ? Fraction.parse(answer) : null
}
