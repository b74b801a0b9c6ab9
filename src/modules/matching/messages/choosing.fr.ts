import type en from './choosing.en.ts'

/** Les textes du choix de la méthode et des résultats qui en dépendent. */
export default {
  'method.title': 'Méthode d’affectation',
  'method.line': 'Méthode d’affectation : {method}',
  'method.choose': 'Comment affecter cette session ?',
  'method.choose-hint':
    'La règle est choisie avant que les listes ne soient figées et figure sur le certificat. Chaque calcul peut en prendre une autre.',
  'method.name.lottery': 'Chacun classe ; le tirage au sort départage',
  'method.hint.lottery':
    'Personne ne passe après quelqu’un que la structure classe moins bien. De tous ces résultats, c’est le meilleur pour chaque candidat, et une liste sincère est toujours la meilleure.',
  'method.name.ties-kept': 'Chacun classe ; les ex æquo le restent',
  'method.hint.ties-kept':
    'Quand une structure classe des candidats ex æquo, davantage d’entre eux sont placés que si le sort les départageait. Une liste sincère n’est alors pas toujours la meilleure.',
  'method.name.reserves': 'Chacun classe ; des places sont réservées à des groupes',
  'method.hint.reserves':
    'Les places réservées à un pays ou à un groupe lui reviennent d’abord ; ce qu’il en laisse est ouvert à tous.',
  'method.name.shared-quotas': 'Des projets partagent la capacité de leur structure',
  'method.hint.shared-quotas':
    'Une structure propose plusieurs projets mais n’accueille qu’un certain nombre de personnes en tout. Elle classe les candidats une seule fois, pour tous ses projets.',
  'method.name.rank-maximal': 'Les structures ne classent pas : le plus de premiers vœux',
  'method.hint.rank-maximal':
    'Puis le plus de deuxièmes vœux, et ainsi de suite. Certains peuvent obtenir peu, et une liste sincère n’est pas toujours la meilleure.',
  'method.name.fair': 'Les structures ne classent pas : le moins de laissés-pour-compte',
  'method.hint.fair':
    'Le moins possible de personnes sans place, puis avec leur dernier vœu, et ainsi en remontant. Une liste sincère n’est pas toujours la meilleure.',
  'method.others': 'Méthodes qui ne conviennent pas à ces listes',
  'method.hindrance.ranked':
    'Ici des places classent les candidats, ou les candidats ont des notes, et cette méthode n’en tiendrait pas compte. Retirez ces colonnes, ou choisissez une méthode où les structures classent.',
  'method.hindrance.tied':
    'Un candidat souhaite deux places à égalité (« = nom »). Choisissez une méthode qui garde les ex æquo, ou écrivez un ordre.',
  'method.hindrance.no-reserves':
    'La liste des places doit avoir une colonne « Places réservées », par pays ou par groupe : « TH 2; KR 3 ». Le groupe d’un candidat est celui de sa colonne « Groupe », à défaut son pays.',
  'method.hindrance.no-hosts':
    'La liste des places doit avoir une colonne « Structure d’accueil », et « Capacité de la structure » si elle accueille moins que la somme de ses projets.',
  'method.host-seats':
    'Ligne {row, number} des places : la capacité de {host} diffère d’une ligne précédente. Écrivez le même nombre, ou une seule fois.',
  'method.host-ranking':
    'Ligne {row, number} des places : {host} classe les candidats autrement que dans une ligne précédente. Une structure classe une seule fois pour tous ses projets.',
  'lists.more-columns': 'Colonnes pour les groupes, les structures et les vœux à égalité',
  'lists.ties':
    '« = nom » parmi les vœux d’un candidat signifie : aussi souhaité que le précédent. Pour les méthodes qui gardent les ex æquo et celles où les structures ne classent pas.',
  'columns.category': 'Groupe (pour les places réservées)',
  'columns.reserves': 'Places réservées',
  'columns.host': 'Structure d’accueil',
  'columns.host-seats': 'Capacité de la structure',
  'fault.reserve':
    'Ligne {row, number} : la réserve de {of} pour « {name} » n’est pas un nombre de places. Écrivez « TH 2; KR 3 ».',
  'fault.reserve-twice':
    'Ligne {row, number} : {of} réserve deux fois des places pour {name}. Écrivez un seul nombre.',
  'fault.reserves-over':
    'Ligne {row, number} : {of} réserve {name} places à des groupes et n’en a pas autant.',
  'fault.host-seats':
    'Ligne {row, number} : « {name} » n’est pas un nombre de personnes accueillies par la structure de {of}. Écrivez un entier à partir de 1.',
  'places.seats-free': '{count, plural, one {Une place libre} other {# places libres}}',
  'places.full': 'Complet',
  'places.cutoff-equal': 'Jusqu’au rang {rank, number}, sans tous ceux de ce rang',
  'places.cutoff-reserves':
    'Dernier admis au rang {rank, number} ; les places réservées peuvent aller plus loin que les places ouvertes',
  'proof.seats-asked':
    'aucune place n’accueille plus que sa capacité, et chacun n’est placé que là où il l’a souhaité ;',
  'proof.seats-shared':
    'aucun projet ni aucune structure n’accueille plus que sa capacité, et chacun n’est placé que là où il l’a souhaité et a été classé ;',
  'proof.equal-lot':
    'à égalité, un même tirage au sort a décidé pour tous ; chacun peut le refaire avec la graine.',
  'withdrawal.title': 'Un désistement',
  'withdrawal.if': 'En cas de désistement',
  'withdrawal.lead':
    'Si un candidat ou une place se désiste après le calcul, voyez ce qui changerait pour les autres avant de décider. Le calcul tel qu’il est demeure.',
  'withdrawal.choose': 'Choisir qui se désiste',
  'withdrawal.who': 'Qui se désiste ? Cherchez un candidat ou une place.',
  'withdrawal.name': 'Nom',
  'withdrawal.what': 'Candidat ou place',
  'withdrawal.changed':
    '{count, plural, =0 {Rien ne change pour les autres} one {Un changement pour les autres} other {# changements pour les autres}}',
  'withdrawal.next': 'Regardez les changements, puis acceptez-les comme nouveau calcul',
  'withdrawal.changes': 'Ce qui change pour les autres',
  'withdrawal.none': 'Rien ne change pour personne d’autre',
  'withdrawal.none-why': 'La place reste libre, ou personne ne l’occupait.',
  'withdrawal.near':
    'Qui peut garder sa place la garde, autant que cela a été trouvé, et le résultat est de nouveau stable. Qu’aucun autre résultat ne change moins de personnes n’est pas prouvé.',
  'repair.near':
    'Qui s’est retiré n’a rien. Changements : {count, number}. Qu’aucun autre résultat stable n’en change moins n’est pas prouvé.',
  'repair.near-still':
    '{applicant} n’a toujours pas de place : aucune qui l’accepte n’a de place libre ni personne de moins bien classé.',
  'repair.near-lost':
    '{applicant} perd {has} : le résultat stable trouvé le demande. Que tout résultat stable le demande n’est pas prouvé.',
  'repair.near-gained': '{applicant} obtient {has}, pour que le résultat soit de nouveau stable.',
  'repair.near-moved':
    '{applicant} passe de {from} à {has}, pour que le résultat soit de nouveau stable.',
  'withdrawal.anew':
    'Cette méthode n’a pas de réparation prouvée la plus légère : l’affectation est refaite sans qui se désiste, avec le même tirage au sort.',
  'withdrawal.accept-lead':
    'Accepter crée un nouveau calcul de la session, avec son propre certificat. Aucun nouveau tirage ; le calcul précédent demeure.',
  'withdrawal.accept': 'Accepter comme nouveau calcul',
  'withdrawal.other': 'Choisir quelqu’un d’autre',
  'withdrawal.unknown': 'Ce candidat ou cette place ne figure pas dans le calcul.',
  'withdrawal.repaired-applicant':
    'Répare le calcul {number, number} : le candidat {name} s’est désisté.',
  'withdrawal.repaired-place':
    'Répare le calcul {number, number} : la place {name} s’est désistée.',
  'withdrawal.gone': 'S’est désisté',
  'withdrawal.here': 'Désistement : voir ce qui changerait',
  'flash.repair-frozen': 'La réparation est calculée et vérifiée.',
  'story.run-repaired':
    'Calcul {number, number} : répare le calcul {repairs, number} après un désistement',
  'explain.host-free':
    'Des places sont restées libres ({count, number}) : personne qui souhaitait cette place et pouvait l’avoir n’a dû se contenter de moins bien.',
  'explain.host-full':
    'Tout est pourvu. Qui n’a pas été admis venait après les admis, selon la règle de la méthode.',
  'explain.one-more':
    'Avec une place de plus viendrait : {names}. Vérifié en refaisant l’affectation.',
  'explain.one-more-nobody':
    'Une place de plus ne ferait venir personne d’autre. Vérifié en refaisant l’affectation.',
  'command.help-lists':
    'APPLICANTS (candidats) et PLACES (places) sont des fichiers CSV ou XLSX avec une ligne de noms de colonnes, lus comme sur les pages : les colonnes sont reconnues par leur nom en cinq langues, sinon par leur ordre.',
  'command.help-applicants':
    'APPLICANTS : un nom ou un numéro, puis les places souhaitées, la meilleure d’abord (ou une ligne par vœu, avec son rang). Reconnus aussi : pays, groupe, note. « = nom » : aussi souhaité que le précédent.',
  'command.help-places':
    'PLACES : un nom, la capacité, puis les candidats dans l’ordre du classement (ou une ligne chacun, avec un rang ou une note) ; « = nom » est à égalité avec le précédent. Reconnus aussi : pays, secteur, places réservées (« TH 2; KR 3 »), structure d’accueil, capacité de la structure.',
  'command.help-methods': 'Méthodes (--method) :',
  'command.help-default': 'sans --method',
  'command.help-mentors':
    'Un mentor académique et un mentor d’entreprise par étudiant, avec une langue commune aux trois. Trois fichiers : étudiants (nom, langues « en zh ») ; mentors (nom, academic ou industry, nombre d’étudiants, langues) ; paires (étudiant, mentor, coût).',
  'command.help-couples':
    'Des couples qui veulent être placés ensemble ; rien n’est promis, ce qui reste instable est compté. Trois fichiers : candidats, places et couples (deux noms, puis des paires de places « labo / musée »).',
  'command.help-three':
    'Les tableaux sans noms de colonnes sont aussi acceptés : places réservées, et capacité partagée en trois fichiers (candidats, projets avec leur structure, structures).',
  'command.help-examples': 'Exemples :',
  'command.help-offline':
    'Aucune base de données n’est nécessaire ; rien n’est gardé que le fichier après --out.',
} satisfies typeof en
