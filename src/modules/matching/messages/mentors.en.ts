/** The texts of rounds that give mentors. */
export default {
  'method.name.mentors': 'One mentor for each student',
  'method.hint.mentors':
    'As few students as possible stay without a mentor; of all such results it is the one that fits wishes, fields or given costs best. For reviewers as well.',
  'method.name.coupled-mentors': 'An academic and an industry mentor for each student',
  'method.hint.coupled-mentors':
    'All three share a language. Small rounds are solved exactly; larger ones in steps, with a proved bound, so that everybody sees how much could be gained at most.',
  'method.hindrance.one-kind':
    'The list of mentors needs a column “Kind” with both kinds in it: academic and industry.',
  'method.hindrance.both-kinds':
    'The list has mentors of both kinds. This method gives one mentor only and would not look at the kind; take the column “Kind” out if that is what you want.',
  'method.other-kind': 'This round gives out something else. Choose one of its own methods.',
  'mentor-lists.too-many':
    'More than {most, number} pairs would be possible, too many for one round. Give a list of pairs with costs that names the ones that make sense, for example the twenty best for each student.',
  'fault.student-twice':
    'Row {row, number}: the student {name} stands in the list more than once. Keep one row for each.',
  'fault.mentor-twice':
    'Row {row, number}: the mentor {name} stands in the list more than once. Keep one row for each.',
  'fault.unknown-mentor':
    'Row {row, number}: {of} wishes for {name}, who is not in the list of mentors.',
  'fault.unknown-student':
    'Row {row, number}: {of} names {name}, who is not in the list of students.',
  'fault.named-twice': 'Row {row, number}: {of} names {name} twice.',
  'fault.mentor-seats':
    'Row {row, number}: “{name}” is not a number of students. Write how many {of} takes at most, as a whole number from 0 to 1,000,000.',
  'fault.mentor-kind':
    'Row {row, number}: “{name}” is no kind of mentor. Write academic or industry for {of}.',
  'fault.language':
    'Row {row, number}: “{name}” is not known as a language. Write the languages of {of} by name or code, as “English, Thai” or “en th”.',
  'fault.no-language':
    'Row {row, number}: no language is given for {of}, so nobody could talk with {of}. Write at least one.',
  'fault.languages-missing':
    'This list has no column with languages, the other one has. Add the column, or take it out of the other list.',
  'fault.pair-empty': 'Row {row, number}: a pair needs a student and a mentor.',
  'fault.pair-cost':
    'Row {row, number}: “{name}” is not a cost. Write a whole number from 0 to 10,000,000 for {of}; a pair that must not be has no row.',
  'fault.pair-student': 'Row {row, number}: {name} is not in the list of students.',
  'fault.pair-mentor':
    'Row {row, number}: {name}, joined with {of}, is not in the list of mentors.',
  'fault.pair-twice':
    'Row {row, number}: {of} and {name} stand in the list of pairs more than once.',
  'shortage.title': 'Not everybody can get something',
  'shortage.lead':
    'The round can run all the same. What is missing, and the least that would help:',
  'shortage.mentor-nowhere':
    '{count, plural, one {One student} other {# students}} can have no {kind, select, academic {academic mentor} industry {industry mentor} other {mentor}} at all, however many more students each takes: no allowed pair shares a language. Let other pairs be allowed, or find a mentor who speaks their language: {names}.',
  'shortage.mentor-bottleneck':
    '{people, number} students can have only these {kind, select, academic {academic mentors} industry {industry mentors} other {mentors}}, who take {seats, plural, one {one student} other {# students}} in all: {names}.',
  'shortage.mentor-add':
    'The least that lets everybody else have one: {count, plural, one {one more student} other {# more students}} in all, at {names}. Proved: less is not enough.',
  'shortage.mentor-instead':
    'Another way: {count, plural, one {one more student} other {# more students}} in all, at {names}.',
  'shortage.mentor-none':
    'Every student can have a mentor of each kind, with the language that all share.',
  'shortage.mentor-trio':
    '{count, plural, one {One student finds} other {# students find}} mentors of each kind, but no two of them with whom one language is shared: {names}. One mentor more who speaks their language would help.',
  'mentors.matched-one':
    '{matched, number} of {applicants, number} students have a mentor with whom they share a language.',
  'mentors.proved-one':
    'Proved: no result leaves fewer students without a mentor, and of those that leave as few, none costs less than {cost, number}.',
  'mentors.scarce':
    '{place} takes {seats, plural, one {one student} other {# students}} and has as many. With {applicant} in place of one of them, more students would be left without a mentor.',
  'mentors.full-even':
    '{place} takes {seats, plural, one {one student} other {# students}} and has as many. With {applicant} the pair would cost {cost, number}; for all together the result as it is came out as good or better.',
  'repair.proved-one-mentor':
    'Proved: without who dropped out no result leaves fewer students without a mentor; of those, none changes fewer, and of those none costs less. Changed students: {count, number}.',
  'proof.mentors':
    'no mentor has more students than they take, every pair was allowed, and each student shares a language with their mentors;',
  'proof.nothing-drawn':
    'nothing was drawn by lot: the same lists give the same cost, whoever runs them.',
  'round.gives': 'What does the round give?',
  'round.gives.places': 'Places',
  'round.gives.places-hint':
    'Internships, stays, projects: applicants wish for them, hosts may rank applicants.',
  'round.gives.mentors': 'Mentors or reviewers',
  'round.gives.mentors-hint':
    'One for each student, or an academic and an industry mentor with a language that all three share.',
  'mentor-round.kind': 'Mentor round',
  'mentor-round.students': 'Students',
  'mentor-round.mentors': 'Mentors',
  'mentor-round.pairs': 'Pairs',
  'mentor-round.student': 'Student',
  'mentor-round.mentor': 'Mentor',
  'mentor-round.kind-name':
    '{kind, select, academic {academic mentor} industry {industry mentor} other {mentor}}',
  'mentor-round.kind-names':
    '{kind, select, academic {Academic mentors} industry {Industry mentors} other {Mentors}}',
  'mentor-round.kind-title':
    '{kind, select, academic {Academic mentor} industry {Industry mentor} other {Mentor}}',
  'mentor-round.students.file': 'Students, their languages and wishes',
  'mentor-round.students.hint':
    'One row for each student: name or number, languages, field if you like, then the mentors wished for, the best first. Nobody need wish for anybody.',
  'mentor-round.students.paste': 'Rows of students',
  'mentor-round.mentors.file': 'Mentors and how many students they take',
  'mentor-round.mentors.hint':
    'One row for each mentor: name, kind (academic or industry; leave the column out where all are of one kind), number of students at most, languages, field if you like, then students they would like to take, the best first.',
  'mentor-round.mentors.paste': 'Rows of mentors',
  'mentor-round.pairs.file': 'Pairs (if you like)',
  'mentor-round.pairs.hint':
    'Student, mentor and cost: only these pairs are then allowed, and the smallest cost is looked for. Without a column “Cost” the list names pairs that must not be, for example because of a conflict of interest.',
  'mentor-round.pairs.paste': 'Rows of pairs',
  'mentor-round.lists': 'The lists',
  'mentor-round.rule': 'What a pair costs where no costs are given',
  'mentor-round.rule-wishes':
    'Each step down the student’s wishes costs 10, a mentor who was not wished for 100. Who wishes for nobody costs nothing more with anybody.',
  'mentor-round.rule-named':
    'Each step down the mentor’s own wishes costs 5, a student who was not named 50.',
  'mentor-round.rule-fields':
    '60 more where both name fields and share none. The total is to be as small as possible.',
  'mentor-round.next.lists': 'Give the list of students and the list of mentors',
  'mentor-round.start':
    'The lists are frozen as they are now, and the round is run and checked. You can run again later with other lists; every run stays.',
  'mentor-round.seats': 'Students whom mentors take',
  'mentor-round.students-at-most': 'Students at most',
  'mentor-round.languages': 'Languages',
  'mentor-round.kind-column': 'Kind',
  'mentor-round.fields': 'Fields',
  'mentor-round.origin': 'Country or organisation',
  'mentor-round.cost': 'Cost',
  'mentor-round.wish': 'Wish',
  'mentor-round.wish-number':
    '{choice, selectordinal, one {#st wish} two {#nd wish} few {#rd wish} other {#th wish}}',
  'mentor-round.wish-later':
    '{choice, selectordinal, one {#st wish or later} two {#nd wish or later} few {#rd wish or later} other {#th wish or later}}',
  'mentor-round.named': 'Named student',
  'mentor-round.first-wish': 'First column with wishes',
  'mentor-round.last-wish': 'Last column with wishes',
  'mentor-round.matched': 'With every mentor',
  'mentor-round.none': 'No mentor',
  'mentor-round.search': 'Search name, code or mentor',
  'mentor-round.nobody-fits': 'No student fits',
  'mentor-round.next.published': 'Tell students and mentors their codes',
  'mentor-round.publish-lead':
    'Everybody can then see the figures and fetch the certificate by a code. In it students and mentors stand under codes, never by name; their languages, wishes and costs can be read under these codes. A publication cannot be taken back.',
  'mentor-round.published-own':
    'With the code that your institution gave you, as a student or a mentor. Others stand under codes here; your institution tells you who your mentor is.',
  'mentor-round.changes-lead':
    '{count, plural, =0 {Nobody has other mentors than in the run before.} one {One student has other mentors than in the run before.} other {# students have other mentors than in the run before.}}',
  'mentor-round.withdrawal-lead':
    'If a student or a mentor drops out after the run, see what would change for the others before you decide. The run as it is stays.',
  'mentor-round.withdrawal-who': 'Who dropped out? Search for a student or a mentor.',
  'mentor-round.withdrawal-what': 'Student or mentor',
  'mentor-round.withdrawal-accept':
    'Accepting makes a new run of the round, with its own certificate. The run before stays as it is.',
  'mentor-round.withdrawal-none':
    'Nobody had this mentor, or nobody gains by the place that becomes free.',
  'mentor-round.repaired-student': 'Repairs run {number, number}: the student {name} dropped out.',
  'mentor-round.repaired-mentor': 'Repairs run {number, number}: the mentor {name} dropped out.',
  'mentor-round.in-list': 'List',
  'mentor-figures.matched': '{kinds, plural, one {have a mentor} other {have both mentors}}',
  'mentor-figures.first': 'have their first wish{kinds, plural, one {} other { from each kind}}',
  'mentor-figures.load': 'of the mentors’ room is used',
  'mentor-figures.without': 'lack a mentor',
  'mentor-figures.of-students': 'of {count, plural, one {one student} other {# students}}',
  'mentor-figures.of-room':
    '{filled, number} of {seats, number}, at {mentors, plural, one {one mentor} other {# mentors}}',
  'mentor-figures.wishes': 'Who got whom they wished for',
  'mentor-figures.wishes-lead':
    'Each band is all students; bare threads have no mentor of that kind.',
  'mentor-figures.other': 'Another than wished for',
  'mentor-figures.open': 'Wished for nobody',
  'mentor-figures.loads': 'Load of the mentors',
  'mentor-figures.loads-lead': 'Each band is all mentors of a kind.',
  'mentor-figures.full': 'As many students as they take',
  'mentor-figures.some': 'Room for more',
  'mentor-figures.idle': 'Nobody',
  'mentor-figures.languages': 'Languages that all of a group share',
  'mentor-figures.languages-lead':
    'With how many students who has all mentors shares it; a group may share several.',
  'mentor-figures.language': 'Language',
  'mentor-figures.groups': 'Students',
  'mentor-figures.why': 'Who lacks a mentor, and why',
  'mentor-figures.everybody': 'Nobody lacks a mentor.',
  'missing.nobody': 'No pair is allowed',
  'missing.language': 'No language shared with any allowed mentor',
  'missing.trio': 'No language shared with the other mentor as well',
  'missing.full': 'All who would fit have as many students as they take',
  'mentor-table.shared': 'Shared',
  'mentor-table.got': 'Which mentors',
  'mentor-table.any': 'All students',
  'mentor-table.lacking': 'Lacking a mentor',
  'mentor-table.not-wished': 'Not wished for',
  'mentor-table.load': 'Load',
  'mentor-table.asked': 'Wished for by',
  'mentor-table.first': 'As first wish',
  'mentor-table.of-mentor': 'Students of one mentor',
  'mentor-explain.mentors': 'Mentor by mentor',
  'mentor-explain.lead':
    'Why this mentor, and why not another. Nothing here tells what anybody else wished for.',
  'mentor-explain.students': 'Students of this mentor',
  'mentor-explain.students-lead':
    'And whom the mentor named: of the others only that they have somebody else is said, not whom or why they wished for.',
  'mentor-explain.named': 'Named as',
  'mentor-explain.has': 'Has this mentor',
  'mentor-explain.seats-more':
    '{count, plural, one {With one more place of yours} other {With # more places of yours}} this student would have come to you; this was tried by running the round again.',
  'mentor-explain.elsewhere': 'Has another mentor; so it comes out better for all together',
  'mentor-explain.without': 'Has no mentor of this kind',
  'mentor-explain.not-allowed': 'The pair was not allowed, or no language is shared',
  'mentor-explain.room':
    'This mentor has room for {count, plural, one {one more student} other {# more students}}: whoever could come and lacked a mentor is here already, and for nobody else would it have been better for all together.',
  'mentor-explain.room-kind':
    'This mentor has room for {count, plural, one {one more student} other {# more students}}.',
  'mentor-explain.full':
    'This mentor has as many students as agreed. Who came and who did not follows from what is best for all students together.',
  'mentor-explain.nobody': 'Nobody is here, and the mentor named nobody.',
  'mentor-explain.more-mentors':
    'More mentors with whom a pair was allowed: {count, number}. Ask for one:',
  'mentor-explain.hand-on':
    'After publication {name} can read this page without an account, with the code {code}.',
  'command.help-one-mentor':
    'Two files with column names, as on the pages: students (name, languages, fields, wishes) and mentors (name, students at most, languages, fields, students they would like). Or three without wishes: students (name, languages “en zh”), mentors (name, number of students, languages), pairs (student, mentor, cost).',
  'mentor-template.student': 'Student {number, number}',
  'mentor-template.mentor': 'Mentor {number, number}',
  'mentor-template.academic': 'academic',
  'mentor-template.industry': 'industry',
  'mentor-template.languages-1': 'Thai, English',
  'mentor-template.languages-2': 'Chinese, English',
  'mentor-template.field-1': 'Textiles',
  'mentor-template.field-2': 'Data',
  'mentor-template.named': 'Would like {rank, number}',
}
