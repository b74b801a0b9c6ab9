export default {
  'held.minutes-stay':
    'Un procès-verbal approuvé nomme les membres de la commission ; il montre comment on a décidé et ne change pas.',
  'held.sittings': 'Séances de commissions',
  'reads.committee': 'Ordre du jour et procès-verbal d’une commission',
  'sitting.absent': 'Absents',
  'sitting.abstained': 'Abstentions',
  'sitting.add': 'Inscrire des candidatures',
  'sitting.add-do': 'Inscrire à l’ordre du jour',
  'sitting.add-number': 'Par numéro',
  'sitting.add-rank': 'Par rang ou par filtre',
  'sitting.added':
    '{put, plural, one {# candidature inscrite} other {# candidatures inscrites}}. Laissées de côté, car déjà à un ordre du jour : {passed, number}.',
  'sitting.against': 'Contre',
  'sitting.agenda': 'Ordre du jour',
  'sitting.agenda-none': 'L’ordre du jour est vide',
  'sitting.agenda-none-why': 'Inscrivez des candidatures par rang, par filtre ou par numéro.',
  'sitting.application': 'Candidature',
  'sitting.approve': 'Approuver le procès-verbal',
  'sitting.approve-done':
    'Le procès-verbal est approuvé ; {count, plural, one {# candidature est décidée} other {# candidatures sont décidées}}.',
  'sitting.approve-lead':
    'Avec votre approbation, toutes les issues deviennent des décisions à la fois et le procès-verbal ne change plus. Personne n’est informé avant le moment fixé.',
  'sitting.approved-on': 'Approuvé le {day}',
  'sitting.chair': 'Présidence',
  'sitting.change': 'Modifier le jour, le lieu ou les membres',
  'sitting.change-do': 'Enregistrer',
  'sitting.changed': 'La séance est modifiée.',
  'sitting.document': 'Procès-verbal de la commission',
  'sitting.draft': 'Projet, non approuvé',
  'sitting.file': 'proces-verbal',
  'sitting.for': 'Pour',
  'sitting.held': 'Jour',
  'sitting.lead':
    'Séances de la commission de cet appel. Ce que porte le procès-verbal approuvé par la présidence est décidé.',
  'sitting.left': 'Ont quitté la salle',
  'sitting.left-hint':
    'Qui ne doit pas juger cette candidature est coché, et ne compte pas parmi les votants.',
  'sitting.members': 'Membres',
  'sitting.members-hint': 'La présidence et le secrétariat en sont sans être cochés ici.',
  'sitting.minutes': 'Procès-verbal',
  'sitting.minutes-lead':
    'Ce qui a été dit outre les issues. L’ordre du jour, les voix, les motifs et les sorties y figurent d’eux-mêmes.',
  'sitting.minutes-save': 'Enregistrer le procès-verbal',
  'sitting.minutes-saved': 'Le procès-verbal est enregistré.',
  'sitting.minutes-text': 'Ce qui a été dit',
  'sitting.must-leave': 'Doit sortir : {names}',
  'sitting.name': 'Séance du {day}',
  'sitting.next.approved':
    'Les décisions sont entrées dans l’appel ; le procès-verbal ne change plus.',
  'sitting.next.planned':
    'Consignez l’issue de chaque candidature ; la présidence approuve ensuite le procès-verbal.',
  'sitting.none': 'Aucune séance',
  'sitting.none-why':
    'Planifiez la première ci-dessous ; l’ordre du jour se compose à partir des candidatures.',
  'sitting.numbers': 'Numéros des candidatures',
  'sitting.numbers-hint':
    'Dans l’ordre où l’on en parlera ; une colonne d’un tableur peut être collée.',
  'sitting.order': 'Ordre de passage',
  'sitting.order-hint':
    'Celles que vous nommez passent d’abord, dans cet ordre ; les autres gardent le leur.',
  'sitting.order-number': 'Par numéro',
  'sitting.order-pasted': 'Comme collé',
  'sitting.order-rank': 'Par rang',
  'sitting.ordered': 'L’ordre du jour a son nouvel ordre.',
  'sitting.outcome': 'Issue',
  'sitting.outcome.accepted': 'Retenue',
  'sitting.outcome.none': 'Non consignée',
  'sitting.outcome.put-off': 'Ajournée',
  'sitting.outcome.refused': 'Refusée',
  'sitting.outcome.waiting': 'Liste d’attente',
  'sitting.pdf': 'Procès-verbal (PDF)',
  'sitting.place': 'Lieu ou lien',
  'sitting.plan': 'Planifier une séance',
  'sitting.planned':
    'La séance est planifiée. La présidence et le secrétariat la trouvent dans leur boîte.',
  'sitting.presence': 'Présences',
  'sitting.presence-lead':
    '{present, plural, one {# membre présent} other {# membres présents}}. Les voix se comptent parmi les personnes dans la salle.',
  'sitting.presence-save': 'Enregistrer les présences',
  'sitting.presence-saved':
    '{present, plural, one {# membre noté présent} other {# membres notés présents}}.',
  'sitting.present': 'Présents',
  'sitting.ranks': 'Rangs',
  'sitting.ranks-hint': 'Par exemple 1–30. Vide : toutes, par ordre de mérite.',
  'sitting.reason': 'Motif',
  'sitting.record': 'Ce que la commission a décidé',
  'sitting.record-do': 'Consigner, et passer à la suivante',
  'sitting.recorded':
    'Consigné pour {count, plural, one {# candidature} other {# candidatures}}. Rien n’est décidé avant l’approbation du procès-verbal.',
  'sitting.recorded-count': 'Consignées',
  'sitting.recorded-of': '{recorded, number} sur {items, number}',
  'sitting.refusal.absent': 'Cette séance n’existe pas ou ne vous est pas ouverte.',
  'sitting.refusal.approved': 'Le procès-verbal est déjà approuvé ; plus rien n’y change.',
  'sitting.refusal.changed':
    'Quelqu’un a modifié cette séance depuis que vous avez ouvert la page. Rien n’a été fait : lisez ce qui y figure, puis réessayez.',
  'sitting.refusal.day': 'Indiquez le jour de la séance.',
  'sitting.refusal.decided':
    'La candidature nº {number} a été décidée ailleurs depuis que la commission en a parlé. Consignez son issue à nouveau, ou ajournez-la.',
  'sitting.refusal.destination': 'Choisissez une destination de cet appel, ou aucune.',
  'sitting.refusal.early':
    'Les issues se consignent, et le procès-verbal s’approuve, à partir du jour de la séance.',
  'sitting.refusal.long':
    'Un ordre du jour compte au plus {most, number} candidatures. Planifiez une seconde séance.',
  'sitting.refusal.no-chair':
    'La présidence n’est pas notée présente. Indiquez dans la séance qui présidait.',
  'sitting.refusal.no-number': 'Indiquez des numéros de candidature.',
  'sitting.refusal.no-order': 'Aucun de ces numéros n’est à l’ordre du jour.',
  'sitting.refusal.none-match': 'Aucune candidature ne répond à ces rangs et à ce filtre.',
  'sitting.refusal.officer': 'Choisissez une personne de la liste.',
  'sitting.refusal.officer-applies':
    'La candidature nº {number} est celle de la présidence ou du secrétariat. Désignez quelqu’un d’autre pour cette séance.',
  'sitting.refusal.ranks': 'Indiquez des rangs comme 1–30, ou un seul.',
  'sitting.refusal.recorded':
    'La candidature nº {number} a été consignée depuis que vous avez ouvert la page. Rien n’a été fait.',
  'sitting.refusal.recorded-by':
    '{name} a consigné la candidature nº {number} depuis que vous avez ouvert la page. Rien n’a été fait : lisez ce qui y figure, et consignez à nouveau s’il le faut.',
  'sitting.refusal.stayed':
    'Candidature nº {number} : {name} doit quitter la salle avant le vote ({conflict}). Notez sa sortie, puis consignez l’issue.',
  'sitting.refusal.unknown': 'Il n’y a pas de candidature nº {number}, ou elle a été retirée.',
  'sitting.refusal.unrecorded':
    '{count, plural, one {# candidature n’a} other {# candidatures n’ont}} pas encore d’issue. Consignez-la, ou ajournez.',
  'sitting.refusal.votes-lost':
    'Candidature nº {number} : parmi les {inRoom, number} membres dans la salle, plus de voix contre cette issue que pour.',
  'sitting.refusal.votes-none':
    'Candidature nº {number} : indiquez combien des {inRoom, number} membres dans la salle ont voté pour.',
  'sitting.refusal.votes-unreadable':
    'Candidature nº {number} : indiquez les voix en nombres entiers, par exemple 4.',
  'sitting.refusal.votes-too-many':
    'Candidature nº {number} : plus de voix que les {inRoom, number} membres dans la salle.',
  'sitting.secretary': 'Secrétariat',
  'sitting.send-out': 'Noter qui doit sortir',
  'sitting.sent-out':
    'Sorties notées pour {count, plural, one {# candidature} other {# candidatures}}.',
  'sitting.state.approved': 'Procès-verbal approuvé',
  'sitting.state.planned': 'Procès-verbal ouvert',
  'sitting.take-off': 'Retirer de l’ordre du jour',
  'sitting.taken-off':
    '{count, plural, one {# candidature retirée} other {# candidatures retirées}} de l’ordre du jour.',
  'sitting.title': 'Commission',
  'sitting.votes': 'Voix',
  'sitting.votes-hint': 'Pour : contre : abstentions',
  'sitting.waiver': 'Membres de l’établissement des candidats',
  'sitting.waiver-lead':
    'Les membres de l’établissement des candidats ne votent que si vous dites pourquoi ils le peuvent.',
  'sitting.withdrawn': 'Retirée',
  'sitting.xlsx': 'Procès-verbal (tableur)',
  'story.minutes-approved': 'Le procès-verbal de la commission a été approuvé',
  'story.sitting-planned': 'Une séance de la commission a été planifiée',
  'task.chair': 'Présider la séance et approuver le procès-verbal',
  'task.kind.minutes': 'Séance d’une commission',
  'task.secretary': 'Rédiger le procès-verbal de la séance',
}
