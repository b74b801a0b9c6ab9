/** The texts of couples who want their places together, and of what cannot be promised them. */
export default {
  'method.name.couples-uncertified': 'Couples ensemble, sans certification',
  'method.hint.couples-uncertified':
    'Deux personnes obtiennent une paire de places de leur liste commune, ou aucune. Rien n’est promis du résultat ; ce qui reste instable est compté et figure sur le certificat.',
  'method.hindrance.couples':
    'Une liste de couples a été donnée, et cette méthode n’en tiendrait pas compte. Retirez-la, ou choisissez la méthode des couples.',
  'method.hindrance.no-couples':
    'Il faut une troisième liste : les couples et leurs paires de places, comme « Labo / Musée ».',
  'list.couples': 'Couples',
  'list.couples.file': 'Les couples et leurs paires de places, s’il y en a',
  'list.couples.hint':
    'Une ligne par couple : les deux noms, puis des paires de places comme « Labo / Musée », la meilleure d’abord. Les deux figurent aussi parmi les candidats, sans vœux. Avec cette liste, seule la méthode qui ne certifie rien est possible.',
  'list.couples.paste': 'Lignes des couples',
  'lists.without-couples': 'Retirer la liste des couples',
  'lists.without-pairs': 'Retirer la liste des paires',
  'columns.couple-first': 'Première personne',
  'columns.couple-second': 'Seconde personne',
  'columns.couple-choice': 'Paire de places',
  'columns.first-pair': 'Première colonne de paires de places',
  'columns.last-pair': 'Dernière colonne de paires de places',
  'template.pair': 'Paire {choice, number}',
  'fault.couple-empty': 'Ligne {row, number} : un couple demande deux noms.',
  'fault.couple-self':
    'Ligne {row, number} : {of} figure deux fois dans ce couple. Écrivez l’autre nom.',
  'fault.couple-unknown':
    'Ligne {row, number} : {name} n’est pas parmi les candidats. Ajoutez-y une ligne, sans vœux.',
  'fault.couple-own-list':
    'Ligne {row, number} : {name} a aussi des vœux seul parmi les candidats. Retirez l’un des deux.',
  'fault.couple-twice': 'Ligne {row, number} : {name} figure dans plusieurs couples.',
  'fault.couple-none':
    'Ligne {row, number} : {of} et {name} ne nomment aucune paire de places. Écrivez-en au moins une, comme « Labo / Musée ».',
  'fault.couple-choice':
    'Ligne {row, number} : « {name} » n’est pas deux places de la liste des places. Écrivez-les comme « Labo / Musée ».',
  'fault.couple-choice-twice': 'Ligne {row, number} : le couple nomme « {name} » deux fois.',
  'couples.not.title': 'Non certifié : ce qui ne peut être promis avec des couples',
  'couples.not.exists':
    'Que le résultat soit stable. Un résultat que personne ne voudrait changer peut ne pas exister, et la recherche peut en manquer un ; les cas où l’on préférerait changer sont comptés.',
  'couples.not.best':
    'Qu’il soit le meilleur pour quiconque. Un autre résultat pourrait satisfaire davantage de personnes.',
  'couples.not.truth': 'Que la liste sincère soit la meilleure liste.',
  'couples.not.repair':
    'Que les autres changent le moins possible si quelqu’un se retire : la session est alors recalculée.',
  'run.state.told': 'Vérifié, non certifié',
  'run.published-uncertified': 'Publié, non certifié',
  'run.next.told':
    'Lisez ce qui a été compté et décidez si le résultat convient avant de le publier',
  'proof.told': 'Ce qui a été vérifié',
  'proof.couples':
    'aucune place n’a plus de personnes que de sièges ; un candidat seul n’est placé que là où il l’a demandé et est classé, un couple qu’à une paire de sa liste où tous deux sont classés, ou nulle part ;',
  'proof.couples-count': 'le compte ci-dessous de ceux qui préféreraient changer est exact.',
  'check.told': 'Vérifié, non certifié',
  'published.told':
    'Vérifié à l’instant : le certificat rend compte fidèlement de son résultat. Avec des couples, cela ne veut pas dire qu’il est stable.',
  'explain.couple-list':
    'C’est la liste commune de deux personnes qui candidatent ensemble : sa place d’abord, puis celle de l’autre.',
  'explain.host-couples':
    'Avec des couples, une place peut rester libre bien que quelqu’un la souhaite, et une personne mieux classée peut manquer parce que l’autre n’a rien trouvé.',
  'couples.placed':
    '{applicant} obtient {place} : vœu {choice, number}. Pour chaque vœu précédent une place s’y opposait, ou le compte de ce qui est instable en fait état.',
  'couples.refused':
    '{place} offre {seats, plural, one {une place} other {# places}}, toutes à des personnes qui passent avant {applicant} : par son classement, ou par tirage au sort entre égaux.',
  'couples.partner-refused':
    'Pour {place}, rien ne s’opposait à {applicant}, mais {other} offre {seats, plural, one {une place} other {# places}}, toutes à des personnes qui y passent avant l’autre.',
  'couples.partner-unranked':
    'Pour {place}, rien ne s’opposait à {applicant}, mais {other} n’a pas classé l’autre.',
  'couples.could-have':
    '{applicant} pourrait avoir {place} et le préférerait : c’est l’un des cas comptés comme instables. La recherche n’a pas trouvé de résultat sans de tels cas ; une personne doit l’examiner.',
  'withdrawal.of-couple':
    'La personne qui se retire candidate avec une autre, dont les vœux seule ne figurent dans aucune liste. Demandez-les-lui, redonnez les listes sans ce couple, et relancez le calcul.',
}
