/** The act of a link: a partner without an account answers one nomination. */
export const answerByLinkAction = 'mobility.nomination.answer-by-link'

/** The act of a link: a partner without an account confirms the arrival or the departure of one student. */
export const hostByLinkAction = 'mobility.stay.confirm-by-link'

/** The acts of a link: a partner without an account confirms the arrivals, or the departures, of many students at once. */
export const hostOfManyActions = {
  arrival: 'mobility.contact.confirm-arrivals-by-link',
  departure: 'mobility.contact.confirm-departures-by-link',
} as const

/** The act of a link: a partner without an account approves or refuses one visit. */
export const answerVisitByLinkAction = 'mobility.visit.answer-by-link'
