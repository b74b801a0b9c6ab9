import type { FieldBase, SharedAttributes } from './field-parts.tsx'
import { Icon } from './icon.tsx'
import { words } from './words.ts'

/** A file that the server already holds for a form that was refused; `token` comes back as `<name>-staged`. */
export interface StagedFile {
  token: string
  name: string
  /** The size in words, in the reader's language. */
  size?: string
}

interface FileFieldProps extends FieldBase {
  accept?: string
  multiple?: boolean
  staged?: readonly StagedFile[]
  maxBytes?: number
  shared: SharedAttributes
}

/** The file control: an ordinary file input, inside a drop zone when scripts are on. */
export function FileField(props: FileFieldProps) {
  const { language, name, accept, multiple, staged = [], maxBytes, shared } = props
  const text = words(language)
  return (
    <weft-drop data-too-large={text.fileTooLarge} data-max-bytes={maxBytes}>
      {staged.map((file) => (
        <p class="staged-file" key={file.token}>
          <input type="hidden" name={`${name}-staged`} value={file.token} />
          <Icon name="file" />
          <span>
            <strong>{file.name}</strong> {file.size && <span class="quiet">{file.size}</span>}
            <br />
            <span class="quiet">{text.fileKept}</span>
          </span>
        </p>
      ))}
      <span class="drop-zone">
        <Icon name="upload" />
        <span class="drop-zone-text" aria-hidden="true">
          <span class="drop-zone-choose">
            {staged.length > 0 ? text.fileReplace : text.chooseFile}
          </span>{' '}
          <span class="drop-zone-hint">{text.dropFile}</span>
        </span>
        <input
          {...shared}
          type="file"
          accept={accept}
          multiple={multiple}
          required={shared.required && staged.length === 0}
        />
      </span>
    </weft-drop>
  )
}
