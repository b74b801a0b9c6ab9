import { runsOf, type Block, type PdfDocument, type Words } from './document.ts'
import { cleanText } from './text.ts'

/** The document as plain text, one line a block or row: for snapshots, search and mail. */
export function documentText(document: PdfDocument): string {
  const lines = [document.banner, document.header]
    .filter((words) => words !== undefined)
    .map(textOf)
  if (document.reference) lines.push(cleanText(document.reference))
  for (const block of document.blocks) lines.push(...linesOf(block))
  if (document.footer) lines.push(textOf(document.footer))
  return `${lines.filter((line) => line !== '').join('\n')}\n`
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'title':
      return [
        ...block.organisations,
        ...block.titles,
        ...(block.subtitle ? [block.subtitle] : []),
      ].map(textOf)
    case 'heading':
      return ['', `${'#'.repeat(block.level)} ${textOf(block.words)}`]
    case 'paragraph':
      return [textOf(block.words)]
    case 'definitions':
      return block.items.map((item) => `${textOf(item.term)}: ${textOf(item.value)}`)
    case 'table':
      return [
        ...(block.caption ? [textOf(block.caption)] : []),
        rowText(block.columns.map((column) => column.header)),
        ...block.rows.map((row) => rowText(row.kind === 'group' ? [row.words] : row.cells)),
      ]
    case 'bilingual':
      return block.pairs.flatMap((pair) => [textOf(pair.first), textOf(pair.second)])
    case 'signatures':
      return block.places.map((place) =>
        [place.filled, place.label, place.name, place.date]
          .filter((words) => words !== undefined)
          .map(textOf)
          .join(' | '),
      )
    case 'notes':
      return [
        ...(block.label ? [textOf(block.label)] : []),
        ...block.items.map((item, index) => `${index + 1}. ${textOf(item)}`),
      ]
    case 'verification':
      return [textOf(block.words), block.address]
    case 'page-break':
      return []
  }
}

function rowText(cells: readonly Words[]): string {
  return `| ${cells.map(textOf).join(' | ')} |`
}

function textOf(words: Words): string {
  return cleanText(
    runsOf(words)
      .map((run) => run.text)
      .join(''),
  ).replaceAll('\n', ' / ')
}
