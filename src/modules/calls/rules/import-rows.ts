import { type Message, wordsOf } from '#kernel/messages'
import { type LocalText } from '#kernel/values'
import { foldHeading, type ImportTable } from '#modules/alliance'
import { m } from '../messages/index.ts'
import { type Answers, type CallDefinition, type Question, readAnswer } from './questions.ts'

/** The columns by which a row of a list names its applicant. */
export type ApplicantColumn = 'address' | 'number'

/** Their headings, in all five languages. */
export const applicantColumns: Readonly<Record<ApplicantColumn, readonly string[]>> = {
  address: wordsFor('import.column-address'),
  number: wordsFor('import.column-number'),
}

/** What is wrong with a row: its number, the heading of its column, and a sentence. */
export interface ImportFault {
  row: number
  column: LocalText | ApplicantColumn
  message: Message
}

/** One row as it was understood. */
export interface ReadRow {
  row: number
  /** In lower case; empty where the list has none. */
  address: string
  number: string
  answers: Answers
}

/** Questions by the headings that a list may have for them: their words in any language, or their id. */
export function questionHeadings(definition: CallDefinition): Map<string, string> {
  const asked = definition.questions.filter(({ kind }) => kind !== 'step' && kind !== 'file')
  return new Map(
    asked.flatMap(({ id, label }) =>
      [id, ...Object.values(label)].map((heading) => [foldHeading(heading), id] as const),
    ),
  )
}

/**
 * Reads the rows of a list of applications: each cell as the answer of its question, choices and destinations by their
 * words in any language, several of them apart by semicolons. What must be answered and is not is a fault too; a file is
 * asked for on paper and is none.
 */
export function readRows(
  definition: CallDefinition,
  rows: ImportTable<ApplicantColumn>['rows'],
): { read: ReadRow[]; faults: ImportFault[] } {
  const faults: ImportFault[] = []
  const read = rows.map(({ row, values, extra }): ReadRow => {
    const answers: Answers = {}
    for (const question of definition.questions) {
      if (question.kind === 'step' || question.kind === 'file') continue
      const typed = cellsOf(definition, question, extra[question.id] ?? '')
      const result = readAnswer(question, definition.destinations, typed)
      if ('fault' in result) faults.push({ row, column: question.label, message: result.fault })
      else if (result.answer !== null) answers[question.id] = result.answer
      else if (question.required) {
        faults.push({ row, column: question.label, message: m('import.unanswered') })
      }
    }
    const address = (values.address ?? '').toLowerCase()
    const number = values.number ?? ''
    if (address === '' && number === '') {
      faults.push({ row, column: 'number', message: m('import.nobody-named') })
    }
    return { row, address, number, answers }
  })
  return { read, faults }
}

/** A cell as the form would have sent it: words of choices become their ids. */
function cellsOf(definition: CallDefinition, question: Question, cell: string): string[] {
  switch (question.kind) {
    case 'yes-no': {
      const folded = foldHeading(cell)
      const word = (['yes', 'no'] as const).find((each) =>
        wordsFor(`answer.${each}`).some((known) => foldHeading(known) === folded),
      )
      return [word ?? cell]
    }
    case 'choice':
      return [idFor(question.options, cell)]
    case 'choices':
      return cell.split(/[;；\n]/).map((each) => idFor(question.options, each))
    case 'destinations': {
      const known = definition.destinations.map(({ id, name }) => ({ id, label: name }))
      return cell.split(/[;；\n]/).map((each) => idFor(known, each))
    }
    default:
      return [cell]
  }
}

function idFor(known: readonly { id: string; label: LocalText }[], typed: string): string {
  const folded = foldHeading(typed)
  const found = known.find(({ id, label }) =>
    [id, ...Object.values(label)].some((each) => foldHeading(each) === folded),
  )
  return found?.id ?? typed.trim()
}

/** The words of a message in all languages: what a list that anybody wrote may say. */
function wordsFor(key: string): string[] {
  return wordsOf(m.catalogue, key)
}
