import type { FormState } from '#kernel/http'
import type { Language } from '#kernel/values'
import type { VisitParts, VisitRow } from '../queries/visits.ts'
import type { PageCall } from './words.tsx'

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
