import type { Language } from '#kernel/values'
import { Field } from './field.tsx'
import { sample } from './sample-text.ts'
import type { Examples } from './types.ts'

interface GivenTableProps {
  language: Language
  paste: { label: string; hint: string }
  file: { label: string; maxBytes: number }
  /** What was pasted before. */
  text: string
  error?: string | undefined
  rows?: number
}

/** Two ways to give a table: pasted from a spreadsheet into `text`, or a workbook or text file as `file`. */
export function GivenTable({ language, paste, file, text, error, rows = 8 }: GivenTableProps) {
  return (
    <>
      <Field
        kind="textarea"
        language={language}
        name="text"
        label={paste.label}
        hint={paste.hint}
        rows={rows}
        value={text}
        pasteTable
        error={error}
        required={false}
      />
      <Field
        kind="file"
        language={language}
        name="file"
        label={file.label}
        accept=".xlsx,.csv,.tsv,.txt"
        maxBytes={file.maxBytes}
        required={false}
      />
    </>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'given table',
    render: () => (
      <GivenTable
        language={language}
        paste={{ label: sample('course', language), hint: sample('lead', language) }}
        file={{ label: sample('transcript', language), maxBytes: 1_000_000 }}
        text=""
      />
    ),
  },
]
