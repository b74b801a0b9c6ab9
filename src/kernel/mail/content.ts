import { type Message, plainMessage, restoreMessage } from '#kernel/messages'

/** A part of a mail's text; links are paths of this node, without the language, or https addresses. */
export type MailBlock =
  | { kind: 'text'; message: Message }
  | { kind: 'heading'; message: Message }
  | { kind: 'link'; label: Message; href: string }
  | { kind: 'list'; items: MailItem[] }
  /** What can be done at once, each by a link of its own. */
  | { kind: 'acts'; acts: MailAct[] }
  | { kind: 'code'; code: string }

/** One line of a list: where it leads, a fact beside it, and what can be done about it at once. */
export interface MailItem {
  message: Message
  href: string | null
  detail?: Message | null
  acts?: readonly MailAct[]
}

/** A link that does one thing without signing in. */
export interface MailAct {
  label: Message
  href: string
}

/** What a mail says, not yet in words. */
export interface MailContent {
  subject: Message
  blocks: MailBlock[]
}

/** The content as JSON text for the `mails` table. */
export function storeContent(content: MailContent): string {
  return JSON.stringify({
    subject: plainMessage(content.subject),
    blocks: content.blocks.map(plainBlock),
  })
}

/** The content as it was stored. */
export function restoreContent(stored: unknown): MailContent {
  const { subject, blocks } = stored as { subject: unknown; blocks: MailBlock[] }
  return { subject: restoreMessage(subject), blocks: blocks.map(restoreBlock) }
}

function plainBlock(block: MailBlock): unknown {
  switch (block.kind) {
    case 'text':
    case 'heading':
      return { ...block, message: plainMessage(block.message) }
    case 'link':
      return { ...block, label: plainMessage(block.label) }
    case 'list':
      return {
        kind: 'list',
        items: block.items.map(({ message, href, detail, acts = [] }) => ({
          message: plainMessage(message),
          href,
          ...(detail ? { detail: plainMessage(detail) } : {}),
          ...(acts.length > 0 ? { acts: acts.map(plainAct) } : {}),
        })),
      }
    case 'acts':
      return { kind: 'acts', acts: block.acts.map(plainAct) }
    case 'code':
      return block
  }
}

function restoreBlock(block: MailBlock): MailBlock {
  switch (block.kind) {
    case 'text':
    case 'heading':
      return { ...block, message: restoreMessage(block.message) }
    case 'link':
      return { ...block, label: restoreMessage(block.label) }
    case 'list':
      return {
        kind: 'list',
        items: block.items.map(({ message, href, detail, acts = [] }) => ({
          message: restoreMessage(message),
          href,
          detail: detail ? restoreMessage(detail) : null,
          acts: acts.map(restoreAct),
        })),
      }
    case 'acts':
      return { kind: 'acts', acts: block.acts.map(restoreAct) }
    case 'code':
      return block
  }
}

function plainAct({ label, href }: MailAct): unknown {
  return { label: plainMessage(label), href }
}

function restoreAct({ label, href }: MailAct): MailAct {
  return { label: restoreMessage(label), href }
}
