/** The act of a link: somebody says by a mail whether they are safe. */
export const answerByLinkAction = 'care.check.answer-by-link'
/** The kind of task by which somebody is asked whether they are safe. */
export const careTask = 'care.answer'
/** The kind of task by which an office sees to somebody who needs help. */
export const helpTask = 'care.help'
