import { readXml, type Sheet, xmlElement, type XmlElement, xmlText } from '#kernel/files'
import type { Language } from '#kernel/values'

/** A string as a translator gets it and gives it back. */
export interface TranslationUnit {
  partId: string
  field: string
  /** The version of the translation that was handed out; 0 where there was none. */
  version: number
  /** The version of the source that stands beside it. */
  sourceVersion: number
  /** Where it stands, in words. */
  place: string
  source: string
  target: string
  state: 'missing' | 'machine' | 'draft' | 'stale' | 'reviewed'
}

/** A unit that came back: its name says which string it is, and what its translator saw. */
export type ReturnedUnit = Pick<
  TranslationUnit,
  'partId' | 'field' | 'version' | 'sourceVersion' | 'target'
>

/** The name of a unit; it travels through the translator's program unchanged. */
export function unitName({
  partId,
  field,
  version,
  sourceVersion,
}: Omit<ReturnedUnit, 'target'>): string {
  return `${partId}.${field}.${version}.${sourceVersion}`
}

/** Reads such a name; null for anything else. */
export function readUnitName(name: string): Omit<ReturnedUnit, 'target'> | null {
  const found = /^([0-9a-f-]{36})\.([a-z]{4,8})\.(\d{1,6})\.(\d{1,6})$/.exec(name.trim())
  if (!found) return null
  const [, partId = '', field = '', version, sourceVersion] = found
  return { partId, field, version: Number(version), sourceVersion: Number(sourceVersion) }
}

/** The heads of a workbook for translators; the first column is found again by them. */
export const sheetHeads = ['id', 'place', 'source', 'translation', 'state'] as const

/** A sheet with a row for each string: what is to be translated stands beside where the translation goes. */
export function translationSheet(name: string, units: readonly TranslationUnit[]): Sheet {
  const widths = { id: 12, place: 30, source: 70, translation: 70, state: 12 }
  return {
    name,
    columns: sheetHeads.map((header) => ({ header, kind: 'text', width: widths[header] })),
    rows: units.map((unit) => [unitName(unit), unit.place, unit.source, unit.target, unit.state]),
  }
}

const xliffNamespace = 'urn:oasis:names:tc:xliff:document:2.0'

/** XLIFF 2.0 (OASIS): a unit a string, its state by the words of §4.3.1.22. */
export function writeXliff(
  { id, source, target }: { id: string; source: Language; target: Language },
  units: readonly TranslationUnit[],
): string {
  const states = {
    missing: 'initial',
    machine: 'initial',
    stale: 'initial',
    draft: 'translated',
    reviewed: 'final',
  }
  const body = units.map((unit) =>
    xmlElement(
      'unit',
      [
        xmlElement('notes', [xmlText('note', unit.place)]),
        xmlElement(
          'segment',
          [
            xmlText('source', unit.source, { 'xml:space': 'preserve' }),
            xmlText('target', unit.target, { 'xml:space': 'preserve' }),
          ],
          { state: states[unit.state] },
        ),
      ],
      { id: unitName(unit) },
    ),
  )
  const file = xmlElement('file', body, { id, original: id })
  const root = xmlElement('xliff', [file], {
    xmlns: xliffNamespace,
    version: '2.0',
    srcLang: source,
    trgLang: target,
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`
}

/** What came back: the target's language as the file says it, and its units; null for what is no XLIFF 2. */
export function readXliff(text: string): { target: string; units: ReturnedUnit[] } | null {
  const read = readXml(text, { depth: 30, elements: 60_000 })
  if (!read.ok || read.root.name !== 'xliff' || read.root.namespace !== xliffNamespace) return null
  const units = within(read.root, 'unit').flatMap((unit): ReturnedUnit[] => {
    const named = readUnitName(unit.attributes.get('id') ?? '')
    const targets = within(unit, 'target')
    return named && targets.length > 0
      ? [{ ...named, target: targets.map(wholeText).join('') }]
      : []
  })
  return { target: read.root.attributes.get('trgLang') ?? '', units }
}

function within(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => (child.name === name ? [child] : within(child, name)))
}

/** The text of an element; marks that a program put into it leave what they hold. */
function wholeText(element: XmlElement): string {
  return element.text + element.children.map(wholeText).join('')
}
