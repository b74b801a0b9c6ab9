/** The texts of couples who want their places together, and of what cannot be promised them. */
export default {
  'method.name.couples-uncertified': 'Couples together, not certified',
  'method.hint.couples-uncertified':
    'Two people get a pair of places from their common list, or neither gets one. Nothing is promised of the result; what remains unstable is counted and stands on the certificate.',
  'method.hindrance.couples':
    'A list of couples was given, and this method would not look at it. Take that list out, or match with couples.',
  'method.hindrance.no-couples':
    'This needs a third list: couples with their pairs of places, as “Lab / Museum”.',
  'list.couples': 'Couples',
  'list.couples.file': 'Couples and their pairs of places, if there are any',
  'list.couples.hint':
    'One row for each couple: the two names, then pairs of places as “Lab / Museum”, the best first. Both also stand in the list of applicants, without choices there. With this list only the method that certifies nothing can be used.',
  'list.couples.paste': 'Rows of couples',
  'lists.without-couples': 'Take the list of couples out',
  'lists.without-pairs': 'Take the list of pairs out',
  'columns.couple-first': 'First person',
  'columns.couple-second': 'Second person',
  'columns.couple-choice': 'Pair of places',
  'columns.first-pair': 'First column with pairs of places',
  'columns.last-pair': 'Last column with pairs of places',
  'template.pair': 'Pair {choice, number}',
  'fault.couple-empty': 'Row {row, number}: a couple needs two names.',
  'fault.couple-self': 'Row {row, number}: {of} stands twice in this couple. Write the other name.',
  'fault.couple-unknown':
    'Row {row, number}: {name} is not in the list of applicants. Add a row there, without choices.',
  'fault.couple-own-list':
    'Row {row, number}: {name} has choices alone in the list of applicants as well. Leave one of the two out.',
  'fault.couple-twice': 'Row {row, number}: {name} stands in more than one couple.',
  'fault.couple-none':
    'Row {row, number}: {of} and {name} name no pair of places. Write at least one, as “Lab / Museum”.',
  'fault.couple-choice':
    'Row {row, number}: “{name}” is not two places of the list of places. Write them as “Lab / Museum”.',
  'fault.couple-choice-twice': 'Row {row, number}: the couple names “{name}” twice.',
  'couples.not.title': 'Not certified: what cannot be promised with couples',
  'couples.not.exists':
    'That the result is stable. A result in which nobody would rather change may not exist, and the search can miss one; how many would rather change is counted.',
  'couples.not.best':
    'That it is the best for anybody. Another result could give more people more of what they wish for.',
  'couples.not.truth': 'That an honest list is the best list.',
  'couples.not.repair':
    'That others change least when somebody drops out: the round is then matched anew.',
  'run.state.told': 'Checked, not certified',
  'run.published-uncertified': 'Published, not certified',
  'run.next.told': 'Read what was counted, and decide whether it can stand before you publish it',
  'proof.told': 'What was checked',
  'proof.couples':
    'no place has more people than seats; a single was placed only where they asked and were ranked, and a couple only at a pair of its list where both were ranked, or nowhere;',
  'proof.couples-count': 'the count below of those who would rather change is true.',
  'check.told': 'Checked, not certified',
  'published.told':
    'Checked just now: the certificate tells its result truly. With couples that does not mean that the result is stable.',
  'explain.couple-list':
    'This is the common list of two people who apply together: the own place first, then the other’s.',
  'explain.host-couples':
    'With couples a seat can stay free though somebody wishes for it, and somebody ranked higher can be missing because the partner found nothing.',
  'couples.placed':
    '{applicant} has {place}: choice {choice, number}. For every choice before it a place stood against it, or the count of what is unstable tells of it.',
  'couples.refused':
    '{place} has {seats, plural, one {one seat} other {# seats}}, all held by people who come before {applicant} there: by its ranking, or by the lottery among equals.',
  'couples.partner-refused':
    'For {place} nothing stood against {applicant}, but {other} has {seats, plural, one {one seat} other {# seats}}, all held by people who come before the other of the two there.',
  'couples.partner-unranked':
    'For {place} nothing stood against {applicant}, but {other} did not rank the other of the two.',
  'couples.could-have':
    '{applicant} could have {place} and would rather have it: this is one of what is counted as unstable. The search found no result without such; a person should look at it.',
  'withdrawal.of-couple':
    'Who dropped out applies together with somebody, whose wishes alone stand in no list. Ask the other, give both lists again with the couple taken out, and run the round anew.',
}
