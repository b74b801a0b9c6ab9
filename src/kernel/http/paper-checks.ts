import type { Work } from '#kernel/database'

/** What somebody holds of a paper that was issued here: its code, or the PDF itself. */
export type Paper = { code: string } | { pdf: Uint8Array }

/** How one module checks the papers that it issues: the path of the check of this one; null where it is none of them. */
export interface PaperCheck {
  find(work: Work, paper: Paper): Promise<string | null>
}

/** Where another part of the house checks a paper that a module's own check does not know; null where nobody issued it. */
export async function checkedElsewhere(
  { work, services }: { work: Work; services: { paperChecks?: readonly PaperCheck[] } },
  own: PaperCheck,
  paper: Paper,
): Promise<string | null> {
  for (const each of services.paperChecks ?? []) {
    const path = each === own ? null : await each.find(work, paper)
    if (path) return path
  }
  return null
}
