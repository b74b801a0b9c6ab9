import type { Language } from '#kernel/values'
import type { Content } from './types.ts'

export type CrossingKind =
  | 'admission'
  | 'exchange'
  | 'internship'
  | 'lab'
  | 'summit'
  | 'exhibition'
  | 'mentorship'
  | 'recognition'
  | 'credential'

/** An institution: a vertical thread. */
export interface ClothThread {
  id: string
  label: string
  labelLanguage?: Language
  href?: string
}

/** A moment when the person's thread passes from one institution to another, or is knotted at one. */
export interface Crossing {
  threadFrom: string
  /** Another thread that the words name as where it comes from, where the way from there was drawn before. */
  comesFrom?: string
  threadTo: string
  kind: CrossingKind
  /** The date in the reader's calendar. */
  date: string
  /** The date for machines, ISO 8601. */
  at?: string
  label: string
  /** The evidence. */
  href?: string
  detail?: Content
  /** Not yet happened: the thread is drawn loose. */
  planned?: boolean
  /** How many people crossed, for the cloth of a programme or a year. */
  count?: number
}
