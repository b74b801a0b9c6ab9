import type en from './en.ts'

export default {
  'task.decide': 'Statuer sur le dossier de reconnaissance {number}',
  'task.kind.case-decision': 'Reconnaissance : décision à rendre',
  'entry.case-opened':
    'Relevé de notes reçu avec {lines, plural, one {# cours} other {# cours}} ; dossier {number} ouvert',
  'entry.case-evaluated':
    'Évalué selon les règles : {recognised} reconnus, {refused} non reconnus, {open} à trancher',
  'entry.line-changed': 'Ligne {line} modifiée par l’évaluateur',
  'entry.line-restored': 'Ligne {line} ramenée au résultat des règles',
  'entry.case-decided': 'Décision rendue sur le dossier {number} : {credit} crédits reconnus',
  'entry.case-withdrawn': 'Dossier {number} retiré',
  'entry.catalogue-published':
    'Catalogue de cours publié avec {courses, plural, one {# cours} other {# cours}}',
  'entry.equivalence-judged': '{host} jugé équivalent à {home}',
  'entry.equivalence-withdrawn': 'Équivalence de {host} et {home} retirée',
  'entry.rule-set-published': 'Règles de reconnaissance publiées, version {version}',
  'refusal.no-enrolment': 'Choisissez un étudiant inscrit dans votre établissement',
  'refusal.no-rules':
    'Aucune règle de reconnaissance de votre établissement ne s’applique à cette formation et à cette année d’entrée. Publiez d’abord des règles ; le relevé pourra alors être évalué.',
  'refusal.no-lines': 'Le relevé ne contient aucun cours',
  'refusal.too-many-lines': 'Un relevé peut contenir {limit, number} cours au plus',
  'refusal.host-is-home':
    'Le relevé vient de l’établissement d’origine lui-même ; choisissez l’établissement d’accueil',
  'refusal.no-host': 'Choisissez l’établissement qui a délivré le relevé',
  'refusal.same-transcript': 'Le même relevé se trouve déjà dans le dossier {number}',
  'refusal.no-case': 'Ce dossier n’existe pas, ou il ne vous est pas ouvert',
  'refusal.reason': 'Dites pourquoi, en une phrase que l’étudiant comprend',
  'refusal.home-course': 'Indiquez le cours de l’établissement d’origine qui est reconnu',
  'refusal.unknown-course':
    '{code} n’est pas dans le catalogue actuel de l’établissement d’origine',
  'refusal.credit': 'Indiquez plus de 0 crédit',
  'refusal.already-decided': 'Une décision a déjà été rendue sur ce dossier. Rien n’a été modifié.',
  'refusal.withdrawn': 'Ce dossier a été retiré. Rien n’a été modifié.',
  'refusal.changed-meanwhile':
    'Les règles, une équivalence ou une ligne ont changé depuis que vous avez ouvert cette page. Aucune décision n’a été rendue ; évaluez à nouveau le dossier et relisez les lignes.',
  'refusal.open-lines':
    '{count, plural, one {Une ligne attend encore} other {# lignes attendent encore}} votre verdict',
  'refusal.over-share':
    '{credit} crédits seraient reconnus, mais la formation n’en admet plus que {limit}. Refusez une ligne ou réduisez ses crédits.',
  'refusal.draft-changed':
    'Ce relevé a été modifié dans une autre fenêtre. Rechargez la page pour voir où il en est ; rien n’a été écrasé.',
  'refusal.draft-taken': 'Ce relevé a déjà été repris',
  'refusal.line-without-code':
    '{count, plural, one {Un cours n’a pas} other {# cours n’ont pas}} de code. Saisissez le code ou ne reprenez pas la ligne.',
  'refusal.check-grid':
    'Certaines cellules de la grille ne peuvent pas être lues. Rien n’est encore enregistré et rien de ce que vous avez saisi n’est perdu.',
  'notice.kind.case-decided': 'Décision sur un dossier de reconnaissance',
  'notice.case-decided':
    'La décision sur votre dossier de reconnaissance {number} est rendue : {credit} crédits sont reconnus.',
  'refusal.course-twice':
    '{course} est déjà reconnu par une autre ligne ou une décision antérieure. Un cours de l’établissement d’origine ne compte qu’une fois.',
  'refusal.over-term':
    '{credit} crédits seraient reconnus pour {term}, mais les règles n’en admettent que {limit} par semestre. Refusez une ligne ou réduisez ses crédits.',
  'refusal.line-too-long':
    'Le code, l’intitulé, la note ou le semestre du cours {code} est trop long. Raccourcissez-le ou ne reprenez pas la ligne.',
  'erasure.kept-decisions':
    'Les relevés et les décisions de reconnaissance, sans le nom : les crédits d’un diplôme doivent rester vérifiables.',
} satisfies Record<keyof typeof en, string>
