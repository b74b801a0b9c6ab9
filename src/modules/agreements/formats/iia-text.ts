import { createHash } from 'node:crypto'
import type { XmlElement } from '#kernel/files'

/**
 * The text of an `iia` element that is hashed, after transform_version_7.xsl of the EWP IIAs API (v7, resources/xsltKit):
 * the partners' ids by their place, then each condition's attributes and leaves in the order of the document, without
 * contacts and without what is not yet defined, and the academic years last. Nothing is escaped.
 */
export function textToHash(iia: XmlElement): string {
  const conditions = childrenOf(iia, 'cooperation-conditions')[0]
  const partners = childrenOf(iia, 'partner').map((partner, place) =>
    marked(`iia-id_${place + 1}`, childrenOf(partner, 'iia-id')[0]?.text ?? ''),
  )
  const isTerminated = isTrue(conditions?.attributes.get('terminated-as-a-whole'))
  return [
    isTerminated ? '_@terminated-as-a-whole@_' : '',
    ...partners,
    ...(conditions?.children ?? []).flatMap((condition) => [
      ...condition.children.map(leavesOf),
      yearOf(condition, 'receiving-first-academic-year-id'),
      yearOf(condition, 'receiving-last-academic-year-id'),
    ]),
  ].join('')
}

/** SHA-256 of the text that is hashed, in hexadecimal: the value of `iia-hash`. */
export function iiaHash(iia: XmlElement): string {
  return createHash('sha256').update(textToHash(iia), 'utf8').digest('hex')
}

/** Whether an `iia` can be approved: nothing in it is marked as not yet defined or carried over from version 6. */
export function isApprovable(iia: XmlElement): boolean {
  const attributes = iia.attributes
  if (isTrue(attributes.get('not-yet-defined'))) return false
  if ((attributes.get('v6-value') ?? '') !== '') return false
  return iia.children.every(isApprovable)
}

const leftOut = new Set(['sending-contact', 'receiving-contact'])
const moved = new Set(['receiving-first-academic-year-id', 'receiving-last-academic-year-id'])
const unprinted = new Set(['not-yet-defined', 'v6-value'])

function leavesOf(element: XmlElement): string {
  if (leftOut.has(element.name) || moved.has(element.name)) return ''
  if (isTrue(element.attributes.get('not-yet-defined'))) return ''
  const name = [element.parent?.parent?.name, element.parent?.name, element.name].join('.')
  const attributes = [...element.attributes]
    .filter(([attribute]) => !unprinted.has(attribute))
    .map(([attribute, value]) => `_@${name}.${attribute.replace(/^.*:/, '')}=${value}@_`)
  if (element.children.length > 0) {
    return [...attributes, ...element.children.map(leavesOf)].join('')
  }
  const earlier = element.name === 'isced-f-code' ? element.attributes.get('v6-value') : undefined
  return [...attributes, marked(name, earlier || element.text)].join('')
}

function yearOf(condition: XmlElement, name: string): string {
  return marked(name, childrenOf(condition, name)[0]?.text ?? '')
}

function marked(name: string, value: string): string {
  return `_${name}=${value}_`
}

function isTrue(value: string | undefined): boolean {
  return value === 'true' || value === '1'
}

/** The children of an element with a name, in their order. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name)
}
