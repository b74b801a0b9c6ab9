import { cleanText } from '#kernel/documents'

/**
 * A text of a document as one line, without characters that have no place in it: controls, and those that
 * hide or change the direction of what follows, with which one text could be made to look like another.
 */
export function plainText(text: string): string {
  return cleanText(text).replaceAll('\n', ' ').trim()
}
