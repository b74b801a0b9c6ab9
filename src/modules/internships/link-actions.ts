/** The act of a link: a mentor without an account evaluates one placement. */
export const evaluateByLinkAction = 'internships.evaluation.give-by-link'
