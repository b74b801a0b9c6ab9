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
  'command.several-organisations':
    'Plusieurs organisations s’appellent {called} ; indiquez l’identifiant.',
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
} satisfies Record<keyof typeof en, string>
