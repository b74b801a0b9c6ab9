import type { Language } from '#kernel/values'

/** Words in one language. A line feed begins a new line; nothing else in it has a meaning. */
export interface Run {
  readonly text: string
  readonly language: Language
  readonly strong?: boolean
  /** Set smaller and greyer: the second language of a pair, a hint, a source. */
  readonly muted?: boolean
  /** Never divided by a hyphen: a name of a person or of an institution. */
  readonly whole?: boolean
}

/** What can stand wherever words can: one run, or several one after another. */
export type Words = Run | readonly Run[]

/** The head of a document: who issues it, what it is, and what it is about. */
export interface TitleBlock {
  readonly kind: 'title'
  readonly organisations: readonly Words[]
  readonly titles: readonly Words[]
  readonly subtitle?: Words
}

export interface HeadingBlock {
  readonly kind: 'heading'
  readonly level: 1 | 2
  readonly words: Words
}

export interface ParagraphBlock {
  readonly kind: 'paragraph'
  readonly words: Words
  readonly align?: Align
}

/** Terms with their values, in one column or in two beside each other. */
export interface DefinitionsBlock {
  readonly kind: 'definitions'
  readonly columns?: 1 | 2
  readonly items: readonly { readonly term: Words; readonly value: Words }[]
}

export type Align = 'start' | 'center' | 'end'

/** A width is a share of what is left ('fr') or fixed millimetres. */
export interface TableColumn {
  readonly header: Words
  readonly width: { readonly fr: number } | { readonly mm: number }
  readonly align?: Align
}

/** A row has one cell a column; a group row is a heading across all columns; a total row is set strong under a rule. */
export type TableRow =
  | { readonly kind?: 'plain' | 'total'; readonly cells: readonly Words[] }
  | { readonly kind: 'group'; readonly words: Words }

/** A table whose header is repeated on every page that it reaches. */
export interface TableBlock {
  readonly kind: 'table'
  readonly caption?: Words
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
}

/** The same matter in two languages, side by side or the second under the first. */
export interface BilingualBlock {
  readonly kind: 'bilingual'
  readonly arrangement: 'beside' | 'stacked'
  readonly pairs: readonly { readonly first: Words; readonly second: Words }[]
}

/** Places for signatures and stamps, up to three beside each other, never parted from their labels. */
export interface SignaturesBlock {
  readonly kind: 'signatures'
  readonly places: readonly {
    readonly kind: 'signature' | 'stamp'
    readonly label: Words
    readonly name?: Words
    readonly date?: Words
    /** What stands in the box instead of ink, such as the record of an electronic signature. */
    readonly filled?: Words
  }[]
}

export interface NotesBlock {
  readonly kind: 'notes'
  readonly label?: Words
  readonly items: readonly Words[]
}

/** A QR code with the address that it holds, and how to use it. */
export interface VerificationBlock {
  readonly kind: 'verification'
  readonly address: string
  readonly words: Words
}

export interface PageBreakBlock {
  readonly kind: 'page-break'
}

export type Block =
  | TitleBlock
  | HeadingBlock
  | ParagraphBlock
  | DefinitionsBlock
  | TableBlock
  | BilingualBlock
  | SignaturesBlock
  | NotesBlock
  | VerificationBlock
  | PageBreakBlock

/** A text that travels inside the file for programs, as it is; nothing of it is shown. */
export interface Attachment {
  readonly name: string
  /** What it is, for whoever opens the list of attachments. */
  readonly description: string
  readonly mediaType: string
  readonly text: string
}

/**
 * A document as a tree of blocks. Everything in it is data: no text is ever read as markup.
 * The same tree gives the same bytes, because the only date in it is `now`.
 */
export interface PdfDocument {
  /** The main language; it decides the page number's words and the language that the file declares. */
  readonly language: Language
  /** The title in the file's properties. */
  readonly title: string
  readonly author?: string
  readonly reference?: string
  readonly now: Date
  readonly orientation?: 'portrait' | 'landscape'
  /** Stands at the top left of every page; the reference stands at the top right. */
  readonly header?: Words
  /** Stands at the bottom left of every page; the page number stands at the bottom right. */
  readonly footer?: Words
  /** A warning band on every page, such as that the document belongs to a demonstration. */
  readonly banner?: Words
  readonly blocks: readonly Block[]
  /** With any, the file is PDF/A-3b, which allows them. */
  readonly attachments?: readonly Attachment[]
}

/** Makes a run; `style` sets it strong or muted, or keeps its words whole. */
export function words(
  language: Language,
  text: string,
  style: Pick<Run, 'strong' | 'muted' | 'whole'> = {},
): Run {
  return { language, text, ...style }
}

/** The runs of some words, whether they were given as one run or several. */
export function runsOf(given: Words): readonly Run[] {
  return 'text' in given ? [given] : given
}
