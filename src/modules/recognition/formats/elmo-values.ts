import type { XmlElement } from '#kernel/files'
import { Fraction } from '#kernel/values'
import type { DateOnly } from '#kernel/values'

/** White space as xs:token has it: none at the ends, single spaces within. */
export function token(text: string): string {
  return text.replace(/[\t\n\r ]+/g, ' ').trim()
}

/**
 * An xs:date as the day that is printed; a time zone is allowed and does not move the day.
 * Padding with spaces is allowed (xs:date collapses white space). Null for anything else.
 */
export function readDate(text: string): DateOnly | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)(Z|[+-]\d\d:\d\d)?$/.exec(token(text))
  return found ? checkedDay(found[1]!, found[2]!, found[3]!) : null
}

/** An xs:dateTime, padded with spaces or not, as an ISO 8601 text without padding. */
export function readDateTime(text: string): string | null {
  const clean = token(text)
  const found =
    /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(clean)
  return found && checkedDay(found[1]!, found[2]!, found[3]!) ? clean : null
}

/** The drafts before 1.0 say the form of a day in `dtf`: only these forms are understood. */
export function readDraftDate(element: XmlElement): DateOnly | null {
  const form = element.attributes.get('dtf')
  const clean = token(element.text)
  if (form !== 'dd-MM-yyyy') return readDate(clean)
  const found = /^(\d\d)-(\d\d)-(\d{4})$/.exec(clean)
  return found ? checkedDay(found[3]!, found[2]!, found[1]!) : null
}

/** An xs:decimal ('7.5', '+2', '.5'); a decimal comma is no decimal, and no credit has more than six. */
export function readDecimal(text: string): Fraction | null {
  const found = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(token(text))
  if (!found || !(found[2] || found[3])) return null
  const value = Fraction.parse(`${found[1]}${found[2] || '0'}${found[3] ? `.${found[3]}` : ''}`)
  return value?.isStateable() ? value : null
}

function checkedDay(year: string, month: string, day: string): DateOnly | null {
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const text = `${year}-${month}-${day}`
  return time.getUTCFullYear() >= 100 && time.toISOString().startsWith(text) ? text : null
}
