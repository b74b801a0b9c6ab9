import type { LocalText } from '#kernel/values'

/** What is known of a practice that lives in those who know it (UNESCO form ICH-02, sections A to D). */
export interface Heritage {
  /** Its name in the language and script of those whose it is, and which language that is (BCP 47). */
  vernacular?: string
  vernacularLanguage?: string
  community?: LocalText
  practitioners?: string
  /** Customary practices that govern who may see or hear what (ICH-07). */
  customaryAccess?: LocalText
  /** Who granted, for the community, that it is shown here, and the day. */
  grantedBy?: string
  grantedOn?: string
  /** The holder certifies that no customary practice that governs access is violated (ICH-07). */
  isCertified?: boolean
}

/** A label as its community worded it (Local Contexts: labels come from communities, never from an institution). */
export interface CommunityLabel {
  name: string
  text: string
  /** BCP 47, where it is known. */
  language: string | null
  community: string
  /** Its page at Local Contexts, or the community's own. */
  uri: string | null
}

/** The most labels of one object. */
export const mostLabels = 10

/** What stands against showing a practice: nobody has granted it, or it is not certified that custom allows it. */
export function heritageFault(
  kind: string,
  heritage: Heritage,
): 'no-grant' | 'not-certified' | null {
  if (kind !== 'intangible') return null
  if (!heritage.grantedBy || !heritage.grantedOn) return 'no-grant'
  return heritage.isCertified ? null : 'not-certified'
}

/** Whether a tag names a language as BCP 47 writes it; of its registry nothing is asked. */
export function isLanguageTag(tag: string): boolean {
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}$/.test(tag)
}
