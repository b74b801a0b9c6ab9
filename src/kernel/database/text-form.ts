// How values are read that a server of either kind sends as text. Imports nothing: a thread that opens a database reads
// this alone, and what writes queries costs it 0.2 s of processor.

/** Reads the text form of one value of one type. */
export type Parser = (text: string) => unknown

const scalarParsers: Record<number, Parser> = {
  16: (text) => text === 't',
  17: parseBytes,
  20: BigInt,
  21: Number,
  23: Number,
  26: Number,
  114: JSON.parse,
  700: Number,
  701: Number,
  1184: parseInstant,
  3802: JSON.parse,
}

/** Types whose text form is the value: text, char, varchar, date, time, timestamp, interval, numeric, uuid. */
const textTypes = [18, 19, 25, 1042, 1043, 1082, 1083, 1114, 1186, 1266, 1700, 2950]

/** Element type by array type, for the arrays that are read as JavaScript arrays. */
const elementOfArray: Record<number, number> = {
  1000: 16,
  1001: 17,
  1002: 18,
  1003: 19,
  1005: 21,
  1007: 23,
  1009: 25,
  1014: 1042,
  1015: 1043,
  1016: 20,
  1021: 700,
  1022: 701,
  1028: 26,
  1115: 1114,
  1182: 1082,
  1183: 1083,
  1185: 1184,
  1187: 1186,
  1231: 1700,
  1270: 1266,
  199: 114,
  2951: 2950,
  3807: 3802,
}

/** The same reading of every type on both engines; a type that is not listed stays text. */
export const parsers: Record<number, Parser> = {
  ...scalarParsers,
  ...Object.fromEntries(textTypes.map((oid) => [oid, sameText])),
  ...Object.fromEntries(
    Object.entries(elementOfArray).map(([array, element]) => [
      array,
      (text: string) => parseArray(text, scalarParsers[element] ?? sameText),
    ]),
  ),
}

export function sameText(text: string): string {
  return text
}

function parseBytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.slice(2), 'hex'))
}

const instantPattern = /^(\d{4,})-(\d\d)-(\d\d) (\d\d:\d\d:\d\d)(\.\d+)?([+-]\d\d)(?::?(\d\d))?$/

function parseInstant(text: string): Date {
  const match = instantPattern.exec(text)
  if (!match || match[1]!.length > 4) {
    throw new RangeError(`the instant ${text} is outside the years 1 to 9999`)
  }
  const [, year, month, day, time, fraction = '', hours, minutes = '00'] = match
  return new Date(`${year}-${month}-${day}T${time}${fraction.slice(0, 4)}${hours}:${minutes}`)
}

function parseArray(text: string, element: Parser): unknown[] {
  // A literal with other lower bounds than 1 begins with them: '[0:1]={…}'.
  let position = text.indexOf('{')
  return list()

  function list(): unknown[] {
    const values: unknown[] = []
    position += 1
    while (text[position] !== '}') {
      if (text[position] === ',') position += 1
      else if (text[position] === '{') values.push(list())
      else values.push(text[position] === '"' ? element(quoted()) : bare())
    }
    position += 1
    return values
  }

  function quoted(): string {
    let value = ''
    for (position += 1; text[position] !== '"'; position += 1) {
      if (text[position] === '\\') position += 1
      value += text[position]
    }
    position += 1
    return value
  }

  function bare(): unknown {
    const start = position
    while (text[position] !== ',' && text[position] !== '}') position += 1
    const value = text.slice(start, position)
    return value === 'NULL' ? null : element(value)
  }
}
