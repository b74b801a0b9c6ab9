import { keptText } from '#kernel/values'

type Attributes = Readonly<Record<string, string>>

/** An element with elements in it, as text; names are the program's own. */
export function xmlElement(
  name: string,
  children: readonly string[],
  attributes: Attributes = {},
): string {
  return `<${name}${attributesOf(attributes)}>${children.join('')}</${name}>`
}

/** An element with a text in it: markup becomes text, and characters that XML cannot hold are left out. */
export function xmlText(name: string, value: string, attributes: Attributes = {}): string {
  return `<${name}${attributesOf(attributes)}>${escaped(value)}</${name}>`
}

function attributesOf(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('')
}

function escaped(value: string): string {
  return keptText(value)
    .replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
