import { randomUUIDv7 } from 'node:crypto'
import { isRefused, type Refusal, refuse } from '#kernel/database'
import { type Answer, type Call, page, type Route, typedValues } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { academicYearFormIn, academicYearOf, dateInZone, shiftAcademicYear } from '#kernel/values'
import { type EntryRow, type Option, show } from '#ui'
import { m } from '../messages/index.ts'
import { CopyPage, HeadOfRow } from '../pages/copy.tsx'
import { base, nameOf } from '../pages/words.ts'
import type { CopyRow } from '../queries/copies.ts'
import { unitsAt } from '../queries/partners.ts'
import { type CopyContact, type WholeAgreement, wholeAgreement } from '../queries/whole.ts'
import { type Condition, eachPartner, type Partners } from '../rules/conditions.ts'
import { partnersOf, recordCopy, sendCopy } from '../service/sending.ts'
import { saveDraft } from '../service/writing.ts'
import { faultsInWords, mostConditions, rowOf, type TypedRow, typedRows } from './condition-rows.ts'
import { loadCopy, shown } from './parts.ts'

type CopyCall = Call<CopyRow>

/** The form of one's own copy. */
export const copyRoutes: readonly Route[] = [
  page<CopyRow>('GET', `${base}/:id/copy`, {
    action: 'agreements.agreement.edit',
    load: loadCopy,
    handle: opened,
  }),
  page<CopyRow>('POST', `${base}/:id/copy`, {
    action: 'agreements.agreement.edit',
    load: loadCopy,
    perMinute: 120,
    handle: written,
  }),
]

async function opened(call: CopyCall): Promise<Answer> {
  const { object: row } = call
  const whole = await wholeAgreement(call.work, row.agreementId)
  const own = whole.copies.find(({ id }) => id === row.id)!
  const partners = await partnersOf(call.work, whole)
  const rows = row.draft.conditions.map((condition) => ({
    values: rowOf(condition),
    errors: faultsInWords(condition, partners),
    condition,
  }))
  return form(call, whole, {
    values: {
      title: row.title,
      code: row.code,
      terms: row.draft.terms,
      basedOn: String(row.draftNumber),
    },
    rows: rows.length > 0 ? rows : [firstRow(call, whole)],
    contacts: own.contacts.map(contactRow),
    refusal: null,
  })
}

interface FormState {
  values: Record<string, string>
  rows: readonly TypedRow[]
  contacts: readonly Record<string, string>[]
  refusal: Refusal | null
}

async function form(call: CopyCall, whole: WholeAgreement, state: FormState): Promise<Answer> {
  const { object: row, language, t } = call
  const named = whole.copies.map(({ organisationId, names, acronym }) => ({
    value: organisationId,
    label: acronym ?? nameOf(names, language),
  }))
  const units = await unitsAt(
    call.work,
    named.map(({ value }) => value),
  )
  const unitOptions: Option[] = units.map((unit) => ({
    value: unit.id,
    label: nameOf(unit.names, language),
    group: named.find(({ value }) => value === unit.organisationId)?.label ?? '',
  }))
  call.shows([])
  return show(
    CopyPage({
      call,
      row,
      values: state.values,
      rows: state.rows.map((typed, place) => entryRow(call, typed, place)),
      contacts: [...state.contacts, {}].slice(0, 20).map((values) => ({ values })),
      partners: [
        ...named,
        ...(named.length > 2 ? [{ value: eachPartner, label: t(m('partner.each')) }] : []),
      ],
      units: [{ value: '', label: t(m('unit.whole')) }, ...unitOptions],
      mayRename: whole.concludedAt === null && whole.madeBy === row.organisation_id,
      maySend: call.may('agreements.agreement.send', row),
      mayRecord: row.state === 'draft' && call.may('agreements.agreement.record', row),
      refusal: shown(call, state.refusal),
    }),
    state.refusal,
  )
}

function entryRow(call: CopyCall, { values, errors }: TypedRow, place: number): EntryRow {
  const said = Object.entries(errors).map(([name, message]) => [name, call.t(message as Message)])
  return {
    values,
    errors: Object.fromEntries(said),
    head: HeadOfRow({ place, conditionKey: values['key'] ?? '' }),
  }
}

/** The first row of an empty agreement: study, from us to the first partner, for the next three years. */
function firstRow(call: CopyCall, whole: WholeAgreement): TypedRow {
  const own = whole.copies.find(({ id }) => id === call.object.id)!
  const other = whole.copies.find(({ id }) => id !== call.object.id)!
  const current = academicYearOf(
    dateInZone(call.now, own.timeZone),
    academicYearFormIn(own.country),
  )
  const values = {
    key: randomUUIDv7(),
    kind: 'study',
    sending: own.organisationId,
    receiving: other.organisationId,
    shared: 'pair',
    blended: 'no',
    firstYear: shiftAcademicYear(current, 1),
    lastYear: shiftAcademicYear(current, 3),
    languages: 'en B2',
  }
  return { values, errors: {}, condition: null }
}

function contactRow({ name, email, signs }: CopyContact): Record<string, string> {
  return { name, email: email ?? '', signs: signs ? 'yes' : 'no' }
}

/** Whatever was pressed, what was typed comes back or is kept; a row is added, removed or turned round on the way. */
async function written(call: CopyCall): Promise<Answer> {
  const whole = await wholeAgreement(call.work, call.object.agreementId)
  const partners = await partnersOf(call.work, whole)
  const wanted = call.form.values['do']?.[0] ?? 'save'
  const rows = typedRows(call.form).map((typed) => withFaults(typed, partners))
  const contacts = contactsTyped(call)
  const state: FormState = {
    values: typedValues(call),
    rows,
    contacts: contacts.rows,
    refusal: null,
  }
  const removed = /^remove (\d{1,3})$/.exec(wanted)
  if (removed) {
    const keys = call.form.values[`conditions.${removed[1]}.key`] ?? []
    return form(call, whole, {
      ...state,
      rows: rows.filter(({ values }) => values['key'] !== keys[0]),
    })
  }
  if (wanted === 'add') {
    return form(call, whole, { ...state, rows: [...rows, nextRow(call, whole, rows)] })
  }
  if (wanted === 'reverse') {
    const turned = rows.map(({ values }) => reversed(values))
    return form(call, whole, { ...state, rows: [...rows, ...turned].slice(0, mostConditions) })
  }
  const refusal = await keep(call, wanted, rows, contacts)
  if (isRefused(refusal)) return form(call, whole, { ...state, refusal })
  return call.redirect(`${base}/${call.object.id}`, refusal.said)
}

function withFaults(typed: TypedRow, partners: Partners): TypedRow {
  if (!typed.condition) return typed
  return { ...typed, errors: faultsInWords(typed.condition, partners) }
}

/** A new row like the last one, as lists of conditions mostly repeat. */
function nextRow(call: CopyCall, whole: WholeAgreement, rows: readonly TypedRow[]): TypedRow {
  const last = rows.at(-1)
  if (!last) return firstRow(call, whole)
  const values = { ...last.values, key: randomUUIDv7(), seats: '', terms: '' }
  return { values, errors: {}, condition: null }
}

function reversed(values: Record<string, string>): TypedRow {
  return {
    values: {
      ...values,
      key: randomUUIDv7(),
      sending: values['receiving'] ?? '',
      receiving: values['sending'] ?? '',
      sendingUnit: values['receivingUnit'] ?? '',
      receivingUnit: values['sendingUnit'] ?? '',
    },
    errors: {},
    condition: null,
  }
}

async function keep(
  call: CopyCall,
  wanted: string,
  rows: readonly TypedRow[],
  contacts: { rows: Record<string, string>[]; contacts: CopyContact[]; fault: Message | null },
): Promise<Refusal | { said: Message }> {
  if (contacts.fault) return refuse(422, contacts.fault, { contacts: contacts.fault })
  const unread = rows.findIndex(({ condition }) => condition === null)
  if (unread !== -1) return refuse(422, m('fault.cells', { row: unread + 1 }))
  const values = typedValues(call)
  const title = (values['title'] ?? '').trim().slice(0, 200)
  if (title === '') return refuse(422, m('fault.title'), { title: m('fault.title') })
  const copyId = call.object.id
  return call.perform(async (work) => {
    const saved = await saveDraft(work, {
      copyId,
      text: {
        terms: (values['terms'] ?? '').trim().slice(0, 20_000),
        conditions: rows.map(({ condition }) => condition as Condition),
      },
      code: (values['code'] ?? '').trim().slice(0, 100),
      title,
      contacts: contacts.contacts,
      basedOn: Number(values['basedOn'] ?? -1),
    })
    if (isRefused(saved)) return saved
    if (wanted === 'send') {
      const sent = await sendCopy(work, { copyId, basedOn: saved.draftNumber })
      return isRefused(sent) ? sent : { said: m('flash.sent') }
    }
    if (wanted === 'record') {
      const recorded = await recordCopy(work, { copyId, concludedAt: work.now })
      return isRefused(recorded) ? recorded : { said: m('flash.recorded') }
    }
    return { said: m('flash.saved') }
  })
}

function contactsTyped({ form: { values } }: CopyCall) {
  const rows: Record<string, string>[] = []
  const contacts: CopyContact[] = []
  let fault: Message | null = null
  for (let place = 0; place < 20; place += 1) {
    const cell = (name: string) => (values[`contacts.${place}.${name}`]?.[0] ?? '').trim()
    const [name, email] = [cell('name').slice(0, 200), cell('email').slice(0, 200)]
    if (name === '' && email === '') continue
    rows.push({ name, email, signs: cell('signs') })
    if (email !== '' && !/^[^@\s]+@[^@\s]+$/.test(email)) {
      fault = m('fault.contact-email', { email })
    }
    contacts.push({ name: name || email, email: email || null, signs: cell('signs') === 'yes' })
  }
  return { rows, contacts, fault }
}
