export default {
  'command.method': 'How to match; without it applicants propose and ties are broken by lot',
  'command.no-method': 'There is no such method. Methods: {names}.',
  'command.method-usage':
    'The method {name} takes {count, plural, one {one table} other {# tables}}, --seed TEXT and --out FILE.',
  'input.applicant-twice': '{name} stands in the list of applicants more than once.',
  'input.place-twice': '{name} stands in the list of places more than once.',
  'input.unknown-place': '{of} wishes for {name}, which is not in the list of places.',
  'input.unknown-applicant': '{of} ranks {name}, who is not in the list of applicants.',
  'input.chosen-twice': '{of} names {name} twice.',
  'input.list-long': '{of} names {name} places; at most 1,000 are read. Shorten the list.',
  'input.ranked-twice': '{of} ranks {name} twice.',
  'input.seats': 'The number of seats of {of} must be a whole number from 1 to 1,000,000.',
  'ties.proved':
    'Proved: no applicant and no place would both strictly rather have each other, and no such result gives a place to more than one and a half times as many people. Who ties is not told apart by lot; so this does not reward every true list.',
  'ties.small':
    'Not proved: {count, plural, one {one person holds a seat} other {# people hold seats}} that could go to somebody without one, while another seat that is as good stays free. The result may be smaller than promised.',
  'ties.placed':
    '{applicant} has {place}, of the group of choices number {choice, number}. Every place of an earlier group was filled with applicants whom it ranks higher or equal.',
  'ties.as-good':
    '{applicant} has {has}, which stands in the same group of the own list as {place} (group {choice, number}): as good.',
  'ties.equal':
    '{place} has {seats, plural, one {one seat} other {# seats}}. {applicant} was ranked like the last one admitted (group {rank, number}). Among equals this method keeps whoever makes room for more people; then the lottery decides.',
  'reserves.categories':
    'Seats can be reserved for at most {most, number} categories in one round.',
  'reserves.too-many': '{place} reserves more seats than it has.',
  'reserves.twice': '{place} reserves seats for {category} twice.',
  'reserves.seats':
    'The reserve of {place} for {category} must be a whole number of seats, 1 or more. Write it as “10; TH 2; KR 3”.',
  'reserves.proved':
    'Proved: no applicant would rather go to a place that, by its own rule of reserved and open seats, would choose them. Reserved seats that nobody of the group took were open to all.',
  'proved.best': 'Proved: no other such result gives any applicant a choice that they prefer.',
  'reserves.placed':
    '{applicant} has {place}: choice {choice, number}. No choice before it would have chosen {applicant} by its reserved and open seats.',
  'reserves.outranked':
    '{place} has {seats, plural, one {one seat} other {# seats}}. Its open seats went up to rank {last, number}; {applicant} stands at rank {rank, number}, ties broken by the lottery.',
  'reserves.own':
    'Of the seats, {seats, number} were reserved for {category}, the group of this applicant; they went up to rank {last, number}.',
  'reserves.other':
    'Of the seats, {seats, number} were reserved for {category}; so somebody down to rank {last, number} was admitted.',
  'input.unknown-host': '{of} belongs to {name}, which is not in the list of hosts.',
  'shared.proved':
    'Proved: the seats of projects and hosts are kept, and no applicant, project and host would all rather change.',
  'shared.placed':
    '{applicant} has {place}: choice {choice, number}. For every choice before it the project or its host was filled with applicants whom the host ranks higher.',
  'shared.project-full':
    '{place} has {seats, plural, one {one seat} other {# seats}}, all given to applicants whom {host} ranks higher: down to rank {last, number}; {applicant} stands at rank {rank, number}, ties broken by the lottery.',
  'shared.host-full':
    '{place} has room, but {host} takes {seats, plural, one {one person} other {# people}} in all its projects, and they are all applicants whom it ranks higher: down to rank {last, number}; {applicant} stands at rank {rank, number}, ties broken by the lottery.',
  'one-sided.ranked':
    '{place} ranks applicants, but this method asks applicants alone. Leave the ranking out, or choose another method.',
  'one-sided.not-best':
    'Not proved: the prices of the places do not show that this is the best result for all together.',
  'rank-maximal.proved':
    'Proved: no result gives more people their first choice; of those that give as many, none gives more their second, and so on. This method can reward a list that is not the truth.',
  'rank-maximal.fewer':
    'If {applicant} had {place}, then at least {count, plural, one {one person fewer} other {# people fewer}} in all would have choice {choice, number}, with as many earlier choices at best; this was tried.',
  'fair.proved':
    'Proved: no result leaves fewer people without a place; of those that leave as few, none gives fewer people the last choice, then the last but one, and so on. This method can reward a list that is not the truth.',
  'fair.unplaced':
    'If {applicant} had {place}, then at least {count, plural, one {one more person} other {# more people}} would be left without a place; this was tried.',
  'fair.more':
    'If {applicant} had {place}, then at least {count, plural, one {one more person} other {# more people}} in all would have only choice {choice, number}, with nothing gained for those who fare worse; this was tried.',
  'one-sided.placed':
    '{applicant} has {place}: choice {choice, number}, as it is the best for all together.',
  'one-sided.equal':
    'A result in which {applicant} has {place} would be exactly as good for all together. Among equally good results the order of the lottery decided.',
  'repair.unknown': '{name} does not stand in the round.',
  'repair.both':
    '{name} is an applicant and a place. Say which with --side applicant or --side place.',
  'repair.unstable': 'The result to be repaired is not stable; run the round anew instead.',
  'repair.not-forced':
    'Not proved: a change in the list of moves was not forced, so others may have been disturbed without need.',
  'repair.proved-applicant':
    'Proved: the result is stable again and nobody is worse off. Of all stable results in which nobody is, none changes fewer people. Changed: {count, number}.',
  'repair.proved-place':
    'Proved: the result is stable again. Of all stable results in which nobody moves up at the cost of others, none changes fewer people. Changed: {count, number}.',
  'repair.unlike': 'The result to be repaired does not fit the lists.',
  'repair.nothing-still':
    '{applicant} still has nothing: the repair freed nothing that would be better for all together with {applicant} on it.',
  'repair.moved-best':
    '{applicant} goes from {from} to {has}: without who withdrew, the best result for all together asks for this change.',
  'repair.gained-best': '{applicant} gets {has}, which became free.',
  'repair.lost-best':
    '{applicant} loses {has}: without who withdrew, no result that is as good for all together keeps it.',
  'repair.proved-best':
    'Proved: without who withdrew no result is better for all together, and of those that are as good none changes fewer people. Changed: {count, number}.',
  'repair.proved-mentors':
    'Proved, for each kind of mentor with the other as it stands: no result leaves fewer students without one; of those, none changes fewer, and of those none costs less. Changed students: {count, number}.',
  'repair.withdrew': '{name} withdrew.',
  'repair.kept': '{applicant} keeps {has}: the withdrawal did not touch it.',
  'repair.still-nothing':
    '{applicant} still has no place: no seat that became free came down to this applicant.',
  'repair.moved':
    '{applicant} goes from {from} to {has}, as move {step, number} of the chain: a seat became free, or the own one was lost, and no other applicant came first by rank.',
  'repair.gained':
    '{applicant} gets {has}, as move {step, number} of the chain: the seat became free, and no other applicant who would rather have it is ranked higher.',
  'repair.lost':
    '{applicant} loses {has}, and no other place of the own list would rather have this applicant than whom it holds.',
  'compare.changed':
    '{count, plural, =0 {The two runs give everybody the same.} one {One person has something else.} other {# people have something else.}}',
  'compare.up': 'Better by the own list: {count, number}',
  'compare.down': 'Worse by the own list: {count, number}',
  'compare.as-good': 'Another place, as good: {count, number}',
  'compare.gained': 'Had no place, has one: {count, number}',
  'compare.lost': 'Had a place, has none: {count, number}',
  'compare.joined': 'Only in the second run: {count, number}',
  'compare.left': 'Only in the first run: {count, number}',
  'compare.one': '{applicant}: {before} → {after}',
  'command.repair-usage':
    'Use: weft match repair FILE NAME --out FILE, with the name of the applicant or place that withdrew, or weft match compare FILE FILE.',
  'command.side':
    'Whether an applicant or a place withdrew, where both have the name: applicant or place',
  'repair.kind':
    'This method has no repair that is proved to change the fewest. Take who withdrew out of the lists, run the round anew by the same method, and compare the two runs.',
  'shortage.none': 'Everybody can have a place that they ask for and that accepts them.',
  'shortage.nowhere':
    '{applicant} asks for no place that accepts {applicant}; no further seat helps, only a longer list or ranking.',
  'shortage.bottleneck':
    '{people, number} people are accepted nowhere but at {places}, with {seats, plural, one {one seat} other {# seats}} in all: {missing, plural, one {one seat is} other {# seats are}} missing.',
  'shortage.add':
    'The smallest increase with which everybody else can have a place: {count, plural, one {one seat} other {# seats}} ({places}). Proved: fewer are not enough.',
  'shortage.instead': 'Another way: {count, plural, one {one seat} other {# seats}} ({places}).',
  'command.shortage-usage':
    'Use: weft match shortage APPLICANTS PLACES, or STUDENTS MENTORS [PAIRS] --method mentors (of two kinds: coupled-mentors). It says why not everybody can have a place or a mentor, and where seats would help.',
  'mentors.twice': '{name} stands in the tables more than once.',
  'mentors.seats': '{name}: the number of students must be a whole number from 0 to 1,000,000.',
  'mentors.kind': '{name}: write academic or industry as the kind of mentor.',
  'mentors.unknown': '{name} stands in a pair, but in neither table of people.',
  'mentors.cost': '{student} and {mentor}: the cost must be a whole number from 0 to 10,000,000.',
  'mentors.pair-twice': '{student} and {mentor} stand in the pairs more than once.',
  'mentors.languages': 'A round can have at most {most, number} languages.',
  'mentors.matched':
    '{matched, number} of {applicants, number} students have both mentors, with a language that all three share.',
  'mentors.proved': 'Proved: the cost is {cost, number}, and no result costs less.',
  'mentors.exact':
    'The cost is {cost, number}. The solver HiGHS found that no result costs less. Proved without it: none costs less than {bound, number}, so by that proof alone at most {gap, number, percent} could be saved.',
  'mentors.bounded':
    'The cost is {cost, number}. Proved: no result costs less than {bound, number}, so at most {gap, number, percent} could be saved. That this is the cheapest is not claimed.',
  'mentors.no-pair':
    '{applicant} and {place} were not proposed as a pair: there is no entry for them, for example because of a conflict of interest.',
  'mentors.has': '{applicant} has {place}, at the cost {cost, number}.',
  'mentors.no-language': '{applicant} and {place} share no language.',
  'mentors.no-trio': '{applicant}, {place} and the other mentor {other} share no language.',
  'mentors.full':
    '{place} takes {seats, plural, one {one student} other {# students}} and has as many. With {applicant} the pair would cost {cost, number}, and one seat there is worth {price, number} to all together.',
  'mentors.dearer':
    '{place} has room, but the pair with {applicant} would cost {cost, number}; what {applicant} has came out cheaper for all together, or another language had to be shared.',
  'couples.uncertified':
    'Not certified: with couples a stable result may not exist, and this search may miss one. Truth is not always the best strategy here.',
  'couples.stable':
    'Checked: in this result no single, no couple and no place would rather have each other than what they got.',
  'couples.unstable':
    'This result is not stable: {singles, number} times a single and a place, and {couples, number} times a couple and two places, would rather have each other. A person should look at it.',
  'couples.together':
    '{applicant} applies together with {partner}: both get a pair of places from their common list, or neither gets one.',
  'couples.unknown': '{name} is of a couple, but not in the list of applicants.',
  'couples.own-list':
    '{name} is of a couple and has a list alone as well. Leave one of the two out.',
  'couples.twice': '{name} stands in more than one couple.',
  'input.long':
    '“{text}…” is too long: names and the seed have at most {longest, number} characters.',
  'input.empty': 'A name, a category or the seed is empty.',
  'command.file-there': 'There is already a file {file}. Name another one with --out.',
}
