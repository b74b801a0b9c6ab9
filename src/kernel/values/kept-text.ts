/** A text without what no database text can hold: U+0000, and half of a surrogate pair. */
export function keptText(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed()
}
