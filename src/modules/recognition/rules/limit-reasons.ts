const kind =
  '{kind, select, course {courses in class} online {online courses} blended {blended courses} summer {summer programmes} placement {placements} non_degree {non-degree courses (CN)} certificate {certificates (CS)} training {training (CT)} portfolio {portfolios (CP)} examination {examinations (CE)} accredited {accredited courses} part_time {part-time enrolment} other {these kinds of learning together}}'
const of = kind.replace('{kind,', '{of,')
const term = '{term, select, planned {the term of the plan} other {{term}}}'
const period = '{period, select, planned {the plan} other {{period}}}'
const evidence =
  '{evidence, select, syllabus {the syllabus} hours {proof of the hours} certificate {the certificate} assessment {the report of an assessment} portfolio {the portfolio} other {the notice of the result}}'

/** The English text of limits, kinds of learning, stays and residence; the other languages are in `messages/limits.*.ts`. */
export const limitReasonTexts = {
  'reason.cap.residence':
    'At least {least, number} of the degree programme’s {programme, number} credits must be taken at home, so at most {limit, number} can be recognised, of which {already, number} are used. The choice that recognises most credit leaves this line out; room for {credit, number} more credits would change this.',

  'reason.kind.refused': `The rules recognise no credit for ${kind}.`,
  'reason.kind.evidence': `For ${kind} the rules ask for ${evidence}, and nobody has recorded that it was seen. Ask the student for it, or record it under the facts of this case.`,
  'reason.kind.evidence-seen': `Seen as the rules ask for ${kind}: ${evidence}.`,
  'reason.kind.total': `At most {limit, number} credits of ${kind} can be recognised in all, of which {already, number} are used. Room for {credit, number} more credits would change this.`,
  'reason.kind.term': `At most {limit, number} credits of ${kind} can be recognised in one term (${period}), of which {already, number} are used. Room for {credit, number} more credits would change this.`,

  'reason.kind.year': `At most {limit, number} credits of ${kind} can be recognised in one academic year (${period}), of which {already, number} are used. Room for {credit, number} more credits would change this.`,
  'reason.kind.host': `At most {limit, number} credits of ${kind} from one institution can be recognised, of which {already, number} are used. Room for {credit, number} more credits would change this.`,

  'reason.home-term.unknown': `In a term with ${kind} the rules limit what is taken at home, and nobody has recorded what was taken there in ${term}. Enter it under the facts of this case.`,
  'reason.home-term.met': `{taken, number} credits were taken at home in ${term}; in a term with ${kind} the rules allow up to {limit, number}.`,
  'reason.home-term.over': `{taken, number} credits were taken at home in ${term}; in a term with ${kind} the rules allow at most {limit, number}, else nothing is recognised.`,
  'reason.home-term.together': `In a term with ${kind} at most {limit, number} credits count together. In ${term} {home, number} are taken at home and {already, number} were recognised before. Room for {credit, number} more credits would change this.`,

  'reason.home-term.asked-unknown': `In a term with ${of} the rules limit what is taken at home, and they do not say whether that means ${kind} too. Nobody has recorded what was taken at home in ${term}. Enter it under the facts of this case, or decide this line.`,
  'reason.home-term.asked': `In a term with ${of} the rules limit what is taken at home, and they do not say whether that means ${kind} too. In ${term} it would come to {credit, number} credits, where at most {limit, number} are allowed. Decide whether this course counts.`,

  'reason.stay.unknown':
    'Stays of more than {months, number} months count only with suspended studies, and nobody has recorded when this stay began and ended. Enter it under the facts of this case.',
  'reason.stay.suspension-unknown':
    'The stay from {from, date, long} to {to, date, long} was longer than {months, number} months and counts only with suspended studies. Nobody has recorded whether they were; enter it under the facts of this case.',
  'reason.stay.suspended':
    'Studies at home were suspended, as the rules ask for stays of more than {months, number} months.',
  'reason.stay.not-suspended':
    'The stay from {from, date, long} to {to, date, long} was longer than {months, number} months, and studies at home were not suspended. Such credit is not recognised.',

  'reason.deadline.met': 'The transcript arrived on {filed, date, long}, by {last, date, long}.',
  'reason.deadline.missed':
    'The transcript arrived on {filed, date, long}; the last day was {last, date, long}.',
  'reason.deadline.late':
    'The transcript arrived on {filed, date, long}; the last day was {last, date, long}. The rules leave to the evaluator whether it is still taken.',
  'reason.deadline.unknown':
    'The rules set a last day, and it cannot be told: {rule, select, week {the end of the stay or the dates of the home institution’s next terms are} working_days {the end of the stay or the day of issue is} other {the end of the stay is}} not known. Enter it under the facts of this case, or decide this line.',

  'reason.residence.years':
    'Before the degree at least {years, plural, one {# academic year} other {# academic years}} must be studied at home.',
  'reason.residence.last-term':
    'The stay fell into the last term before the degree, which must be spent at home.',
  'reason.residence.last-term-unknown':
    'The last term before the degree must be spent at home. Nobody has recorded whether this stay fell into it.',
  'reason.honours.open':
    'Honours ask for at least {least, number} credits taken at home. With this, {left, number} of {programme, number} credits remain to be taken there, so they stay within reach.',
  'reason.honours.lost':
    'Honours ask for at least {least, number} credits taken at home. With this, only {left, number} of {programme, number} credits remain to be taken there, so a degree with honours is no longer possible.',
} as const
