import {
  allow,
  amongUnits,
  atAnyProgramme,
  has,
  inOrganisation,
  inProgramme,
  inUnit,
  isAnotherPerson,
  isPerson,
} from '#kernel/access'
import type { Rule } from '#kernel/access'
import { officeRules } from './policy-office.ts'

const home = inOrganisation('home_organisation_id')
const programme = inProgramme('degree_programme_id')
/** A role in a unit works on the cases of the unit; one of the whole institution on all. */
const unit = inUnit('unit_id')
const asked = amongUnits('line_unit_ids')
const another = isAnotherPerson('person_id')
/** Precedents and rules are the institution's: whoever works with them sees them all. */
const anywhere = atAnyProgramme()
const drafter = isPerson('created_by')
const open = has('state', 'open')
const decided = has('state', 'decided')
const unsettled = has('state', 'open', 'answered')

/** Who may do what in recognition. An evaluator limited to a degree programme or a unit decides only there, and nobody their own case. */
export const recognitionRules: readonly Rule[] = [
  allow('evaluator', 'recognition.case.list', home, programme, unit),
  // A unit that is asked about one line sees the case that it stands in.
  allow('evaluator', 'recognition.case.list', home, programme, asked),
  allow('coordinator', 'recognition.case.list', home, programme),
  allow('registrar', 'recognition.case.list', home, programme),

  allow('evaluator', 'recognition.case.read', home, programme, unit),
  allow('evaluator', 'recognition.case.read', home, programme, asked),
  allow('coordinator', 'recognition.case.read', home, programme),
  allow('registrar', 'recognition.case.read', home, programme),
  allow('self', 'recognition.case.read', isPerson()),

  allow('evaluator', 'recognition.case.evaluate', home, programme, unit, another, open),
  allow('evaluator', 'recognition.case.decide', home, programme, unit, another, open),
  // Evidence is asked for by the office and by whoever decides the case, or the line that their unit is asked about; it
  // is sent by whom it asks: on their page, or by the link of a mail.
  ...['coordinator', 'registrar'].flatMap((role) => [
    allow(role, 'recognition.evidence.ask', home, programme, another, open),
    allow(role, 'recognition.evidence.settle', home, programme, another, unsettled),
    allow(role, 'recognition.evidence.read', home, programme),
  ]),
  ...[unit, asked].flatMap((place) => [
    allow('evaluator', 'recognition.evidence.ask', home, programme, place, another, open),
    allow('evaluator', 'recognition.evidence.read', home, programme, place),
  ]),
  ...[unit, amongUnits('asked_unit_ids')].map((place) =>
    allow('evaluator', 'recognition.evidence.settle', home, programme, place, another, unsettled),
  ),
  allow('self', 'recognition.evidence.read', isPerson('asked_person_id')),
  allow('self', 'recognition.evidence.answer', isPerson('asked_person_id'), unsettled),
  allow('link', 'recognition.evidence.answer', unsettled),
  // A student objects to the decision of their own case; who took it does not answer.
  allow('self', 'recognition.appeal.make', isPerson(), decided),
  allow('self', 'recognition.appeal.withdraw', isPerson(), open),
  allow('self', 'recognition.appeal.read', isPerson()),
  allow('evaluator', 'recognition.appeal.read', home, programme, unit),
  ...['coordinator', 'registrar'].map((role) =>
    allow(role, 'recognition.appeal.read', home, programme),
  ),
  ...[
    { role: 'evaluator', place: [unit] },
    { role: 'registrar', place: [] },
  ].map(({ role, place }) =>
    allow(
      role,
      'recognition.appeal.answer',
      home,
      programme,
      ...place,
      another,
      open,
      isAnotherPerson('decided_by'),
    ),
  ),
  allow('evaluator', 'recognition.revision.open', home, programme, unit, another, decided),
  // Nobody undoes a colleague's decision: that is what a revision is for.
  allow(
    'evaluator',
    'recognition.decision.retract',
    home,
    programme,
    unit,
    another,
    decided,
    isPerson('decided_by'),
  ),
  // Staff talk among themselves about a student, never about their own case; the student talks with the staff.
  ...['coordinator', 'registrar'].map((role) =>
    allow(role, 'recognition.comment.write', home, programme, another),
  ),
  allow('evaluator', 'recognition.comment.write', home, programme, unit, another),
  allow('evaluator', 'recognition.comment.write', home, programme, asked, another),
  allow('self', 'recognition.comment.reply', isPerson()),
  allow('self', 'recognition.comment.take-back', isPerson('author_id')),
  // What stands on the original is said by whoever evaluates and by whoever keeps the records.
  allow('evaluator', 'recognition.line.correct', home, programme, unit, another, open),
  allow('registrar', 'recognition.line.correct', home, programme, another, open),
  // Whoever typed a transcript does not check it; who checks it may correct what stands wrong.
  allow('evaluator', 'recognition.transcript-check.read', home, programme, unit),
  allow('coordinator', 'recognition.transcript-check.read', home, programme),
  allow('registrar', 'recognition.transcript-check.read', home, programme),
  allow(
    'evaluator',
    'recognition.transcript-check.make',
    home,
    programme,
    unit,
    another,
    open,
    isAnotherPerson('brought_in_by'),
  ),
  allow(
    'registrar',
    'recognition.transcript-check.make',
    home,
    programme,
    another,
    open,
    isAnotherPerson('brought_in_by'),
  ),
  allow('coordinator', 'recognition.case.withdraw', home, programme, open),
  allow('evaluator', 'recognition.case.withdraw', home, programme, unit, another, open),

  // Whose transcript it may be is asked when the form is sent; anybody who may bring one in may open the form.
  allow('evaluator', 'recognition.transcript.begin'),
  allow('coordinator', 'recognition.transcript.begin'),
  allow('registrar', 'recognition.transcript.begin'),
  allow('student', 'recognition.transcript.begin'),
  // A student has no queue to begin from: the way in stands in the navigation.
  allow('student', 'recognition.own-transcript.begin'),
  allow('evaluator', 'recognition.transcript.add', home, programme, another),
  allow('coordinator', 'recognition.transcript.add', home, programme, another),
  allow('registrar', 'recognition.transcript.add', home, programme, another),
  allow('self', 'recognition.transcript.add', isPerson()),

  // Comparisons of syllabi are the institution's evidence; nobody's data is in them.
  ...['evaluator', 'coordinator', 'registrar'].map((role) =>
    allow(role, 'recognition.content.list', home, anywhere),
  ),
  allow('evaluator', 'recognition.content.compare', home, anywhere),
  // One question to one person: by the link of its mail, or signed in as the one who is asked.
  allow('link', 'recognition.content.answer'),
  allow('self', 'recognition.content.answer', isPerson('asked_person_id')),

  // A plan is the student's; the school's staff read it, to advise.
  allow('student', 'recognition.plan.begin'),
  ...['student', 'evaluator', 'coordinator', 'registrar'].map((role) =>
    allow(role, 'recognition.plan.open'),
  ),
  ...['recognition.plan.list', 'recognition.plan.read'].flatMap((action) => [
    allow('self', action, isPerson()),
    ...['evaluator', 'coordinator', 'registrar'].map((role) =>
      allow(role, action, home, programme),
    ),
  ]),
  allow('self', 'recognition.plan.edit', isPerson()),

  // Whoever is bringing a transcript in sees the draft, as long as they may bring one in for this student.
  ...[
    { action: 'recognition.draft.read', state: [] },
    { action: 'recognition.draft.edit', state: [open] },
  ].flatMap(({ action, state }) => [
    allow('self', action, drafter, isPerson(), ...state),
    ...['evaluator', 'coordinator', 'registrar'].map((role) =>
      allow(role, action, drafter, home, programme, another, ...state),
    ),
  ]),

  allow('evaluator', 'recognition.statement.read', home, programme, unit, decided),
  allow('coordinator', 'recognition.statement.read', home, programme, decided),
  allow('registrar', 'recognition.statement.read', home, programme, decided),
  allow('self', 'recognition.statement.read', isPerson(), decided),
  // Whoever holds the paper has its code; nothing of the person is shown.
  allow('public', 'recognition.statement.check'),

  // A cohort's statements as one archive: whoever may read them packs them, and alone fetches what they packed.
  ...['evaluator', 'coordinator', 'registrar'].flatMap((role) => [
    allow(role, 'recognition.archive.begin'),
    allow(role, 'recognition.archive.read', drafter, home, anywhere),
  ]),

  allow('evaluator', 'recognition.catalogue.import', inOrganisation('organisation_id')),
  allow('registrar', 'recognition.catalogue.import', inOrganisation('organisation_id')),
  allow('administrator', 'recognition.catalogue.import', inOrganisation('organisation_id')),
  allow('signed-in', 'recognition.course.list'),

  allow('evaluator', 'recognition.equivalence.list', home, anywhere),
  allow('coordinator', 'recognition.equivalence.list', home, anywhere),
  allow('registrar', 'recognition.equivalence.list', home, anywhere),
  allow('evaluator', 'recognition.equivalence.edit', home, programme),

  allow('evaluator', 'recognition.rule-set.list', home, anywhere),
  allow('coordinator', 'recognition.rule-set.list', home, anywhere),
  allow('registrar', 'recognition.rule-set.list', home, anywhere),
  allow('administrator', 'recognition.rule-set.list', home, anywhere),
  allow('registrar', 'recognition.rule-set.edit', home),
  allow('administrator', 'recognition.rule-set.edit', home),

  // Schemes and scales are read by whoever works with credit; what an institution uses of them is its own.
  ...['evaluator', 'coordinator', 'registrar', 'administrator'].map((role) =>
    allow(role, 'recognition.scale.list', inOrganisation('organisation_id'), anywhere),
  ),
  allow('registrar', 'recognition.scale.edit', inOrganisation('organisation_id')),
  allow('administrator', 'recognition.scale.edit', inOrganisation('organisation_id')),

  ...officeRules,
  allow('registrar', 'recognition.settings.edit', inOrganisation('organisation_id')),
  allow('administrator', 'recognition.settings.edit', inOrganisation('organisation_id')),

  // Fetching by EMREX: whoever may bring a transcript in begins, a provider answers without a session, and only
  // whoever asked sees and takes what came.
  allow('public', 'recognition.emrex.receive'),
  allow('self', 'recognition.emrex.read', drafter),
  allow('secretariat', 'recognition.emrex.keep'),

  // A certificate is a public fact; whom to rely on is an institution's own word, or the secretariat's for all.
  ...['evaluator', 'coordinator', 'registrar', 'administrator', 'secretariat'].map((role) =>
    allow(role, 'recognition.signer.open'),
  ),
  allow('registrar', 'recognition.signer.keep', inOrganisation('keeper_organisation_id')),
  allow('administrator', 'recognition.signer.keep', inOrganisation('keeper_organisation_id')),
  allow('secretariat', 'recognition.signer.keep'),

  // Who may open the pages at all; the rows and buttons on them follow the rules above.
  ...['registrar', 'administrator'].map((role) => allow(role, 'recognition.settings.open')),
  ...['evaluator', 'registrar', 'administrator'].map((role) =>
    allow(role, 'recognition.catalogue.open'),
  ),
  ...['evaluator', 'coordinator', 'registrar'].map((role) =>
    allow(role, 'recognition.equivalence.open'),
  ),
  ...['evaluator', 'coordinator', 'registrar', 'administrator'].map((role) =>
    allow(role, 'recognition.rule-set.open'),
  ),
  ...['evaluator', 'coordinator', 'registrar', 'administrator'].map((role) =>
    allow(role, 'recognition.scale.open'),
  ),
]
