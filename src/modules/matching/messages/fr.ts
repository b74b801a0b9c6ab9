export default {
  'command.summary':
    'Lancer une session d’affectation à partir de deux tableaux, ou prouver un certificat.',
  'command.seed': 'La graine publiée du tirage au sort qui départage les ex æquo',
  'command.out': 'Où écrire le certificat ; un fichier existant n’est pas remplacé',
  'command.usage':
    'Usage : weft match run CANDIDATS PLACES --seed TEXTE --out FICHIER, weft match verify FICHIER, ou weft match why FICHIER CANDIDAT PLACE. CANDIDATS : un nom dans la première colonne, puis les places souhaitées, la préférée d’abord. PLACES : un nom, le nombre de places, puis les candidats dans l’ordre du classement ; « = nom » met à égalité avec le précédent.',
  'command.no-file': 'Le fichier {file} est illisible.',
  'command.matched':
    '{matched, number} {matched, plural, one {candidat affecté} other {candidats affectés}} sur {applicants, number}.',
  'command.choice': 'Vœu n° {choice, number} : {count, number}',
  'command.proved':
    'Prouvé : aucun candidat et aucune place ne se préféreraient l’un l’autre à ce qu’ils ont obtenu.',
  'command.written': 'Le certificat se trouve dans {file}.',
  'command.more': '{count, plural, one {Une autre erreur.} other {# autres erreurs.}}',
  'fault.no-name':
    'Ligne {row, number} : la première colonne est vide. Donnez un nom à chaque ligne.',
  'fault.applicant-twice':
    'Ligne {row, number} : {name} figure plusieurs fois parmi les candidats. Gardez une ligne pour chacun.',
  'fault.place-twice':
    'Ligne {row, number} : {name} figure plusieurs fois parmi les places. Gardez une ligne pour chacune.',
  'fault.unknown-place':
    'Ligne {row, number} : {of} souhaite {name}, qui ne figure pas parmi les places.',
  'fault.unknown-applicant':
    'Ligne {row, number} : {of} classe {name}, qui ne figure pas parmi les candidats.',
  'fault.chosen-twice': 'Ligne {row, number} : {of} cite deux fois {name}.',
  'fault.list-long':
    'Ligne {row, number} : {of} cite {name} places ; 1 000 au plus sont lues. Raccourcissez la liste.',
  'fault.ranked-twice': 'Ligne {row, number} : {of} classe deux fois {name}.',
  'fault.seats':
    'Ligne {row, number} : le nombre de places de {of} doit être un entier de 1 à 1 000 000.',
  'verify.shape': 'Ce fichier n’est pas un certificat d’affectation.',
  'verify.inputs': 'Non prouvé : les listes du certificat se contredisent.',
  'verify.hash':
    'Non prouvé : les listes ont été modifiées après l’affectation ; leur empreinte diffère.',
  'verify.result':
    'Non prouvé : une place reçoit trop de monde, ou quelqu’un obtient une place que l’un des deux n’avait pas citée.',
  'verify.not-best':
    'Non prouvé : aucun candidat et aucune place ne se préféreraient l’un l’autre, mais un autre résultat de ce genre donne à certains candidats un vœu qu’ils préfèrent.',
  'verify.unstable':
    'Non prouvé : {count, plural, one {un candidat et une place se préféreraient} other {# paires de candidat et de place se préféreraient}} l’un l’autre à ce qu’ils ont obtenu.',
  'why.unknown': '{applicant} ou {place} ne figure pas dans ce certificat.',
  'why.not-asked': '{applicant} n’a pas demandé {place}.',
  'why.placed':
    '{applicant} obtient {place} : vœu n° {choice, number}. Chaque vœu précédent était rempli par des candidats mieux classés.',
  'why.has-better':
    '{applicant} obtient le vœu n° {choice, number}, placé avant {place}, vœu n° {asked, number}.',
  'why.not-ranked': '{place} n’a pas classé {applicant}.',
  'why.outranked':
    '{place} offre {seats, plural, one {une place, donnée} other {# places, toutes données}} à des candidats mieux classés : le dernier admis était dans le groupe {last, number}, {applicant} dans le groupe {rank, number}.',
  'why.lottery':
    '{place} offre {seats, plural, one {une place} other {# places}}. {applicant} était à égalité avec le dernier admis, parmi {tied, number} ; le tirage au sort a tranché.',
  'why.lot': 'Rang au tirage au sort : {lot, number}.',
  'why.seats-more':
    '{count, plural, one {Une place de plus aurait suffi} other {# places de plus auraient suffi}} ; la session a été relancée pour le vérifier.',
}
