import type en from './methods.en.ts'

export default {
  'command.method':
    'La méthode ; sans elle, les candidats proposent et le tirage au sort départage les ex æquo',
  'command.no-method': 'Cette méthode n’existe pas. Méthodes : {names}.',
  'command.method-usage':
    'La méthode {name} demande {count, plural, one {un tableau} other {# tableaux}}, --seed TEXTE et --out FICHIER.',
  'input.applicant-twice': '{name} figure plusieurs fois parmi les candidats.',
  'input.place-twice': '{name} figure plusieurs fois parmi les places.',
  'input.unknown-place': '{of} souhaite {name}, qui ne figure pas parmi les places.',
  'input.unknown-applicant': '{of} classe {name}, qui ne figure pas parmi les candidats.',
  'input.chosen-twice': '{of} cite deux fois {name}.',
  'input.list-long': '{of} cite {name} places ; 1 000 au plus sont lues. Raccourcissez la liste.',
  'input.ranked-twice': '{of} classe deux fois {name}.',
  'input.seats': 'Le nombre de places de {of} doit être un entier de 1 à 1 000 000.',
  'ties.proved':
    'Prouvé : aucun candidat et aucune place ne se préféreraient strictement l’un l’autre, et aucun résultat de ce genre ne place plus d’une fois et demie autant de personnes. Les ex æquo ne sont pas départagés par le sort ; la sincérité n’est donc pas toujours la meilleure stratégie.',
  'ties.small':
    'Non prouvé : {count, plural, one {une personne occupe une place qui pourrait} other {# personnes occupent des places qui pourraient}} revenir à quelqu’un qui n’en a pas, alors qu’une autre, aussi bonne, reste libre. Le résultat peut être plus petit que promis.',
  'ties.placed':
    '{applicant} obtient {place}, du groupe de vœux n° {choice, number}. Chaque place d’un groupe précédent était remplie par des candidats mieux classés ou à égalité.',
  'ties.as-good':
    '{applicant} obtient {has}, qui figure dans le même groupe de vœux que {place} (groupe {choice, number}) : aussi bien.',
  'ties.equal':
    '{place} offre {seats, plural, one {une place} other {# places}}. {applicant} était à égalité avec le dernier admis (groupe {rank, number}). Entre ex æquo, la méthode garde qui permet d’en placer davantage ; puis le sort décide.',
  'reserves.categories': 'Une session réserve des places à {most, number} catégories au plus.',
  'reserves.too-many': '{place} réserve plus de places qu’il n’en a.',
  'reserves.twice': '{place} réserve deux fois des places pour {category}.',
  'reserves.seats':
    'La réserve de {place} pour {category} doit être un nombre entier, au moins 1. Écrivez « 10; TH 2; KR 3 ».',
  'reserves.proved':
    'Prouvé : aucun candidat ne préférerait une place qui, selon sa règle de places réservées et ouvertes, le choisirait. Les places réservées restées libres ont été ouvertes à tous.',
  'proved.best':
    'Prouvé : aucun autre résultat de ce genre ne donne à un candidat un vœu qu’il préfère.',
  'reserves.placed':
    '{applicant} obtient {place} : vœu n° {choice, number}. Aucun vœu précédent ne l’aurait choisi, ni sur ses places réservées ni sur ses places ouvertes.',
  'reserves.outranked':
    '{place} offre {seats, plural, one {une place} other {# places}}. Les places ouvertes sont allées jusqu’au rang {last, number} ; {applicant} est au rang {rank, number}, ex æquo départagés par le sort.',
  'reserves.own':
    'Dont {seats, plural, one {une réservée} other {# réservées}} à {category}, le groupe de ce candidat, jusqu’au rang {last, number}.',
  'reserves.other':
    'Dont {seats, plural, one {une réservée} other {# réservées}} à {category} ; quelqu’un jusqu’au rang {last, number} a donc été admis.',
  'input.unknown-host': '{of} relève de {name}, qui ne figure pas parmi les structures d’accueil.',
  'shared.proved':
    'Prouvé : les places des projets et des structures d’accueil sont respectées, et aucun candidat, projet et structure ne voudraient tous changer.',
  'shared.placed':
    '{applicant} obtient {place} : vœu n° {choice, number}. Pour chaque vœu précédent, le projet ou sa structure était rempli par des candidats mieux classés.',
  'shared.project-full':
    '{place} offre {seats, plural, one {une place, donnée} other {# places, toutes données}} à des candidats mieux classés par {host} : jusqu’au rang {last, number} ; {applicant} est au rang {rank, number}, ex æquo départagés par le sort.',
  'shared.host-full':
    '{place} a de la place, mais {host} accueille {seats, plural, one {une personne} other {# personnes}} pour tous ses projets, et ce sont des candidats mieux classés : jusqu’au rang {last, number} ; {applicant} est au rang {rank, number}, ex æquo départagés par le sort.',
  'one-sided.ranked':
    '{place} classe des candidats, mais cette méthode n’interroge que les candidats. Retirez le classement ou choisissez une autre méthode.',
  'one-sided.not-best':
    'Non prouvé : les prix des places ne montrent pas que ce résultat est le meilleur pour l’ensemble.',
  'rank-maximal.proved':
    'Prouvé : aucun résultat ne donne à plus de personnes leur premier vœu ; à nombre égal, aucun ne donne plus de deuxièmes vœux, et ainsi de suite. Cette méthode peut récompenser une liste qui n’est pas sincère.',
  'rank-maximal.fewer':
    'Si {applicant} avait {place}, au moins {count, plural, one {une personne} other {# personnes}} de moins en tout {count, plural, one {obtiendrait son} other {obtiendraient leur}} vœu n° {choice, number}, les vœux précédents étant au mieux aussi nombreux ; le calcul a été refait.',
  'fair.proved':
    'Prouvé : aucun résultat ne laisse moins de personnes sans place ; à nombre égal, aucun ne donne à moins de personnes leur dernier vœu, puis l’avant-dernier, et ainsi de suite. Cette méthode peut récompenser une liste qui n’est pas sincère.',
  'fair.unplaced':
    'Si {applicant} avait {place}, au moins {count, plural, one {une personne de plus resterait} other {# personnes de plus resteraient}} sans place ; le calcul a été refait.',
  'fair.more':
    'Si {applicant} avait {place}, au moins {count, plural, one {une personne de plus n’aurait} other {# personnes de plus n’auraient}} que le vœu n° {choice, number}, sans rien gagner pour les moins bien servis ; le calcul a été refait.',
  'one-sided.placed':
    '{applicant} obtient {place} : vœu n° {choice, number}, car c’est le mieux pour l’ensemble.',
  'one-sided.equal':
    'Un résultat où {applicant} aurait {place} serait exactement aussi bon pour l’ensemble. Entre résultats aussi bons, l’ordre du tirage au sort a tranché.',
  'repair.unknown': '{name} ne figure pas dans la session.',
  'repair.both':
    '{name} est à la fois un candidat et une place. Précisez avec --side applicant ou --side place.',
  'repair.unstable': 'Le résultat à réparer n’est pas stable ; relancez plutôt la session.',
  'repair.not-forced':
    'Non prouvé : un des changements n’était pas forcé ; d’autres ont pu être dérangés sans nécessité.',
  'repair.proved-applicant':
    'Prouvé : le résultat est de nouveau stable et personne n’y perd. Parmi les résultats stables où personne n’y perd, aucun ne change moins de personnes. Changements : {count, number}.',
  'repair.proved-place':
    'Prouvé : le résultat est de nouveau stable. Parmi les résultats stables où personne ne monte aux dépens d’autrui, aucun ne change moins de personnes. Changements : {count, number}.',
  'repair.unlike': 'Le résultat à réparer ne correspond pas aux listes.',
  'repair.nothing-still':
    '{applicant} n’a toujours rien : la réparation n’a rien libéré qui, donné à {applicant}, serait meilleur pour l’ensemble.',
  'repair.moved-best':
    '{applicant} passe de {from} à {has} : après le désistement, le meilleur résultat pour l’ensemble demande ce changement.',
  'repair.gained-best': '{applicant} obtient {has}, qui s’est libéré.',
  'repair.lost-best':
    '{applicant} perd {has} : après le désistement, aucun résultat aussi bon pour l’ensemble ne le lui conserve.',
  'repair.proved-best':
    'Prouvé : sans la personne ou la place qui s’est désistée, aucun résultat n’est meilleur pour l’ensemble, et parmi ceux qui le valent aucun ne change moins de personnes. Changements : {count, number}.',
  'repair.proved-mentors':
    'Prouvé, pour chaque type de mentor, l’autre restant tel quel : aucun résultat ne laisse moins d’étudiants sans mentor ; parmi ceux-là, aucun n’en change moins, et parmi ceux-là aucun ne coûte moins. Étudiants concernés : {count, number}.',
  'repair.withdrew': '{name} s’est retiré.',
  'repair.kept': '{applicant} garde {has} : le retrait ne l’a pas touché.',
  'repair.still-nothing':
    '{applicant} n’a toujours pas de place : aucune place libérée n’est descendue jusqu’à ce candidat.',
  'repair.moved':
    '{applicant} passe de {from} à {has}, étape {step, number} de la chaîne : une place s’est libérée, ou la sienne a disparu, et aucun candidat mieux classé ne passait avant.',
  'repair.gained':
    '{applicant} obtient {has}, étape {step, number} de la chaîne : la place s’est libérée, et aucun candidat qui la préférerait n’est mieux classé.',
  'repair.lost':
    '{applicant} perd {has}, et aucune autre place de sa liste ne le préférerait à qui l’occupe.',
  'compare.changed':
    '{count, plural, =0 {Les deux résultats sont identiques pour tous.} one {Le résultat diffère pour une personne.} other {Le résultat diffère pour # personnes.}}',
  'compare.up': 'Mieux selon leur propre liste : {count, number}',
  'compare.down': 'Moins bien selon leur propre liste : {count, number}',
  'compare.as-good': 'Une autre place, aussi bonne : {count, number}',
  'compare.gained': 'Sans place auparavant, placés à présent : {count, number}',
  'compare.lost': 'Placés auparavant, sans place à présent : {count, number}',
  'compare.joined': 'Seulement dans le second résultat : {count, number}',
  'compare.left': 'Seulement dans le premier résultat : {count, number}',
  'compare.one': '{applicant} : {before} → {after}',
  'command.repair-usage':
    'Usage : weft match repair FICHIER NOM --out FICHIER, avec le nom du candidat ou de la place qui s’est retiré, ou weft match compare FICHIER FICHIER.',
  'command.side':
    'Si un candidat et une place portent le même nom, lequel s’est retiré : applicant ou place',
  'repair.kind':
    'Cette méthode n’a pas de réparation prouvée la plus légère. Retirez des listes qui s’est désisté, relancez la session avec la même méthode et comparez les deux calculs.',
  'shortage.none': 'Chacun peut obtenir une place qu’il demande et qui l’accepte.',
  'shortage.nowhere':
    '{applicant} ne demande aucune place qui l’accepte ; une place de plus n’y fait rien, seulement une liste ou un classement plus long.',
  'shortage.bottleneck':
    '{people, number} personnes ne sont acceptées qu’à {places}, soit {seats, plural, one {une place} other {# places}} en tout : il en manque {missing, number}.',
  'shortage.add':
    'La plus petite augmentation grâce à laquelle tous les autres peuvent avoir une place : {count, plural, one {une place} other {# places}} ({places}). Prouvé : moins ne suffit pas.',
  'shortage.instead':
    'Autre solution : {count, plural, one {une place} other {# places}} ({places}).',
  'command.shortage-usage':
    'Usage : weft match shortage CANDIDATS PLACES, ou ÉTUDIANTS MENTORS [PAIRES] --method mentors (de deux types : coupled-mentors). Indique pourquoi tous ne peuvent pas avoir une place ou un mentor, et où en ajouter.',
  'mentors.twice': '{name} figure plusieurs fois dans les tableaux.',
  'mentors.seats': '{name} : le nombre d’étudiants doit être un entier de 0 à 1 000 000.',
  'mentors.kind':
    '{name} : indiquez academic (universitaire) ou industry (entreprise) comme type de mentor.',
  'mentors.unknown': '{name} figure dans une paire, mais dans aucun tableau de personnes.',
  'mentors.cost': '{student} et {mentor} : le coût doit être un entier de 0 à 10 000 000.',
  'mentors.pair-twice': 'La paire {student} et {mentor} figure plusieurs fois.',
  'mentors.languages': 'Une session admet au plus {most, number} langues.',
  'mentors.matched':
    '{matched, number} étudiants sur {applicants, number} ont leurs deux mentors, avec une langue commune aux trois.',
  'mentors.proved': 'Prouvé : le coût est de {cost, number}, et aucun résultat ne coûte moins.',
  'mentors.exact':
    'Le coût est de {cost, number}. Le solveur HiGHS n’a trouvé aucun résultat moins coûteux. Prouvé sans lui : aucun ne coûte moins de {bound, number} ; par cette seule preuve, on pourrait économiser au plus {gap, number, percent}.',
  'mentors.bounded':
    'Le coût est de {cost, number}. Prouvé : aucun résultat ne coûte moins de {bound, number} ; on gagnerait donc au plus {gap, number, percent}. Il n’est pas affirmé que ce soit le moins cher.',
  'mentors.no-pair':
    '{applicant} et {place} n’ont pas été proposés comme paire : aucune entrée, par exemple en raison d’un conflit d’intérêts.',
  'mentors.has': '{applicant} a {place}, au coût de {cost, number}.',
  'mentors.no-language': '{applicant} et {place} n’ont aucune langue commune.',
  'mentors.no-trio':
    '{applicant}, {place} et l’autre mentor, {other}, n’ont aucune langue commune.',
  'mentors.full':
    '{place} accueille {seats, plural, one {un étudiant} other {# étudiants}}, et c’est complet. La paire avec {applicant} coûterait {cost, number}, et une place y vaut {price, number} pour l’ensemble.',
  'mentors.dearer':
    '{place} a de la place, mais la paire avec {applicant} coûterait {cost, number} ; ce que {applicant} a revient moins cher pour l’ensemble, ou une autre langue devait être partagée.',
  'couples.uncertified':
    'Non certifié : avec des couples, un résultat stable peut ne pas exister, et cette recherche peut en manquer un. La sincérité n’est pas toujours la meilleure stratégie.',
  'couples.stable':
    'Vérifié : dans ce résultat, aucun candidat seul, aucun couple et aucune place ne se préféreraient à ce qu’ils ont obtenu.',
  'couples.unstable':
    'Ce résultat n’est pas stable : {singles, number} fois un candidat seul et une place, et {couples, number} fois un couple et deux places, se préféreraient. Une personne doit l’examiner.',
  'couples.together':
    '{applicant} candidate avec {partner} : tous deux obtiennent une paire de places de leur liste commune, ou aucun.',
  'couples.unknown': '{name} figure dans un couple, mais pas parmi les candidats.',
  'couples.own-list':
    '{name} figure dans un couple et a aussi une liste seul. Retirez l’un des deux.',
  'couples.twice': '{name} figure dans plusieurs couples.',
  'input.long':
    '« {text}… » est trop long : les noms et la graine ont au plus {longest, number} caractères.',
  'input.empty': 'Un nom, une catégorie ou la graine est vide.',
  'command.file-there': 'Le fichier {file} existe déjà. Indiquez-en un autre avec --out.',
} satisfies Record<keyof typeof en, string>
