import { type Scene } from '#kernel/http'
import type { CellValue, Sheet, SheetColumn } from '#kernel/files'
import { dateInZone, displayName, formatMoney } from '#kernel/values'
import { m } from '../messages/index.ts'
import { localText } from '../pages/scene.tsx'
import type { ApplicationRow } from '../queries/applications.ts'
import type { CallRow } from '../queries/calls.ts'
import { fundAfter } from '../rules/budget.ts'
import type { Question } from '../rules/questions.ts'

/** The applications of a call as a sheet: who, what was decided, and one column a question. */
export function tableOf(scene: Scene, call: CallRow, rows: readonly ApplicationRow[]): Sheet {
  const { t, language } = scene
  const questions = call.definition.questions.filter(
    ({ kind }) => kind !== 'step' && kind !== 'file',
  )
  const hasFunds = call.definition.destinations.some(({ budget }) => budget !== undefined)
  const columns: SheetColumn[] = [
    { header: t(m('field.number')), kind: 'number' },
    { header: t(m('field.applicant')), kind: 'text', width: 30 },
    { header: t(m('field.sent')), kind: 'date' },
    { header: t(m('field.outcome')), kind: 'text', width: 16 },
    { header: t(m('field.destination')), kind: 'text', width: 24 },
    ...(hasFunds ? [{ header: t(m('budget.award')), kind: 'text' as const, width: 18 }] : []),
    ...questions.map((question) => ({
      header: localText(scene, question.label),
      kind: columnKind(question),
      width: 24,
    })),
  ]
  return {
    name: localText(scene, call.titles),
    columns,
    rows: rows.map((row) => [
      row.number,
      displayName(row.name, language),
      row.submitted_at === null ? null : dateInZone(row.submitted_at, call.time_zone),
      t(m(`outcome.${row.outcome ?? 'none'}`)),
      nameOf(scene, call, row.destination_id),
      ...(hasFunds ? [awardOf(scene, call, row.destination_id)] : []),
      ...questions.map((question) => cellOf(scene, call, question, row)),
    ]),
  }
}

function columnKind({ kind }: Question): SheetColumn['kind'] {
  if (kind === 'number') return 'number'
  return kind === 'date' ? 'date' : 'text'
}

function nameOf(scene: Scene, call: CallRow, id: string | null): string {
  const found = call.definition.destinations.find((each) => each.id === id)
  return found ? localText(scene, found.name) : ''
}

function awardOf({ language }: Scene, call: CallRow, id: string | null): CellValue {
  const found = call.definition.destinations.find((each) => each.id === id)
  return found?.budget ? formatMoney(fundAfter(found.budget, 0).award, language) : null
}

function cellOf(
  scene: Scene,
  call: CallRow,
  question: Question,
  { answers }: ApplicationRow,
): CellValue {
  const answer = answers[question.id]
  if (answer === undefined) return null
  const several = typeof answer === 'string' ? [answer] : answer
  switch (question.kind) {
    case 'yes-no':
      return scene.t(m(answer === 'yes' ? 'answer.yes' : 'answer.no'))
    case 'destinations':
      return several.map((id) => nameOf(scene, call, id)).join('; ')
    case 'choice':
    case 'choices':
      return several
        .map((id) => localText(scene, question.options.find((each) => each.id === id)?.label ?? {}))
        .join('; ')
    default:
      return several.join('; ')
  }
}
