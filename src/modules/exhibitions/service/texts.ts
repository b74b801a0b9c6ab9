import { isRefused, personOf, refuse, type Refusal, type Work, type Writer } from '#kernel/database'
import { type Language, languages, type LocalText } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { ExhibitionRow } from '../queries/exhibitions.ts'
import { type PartRow, type TextRow, workingCopy } from '../queries/parts.ts'
import { fieldsOf, type TextField } from '../rules/parts.ts'
import { mergeText, type WrittenState } from '../rules/texts.ts'
import { countChange, editableExhibition } from './editing.ts'

/** One string as an editor sends it. */
export interface SentText {
  partId: string
  field: string
  language: Language
  /** What they saw, and its version; 0 where nothing stood. */
  version: number
  seen: string
  value: string
  /** Said by whoever reviews: the text is as it shall be. */
  reviewed: boolean
  /** The version of the source that it was made from, where that is not the one that stands now. */
  sourceVersion?: number
}

/** A string that somebody else has changed meanwhile: both readings, for a person to choose. */
export interface Conflict {
  partId: string
  field: string
  language: Language
  theirs: string
  version: number
}

/** What became of what was sent. */
export interface SavedTexts {
  saved: { partId: string; field: string; language: Language; version: number }[]
  conflicts: Conflict[]
}

/**
 * Saves what an editor changed, string by string: what two people changed at once is merged by string, and where both changed
 * the same one neither is lost. A source that changes makes its translations stale by its new version alone.
 */
export async function saveTexts(
  work: Work,
  input: { exhibitionId: string; texts: readonly SentText[]; machine?: boolean },
): Promise<SavedTexts | Refusal> {
  const exhibition = await editableExhibition(work, input.exhibitionId)
  if (isRefused(exhibition)) return exhibition
  const sentTexts = onceEach(input.texts)
  if (isRefused(sentTexts)) return sentTexts
  const { parts, texts } = await workingCopy(work, exhibition.id)
  const done: SavedTexts = { saved: [], conflicts: [] }
  const changes: TextChange[] = []
  // The sources first: their translations are made from what stands after this.
  const ordered = sentTexts.toSorted((a, b) => order(exhibition, a) - order(exhibition, b))
  for (const sent of ordered) {
    const part = parts.find(({ id }) => id === sent.partId)
    const fault = part ? faultOf(part, sent) : m('refusal.no-part')
    if (fault) return refuse(422, fault, { [nameOf(sent)]: fault })
    const change = changeOf({ exhibition, texts, changes }, sent, input.machine === true)
    if (change === null) continue
    if ('theirs' in change) done.conflicts.push(change)
    else changes.push(change)
  }
  if (changes.length === 0) return done
  await work.writeUnchronicled((tx) => storeTexts(tx, work, exhibition.id, changes))
  await countChange(work, exhibition)
  done.saved = changes.map(({ partId, field, language, version }) => ({
    partId,
    field,
    language,
    version,
  }))
  return done
}

/** Each string once: a file that comes back may hold one twice, and where the two differ nobody but its sender knows which. */
function onceEach(texts: readonly SentText[]): SentText[] | Refusal {
  const known = new Map<string, SentText>()
  for (const each of texts) {
    const name = nameOf(each)
    const before = known.get(name)
    if (before && before.value !== each.value) {
      const fault = m('refusal.text-twice', { text: each.value.slice(0, 80) })
      return refuse(422, fault, { [name]: fault })
    }
    known.set(name, each)
  }
  return [...known.values()]
}

/** The name of a string's field in a form. */
export function nameOf(text: { partId: string; field: string; language: Language }): string {
  return `text.${text.partId}.${text.field}.${text.language}`
}

interface TextChange {
  partId: string
  field: TextField
  language: Language
  value: string
  state: WrittenState
  version: number
  sourceVersion: number | null
}

interface Known {
  exhibition: ExhibitionRow
  texts: readonly TextRow[]
  changes: readonly TextChange[]
}

function order({ source_language }: ExhibitionRow, { language }: SentText): number {
  return language === source_language ? 0 : 1
}

function faultOf(part: PartRow, { field, value }: SentText) {
  const known = fieldsOf[part.kind].find((each) => each.field === field)
  if (!known) return m('refusal.no-part')
  return value.length > known.most
    ? m('refusal.long', { most: known.most, length: value.length })
    : null
}

function changeOf(known: Known, sent: SentText, machine: boolean): TextChange | Conflict | null {
  const { exhibition } = known
  const current = find(known.texts, sent)
  const merge = mergeText(current, sent)
  if (merge.kind === 'conflict') {
    const { partId, field, language } = sent
    return { partId, field, language, theirs: merge.theirs, version: current?.version ?? 0 }
  }
  const isSource = sent.language === exhibition.source_language
  const source = isSource ? null : (sent.sourceVersion ?? sourceVersionOf(known, sent))
  const state: WrittenState = machine ? 'machine' : sent.reviewed ? 'reviewed' : 'draft'
  if (merge.kind === 'unchanged') {
    const isNews =
      current !== null &&
      current.value.trim() !== '' &&
      sent.value === current.value &&
      ((sent.reviewed && current.state !== 'reviewed') ||
        (sent.reviewed && !isSource && current.sourceVersion !== source))
    if (!isNews) return null
    return {
      ...keyOf(sent),
      value: current.value,
      state,
      version: current.version,
      sourceVersion: source,
    }
  }
  return {
    ...keyOf(sent),
    value: merge.value,
    state,
    version: (current?.version ?? 0) + 1,
    sourceVersion: source,
  }
}

function keyOf({ partId, field, language }: SentText) {
  return { partId, field: field as TextField, language }
}

function find(
  texts: readonly TextRow[],
  sent: Pick<SentText, 'partId' | 'field' | 'language'>,
): TextRow | null {
  const found = texts.find(
    (each) =>
      each.partId === sent.partId && each.field === sent.field && each.language === sent.language,
  )
  return found ?? null
}

/** The version of the source as it will stand: a translation sent with a new source is made from that one. */
function sourceVersionOf({ exhibition, texts, changes }: Known, sent: SentText): number {
  const key = { ...sent, language: exhibition.source_language }
  const changed = changes.find(
    ({ partId, field, language }) =>
      partId === key.partId && field === key.field && language === key.language,
  )
  return changed?.version ?? find(texts, key)?.version ?? 0
}

async function storeTexts(
  tx: Writer,
  work: Work,
  exhibitionId: string,
  changes: readonly TextChange[],
): Promise<void> {
  const rows = changes.map(({ partId, sourceVersion, ...rest }) => ({
    ...rest,
    part_id: partId,
    source_version: sourceVersion,
    exhibition_id: exhibitionId,
    changed_by: personOf(work.actor),
    changed_at: work.now,
  }))
  await tx
    .insertInto('exhibition_texts')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['part_id', 'field', 'language']).doUpdateSet((eb) => ({
        value: eb.ref('excluded.value'),
        state: eb.ref('excluded.state'),
        version: eb.ref('excluded.version'),
        source_version: eb.ref('excluded.source_version'),
        changed_by: eb.ref('excluded.changed_by'),
        changed_at: eb.ref('excluded.changed_at'),
      })),
    )
    .execute()
}

/** The texts with which a part begins, in whatever languages they were given. */
export async function writeFirstTexts(
  work: Work,
  input: { exhibitionId: string; partId?: string; field: TextField; titles: LocalText },
): Promise<void> {
  const partId = input.partId ?? input.exhibitionId
  const changes = languages.flatMap((language): TextChange[] => {
    const value = input.titles[language]?.trim() ?? ''
    if (value === '') return []
    const state = 'draft'
    return [{ partId, field: input.field, language, value, state, version: 1, sourceVersion: 1 }]
  })
  if (changes.length === 0) return
  await work.writeUnchronicled((tx) => storeTexts(tx, work, input.exhibitionId, changes))
}
