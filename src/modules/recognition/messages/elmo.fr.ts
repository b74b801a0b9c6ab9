import type { ElmoIssueKey } from '../formats/elmo-texts.ts'

export default {
  'elmo.empty': 'Le fichier est vide.',
  'elmo.too-large':
    'Le fichier dépasse {limit} Mo une fois décompressé. Demandez-le sans pièces jointes.',
  'elmo.too-deep':
    'Les éléments sont imbriqués sur plus de {limit} niveaux, ce dont aucun relevé n’a besoin. Le fichier n’a pas été lu.',
  'elmo.too-many': 'Le fichier compte plus de {limit, number} éléments. Il n’a pas été lu.',
  'elmo.compressed-broken':
    'Le fichier est compressé et les données sont endommagées. Redemandez-le.',
  'elmo.encoding-broken': 'Le fichier ne peut être lu en {encoding}. Demandez-le en UTF-8.',
  'elmo.doctype':
    'Le fichier contient une déclaration de type de document (DOCTYPE). ELMO n’en a pas besoin et elle peut servir à des abus : le fichier n’a pas été lu.',
  'elmo.malformed':
    'À partir d’ici, le fichier n’est pas du XML bien formé : une balise n’est pas fermée ou un caractère est interdit. Redemandez-le.',
  'elmo.not-elmo': 'Le fichier commence par {root} et non par elmo : ce n’est pas un relevé ELMO.',
  'elmo.namespace-unknown':
    'Le fichier indique une version d’ELMO inconnue : {namespace}. Il n’a pas été lu.',
  'elmo.namespace-old':
    'Le fichier est dans une forme antérieure à ELMO 1.0. Seuls les éléments de même nom ont été lus ; comparez avec l’original.',
  'elmo.namespace-missing':
    'Le fichier n’indique pas sa version d’ELMO. Il a été lu comme version 1 ; comparez avec l’original.',
  'elmo.missing': '{element} manque dans {parent}.',
  'elmo.unexpected': '{element} n’a pas sa place dans {parent} et n’a pas été lu.',
  'elmo.order':
    '{element} se trouve après {before} au lieu d’être avant. Il a tout de même été lu.',
  'elmo.repeated':
    '{element} apparaît {count, number} fois dans {parent}, au plus {most, number} étant admis. Le premier a été lu.',
  'elmo.missing-attribute': '{element} n’indique pas son attribut {attribute}.',
  'elmo.stray-text': '{element} contient un texte qui n’appartient à aucune partie : « {value} ».',
  'elmo.not-a-date':
    '« {value} » dans {element} n’est pas une date de la forme 2026-01-31. Le champ est resté vide.',
  'elmo.not-a-time':
    '« {value} » dans {element} n’est pas une heure de la forme 2026-01-31T09:00:00Z. Le champ est resté vide.',
  'elmo.not-a-number':
    '« {value} » dans {element} n’est pas un nombre à point décimal. Le champ est resté vide.',
  'elmo.not-in-list': '« {value} » n’est pas admis dans {element} ; valeurs admises : {list}.',
  'elmo.empty-value': '{element} est vide.',
  'elmo.no-courses': 'Le relevé ne contient aucun cours.',
  'elmo.negative-credit': 'Le nombre de crédits {value} est négatif.',
  'elmo.term-order':
    'Le semestre se termine le {end, date, long}, avant de commencer le {start, date, long}.',
  'elmo.grading-scheme-unknown':
    'L’échelle de notation {id} est citée sans être décrite dans le fichier.',
  'elmo.attachment-unreadable': 'La pièce jointe {title} ne peut être décodée. Redemandez-la.',
  'elmo.more': 'Le fichier donne lieu à {count, number} autres remarques de ce genre.',
} satisfies Record<ElmoIssueKey, string>
