import type { Titles } from './types.ts'

/** Whether a course is called anything: of one that is not, neither a suggestion nor a precedent is told. */
export function hasTitle(titles: Titles): boolean {
  return Object.values(titles).some((title) => Boolean(title?.trim()))
}
