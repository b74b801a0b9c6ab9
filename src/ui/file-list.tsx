import { Icon } from './icon.tsx'
import { sample } from './sample-text.ts'
import type { Content, Examples } from './types.ts'

export interface ListedFile {
  href: string
  name: string
  /** Type, size, date: whatever helps to choose, in the reader's language. */
  detail?: Content
  action?: Content
}

/** Documents to open or keep. */
export function FileList({ files, label }: { files: readonly ListedFile[]; label?: string }) {
  return (
    <ul class="file-list" aria-label={label}>
      {files.map((file) => (
        <li key={file.href}>
          <Icon name="file" />
          <span class="file-list-text">
            <a href={file.href}>{file.name}</a>
            {file.detail && <span class="quiet">{file.detail}</span>}
          </span>
          {file.action}
        </li>
      ))}
    </ul>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'file-list',
    render: () => (
      <FileList
        files={[
          { href: '#f1', name: sample('transcript', language), detail: 'ELMO, 24 kB' },
          { href: '#f2', name: sample('statement', language), detail: 'PDF, 310 kB' },
        ]}
      />
    ),
  },
]
