import { isDeepStrictEqual } from 'node:util'
import { wordsOf } from '#kernel/messages'
import { dateInZone, languages, parseDate, type Language, type LocalText } from '#kernel/values'
import type { Work } from '#kernel/database'
import type { UnitColumn } from '../import-columns.ts'
import { foldHeading, type ImportTable, type Preview } from '../import-table.ts'
import { m } from '../messages/index.ts'
import { unitKinds, type UnitKind, type UnitState } from '../schema.ts'

/** What a row of a list of units comes to: a unit that is added, or a known one that is changed. */
export interface UnitRow {
  row: number
  id: string
  /** As it stands; null where it is added. */
  before: UnitState | null
  after: UnitState
}

/** A unit that stands. */
export interface KnownUnit extends UnitState {
  id: string
}

type TableRow = ImportTable<UnitColumn>['rows'][number]
type Fault = (row: number, column: string, key: Parameters<typeof m>[0], text?: string) => null

/** A row that is in order by itself; what it is a part of is not looked up yet. */
export interface UnitDraft extends UnitRow {
  parentText: string | undefined
}

/** The units of an organisation as rows of a list may mean them. */
export class UnitIndex {
  readonly #byCode = new Map<string, KnownUnit>()
  readonly #byName = new Map<string, Set<KnownUnit>>()
  readonly #byId = new Map<string, KnownUnit>()

  constructor(units: readonly KnownUnit[]) {
    for (const unit of units) this.add(unit)
  }

  add(unit: KnownUnit): void {
    this.#byId.set(unit.id, unit)
    if (unit.code !== null) this.#byCode.set(keyOf(unit.code), unit)
    for (const name of namesIn(unit.names)) {
      const same = this.#byName.get(keyOf(name)) ?? new Set()
      this.#byName.set(keyOf(name), same.add(unit))
    }
  }

  /** The units that a text means: the one of this code, or all of this name. */
  called(text: string): KnownUnit[] {
    const ofCode = this.#byCode.get(keyOf(text))
    return ofCode ? [ofCode] : [...(this.#byName.get(keyOf(text)) ?? [])]
  }

  ofCode(code: string): KnownUnit | undefined {
    return this.#byCode.get(keyOf(code))
  }

  /** The units that have one of these names and, where the list says one, this parent. */
  named(names: LocalText, parentText: string | undefined): KnownUnit[] {
    const found = new Set(
      namesIn(names).flatMap((name) => [...(this.#byName.get(keyOf(name)) ?? [])]),
    )
    return [...found].filter((unit) => {
      if (parentText === undefined) return true
      const parent = unit.parentId === null ? undefined : this.#byId.get(unit.parentId)
      return parent !== undefined && this.called(parentText).includes(parent)
    })
  }
}

/** Reads a row by itself: which unit it means, and what it says of it. */
export function readUnitRow(
  work: Work,
  { row, values }: TableRow,
  known: { units: UnitIndex; timeZone: string; newId: () => string },
  fault: Fault,
): UnitDraft | null {
  const names = namesOf(values, work.language)
  const { unitCode: code, partOf: parentText } = values
  if (namesIn(names).some((name) => name.length > 300) || (code ?? '').length > 40) {
    return fault(row, 'unitName', 'import.long-cell')
  }
  const kind = values.unitKind === undefined ? undefined : kindNamed(values.unitKind)
  if (kind === null) return fault(row, 'unitKind', 'import.unknown-kind', values.unitKind)
  const closedOn = values.closedOn === undefined ? undefined : parseDate(values.closedOn)
  if (closedOn === null) return fault(row, 'closedOn', 'import.no-date', values.closedOn)
  if (closedOn && closedOn > dateInZone(work.now, known.timeZone)) {
    return fault(row, 'closedOn', 'import.future-close')
  }
  const meant = unitMeant(known.units, names, code, parentText)
  if (meant === 'several') {
    return fault(row, 'unitName', 'import.ambiguous-unit', namesIn(names)[0])
  }
  if (meant === null && namesIn(names).length === 0) {
    return fault(row, 'unitName', 'import.no-unit-name')
  }
  const { id: _, ...before } = meant ?? { id: null, ...added }
  return {
    row,
    id: meant?.id ?? known.newId(),
    before: meant && before,
    after: {
      names: { ...before.names, ...names },
      code: before.code ?? code ?? null,
      kind: kind ?? before.kind,
      parentId: before.parentId,
      closedOn: closedOn ?? before.closedOn,
    },
    parentText,
  }
}

const added: UnitState = { names: {}, code: null, kind: 'faculty', parentId: null, closedOn: null }

/**
 * The unit that a row means: that of its code, or else that of its name, which may have no other code and, where the row
 * says what it is a part of, stands there. Two faculties may each have a unit called “Office”.
 */
function unitMeant(
  units: UnitIndex,
  names: LocalText,
  code: string | undefined,
  parentText: string | undefined,
): KnownUnit | 'several' | null {
  const ofCode = code === undefined ? undefined : units.ofCode(code)
  if (ofCode) return ofCode
  const named = units.named(names, parentText)
  const free = code === undefined ? named : named.filter((unit) => unit.code === null)
  if (free.length <= 1) return free[0] ?? null
  const same = free.filter((unit) => isDeepStrictEqual(unit.names, names))
  if (same.length === 1) return same[0]!
  // Units of one name are told apart by their place: a row that names none means the one that stands in none.
  const apart = free.filter((unit) => unit.parentId === null)
  return parentText === undefined && apart.length === 1 ? apart[0]! : 'several'
}

/** Looks up what each row's unit is a part of, among those that stand and those of the list; rows without fail. */
export function placeUnits(
  drafts: readonly UnitDraft[],
  standing: readonly KnownUnit[],
  fault: Fault,
): UnitRow[] {
  let left = drafts
  for (;;) {
    const placed = placeOnce(left, standing)
    const failed = placed.filter(({ problem }) => problem !== null)
    if (failed.length === 0) {
      return placed.map(({ draft: { row, id, before, after } }) => ({ row, id, before, after }))
    }
    // A row that cannot stand takes those along that would be a part of it.
    for (const { draft, problem } of failed) fault(draft.row, 'partOf', problem!, draft.parentText)
    left = left.filter((draft) => !failed.some((each) => each.draft.row === draft.row))
  }
}

type ParentProblem = 'import.unknown-parent' | 'import.ambiguous-unit' | 'fault.unit-in-itself'

function placeOnce(
  drafts: readonly UnitDraft[],
  standing: readonly KnownUnit[],
): { draft: UnitDraft; problem: ParentProblem | null }[] {
  const asLeft = new Map(standing.map((unit) => [unit.id, unit]))
  for (const { id, after } of drafts) asLeft.set(id, { id, ...after })
  const units = new UnitIndex([...asLeft.values()])
  const placed = drafts.map((draft) => {
    if (draft.parentText === undefined) return { draft, problem: null }
    const found = units.called(draft.parentText)
    // Of several of one name the one in which it stands already is meant.
    const parent = found.length > 1 ? found.find(({ id }) => id === draft.after.parentId) : found[0]
    if (!parent) {
      const problem: ParentProblem =
        found.length > 1 ? 'import.ambiguous-unit' : 'import.unknown-parent'
      return { draft, problem }
    }
    return { draft: { ...draft, after: { ...draft.after, parentId: parent.id } }, problem: null }
  })
  const parents = new Map([...asLeft.values()].map((unit) => [unit.id, unit.parentId]))
  for (const { draft } of placed) parents.set(draft.id, draft.after.parentId)
  return placed.map(({ draft, problem }) => ({
    draft,
    problem: problem ?? (isWithinItself(draft.id, parents) ? 'fault.unit-in-itself' : null),
  }))
}

function isWithinItself(id: string, parents: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>()
  for (
    let at = parents.get(id) ?? null;
    at !== null && !seen.has(at);
    at = parents.get(at) ?? null
  ) {
    if (at === id) return true
    seen.add(at)
  }
  return false
}

/** Tells a fault of a row to a preview. */
export function faultsInto(preview: Preview<UnitRow>): Fault {
  return (row, column, key, text) => {
    preview.problems.push({ row, column, message: m(key, text === undefined ? {} : { text }) })
    return null
  }
}

const nameColumns = {
  en: 'nameEn',
  'zh-Hans': 'nameZhHans',
  th: 'nameTh',
  ko: 'nameKo',
  fr: 'nameFr',
} as const satisfies Record<Language, UnitColumn>

/** The column of the name in each language. */
export const unitNameColumns = languages.map((language) => ({
  language,
  column: nameColumns[language],
}))

function namesOf(values: TableRow['values'], language: Language): LocalText {
  const names: LocalText = values.unitName === undefined ? {} : { [language]: values.unitName }
  for (const each of unitNameColumns) {
    const name = values[each.column]
    if (name !== undefined) names[each.language] = name
  }
  return names
}

const kindsByWord = new Map<string, UnitKind>()

/** A kind of unit by its id, or by its word in any of the five languages. */
function kindNamed(text: string): UnitKind | null {
  if (kindsByWord.size === 0) {
    for (const kind of unitKinds) {
      for (const word of [kind, ...wordsOf(m.catalogue, `unit.${kind}`)]) {
        kindsByWord.set(foldHeading(word), kind)
      }
    }
  }
  return kindsByWord.get(foldHeading(text)) ?? null
}

function namesIn(names: LocalText): string[] {
  return Object.values(names).filter((name) => name !== undefined && name !== '')
}

/** A code or name as it is compared; marks count, since “A-1” and “A1” may both stand. */
function keyOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
}
