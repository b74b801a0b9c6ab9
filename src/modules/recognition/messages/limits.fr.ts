import type en from './limits.en.ts'

const kind =
  '{kind, select, course {les cours en présence} online {les cours en ligne} blended {les cours hybrides} summer {les programmes d’été} placement {les stages} non_degree {les cours non diplômants (CN)} certificate {les certifications (CS)} training {les formations (CT)} portfolio {les portfolios (CP)} examination {les examens (CE)} accredited {les cours accrédités} part_time {les inscriptions à temps partiel} other {l’ensemble de ces apprentissages}}'
const of = kind.replace('{kind,', '{of,')
const term = '{term, select, planned {au semestre prévu} other {({term})}}'
const period = '{period, select, planned {selon le plan} other {{period}}}'
const evidence =
  '{evidence, select, syllabus {le programme du cours} hours {la preuve des heures} certificate {le certificat} assessment {le rapport d’évaluation} portfolio {le portfolio} other {l’avis de résultat}}'

export default {
  'reason.cap.residence':
    'Au moins {least, number} des {programme, number} crédits du diplôme doivent être acquis dans l’établissement, donc au plus {limit, number} peuvent être reconnus, dont {already, number} déjà utilisés. Le choix qui reconnaît le plus de crédits laisse cette ligne de côté ; {credit, number} crédits de marge en plus changeraient le résultat.',

  'reason.kind.refused': `Les règles ne reconnaissent aucun crédit pour ${kind}.`,
  'reason.kind.evidence': `Pour ${kind}, les règles demandent ${evidence}, et personne n’a noté l’avoir vu. Demandez-le à l’étudiant, ou notez-le dans les faits de ce dossier.`,
  'reason.kind.evidence-seen': `Vu, comme les règles le demandent pour ${kind} : ${evidence}.`,
  'reason.kind.total': `Pour ${kind}, au plus {limit, number} crédits peuvent être reconnus en tout, dont {already, number} déjà utilisés. Il faudrait {credit, number} crédits de marge en plus.`,
  'reason.kind.term': `Pour ${kind}, au plus {limit, number} crédits peuvent être reconnus par semestre (${period}), dont {already, number} déjà utilisés. Il faudrait {credit, number} crédits de marge en plus.`,

  'reason.kind.year': `Pour ${kind}, au plus {limit, number} crédits peuvent être reconnus par année universitaire (${period}), dont {already, number} déjà utilisés. Il faudrait {credit, number} crédits de marge en plus.`,
  'reason.kind.host': `Pour ${kind}, au plus {limit, number} crédits d’un même établissement peuvent être reconnus, dont {already, number} déjà utilisés. Il faudrait {credit, number} crédits de marge en plus.`,

  'reason.home-term.unknown': `Les règles limitent, pour ${kind}, ce qui est suivi dans l’établissement au même semestre, et personne n’a noté ce qui y a été suivi ${term}. Indiquez-le dans les faits de ce dossier.`,
  'reason.home-term.met': `{taken, number} crédits ont été suivis dans l’établissement ${term} ; pour ${kind}, les règles en permettent {limit, number} au même semestre.`,
  'reason.home-term.over': `{taken, number} crédits ont été suivis dans l’établissement ${term} ; pour ${kind}, les règles en permettent au plus {limit, number} au même semestre, sinon rien n’est reconnu.`,
  'reason.home-term.together': `Pour ${kind}, au plus {limit, number} crédits comptent ensemble au même semestre. {home, number} sont suivis dans l’établissement ${term} et {already, number} ont déjà été reconnus. Il faudrait {credit, number} crédits de marge en plus.`,

  'reason.home-term.asked-unknown': `Les règles limitent, pour ${of}, ce qui est suivi dans l’établissement au même semestre, sans dire si cela vise aussi ${kind}. Personne n’a noté ce qui y a été suivi ${term}. Indiquez-le dans les faits de ce dossier, ou décidez de cette ligne.`,
  'reason.home-term.asked': `Les règles limitent, pour ${of}, ce qui est suivi dans l’établissement au même semestre, sans dire si cela vise aussi ${kind}. On arriverait ${term} à {credit, number} crédits, pour {limit, number} au plus. Décidez si ce cours compte.`,

  'reason.stay.unknown':
    'Un séjour de plus de {months, number} mois ne compte qu’avec une interruption d’études, et personne n’a noté les dates de ce séjour. Indiquez-les dans les faits de ce dossier.',
  'reason.stay.suspension-unknown':
    'Le séjour du {from, date, long} au {to, date, long} a duré plus de {months, number} mois et ne compte qu’avec une interruption d’études. Personne n’a noté si elle a eu lieu ; indiquez-le dans les faits de ce dossier.',
  'reason.stay.suspended':
    'Les études ont été interrompues, comme les règles le demandent au-delà de {months, number} mois.',
  'reason.stay.not-suspended':
    'Le séjour du {from, date, long} au {to, date, long} a duré plus de {months, number} mois sans interruption d’études. Ces crédits ne sont pas reconnus.',

  'reason.deadline.met':
    'Le relevé est arrivé le {filed, date, long}, au plus tard le {last, date, long}.',
  'reason.deadline.missed':
    'Le relevé est arrivé le {filed, date, long} ; le dernier jour était le {last, date, long}.',
  'reason.deadline.late':
    'Le relevé est arrivé le {filed, date, long} ; le dernier jour était le {last, date, long}. Les règles laissent l’évaluateur décider s’il est encore pris en compte.',
  'reason.deadline.unknown':
    'Les règles fixent un dernier jour qui ne peut être calculé : {rule, select, week {la fin du séjour ou les dates des semestres suivants de l’établissement manquent} working_days {la fin du séjour ou le jour de délivrance manque} other {la fin du séjour manque}}. Indiquez-le dans les faits de ce dossier, ou statuez sur cette ligne.',

  'reason.residence.years':
    'Avant le diplôme, au moins {years, plural, one {# année universitaire} other {# années universitaires}} doivent être suivies dans l’établissement.',
  'reason.residence.last-term':
    'Le séjour tombe dans le dernier semestre avant le diplôme, qui doit être suivi dans l’établissement.',
  'reason.residence.last-term-unknown':
    'Le dernier semestre avant le diplôme doit être suivi dans l’établissement. Personne n’a noté si ce séjour y tombe.',
  'reason.honours.open':
    'La mention demande au moins {least, number} crédits acquis dans l’établissement. Avec cette reconnaissance, {left, number} des {programme, number} crédits y restent à acquérir : elle reste possible.',
  'reason.honours.lost':
    'La mention demande au moins {least, number} crédits acquis dans l’établissement. Avec cette reconnaissance, seuls {left, number} des {programme, number} crédits y restent à acquérir : elle n’est plus possible.',

  'calculation.title': 'Comment les crédits et les notes ont été calculés',
  'calculation.lead':
    'Chaque étape, de ce que dit le relevé à ce qui est inscrit, pour pouvoir la refaire à la main.',
  'calculation.none': 'Rien n’a encore été calculé',
  'calculation.none-why':
    'Les règles n’ont converti ni crédit ni note d’aucune ligne de ce dossier.',
  'calculation.credit': 'Crédits',
  'calculation.grade': 'Note',
  'calculation.together': 'Ensemble : {codes}',
  'calculation.picture': '{grade} entre les deux tableaux de répartition ; elle devient {home}',

  'rule-set.form.grades': 'Inscription des notes',
  'rule-set.form.grades-hint':
    'Quelle que soit la note, la première méthode qui convient à l’échelle d’accueil s’applique : tables convenues, tableaux de répartition, formule, sinon l’inscription.',
  'rule-set.form.not-used': 'Non utilisé',
  'rule-set.form.digits': 'Les domaines du groupe de référence concordent sur',
  'rule-set.digits.4': 'quatre chiffres de la CITE-F',
  'rule-set.digits.3': 'trois chiffres de la CITE-F',
  'rule-set.digits.2': 'deux chiffres de la CITE-F',
  'rule-set.digits.0': 'rien : tous les domaines ensemble',
  'rule-set.form.bavarian': 'Formule bavaroise modifiée',
  'rule-set.form.bavarian-hint': 'Seulement si l’échelle d’origine va de 1,0 à une réussite à 4,0',
  'rule-set.bavarian.cut': 'Une décimale sans arrondi, puis la meilleure note (Passau)',
  'rule-set.bavarian.nearest': 'La note la plus proche, la meilleure à égale distance (Cologne)',
  'rule-set.bavarian.decimal': 'Une décimale sans arrondi',
  'rule-set.form.residence': 'Crédits à acquérir au moins dans l’établissement',
  'rule-set.form.honours': 'Crédits dans l’établissement exigés pour la mention',
  'rule-set.term.residence': 'Dans l’établissement',
  'rule-set.says.residence':
    'Au moins {credit} crédits du diplôme sont acquis dans l’établissement',
  'rule-set.term.honours': 'Mention',
  'rule-set.says.honours':
    'La mention demande {credit} crédits acquis dans l’établissement ; l’étudiant en est informé, rien n’est refusé pour cela',
  'rule-set.term.suspension': 'Interruption d’études',
  'rule-set.says.suspension':
    'Au-delà de {months, plural, one {# mois} other {# mois}}, les études sont interrompues, sinon rien n’est reconnu',
  'rule-set.term.deadline': 'Délai',
  'rule-set.says.week':
    'Fin de la semaine {week} du {term, selectordinal, one {#er} other {#e}} semestre suivant le séjour',
  'rule-set.says.working-days':
    '{days, plural, one {# jour ouvré} other {# jours ouvrés}} après {after, select, stay {le séjour} other {la délivrance}}',
  'rule-set.says.date': 'Le premier {day}/{month} (jour/mois) après le séjour',
  'rule-set.term.home-term': 'Cours suivis en parallèle',
  'rule-set.says.home-term':
    'Semestre avec {kinds} : au plus {home} crédits dans l’établissement, {together} en tout',
  'rule-set.says.home-term-asked': '{rule}. À décider par une personne : {kinds}',
  'rule-set.term.kinds': 'Formes d’apprentissage',
  'rule-set.says.no-kind': 'non reconnus',
  'rule-set.says.kind-limit':
    'au plus {credit} {per, select, term {par semestre} year {par année} host {d’un même établissement} other {en tout}}',
  'rule-set.inferred': 'déduit',
  'rule-set.inferred-why':
    'La source publiée ne dit rien de : {list}. Cela a été supposé ; l’établissement devrait le confirmer par une nouvelle version.',
  'rule-set.kind-name':
    '{kind, select, course {cours en présence} online {cours en ligne} blended {cours hybrides} summer {programmes d’été} placement {stages} non_degree {cours non diplômants (CN)} certificate {certifications (CS)} training {formations (CT)} portfolio {portfolios (CP)} examination {examens (CE)} accredited {cours accrédités} part_time {inscriptions à temps partiel} other {ces apprentissages}}',
  'rule-set.evidence-name':
    '{evidence, select, syllabus {programme du cours} hours {preuve des heures} certificate {certificat} assessment {rapport d’évaluation} portfolio {portfolio} other {avis de résultat}} à voir',

  'past.title': 'Ce que ces règles auraient changé',
  'past.lead':
    'Réévalué à partir de ce qui est conservé, comme si les règles avaient été en vigueur : {concerned, plural, one {# dossier décidé} other {# dossiers décidés}} sur {looked, number} en auraient relevé. Rien n’est modifié.',
  'past.limited':
    '{decided, number} dossiers sont décidés ; les {looked, number} premiers ont été examinés.',
  'past.unseen':
    '{count, plural, one {Un de ces dossiers n’est nommé} other {# de ces dossiers ne sont nommés}} qu’à qui lit les dossiers ; la scolarité les voit ici, ou dans un brouillon enregistré.',
  'past.cases': 'Dossiers dont l’issue changerait',
  'past.lines': 'Lignes',
  'past.credit': 'Crédits reconnus dans ces dossiers, avant et après',
  'past.more':
    'Les {shown, number} premières lignes sont affichées ; le classeur les contient toutes.',
  'past.workbook': 'Toutes les lignes changées (Excel)',
  'past.case': 'Dossier',
  'past.line': 'Cours',
  'past.before': 'Tel qu’évalué',
  'past.after': 'Selon ces règles',
  'past.credit-before': 'Crédits avant',
  'past.credit-after': 'Crédits après',
  'past.grade-before': 'Note avant',
  'past.why-before': 'Motif avant',
  'past.why-after': 'Motif après',
  'past.grade-after': 'Note après',
  'rule-set.form.set-grade': 'La note minimale, pour des cours comptés ensemble',
  'rule-set.form.set-grade.each': 'Chaque cours doit l’atteindre',
  'rule-set.form.set-grade.credit-weighted':
    'Leur moyenne pondérée par les crédits doit l’atteindre',
  'rule-set.term.set-grade': 'Cours comptés ensemble',
  'rule-set.says.set-grade':
    'Leur moyenne, pondérée par les crédits, doit atteindre la note minimale',
  'rule-credit.legend': 'Crédits d’autres formes d’apprentissage, règle {number}',
  'rule-credit.hint':
    'Seulement si ces apprentissages sont convertis autrement que les cours. De deux règles pour une même forme, la première s’applique.',
  'rule-credit.fault.kinds': 'Choisissez les formes d’apprentissage concernées',
  'rule-credit.says': '{kinds} : {method} ; {rounding}',
} as const satisfies Record<keyof typeof en, string>
