import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { refuse, type Refusal } from '#kernel/database'
import { m } from '../messages/index.ts'
import {
  limitsOf,
  TableProblem,
  tableOf,
  type NumberedRow,
  type Table,
  type TableOptions,
  type TextCoding,
} from './table.ts'

/** Reads separated values (RFC 4180, with any of four delimiters) from decoded text. */
export function readCsv(
  text: AsyncIterable<string>,
  sample: string,
  coding: TextCoding,
  options: TableOptions,
): Promise<Table | Refusal> {
  const delimiter = options.delimiter ?? sniffDelimiter(sample)
  const limits = limitsOf(options)
  const rows = csvRows(text, delimiter, limits.maxColumns * (limits.maxCellLength + 3))
  return tableOf({ format: 'csv', ...coding, delimiter, sheets: null }, rows, limits)
}

const delimiters = [',', ';', '\t', '|']

/** The character that divides the first lines into equally many parts, and into most. */
export function sniffDelimiter(sample: string): string {
  const lines = recordsOf(sample).slice(0, 20)
  const scored = delimiters.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1)
    const first = counts[0] ?? 0
    const even = counts.filter((count) => count === first).length / Math.max(1, counts.length)
    return { delimiter, score: first === 0 ? 0 : even * 100 + Math.min(first, 50) }
  })
  const [best] = scored.toSorted((a, b) => b.score - a.score)
  return best && best.score > 0 ? best.delimiter : ','
}

/** Lines with quoted parts taken out, so that what is inside quotation marks counts for nothing. */
function recordsOf(sample: string): string[] {
  return sample
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
}

const pieceLength = 16_384

/** The parser takes a piece in one go, and nobody else has a turn meanwhile. */
async function* inPieces(text: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const part of text) {
    for (let at = 0; at < part.length; at += pieceLength) yield part.slice(at, at + pieceLength)
  }
}

async function* csvRows(
  text: AsyncIterable<string>,
  delimiter: string,
  mostCharacters: number,
): AsyncGenerator<NumberedRow> {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    // Spreadsheets copy a cell such as 5" disk without quoting it.
    relax_quotes: delimiter === '\t',
    skip_empty_lines: false,
    max_record_size: Math.min(mostCharacters, 50_000_000),
  })
  const source = Readable.from(inPieces(text))
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  let row = 0
  try {
    for await (const cells of parser) {
      row += 1
      yield { row, cells: cells as string[] }
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw new TableProblem(refuse(422, m('table-quotes', { row: row + 1 })))
    throw error
  } finally {
    source.destroy()
    parser.destroy()
  }
}
