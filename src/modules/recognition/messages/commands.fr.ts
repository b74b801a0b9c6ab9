import type en from './commands.en.ts'

export default {
  'command.as':
    'Agir avec les droits de cette personne (courriel ou identifiant) ; sinon avec ceux de la machine.',
  'command.no-person': 'Personne n’a le courriel ou l’identifiant {person}.',
  'command.no-file': 'Le fichier {file} ne peut être lu.',
  'command.remark': '  ligne {line} : {text}',
  'command.transcript.summary':
    'Prendre un relevé de notes (ELMO, XLSX ou CSV), ouvrir son dossier et l’évaluer.',
  'command.transcript.student': 'Le numéro d’étudiant dans l’établissement d’origine.',
  'command.transcript.host': 'L’établissement qui l’a délivré : identifiant, sigle ou nom.',
  'command.transcript.usage': 'Il faut un fichier, --student NUMÉRO et --host ÉTABLISSEMENT.',
  'command.transcript.done':
    'Le dossier {number} est ouvert avec {lines, plural, one {# cours} other {# cours}}.',
  'command.no-enrolments': 'Aucun étudiant n’a le numéro {called}.',
  'command.several-enrolments':
    'Plusieurs étudiants ont le numéro {called} ; indiquez l’identifiant de l’inscription.',
  'command.no-organisations': 'Aucune organisation n’a l’identifiant, le sigle ou le nom {called}.',
  'command.several-cases':
    'Plusieurs établissements ont un dossier de ce numéro ; indiquez l’identifiant.',
  'command.evaluate.summary':
    'Évaluer de nouveau un dossier selon les règles du jour, ou tous les dossiers ouverts.',
  'command.evaluate.all': 'Tous les dossiers ouverts.',
  'command.evaluate.usage': 'Nommez un dossier par son numéro ou son identifiant, ou dites --all.',
  'command.evaluate.progress': 'dossiers',
  'command.evaluate.case':
    '{number} : {credit} crédits ; {recognised} reconnus, {refused} non reconnus, {open} laissés à une personne',
  'command.evaluate.refused': '{number} : {reason}',
  'command.evaluate.done': 'Évalués : {cases}. Changés : {changed}.',
  'command.ready.summary':
    'Lister les dossiers ouverts que règles et précédents ont réglés ligne par ligne.',
  'command.ready.usage': 'Cette commande ne prend aucun mot.',
  'command.ready.case':
    '{number} : {credit} crédits ; {courses, plural, one {# résultat} other {# résultats}}',
  'command.ready.done': 'Prêts à être décidés : {cases, number}.',
  'command.facts.summary':
    'Montrer ce que l’on sait d’un dossier hors relevé, ou l’indiquer depuis un fichier JSON et réévaluer.',
  'command.facts.usage':
    'Nommez un dossier par son numéro ou son id, et un fichier si des faits sont à indiquer.',
  'command.facts.as': 'Dites avec --as qui indique ces faits : c’est la parole de quelqu’un.',
  'command.facts.case':
    '{number} : séjour du {from} au {to} ; quelque chose est connu de {known, number} cours sur {courses, number}',
  'command.facts.done': '{number} : indiqué et réévalué.',
  'command.checks.summary':
    'Dire où en est le contrôle des relevés saisis à la main ; code de sortie 1 si un contrôle attend.',
  'command.checks.usage':
    'Nommez un dossier par son numéro ou son id, ou aucun pour tous les dossiers ouverts.',
  'command.checks.case':
    '{number} : {state, select, not_typed {lu dans un fichier, sans contrôle} unchecked {encore contrôlé par personne} unsettled {{differences, plural, one {# différence attend} other {# différences attendent}}} other {contrôlé}}',
  'command.checks.none': 'Aucun dossier ouvert n’a de relevé saisi à la main.',
} satisfies Record<keyof typeof en, string>
