import { languages } from '#kernel/values'

/** Columns of which a text stands in each language, as `title.th`. */
const localHeads = [
  'title',
  'description',
  'alt',
  'place',
  'material',
  'period',
  'provenance',
  'credit',
  'community',
  'customary',
] as const
const plainHeads = [
  'files',
  'inventory',
  'kind',
  'makers',
  'made_from',
  'made_until',
  'made_about',
  'dimensions',
  'rights_uri',
  'rights_holder',
  'access',
  'season_from',
  'season_until',
  'vernacular',
  'vernacular_language',
  'practitioners',
  'granted_by',
  'granted_on',
  'certified',
] as const

/** The columns of a sheet of objects, as the empty one has them; their names are those of the form of one object. */
export const objectSheetHeads: readonly string[] = [
  ...plainHeads.slice(0, 2),
  ...localHeads.flatMap((head) => languages.map((language) => `${head}.${language}`)),
  ...plainHeads.slice(2),
]

/** A row of a sheet as the values of a form. */
export interface SheetObject {
  /** As the spreadsheet program counts. */
  row: number
  values: Record<string, string[]>
  /** The names of its files, in their order. */
  files: string[]
}

/**
 * Reads the rows of a sheet by the names of its columns, whatever their order and capitals; a column of another name is told
 * and passed over. Several files stand in one cell, each on a line or after a semicolon.
 */
export function objectsInSheet(
  header: readonly string[],
  rows: readonly { row: number; cells: readonly string[] }[],
): { objects: SheetObject[]; unknown: string[] } {
  const known = new Map(objectSheetHeads.map((head) => [head.toLowerCase(), head]))
  const heads = header.map((head) => known.get(head.trim().toLowerCase()) ?? null)
  const objects = rows.map(({ row, cells }) => {
    const values: Record<string, string[]> = {}
    for (const [place, head] of heads.entries()) {
      const cell = cells[place]?.trim() ?? ''
      if (head && cell !== '' && !values[head]) values[head] = [cell]
    }
    const files = (values['files']?.[0] ?? '')
      .split(/[;；\n\r]+/)
      .map((name) => name.trim())
      .filter((name) => name !== '')
    return { row, values, files }
  })
  const unknown = header.filter((head, place) => head.trim() !== '' && heads[place] === null)
  return { objects, unknown }
}

/** The name by which a file of a folder or an archive is found again: without its folders, in one form and case. */
export function fileKey(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? '').normalize('NFC').toLowerCase()
}
