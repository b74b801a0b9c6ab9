export default {
  'command.summary': 'Run a matching round from two spreadsheets, or prove a certificate.',
  'command.seed': 'The published seed of the lottery that breaks ties',
  'command.out': 'Where the certificate is written; an existing file is left alone',
  'command.usage':
    'Use: weft match run APPLICANTS PLACES --seed TEXT --out FILE, weft match verify FILE, or weft match why FILE APPLICANT PLACE. APPLICANTS: a name in the first column, then the places wished for, the best first. PLACES: a name, the number of seats, then the applicants in the order of the ranking; “= name” ties with the one before.',
  'command.no-file': 'The file {file} cannot be read.',
  'command.matched':
    '{matched, number} of {applicants, plural, one {# applicant has} other {# applicants have}} a place.',
  'command.choice': 'Choice {choice, number}: {count, number}',
  'command.proved':
    'Proved: no applicant and no place would both rather have each other than what they got.',
  'command.written': 'The certificate is in {file}.',
  'command.more': '{count, plural, one {One more fault.} other {# more faults.}}',
  'fault.no-name': 'Row {row, number}: the first column is empty. Give each row a name.',
  'fault.applicant-twice':
    'Row {row, number}: {name} stands in the list of applicants more than once. Keep one row for each.',
  'fault.place-twice':
    'Row {row, number}: {name} stands in the list of places more than once. Keep one row for each.',
  'fault.unknown-place':
    'Row {row, number}: {of} wishes for {name}, which is not in the list of places.',
  'fault.unknown-applicant':
    'Row {row, number}: {of} ranks {name}, who is not in the list of applicants.',
  'fault.chosen-twice': 'Row {row, number}: {of} names {name} twice.',
  'fault.list-long':
    'Row {row, number}: {of} names {name} places; at most 1,000 are read. Shorten the list.',
  'fault.ranked-twice': 'Row {row, number}: {of} ranks {name} twice.',
  'fault.seats':
    'Row {row, number}: the number of seats of {of} must be a whole number from 1 to 1,000,000.',
  'verify.shape': 'This file is not a certificate of a matching round.',
  'verify.inputs': 'Not proved: the lists in the certificate contradict themselves.',
  'verify.hash': 'Not proved: the lists were changed after the run; their hash differs.',
  'verify.result':
    'Not proved: the result gives a place more people than it has seats, or somebody a place that they or it did not name.',
  'verify.not-best':
    'Not proved: no pair would rather have each other, but another such result gives some applicants a choice that they prefer.',
  'verify.unstable':
    'Not proved: {count, plural, one {one applicant and place} other {# pairs of applicant and place}} would both rather have each other than what they got.',
  'why.unknown': '{applicant} or {place} does not stand in this certificate.',
  'why.not-asked': '{applicant} did not ask for {place}.',
  'why.placed':
    '{applicant} has {place}: choice {choice, number}. Every choice before it was filled with applicants whom those places rank higher.',
  'why.has-better':
    '{applicant} has choice {choice, number}, which stands higher in the own list than {place}, choice {asked, number}.',
  'why.not-ranked': '{place} did not rank {applicant}.',
  'why.outranked':
    '{place} has {seats, plural, one {one seat} other {# seats}}, all given to applicants whom it ranks higher: the last one admitted stood in group {last, number} of its ranking, {applicant} in group {rank, number}.',
  'why.lottery':
    '{place} has {seats, plural, one {one seat} other {# seats}}. {applicant} was ranked like the last one admitted, among {tied, number}; the lottery decided.',
  'why.lot': 'The lottery drew this applicant as number {lot, number}.',
  'why.seats-more':
    '{count, plural, one {One more seat} other {# more seats}} would have been enough; this was tried by running the round again.',
}
