import type { FormState } from '#kernel/http'
import type { Language } from '#kernel/values'
import type { VisitParts, VisitRow } from '../queries/visits.ts'
import { base, type PageCall } from './words.tsx'

/** Where the pages of visits begin. */
export const visitsBase = `${base}/visits`

/** What the page of a visit and its parts show. */
export interface VisitPageProps {
  call: PageCall
  visit: VisitRow
  parts: VisitParts
  may: { edit: boolean; answer: boolean }
  /** Whom the partner's mail goes to; null where nobody is known, 'works-here' where it has an office. */
  contact: { name: string; email: string; language: Language } | null | 'works-here'
  form: FormState
}
