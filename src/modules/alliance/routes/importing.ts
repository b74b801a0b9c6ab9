import { show } from '#ui'
import { page, type Answer, type Call, type Route } from '#kernel/http'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { type DateOnly, parseDate } from '#kernel/values'
import { columnsRead, type ImportSource, listAsText } from '../import-table.ts'
import type { Message } from '#kernel/messages'
import {
  type GivenColumns,
  importBytes,
  type ImportKind,
  ImportPage,
  type ImportPreview,
} from '../pages/import.tsx'
import type { FormState } from '../pages/scene.tsx'
import { faulty } from '../service/refusals.ts'
import { blank, refused, sceneOf } from './web.ts'

/** What is to be brought in: the list as text, and the first day of rows that name none. */
export interface Given {
  text: string
  leaveOutFaulty: boolean
  startsOn: DateOnly | null
}

/** A list that can be brought in: how it is read, shown and taken over. */
interface List<AnyCall extends Call> {
  kind: (call: AnyCall) => ImportKind
  /** By which headings each of its columns is known. */
  headings: (call: AnyCall) => Readonly<Record<string, readonly string[]>>
  preview: (
    call: AnyCall,
    work: Work,
    source: ImportSource,
    startsOn: DateOnly | null,
  ) => Promise<Omit<ImportPreview, 'startsOn'> | Refusal>
  take: (
    call: AnyCall,
    work: Work,
    given: Given,
  ) => Promise<Refusal | { done?: Message; path: string }>
}

/**
 * The two routes of a list that is brought in from a spreadsheet, pasted or as a file: how it was understood is looked at
 * first, with what each column counts as, and then it is written.
 */
export function importPages<AnyCall extends Call, Facts extends Record<string, unknown>>(
  path: string,
  of: {
    action: string
    load?: (work: Work, params: Record<string, string>) => Promise<Facts | null>
    list: List<AnyCall>
  },
): Route[] {
  const common = { action: of.action, ...(of.load ? { load: of.load } : {}) }
  return [
    page('GET', path, {
      ...common,
      handle: async (call) => show(view(of.list, call as unknown as AnyCall, blank(), null)),
    }),
    page('POST', path, {
      ...common,
      maxBytes: importBytes + 1024 * 1024,
      perMinute: 60,
      handle: (call) => answer(of.list, call as unknown as AnyCall),
    }),
  ]
}

async function answer<AnyCall extends Call>(list: List<AnyCall>, call: AnyCall): Promise<Answer> {
  const step = call.form.values['step']?.[0] ?? 'preview'
  const text = call.form.values['text']?.[0] ?? ''
  const typed = call.form.values['startsOn']?.[0] ?? ''
  if (step === 'edit')
    return show(view(list, call, blank({ text: [text], startsOn: [typed] }), null))
  const startsOn = typed.trim() === '' ? null : parseDate(typed)
  if (startsOn === null && typed.trim() !== '') {
    const wrong = faulty('startsOn', 'import.no-date', { text: typed })
    return show(view(list, call, refused(call, wrong), null), wrong.status)
  }
  if (step === 'import' || step === 'import-without-faulty') {
    const given = { text, leaveOutFaulty: step === 'import-without-faulty', startsOn }
    const result = await call.perform((work) => list.take(call, work, given))
    if (!isRefused(result)) return call.redirect(result.path, result.done)
    return show(view(list, call, refused(call, result), null), result.status)
  }
  const source = sourceOf(call, text)
  if (isRefused(source)) return show(view(list, call, refused(call, source), null), source.status)
  return looked(list, call, source, startsOn)
}

/** The list as it was understood; where a column is missing, what each of its columns may be instead. */
async function looked<AnyCall extends Call>(
  list: List<AnyCall>,
  call: AnyCall,
  given: ImportSource,
  startsOn: DateOnly | null,
): Promise<Answer> {
  const failed = (refusal: Refusal) =>
    show(view(list, call, refused(call, refusal), null), refusal.status)
  const source = await asChosen(call, given)
  if (isRefused(source)) return failed(source)
  const columns = await columnsRead(source, list.headings(call))
  if (isRefused(columns)) return failed(columns)
  const preview = await list.preview(call, call.work, source, startsOn)
  if (!isRefused(preview)) {
    return show(
      view(list, call, blank(), { ...preview, startsOn }, { columns, text: preview.text }),
    )
  }
  if (preview.message.key !== 'import.missing-columns') return failed(preview)
  const text = await listAsText(source, new Map())
  if (isRefused(text)) return failed(text)
  const form = refused(call, preview)
  return show(view(list, call, form, null, { columns, text }), preview.status)
}

/** The list with the headings that its reader chose for its columns; a column that is to be left out has none. */
async function asChosen(call: Call, source: ImportSource): Promise<ImportSource | Refusal> {
  const chosen = new Map<number, string>()
  for (const [name, [value]] of Object.entries(call.form.values)) {
    const index = /^column\.(\d{1,2})$/.exec(name)?.[1]
    if (index !== undefined && value !== undefined) chosen.set(Number(index), value)
  }
  if (chosen.size === 0) return source
  const text = await listAsText(source, chosen)
  return isRefused(text) ? text : { text }
}

function view<AnyCall extends Call>(
  list: List<AnyCall>,
  call: AnyCall,
  form: FormState,
  preview: ImportPreview | null,
  given: GivenColumns | null = null,
) {
  // Whom a preview names has been said by whoever made it.
  call.shows([])
  return ImportPage({ scene: sceneOf(call), kind: list.kind(call), form, preview, given })
}

/** A file goes before what was pasted: whoever chose one meant it. */
function sourceOf(call: Call, text: string): ImportSource | Refusal {
  const file = call.form.uploads['file']?.find((upload) => upload.bytes.length > 0)
  if (file) return { bytes: file.bytes, name: file.name }
  return text.trim() === '' ? faulty('text', 'import.nothing-given') : { text }
}
