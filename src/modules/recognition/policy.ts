import { allow, has, inOrganisation, inProgramme, isAnotherPerson, isPerson } from '#kernel/access'
import type { Rule } from '#kernel/access'

const home = inOrganisation('home_organisation_id')
const programme = inProgramme('degree_programme_id')
const another = isAnotherPerson('person_id')

/** Who may do what in recognition. An evaluator limited to a degree programme decides only there, and nobody their own case. */
export const recognitionRules: readonly Rule[] = [
  allow('evaluator', 'recognition.case.list', home, programme),
  allow('coordinator', 'recognition.case.list', home),
  allow('registrar', 'recognition.case.list', home),

  allow('evaluator', 'recognition.case.read', home, programme),
  allow('coordinator', 'recognition.case.read', home),
  allow('registrar', 'recognition.case.read', home),
  allow('self', 'recognition.case.read', isPerson()),

  allow('evaluator', 'recognition.case.evaluate', home, programme, another, has('state', 'open')),
  allow('evaluator', 'recognition.case.decide', home, programme, another, has('state', 'open')),
  allow('coordinator', 'recognition.case.withdraw', home, has('state', 'open')),
  allow('evaluator', 'recognition.case.withdraw', home, programme, another, has('state', 'open')),

  // Whose transcript it may be is asked when the form is sent; anybody who may bring one in may open the form.
  allow('evaluator', 'recognition.transcript.begin'),
  allow('coordinator', 'recognition.transcript.begin'),
  allow('registrar', 'recognition.transcript.begin'),
  allow('student', 'recognition.transcript.begin'),
  allow('evaluator', 'recognition.transcript.add', home, programme, another),
  allow('coordinator', 'recognition.transcript.add', home, another),
  allow('registrar', 'recognition.transcript.add', home, another),
  allow('self', 'recognition.transcript.add', isPerson()),

  // Whoever brought a transcript in sees it until it is taken; a person's rights to the case begin then.
  allow('self', 'recognition.draft.edit', isPerson('created_by'), has('state', 'open')),
  allow('self', 'recognition.draft.read', isPerson('created_by')),

  allow('evaluator', 'recognition.statement.read', home, programme, has('state', 'decided')),
  allow('coordinator', 'recognition.statement.read', home, has('state', 'decided')),
  allow('registrar', 'recognition.statement.read', home, has('state', 'decided')),
  allow('self', 'recognition.statement.read', isPerson(), has('state', 'decided')),

  allow('evaluator', 'recognition.catalogue.import', inOrganisation('organisation_id')),
  allow('registrar', 'recognition.catalogue.import', inOrganisation('organisation_id')),
  allow('administrator', 'recognition.catalogue.import', inOrganisation('organisation_id')),
  allow('signed-in', 'recognition.course.list'),

  allow('evaluator', 'recognition.equivalence.list', home),
  allow('coordinator', 'recognition.equivalence.list', home),
  allow('registrar', 'recognition.equivalence.list', home),
  allow('evaluator', 'recognition.equivalence.edit', home, programme),

  allow('evaluator', 'recognition.rule-set.list', home),
  allow('coordinator', 'recognition.rule-set.list', home),
  allow('registrar', 'recognition.rule-set.list', home),
  allow('administrator', 'recognition.rule-set.list', home),
  allow('registrar', 'recognition.rule-set.edit', home),
  allow('administrator', 'recognition.rule-set.edit', home),

  // Who may open the pages at all; the rows and buttons on them follow the rules above.
  ...['evaluator', 'registrar', 'administrator'].map((role) =>
    allow(role, 'recognition.catalogue.open'),
  ),
  ...['evaluator', 'coordinator', 'registrar'].map((role) =>
    allow(role, 'recognition.equivalence.open'),
  ),
  ...['evaluator', 'coordinator', 'registrar', 'administrator'].map((role) =>
    allow(role, 'recognition.rule-set.open'),
  ),
]
