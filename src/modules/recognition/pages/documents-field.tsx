import { sizeText } from '#kernel/files'
import type { Translate } from '#kernel/messages'
import type { Language } from '#kernel/values'
import { Field, type StagedFile } from '#ui'
import { m } from '../messages/index.ts'

/** A form of words and documents as it was sent, or fresh. */
export interface DocumentsState {
  words: string
  staged: readonly StagedFile[]
  refusal: { message: string; fields: Record<string, string> } | null
}

interface DocumentsFieldProps {
  t: Translate
  language: Language
  state: DocumentsState
  maxBytes: number
  /** The most that all documents may have together. */
  maxTogether: number
}

/** A place for a few documents or photographs; what a refused form brought is still there. */
export function DocumentsField({ t, language, state, maxBytes, maxTogether }: DocumentsFieldProps) {
  return (
    <Field
      kind="file"
      language={language}
      name="file"
      label={t(m('evidence.file'))}
      hint={t(m('evidence.file-hint', { size: sizeText(maxTogether) }))}
      accept=".pdf,.jpg,.jpeg,.png,.webp,.docx,.xml"
      multiple
      required={false}
      staged={state.staged}
      maxBytes={maxBytes}
      error={state.refusal?.fields['file']}
    />
  )
}
