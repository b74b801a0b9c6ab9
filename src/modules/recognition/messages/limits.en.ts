import { limitReasonTexts } from '../rules/limit-reasons.ts'

export default {
  ...limitReasonTexts,

  'calculation.title': 'How credit and grades were calculated',
  'calculation.lead':
    'Every step from what the transcript states to what is recorded, so that it can be repeated by hand.',
  'calculation.none': 'Nothing was calculated yet',
  'calculation.none-why':
    'The rules have not converted the credit or the grade of any line of this case.',
  'calculation.credit': 'Credit',
  'calculation.grade': 'Grade',
  'calculation.together': 'Together: {codes}',
  'calculation.picture': '{grade} between both grading tables; it becomes {home}',

  'rule-set.form.grades': 'Entry of grades',
  'rule-set.form.grades-hint':
    'The first of these that fits the scale of the host applies, whatever the grade: agreed tables, grading tables, the formula, else the entry.',
  'rule-set.form.not-used': 'Not used',
  'rule-set.form.digits': 'Fields of a reference group agree in',
  'rule-set.digits.4': 'four digits of ISCED-F',
  'rule-set.digits.3': 'three digits of ISCED-F',
  'rule-set.digits.2': 'two digits of ISCED-F',
  'rule-set.digits.0': 'nothing: all fields together',
  'rule-set.form.bavarian': 'Modified Bavarian formula',
  'rule-set.form.bavarian-hint': 'Only where the home scale runs from 1.0 to a pass at 4.0',
  'rule-set.bavarian.cut': 'Cut to one decimal, then the better grade (Passau)',
  'rule-set.bavarian.nearest': 'Nearest grade, ties better (Cologne)',
  'rule-set.bavarian.decimal': 'Cut to one decimal',
  'rule-set.form.residence': 'Least credit to be taken at home',
  'rule-set.form.honours': 'Credit at home that honours ask for',
  'rule-set.term.residence': 'At home',
  'rule-set.says.residence': 'At least {credit} credits of the degree are taken at home',
  'rule-set.term.honours': 'Honours',
  'rule-set.says.honours':
    'Honours ask for {credit} credits taken at home; students are told, nothing is refused for it',
  'rule-set.term.suspension': 'Suspended studies',
  'rule-set.says.suspension':
    'For stays of more than {months, plural, one {# month} other {# months}} studies at home are suspended, else nothing is recognised',
  'rule-set.term.deadline': 'Deadline',
  'rule-set.says.week':
    'End of week {week} of the {term, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} home term after the stay',
  'rule-set.says.working-days':
    '{days, plural, one {# working day} other {# working days}} after {after, select, stay {the stay} other {the day of issue}}',
  'rule-set.says.date': 'The first {day}/{month} (day/month) after the stay',
  'rule-set.term.home-term': 'Beside courses at home',
  'rule-set.says.home-term':
    'In a term with {kinds}: at most {home} credits taken at home, {together} together',
  'rule-set.says.home-term-asked': '{rule}. Asked of a person: {kinds}',
  'rule-set.term.kinds': 'Kinds of learning',
  'rule-set.says.no-kind': 'not recognised',
  'rule-set.says.kind-limit':
    'at most {credit} {per, select, term {a term} year {an academic year} host {from one institution} other {in all}}',
  'rule-set.inferred': 'inferred',
  'rule-set.inferred-why':
    'The published source does not state: {list}. This was assumed; the institution should confirm it with a new version.',
  'rule-set.kind-name':
    '{kind, select, course {courses in class} online {online courses} blended {blended courses} summer {summer programmes} placement {placements} non_degree {non-degree courses (CN)} certificate {certificates (CS)} training {training (CT)} portfolio {portfolios (CP)} examination {examinations (CE)} accredited {accredited courses} part_time {part-time enrolment} other {these kinds of learning}}',
  'rule-set.evidence-name':
    '{evidence, select, syllabus {syllabus} hours {proof of the hours} certificate {certificate} assessment {report of an assessment} portfolio {portfolio} other {notice of the result}} to be seen',

  'past.title': 'What these rules would have changed',
  'past.lead':
    'Evaluated again from what was stored, as if the rules had been in force then: {concerned, plural, one {# decided case} other {# decided cases}} of {looked, number} would have fallen under them. Nothing is altered by this.',
  'past.limited': '{decided, number} cases are decided; the first {looked, number} were looked at.',
  'past.unseen':
    '{count, plural, one {One of these cases is} other {# of these cases are}} named only to those who read cases; a registrar sees them here, also in a saved draft.',
  'past.cases': 'Cases that would come out differently',
  'past.lines': 'Lines',
  'past.credit': 'Credit recognised in these cases, before and after',
  'past.more': 'The first {shown, number} lines are shown; the workbook has all.',
  'past.workbook': 'All changed lines as a workbook',
  'past.case': 'Case',
  'past.line': 'Course',
  'past.before': 'As it was found',
  'past.after': 'Under these rules',
  'past.credit-before': 'Credit before',
  'past.credit-after': 'Credit after',
  'past.grade-before': 'Grade before',
  'past.why-before': 'Why before',
  'past.why-after': 'Why after',
  'past.grade-after': 'Grade after',
  'rule-set.form.set-grade': 'The least grade, of courses that count together',
  'rule-set.form.set-grade.each': 'Each course must reach it',
  'rule-set.form.set-grade.credit-weighted': 'Their mean, weighted by credit, must reach it',
  'rule-set.term.set-grade': 'Courses that count together',
  'rule-set.says.set-grade': 'Their mean grade, weighted by credit, must reach the least grade',
  'rule-credit.legend': 'Credit of other kinds of learning, rule {number}',
  'rule-credit.hint':
    'Only where such learning is converted otherwise than courses. Of two rules for one kind the first applies.',
  'rule-credit.fault.kinds': 'Choose the kinds of learning to which this applies',
  'rule-credit.says': '{kinds}: {method}; {rounding}',
} as const
