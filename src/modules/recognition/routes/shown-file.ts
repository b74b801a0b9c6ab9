import type { FileKind } from '#kernel/files'
import type { Call } from '#kernel/http'

/**
 * How a scan is answered so that the browser shows it: inline, with nothing else allowed, but without
 * `sandbox`, which would keep the browser's own PDF reader from opening it. Only pictures and PDFs that
 * were checked on their way in are answered so; everything else is downloaded.
 */
export const shownInPage = {
  inline: true,
  headers: {
    'content-security-policy': "default-src 'none'; object-src 'self'; frame-ancestors 'self'",
  },
} as const

const shownKinds: readonly (string | null)[] = ['pdf', 'jpeg', 'png', 'webp']

/** The original of a case to be shown beside what was read of it; null where it is none that a browser shows. */
export function originalBeside(
  call: Pick<Call, 'href'>,
  found: { id: string; original_kind: FileKind | null },
): { href: string; isImage: boolean } | null {
  if (!shownKinds.includes(found.original_kind)) return null
  return {
    href: call.href(`/recognition/cases/${found.id}/original`),
    isImage: found.original_kind !== 'pdf',
  }
}
