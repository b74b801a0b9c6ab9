import { type EncodingPreview, isTextEncoding, textEncodings } from '#kernel/files'
import type { Call } from '#kernel/http'
import { Field, Fold } from '#ui'
import { m } from '../messages/index.ts'

interface EncodingChoiceProps {
  call: Pick<Call, 't' | 'language'>
  encoding: string | null
  encodings: readonly EncodingPreview[] | undefined
}

/** In which encoding a text was read, with some of its lines in every other, so that one look tells which is right. */
export function EncodingChoice({ call, encoding, encodings = [] }: EncodingChoiceProps) {
  const { t, language } = call
  if (encoding === null || !isTextEncoding(encoding) || encodings.length === 0) return null
  return (
    <Fold summary={t(m('documents.encoding.summary', { encoding: textEncodings[encoding] }))}>
      <Field
        kind="radio"
        language={language}
        name="encoding"
        label={t(m('documents.encoding.label'))}
        hint={t(m('documents.encoding.hint'))}
        value={encoding}
        options={encodings
          .toSorted((one, other) => Number(one.broken) - Number(other.broken))
          .map((each) => ({
            value: each.encoding,
            label: encodingLabel(each, call),
            hint: each.lines.join(' ⏎ ').slice(0, 240),
          }))}
      />
    </Fold>
  )
}

function encodingLabel(
  { encoding, found, broken }: EncodingPreview,
  { t }: Pick<Call, 't'>,
): string {
  const name = textEncodings[encoding]
  if (found) return t(m('documents.encoding.found', { encoding: name }))
  return broken ? t(m('documents.encoding.broken', { encoding: name })) : name
}
