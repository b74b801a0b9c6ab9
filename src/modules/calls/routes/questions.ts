import { show } from '#ui'
import { isRefused, refuse, type Refusal } from '#kernel/database'
import {
  type Answer,
  type Call,
  type FormState,
  freshForm,
  page,
  type Route,
  valueOf,
  localOf,
  refusedForm,
  refusedOnly,
  sceneOf,
} from '#kernel/http'
import { isUuid, languages, type LocalText, normaliseDigits } from '#kernel/values'
import { organisationNames, organisationOptions } from '#modules/alliance'
import { m } from '../messages/index.ts'
import {
  AudiencePage,
  audienceValues,
  destinationRows,
  mostDestinations,
} from '../pages/audience.tsx'
import { studyLevels } from '../pages/application-words.tsx'
import { QuestionsPage } from '../pages/questions.tsx'
import { callById, type CallRow } from '../queries/calls.ts'
import { awardsOf, readBudget } from '../rules/budget.ts'
import {
  type CallDefinition,
  type Destination,
  type EligibilityRule,
  type Question,
  questionKinds,
  type QuestionOption,
} from '../rules/questions.ts'
import { changeDefinition, lacksOf } from '../service/calls.ts'
import { loadCall } from './browse.ts'
import { countOf } from './web.ts'

const edit = { action: 'calls.call.edit', load: loadCall }
const mostQuestions = 80
const mostOptions = 100

/** The pages on which the office writes what a call asks, of whom, and for which seats. */
export const questionRoutes: readonly Route[] = [
  page<CallRow>('GET', '/calls/:id/questions', {
    ...edit,
    handle: (call) => showQuestions(call, freshForm(), null, 200),
  }),
  page<CallRow>('POST', '/calls/:id/questions', { ...edit, handle: saveQuestion }),
  page<CallRow>('GET', '/calls/:id/audience', {
    ...edit,
    handle: (call) => showAudience(call, null, 200),
  }),
  page<CallRow>('POST', '/calls/:id/audience', { ...edit, handle: saveAudience }),
]

type CallCall = Call<CallRow>

async function showQuestions(
  given: CallCall,
  form: FormState,
  refusedAt: string | null,
  status: number,
): Promise<Answer> {
  const call = given as Call
  const current = (await callById(call.work, given.object.id)) ?? given.object
  const shown = QuestionsPage({
    scene: sceneOf(call),
    call: current,
    lacks: lacksOf(current),
    refusedAt,
    form,
  })
  return show(shown, status)
}

async function saveQuestion(given: CallCall): Promise<Answer> {
  const call = given as Call
  const callId = given.object.id
  const id = valueOf(call, 'question')
  const act = valueOf(call, 'act')
  const question = act === 'save' ? readQuestion(call, id) : null
  const change = (definition: CallDefinition): CallDefinition | Refusal => {
    if (question) return isRefused(question) ? question : withQuestion(definition, question)
    return moved(definition, id, act)
  }
  const saved = await call.perform((work) =>
    changeDefinition(work, { callId, version: countOf(call, 'version'), change }),
  )
  if (isRefused(saved)) {
    const form = question ? refusedForm(call, saved) : refusedOnly(call, saved)
    return showQuestions(given, form, question ? id : null, saved.status)
  }
  return call.redirect(`/calls/${callId}/questions`, m('edit.saved'))
}

function readQuestion(call: Call, id: string): Question | Refusal {
  const kind = questionKinds.find((each) => each === valueOf(call, 'kind'))
  const label = localOf(call, 'label')
  const options = kind === 'choice' || kind === 'choices' ? readOptions(call) : []
  const typed = normaliseDigits(valueOf(call, 'most'))
  const most = typed === '' ? null : /^[1-9]\d{0,4}$/.test(typed) ? Number(typed) : -1
  const fields = {
    ...(kind ? {} : { kind: m('answer.fault.choice') }),
    ...(Object.keys(label).length > 0 ? {} : { label: m('refusal.no-label') }),
    ...(options === null ? { options: m('refusal.options-differ') } : {}),
    ...(options !== null && options.length < 2 && (kind === 'choice' || kind === 'choices')
      ? { options: m('refusal.few-options') }
      : {}),
    ...(most === -1 ? { most: m('refusal.most') } : {}),
  }
  const first = Object.values(fields)[0]
  if (first || !kind) return refuse(422, first ?? m('answer.fault.choice'), fields)
  return {
    id,
    kind,
    label,
    hint: localOf(call, 'hint'),
    required: kind !== 'step' && valueOf(call, 'required') === 'yes',
    most: kind === 'step' ? null : most,
    options: options ?? [],
  }
}

/** One option a line, the same line in every language; null where the languages have different numbers of lines. */
function readOptions(call: Call): QuestionOption[] | null {
  const lines = languages.flatMap((language) => {
    const typed = valueOf(call, `options.${language}`)
    if (typed === '') return []
    return [{ language, lines: typed.split(/\r?\n/).map((line) => line.trim()) }]
  })
  const count = lines[0]?.lines.length ?? 0
  if (count > mostOptions || lines.some((each) => each.lines.length !== count)) return null
  return Array.from({ length: count }, (_, place) => {
    const label: LocalText = {}
    for (const each of lines) label[each.language] = each.lines[place] ?? ''
    return { id: `o${place + 1}`, label }
  })
}

function withQuestion(definition: CallDefinition, question: Question): CallDefinition | Refusal {
  const { questions } = definition
  const twice = questions.some(
    ({ id, kind }) => kind === 'destinations' && question.kind === kind && id !== question.id,
  )
  if (twice) {
    return refuse(422, m('refusal.one-ranking'), { kind: m('refusal.one-ranking') })
  }
  if (questions.some(({ id }) => id === question.id)) {
    return {
      ...definition,
      questions: questions.map((each) => (each.id === question.id ? question : each)),
    }
  }
  if (questions.length >= mostQuestions) return refuse(422, m('refusal.many-questions'))
  const last = questions.reduce((most, { id }) => Math.max(most, Number(id.slice(1)) || 0), 0)
  return { ...definition, questions: [...questions, { ...question, id: `q${last + 1}` }] }
}

function moved(definition: CallDefinition, id: string, act: string): CallDefinition | Refusal {
  const { questions } = definition
  const place = questions.findIndex((each) => each.id === id)
  const question = questions[place]
  if (!question) return refuse(409, m('refusal.changed-meanwhile'))
  const rest = questions.filter((each) => each.id !== id)
  if (act === 'remove') {
    return {
      ...definition,
      questions: rest,
      eligibility: definition.eligibility.filter(
        (rule) => !('questionId' in rule) || rule.questionId !== id,
      ),
    }
  }
  const to = act === 'up' ? place - 1 : act === 'down' ? place + 1 : place
  return { ...definition, questions: rest.toSpliced(Math.max(0, to), 0, question) }
}

async function showAudience(
  given: CallCall,
  form: FormState | null,
  status: number,
): Promise<Answer> {
  const call = given as Call
  const current = (await callById(call.work, given.object.id)) ?? given.object
  const options = await organisationOptions(call.work)
  const shown = AudiencePage({
    scene: sceneOf(call),
    call: current,
    organisations: options.map(({ id, name }) => ({ value: id, label: name })),
    lacks: lacksOf(current),
    rows: form === null ? destinationRows(current.definition.destinations) : typedRows(call, form),
    form: form ?? freshForm(audienceValues(current)),
  })
  return show(shown, status)
}

/** The rows of the grid as they were typed. */
function rowsOf(call: Call): Record<PlaceColumn, string>[] {
  const places = Object.keys(call.form.values).flatMap((name) => {
    const row = /^place\.(\d{1,3})\.seats$/.exec(name)?.[1]
    return row === undefined ? [] : [Number(row)]
  })
  return places
    .toSorted((a, b) => a - b)
    .slice(0, mostDestinations)
    .map((row) => byColumn((column) => valueOf(call, `place.${row}.${column}`)))
}

const placeColumns = ['organisation', 'name', 'seats', 'currency', 'total', 'award'] as const
type PlaceColumn = (typeof placeColumns)[number]

function byColumn<T>(of: (column: PlaceColumn) => T): Record<PlaceColumn, T> {
  return Object.fromEntries(placeColumns.map((column) => [column, of(column)])) as Record<
    PlaceColumn,
    T
  >
}

function typedRows(call: Call, { errors }: FormState) {
  return rowsOf(call).map((values, row) => ({
    values,
    errors: byColumn((column) => errors[`place.${row}.${column}`]),
  }))
}

async function saveAudience(given: CallCall): Promise<Answer> {
  const call = given as Call
  const callId = given.object.id
  const eligibility = readRules(given)
  const destinations = await readDestinations(call)
  const fields = { ...eligibility.faults, ...destinations.faults }
  const first = Object.values(fields)[0]
  const change = (definition: CallDefinition): CallDefinition | Refusal =>
    first
      ? refuse(422, first, fields)
      : {
          ...definition,
          eligibility: eligibility.rules,
          destinations: withQuotas(destinations.found, definition.destinations),
        }
  const saved = await call.perform((work) =>
    changeDefinition(work, { callId, version: countOf(call, 'version'), change }),
  )
  if (isRefused(saved)) return showAudience(given, refusedForm(call, saved), saved.status)
  return call.redirect(`/calls/${callId}/audience`, m('edit.saved'))
}

/** A destination that was there keeps the quota under which whoever opened the call gave its seats. */
function withQuotas(found: readonly Destination[], known: readonly Destination[]): Destination[] {
  const nameOf = ({ organisationId, name }: Destination) => organisationId ?? JSON.stringify(name)
  return found.map((each) => {
    const same = known.find((other) => nameOf(other) === nameOf(each))
    return same?.quota ? { ...each, quota: same.quota } : each
  })
}

type Faults = Record<string, ReturnType<typeof m>>

function readRules(call: CallCall): { rules: EligibilityRule[]; faults: Faults } {
  const rules: EligibilityRule[] = []
  const faults: Faults = {}
  if (valueOf(call, 'enrolled') === 'yes') rules.push({ kind: 'enrolled-here' })
  const levels = studyLevels.filter((each) => call.form.values['levels']?.includes(each))
  if (levels.length > 0) rules.push({ kind: 'level', levels: [...levels] })
  const years = normaliseDigits(valueOf(call, 'years'))
  if (/^[1-9]$/.test(years)) rules.push({ kind: 'years-studied', atLeast: Number(years) })
  else if (years !== '') faults['years'] = m('refusal.years')
  for (const { id, kind } of call.object.definition.questions) {
    if (kind === 'yes-no' && valueOf(call, `yes.${id}`) === 'yes') {
      rules.push({ kind: 'answer-yes', questionId: id })
    }
    const least = normaliseDigits(valueOf(call, `least.${id}`)).replace(',', '.')
    if (kind !== 'number' || least === '') continue
    if (/^\d{1,9}(\.\d{1,6})?$/.test(least)) {
      rules.push({ kind: 'answer-at-least', questionId: id, atLeast: least })
    } else faults[`least.${id}`] = m('answer.fault.number')
  }
  return { rules, faults }
}

async function readDestinations(call: Call): Promise<{ found: Destination[]; faults: Faults }> {
  const rows = rowsOf(call)
  const faults: Faults = {}
  const members = await organisationNames(
    call.work,
    rows.flatMap(({ organisation }) => (isUuid(organisation) ? [organisation] : [])),
  )
  const found = rows.flatMap((row, place): Destination[] => {
    const isEmpty = placeColumns.every((column) => column === 'currency' || row[column] === '')
    if (isEmpty) return []
    const fund = readBudget(row, call.language)
    for (const [column, fault] of Object.entries(fund.faults)) {
      faults[`place.${place}.${column}`] = fault
    }
    const isFund = fund.budget !== null || Object.keys(fund.faults).length > 0
    const seats = fund.budget ? String(awardsOf(fund.budget)) : normaliseDigits(row.seats)
    if (isFund && row.seats !== '') faults[`place.${place}.seats`] = m('budget.no-seats')
    else if (!isFund && !/^[1-9]\d{0,3}$/.test(seats)) {
      faults[`place.${place}.seats`] = m('refusal.seats')
    }
    const name = members.get(row.organisation) ?? (row.name === '' ? null : { en: row.name })
    if (name === null) faults[`place.${place}.name`] = m('refusal.no-name')
    const organisationId = members.has(row.organisation) ? row.organisation : null
    return name === null
      ? []
      : [
          {
            id: `d${place + 1}`,
            organisationId,
            name,
            seats: Number(seats),
            ...(fund.budget ? { budget: fund.budget } : {}),
          },
        ]
  })
  const names = found.map(({ name }) => JSON.stringify(name))
  const twice = names.findIndex((name, place) => names.indexOf(name) < place)
  if (twice >= 0) faults[`place.${twice}.name`] = m('answer.fault.twice')
  return { found, faults }
}
