/** The act of a link: a mentor without an account evaluates one placement. */
export const evaluateByLinkAction = 'internships.evaluation.give-by-link'
/** The act of a link: the host's tutor confirms the hours of one week, or writes back. */
export const answerWeekByLinkAction = 'internships.week.answer-by-link'
/** The act of a link: the academic mentor plans a visit to a placement and says what came of it. */
export const visitByLinkAction = 'internships.visit.act-by-link'
/** The act of a link: a host's tutor ranks its applicants in one round. */
export const rankByLinkAction = 'internships.round.rank-by-link'
/** The act of a link: a host's tutor or an academic mentor reports an incident of one placement. */
export const reportByLinkAction = 'internships.incident.report-by-link'
