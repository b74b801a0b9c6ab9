import archive from './archive.fr.ts'
import operations from './operations.fr.ts'
import checked from './checked.fr.ts'
import statement from './statement.fr.ts'
import type en from './documents.en.ts'

export default {
  ...archive,
  ...statement,
  ...checked,
  ...operations,
  'refusal.too-many-rows':
    'Le document compte {count, number} cours ; un relevé peut en contenir {limit, number}. S’il s’agit de la liste des cours d’un établissement, importez-la comme catalogue ; s’il concerne plusieurs étudiants, envoyez un fichier pour chacun.',
  'documents.encoding.label': 'Encodage du texte',
  'documents.encoding.hint':
    'Choisissez celui dans lequel ces lignes se lisent correctement. Le fichier lui-même n’est pas modifié.',
  'documents.encoding.found': '{encoding}, reconnu dans le fichier',
  'documents.encoding.broken': '{encoding} : impossible, certains caractères n’y existent pas',
  'documents.encoding.summary': 'Encodage : {encoding}',
  'documents.encoding.reread':
    'Le fichier a été relu en {encoding}. Les corrections antérieures ont été remplacées.',
  'documents.off-scale':
    '{count, plural, one {Une note ne figure pas} other {# notes ne figurent pas}} dans le barème « {scale} »',
  'documents.off-scale.hint':
    'Comparez avec l’original. Si la note y figure, la ligne peut être reprise et une personne en décide.',
  'documents.off-scale.line': 'Ligne {line, number}, {code} : « {grade} »',
} satisfies Record<keyof typeof en, string>
