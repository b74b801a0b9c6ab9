import {
  allow,
  atAnyProgramme,
  has,
  inOrganisation,
  inProgramme,
  inUnit,
  isAnotherPerson,
  isPerson,
  type Rule,
} from '#kernel/access'

const home = inOrganisation('home_organisation_id')
const own = inOrganisation('organisation_id')
const programme = inProgramme('degree_programme_id')
const unit = inUnit('unit_id')
const anywhere = atAnyProgramme()
const another = isAnotherPerson('person_id')
const open = has('state', 'open')

/** Who does the registrar's and the office's work. What is entered on records is the whole institution's: no limit to a programme reaches there. */
export const officeRules: readonly Rule[] = [
  // Nobody enters their own credit: the verb leaves it out.
  allow('registrar', 'recognition.posting.list', home),
  allow('registrar', 'recognition.posting.read', own),
  allow('registrar', 'recognition.posting.post', own),
  allow('registrar', 'recognition.posting-layout.edit', own),
  allow('administrator', 'recognition.posting-layout.edit', own),

  // Cases go to units by rule; who works on them, and who arranges the work, may send them elsewhere.
  allow('evaluator', 'recognition.case.route', home, programme, unit, another, open),
  allow('coordinator', 'recognition.case.route', home, programme, open),
  // A question about a line is asked by whoever evaluates the case, and answered by the unit that is asked.
  allow('evaluator', 'recognition.referral.ask', home, programme, unit, another, open),
  allow('evaluator', 'recognition.referral.answer', home, programme, unit, another),
  allow('link', 'recognition.referral.answer'),
  // Sums over all cases of the institution: whoever answers for how it works.
  ...['coordinator', 'registrar', 'administrator', 'evaluator'].flatMap((role) => [
    allow(role, 'recognition.turnaround.open'),
    allow(role, 'recognition.turnaround.read', own, anywhere),
  ]),
  // The committee's list is read and arranged by those who work on cases; chair and secretary record what it decides.
  ...['evaluator', 'coordinator', 'registrar'].flatMap((role) => [
    allow(role, 'recognition.sitting.open'),
    allow(role, 'recognition.sitting.read', own, anywhere),
    allow(role, 'recognition.sitting.plan', own),
    // Whoever has left the institution is its chair no more.
    allow(role, 'recognition.sitting.record', own, anywhere, isPerson('chair_id')),
    allow(role, 'recognition.sitting.record', own, anywhere, isPerson('secretary_id')),
    allow(role, 'recognition.sitting.approve', own, anywhere, isPerson('chair_id')),
  ]),
  ...['evaluator', 'coordinator', 'registrar'].flatMap((role) => [
    allow(role, 'recognition.queue.open'),
    allow(role, 'recognition.queue.read', own, anywhere),
  ]),
]
