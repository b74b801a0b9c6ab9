import { type Message, plainMessage, restoreMessage } from '#kernel/messages'

/** A part of a mail's text; links are paths of this node, without the language, or https addresses. */
export type MailBlock =
  | { kind: 'text'; message: Message }
  | { kind: 'heading'; message: Message }
  | { kind: 'link'; label: Message; href: string }
  | { kind: 'list'; items: { message: Message; href: string | null }[] }
  | { kind: 'code'; code: string }

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
        items: block.items.map((item) => ({ ...item, message: plainMessage(item.message) })),
      }
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
        items: block.items.map((item) => ({ ...item, message: restoreMessage(item.message) })),
      }
    case 'code':
      return block
  }
}
