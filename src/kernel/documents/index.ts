export { inBoth } from './both.ts'
export type { Pair } from './both.ts'
export { grouped, hashOfCode, statementCode } from './check-code.ts'
export { codeInPdf } from './code-in-pdf.ts'
export { runsOf, words } from './document.ts'
export type {
  Align,
  Attachment,
  BilingualBlock,
  Block,
  DefinitionsBlock,
  HeadingBlock,
  NotesBlock,
  PageBreakBlock,
  ParagraphBlock,
  PdfDocument,
  Run,
  SignaturesBlock,
  TableBlock,
  TableColumn,
  TableRow,
  TitleBlock,
  VerificationBlock,
  Words,
} from './document.ts'
export { m as documentMessages } from './messages/index.ts'
export { documentText } from './projection.ts'
export { renderPdf } from './renderer.ts'
export { scanOf, turnPage } from './scans.ts'
export type { Scan, ScanFile, ScanPage } from './scans.ts'
export { cleanText } from './text.ts'
