/**
 * A text of a document without characters that have no place in a line: controls, line breaks and those
 * that change the direction of what follows them, with which one text could be made to look like another.
 */
export function plainText(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
    .toWellFormed()
    .trim()
}
