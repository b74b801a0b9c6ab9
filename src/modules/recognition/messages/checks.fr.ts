import type en from './checks.en.ts'

export default {
  'check.title': 'Double contrôle du relevé saisi, dossier {number}',
  'check.lead':
    'Saisissez d’après l’original les crédits et la note de chaque cours. La première saisie n’est pas montrée ; les écarts le sont ensuite.',
  'check.differs-lead':
    'Regardez de nouveau l’original. C’est lui qui fait foi, qui que ce soit qui ait saisi ; motivez chaque ligne.',
  'check.nobody': 'Saisi à la main, contrôlé par personne',
  'check.nobody-hint':
    '{typist} a saisi ce relevé. Une seconde personne ressaisit d’après l’original les crédits et les notes, sans voir la première saisie.',
  'check.before-decision': 'Le dossier ne peut pas être décidé avant.',
  'check.waits':
    '{count, plural, one {Une ligne diffère à la seconde saisie} other {# lignes diffèrent à la seconde saisie}}',
  'check.never': 'Saisi par {typist}, sans contrôle d’une seconde personne',
  'check.typed-by': 'Saisi par {typist}',
  'check.typed-twice': 'Saisi par {typist}, ressaisi par {by} le {day}',
  'check.done-by': 'Saisi par {typist}, contrôlé par {by} le {day}',
  'check.settled-by': 'Écarts tranchés par {by} le {day}.',
  'check.result':
    '{lines, plural, one {Une ligne saisie deux fois} other {# lignes saisies deux fois}} ; {differences, plural, =0 {aucun écart} one {un écart} other {# écarts}}.',
  'check.start': 'Contrôler',
  'check.settle-link': 'Trancher les écarts',
  'check.see': 'Voir le contrôle',
  'check.no-scan': 'Il n’y a pas de numérisation. Saisissez d’après l’original papier.',
  'check.grid': 'Crédits et notes d’après l’original',
  'check.course': 'Cours',
  'check.complete':
    '{count, plural, one {L’original porte exactement ce cours, avec ce code et cet intitulé} other {L’original porte exactement ces # cours, avec ces codes et intitulés}}',
  'check.complete-hint':
    'Corrigez d’abord un code ou un intitulé erroné : le code y mène. Si un cours manque ou figure deux fois, retirez le dossier et déposez de nouveau le relevé.',
  'check.compare': 'Comparer',
  'check.same': 'Contrôlé : les deux saisies concordent.',
  'check.differs':
    '{count, plural, one {Une ligne diffère} other {# lignes diffèrent}}. Tranchez ci-dessous.',
  'check.stands': 'Ce que porte l’original',
  'check.first': 'Première saisie : {reading}',
  'check.second': 'Seconde saisie : {reading}',
  'check.other': 'Ni l’une ni l’autre',
  'check.if-other': 'Sinon, ce qu’il porte',
  'check.reading': 'crédits {credit}, note {grade}',
  'check.reason': 'Motif',
  'check.reason-hint': 'Par exemple : un 8 lu comme un 3',
  'check.settle': 'Trancher',
  'check.settled':
    'Tranché. {corrected, plural, =0 {Aucune ligne à corriger.} one {Une ligne est corrigée et le dossier réévalué.} other {# lignes sont corrigées et le dossier réévalué.}}',
  'check.record': 'Les deux saisies',
  'check.column.first': 'Première saisie',
  'check.column.second': 'Seconde saisie',
  'check.column.stands': 'Ce qui vaut',
  'check.both': 'Identiques',
  'check.open': 'À trancher',
  'check.stood.first': 'Première saisie',
  'check.stood.second': 'Seconde saisie',
  'check.stood.other': 'Ni l’une ni l’autre',
  'check.refusal.another':
    'Un évaluateur ou le service de la scolarité de votre établissement contrôle. Qui a saisi, ou le remplace, ne le fait pas.',
  'check.refusal.closed': 'Le dossier n’est plus ouvert. Rien n’a été modifié.',
  'check.refusal.not-typed': 'Ce relevé a été lu dans un fichier ; il n’y a rien à ressaisir.',
  'check.refusal.twice': 'Un collègue l’a déjà ressaisi. Rien n’a été modifié.',
  'check.refusal.cut-off': 'Toutes les lignes ne sont pas arrivées. Ouvrez de nouveau la page.',
  'check.refusal.nothing-typed': 'Saisissez les crédits et la note de chaque ligne',
  'check.refusal.complete': 'Confirmez que l’original porte exactement ces cours',
  'check.refusal.nothing-differs': 'Personne ne l’a encore ressaisi ; il n’y a pas d’écart.',
  'check.refusal.settled': 'Un collègue a déjà tranché. Rien n’a été modifié.',
  'check.refusal.each-line': 'Tranchez chaque ligne qui diffère',
  'check.refusal.choose': 'Choisissez ce que porte l’original',
  'check.refusal.reason': 'Donnez un motif',
  'check.refusal.corrected-meanwhile':
    'Une ligne a été corrigée entre-temps. Choisissez ce que porte l’original, et saisissez-le si ce n’est ni l’un ni l’autre.',
  'check.refusal.unsettled':
    'La seconde saisie du relevé présente des écarts. Tranchez-les d’abord.',
  'check.refusal.demanded':
    'Seule la personne qui l’a saisi a vu ce relevé. Votre établissement demande d’abord le contrôle d’une seconde personne.',
  'check.task': 'Contrôler le relevé saisi du dossier {number}',
  'check.task-kind': 'Double contrôle des relevés saisis',
  'check.entry.same':
    'Relevé saisi contrôlé par une seconde personne : {lines, plural, one {une ligne} other {# lignes}}, aucun écart',
  'check.entry.differs':
    'Relevé ressaisi par une seconde personne : {differences, plural, one {un écart} other {# écarts}} sur {lines, plural, one {une ligne} other {# lignes}}',
  'check.entry.settled':
    'Écarts entre deux saisies tranchés : {differences}, dont corrigés : {corrected}',
  'settings.check': 'Relevés saisis à la main',
  'settings.demandsCheck': 'Ne décider qu’après le contrôle d’une seconde personne',
  'settings.demandsCheck-hint':
    'Sinon, le contrôle est demandé et reste affiché comme point ouvert, mais le dossier peut être décidé.',
  'correction.blind-lead':
    'Code, intitulé et semestre tels qu’ils figurent sur l’original. Les crédits et la note se lisent sans voir la première saisie ; ici, ils restent tels quels.',
  'correction.back-to-check': 'Retour au contrôle',
} as const satisfies Record<keyof typeof en, string>
