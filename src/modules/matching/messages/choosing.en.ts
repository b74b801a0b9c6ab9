/** The texts of choosing a method, and of results that differ by method. */
export default {
  'method.title': 'How it is matched',
  'method.line': 'How it is matched: {method}',
  'method.choose': 'How should this round be matched?',
  'method.choose-hint':
    'The rule is chosen before the lists are frozen and stands on the certificate. Each run can take another.',
  'method.name.lottery': 'Both sides rank; a lottery breaks ties',
  'method.hint.lottery':
    'Nobody is passed over for somebody whom the host ranks lower. Of all such results it is the best for every applicant, and an honest list is always the best list.',
  'method.name.ties-kept': 'Both sides rank; ties stay ties',
  'method.hint.ties-kept':
    'Where a host ranks people as equal, more of them get a place than a lottery would give one. An honest list is then not always the best list.',
  'method.name.reserves': 'Both sides rank; seats are kept for groups',
  'method.hint.reserves':
    'Seats kept for a country or another group go to its people first; what they leave is open to everybody.',
  'method.name.shared-quotas': 'Projects share the seats of their host',
  'method.hint.shared-quotas':
    'A host offers several projects but takes only so many people in all. It ranks people once, for all its projects.',
  'method.name.rank-maximal': 'Hosts do not rank: as many first choices as possible',
  'method.hint.rank-maximal':
    'Then as many second choices as possible, and so on. Some may be left with little, and an honest list is not always the best list.',
  'method.name.fair': 'Hosts do not rank: as few as possible left behind',
  'method.hint.fair':
    'As few as possible without a place, then as few as possible with their last choice, and so on upwards. An honest list is not always the best list.',
  'method.others': 'Methods that these lists do not fit',
  'method.hindrance.ranked':
    'Places rank applicants here, or applicants have scores, and this method would not look at that. Take these columns out, or let hosts rank.',
  'method.hindrance.tied':
    'Somebody wishes for two places alike (“= name”). Choose a method that keeps ties, or write one after the other.',
  'method.hindrance.no-reserves':
    'The list of places needs a column “Reserved”, with seats for a country or group: “TH 2; KR 3”. Applicants are of the group in their column “Group”, else of their country.',
  'method.hindrance.no-hosts':
    'The list of places needs a column “Host”, and “Host seats” where the host takes fewer people than its projects have seats.',
  'method.host-seats':
    'Row {row, number} of the places: {host} takes another number of people in all here than in an earlier row. Write the same number, or only once.',
  'method.host-ranking':
    'Row {row, number} of the places: {host} ranks applicants in another order than in an earlier row. A host ranks once for all its projects.',
  'lists.more-columns': 'Columns for groups, hosts and equal wishes',
  'lists.ties':
    '“= name” among the choices of an applicant means: as welcome as the one before. For methods that keep ties and those in which hosts do not rank.',
  'columns.category': 'Group (for reserved seats)',
  'columns.reserves': 'Reserved seats',
  'columns.host': 'Host',
  'columns.host-seats': 'Host seats',
  'fault.reserve':
    'Row {row, number}: the reserve of {of} for “{name}” is not a number of seats. Write it as “TH 2; KR 3”.',
  'fault.reserve-twice': 'Row {row, number}: {of} keeps seats for {name} twice. Write one number.',
  'fault.reserves-over':
    'Row {row, number}: {of} keeps {name} seats for groups and does not have as many.',
  'fault.host-seats':
    'Row {row, number}: “{name}” is not a number of people that the host of {of} takes. Write a whole number from 1.',
  'places.seats-free': '{count, plural, one {One seat free} other {# seats free}}',
  'places.full': 'Full',
  'places.cutoff-equal': 'Down to rank {rank, number}, not everybody of it',
  'places.cutoff-reserves':
    'The last one admitted had rank {rank, number}; reserved seats can reach further than open ones',
  'proof.seats-asked':
    'no place has more people than seats, and everybody was placed only where they asked for;',
  'proof.seats-shared':
    'no project and no host has more people than seats, and everybody was placed only where they asked for and were ranked;',
  'proof.equal-lot':
    'among equals one lottery decided for all, which anybody can draw again from the seed.',
  'withdrawal.title': 'Somebody dropped out',
  'withdrawal.if': 'If somebody drops out',
  'withdrawal.lead':
    'If an applicant or a place drops out after the run, see what would change for the others before you decide. The run as it is stays.',
  'withdrawal.choose': 'Choose who dropped out',
  'withdrawal.who': 'Who dropped out? Search for an applicant or a place.',
  'withdrawal.name': 'Name',
  'withdrawal.what': 'Applicant or place',
  'withdrawal.changed':
    '{count, plural, =0 {Nobody else changes} one {One other changes} other {# others change}}',
  'withdrawal.next': 'Look at the changes, then accept them as a new run',
  'withdrawal.changes': 'What changes for the others',
  'withdrawal.none': 'Nothing changes for anybody else',
  'withdrawal.none-why': 'The seat stays free, or nobody held it.',
  'withdrawal.near':
    'Whoever can keep a place keeps it, as far as that was found, and the result is stable again. That no other result would change fewer people is not proved.',
  'repair.near':
    'Who dropped out has nothing. Changed: {count, number}. That no other stable result changes fewer is not proved.',
  'repair.near-still':
    '{applicant} still has no place: none that takes {applicant} has a free seat or somebody whom it ranks lower.',
  'repair.near-lost':
    '{applicant} loses {has}: the stable result that was found needs it. That every stable result does is not proved.',
  'repair.near-gained': '{applicant} gets {has}, so that the result is stable again.',
  'repair.near-moved': '{applicant} goes from {from} to {has}, so that the result is stable again.',
  'withdrawal.anew':
    'This method has no repair that is proved to change the fewest: the round is matched anew without who dropped out, with the same lottery.',
  'withdrawal.accept-lead':
    'Accepting makes a new run of the round, with its own certificate. It draws no new lottery; the run before stays as it is.',
  'withdrawal.accept': 'Accept as a new run',
  'withdrawal.other': 'Choose somebody else',
  'withdrawal.unknown': 'This applicant or place is not in the run.',
  'withdrawal.repaired-applicant':
    'Repairs run {number, number}: the applicant {name} dropped out.',
  'withdrawal.repaired-place': 'Repairs run {number, number}: the place {name} dropped out.',
  'withdrawal.gone': 'Dropped out',
  'withdrawal.here': 'Dropped out: see what would change',
  'flash.repair-frozen': 'The repair is being run and checked.',
  'story.run-repaired':
    'Run {number, number}: repairs run {repairs, number} after somebody dropped out',
  'explain.host-free':
    'Seats stayed free ({count, number}): nobody who wished for this place, and could have it, was left with something they like less.',
  'explain.host-full':
    'All seats are taken. Whoever was not admitted stood behind those who were, by the rule of the method.',
  'explain.one-more':
    'With one more seat this place would get: {names}. This was tried by matching the round again.',
  'explain.one-more-nobody':
    'One more seat would bring nobody else. This was tried by matching the round again.',
  'command.help-lists':
    'APPLICANTS and PLACES are CSV or XLSX files with one row of column names, read as on the pages: columns are recognised by their names in five languages, else by their order.',
  'command.help-applicants':
    'APPLICANTS: a name or number, then the places wished for, the best first (or one row for each wish, with its rank). Also known: country, group, score. “= name” is as welcome as the one before.',
  'command.help-places':
    'PLACES: a name, the number of seats, then the applicants in the order of the ranking (or one row for each, with a rank or a score); “= name” ties with the one before. Also known: country, sector, reserved (“TH 2; KR 3”), host, host seats.',
  'command.help-methods': 'Methods (--method):',
  'command.help-default': 'without --method',
  'command.help-mentors':
    'An academic and an industry mentor for each student, with a language that all three share. Three files: students (name, languages “en zh”); mentors (name, academic or industry, number of students, languages); pairs (student, mentor, cost).',
  'command.help-couples':
    'Couples who want places together; nothing is promised, what remains unstable is counted. Three files: applicants, places, and couples (two names, then pairs of places “lab / museum”).',
  'command.help-three':
    'Three files are taken as well: reserves and shared quotas in the layout without column names (applicants, projects with their host, hosts).',
  'command.help-examples': 'Examples:',
  'command.help-offline': 'No database is needed; nothing is stored but the file after --out.',
}
