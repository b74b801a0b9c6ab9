import type en from './statement.en.ts'

export default {
  'statement.revision': 'Révision',
  'statement.revision-replaces': '{revision}, remplace la révision {before} du {day}',
  'statement.verify':
    'Scannez le code, ou saisissez-le à l’adresse indiquée, pour vérifier que cette attestation est authentique et toujours valable.',
  'statement.check.title': 'Vérifier une attestation de reconnaissance',
  'statement.check.lead':
    'Le code figure à côté du code QR de chaque attestation. Rien de l’étudiant n’est affiché ici.',
  'statement.check.code': 'Code de l’attestation',
  'statement.check.code-hint': 'Douze lettres et chiffres, par exemple 4TNE-8VRA-3CKS',
  'statement.check.number-hint':
    'Tel qu’il figure sur le papier. Vous saurez s’il correspond à cette attestation.',
  'statement.check.submit': 'Vérifier',
  'statement.check.result': 'Ce qui est enregistré',
  'statement.check.holds': 'Cette attestation est authentique et valable.',
  'statement.check.compare':
    'Comparez le papier aux lignes ci-dessous ; c’est l’enregistrement qui fait foi.',
  'statement.check.reopened':
    'Cette attestation est authentique, mais le dossier a été rouvert ; une nouvelle décision peut la modifier.',
  'statement.check.replaced':
    'Cette attestation est authentique, mais la révision {revision} l’a remplacée.',
  'statement.check.replaced-hint': 'Demandez l’attestation du {day}.',
  'statement.check.unknown': 'Aucune attestation ne porte ce code.',
  'statement.check.unknown-hint':
    'Saisissez-le de nouveau tel qu’il figure sur le papier. S’il reste sans résultat, interrogez l’établissement indiqué avant de vous fier au papier.',
  'statement.check.no-code': 'Ce n’est pas le code d’une attestation.',
  'statement.check.no-code-hint':
    'Il compte douze lettres et chiffres ; les lettres I, L, O et U n’y figurent pas.',
  'statement.check.number-same': 'Le numéro d’étudiant correspond à cette attestation.',
  'statement.check.number-other':
    'Le numéro d’étudiant ne correspond pas à cette attestation. Le papier a pu être modifié.',
  'statement.check.institution': 'Établissement de reconnaissance',
  'statement.check.host': 'Crédits obtenus à',
  'documents.title': 'Documents du dossier {number}',
  'documents.link': 'Documents',
  'documents.statement.lead':
    'En deux langues sur un même document ; la première est composée plus grand.',
  'documents.language.first': 'Première langue',
  'documents.language.second': 'Seconde langue',
  'documents.table': 'Les lignes en tableau',
  'documents.table.lead':
    'Chaque cours avec son verdict, pour un tableur ou un programme. Les crédits sont exacts.',
} satisfies Record<keyof typeof en, string>
