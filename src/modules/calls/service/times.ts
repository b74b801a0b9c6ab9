import type { ApplicationRow } from '../queries/applications.ts'

/** The times of the call that an application is to. */
export function timesOf(application: ApplicationRow) {
  const { call_state: state, opens_at, closes_at } = application
  return { state, opens_at, closes_at }
}
