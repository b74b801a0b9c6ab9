import type en from './import.en.ts'

export default {
  'import.title': 'Importer des candidatures',
  'list.import': 'Importer un tableau',
  'import.lead':
    'Collez un tableau ou choisissez un fichier. Une ligne par candidat, une colonne par question ; vous voyez d’abord ce qui en résulterait.',
  'import.template': 'Tableau vide avec en-têtes',
  'import.paste': 'Lignes d’un tableur, avec leurs en-têtes',
  'import.paste-hint':
    'Le numéro d’étudiant ou l’adresse désigne la personne. Plusieurs choix se séparent par des points-virgules.',
  'import.file': 'Ou un fichier (XLSX, CSV)',
  'import.look': 'Vérifier',
  'import.nothing': 'Collez des lignes ou choisissez un fichier.',
  'import.not-now': 'L’import est possible de la publication à la clôture des décisions.',
  'import.column-address': 'Adresse électronique',
  'import.column-number': 'Numéro d’étudiant',
  'import.understood':
    '{count, plural, =0 {Aucune candidature à importer} one {Une candidature à importer} other {# candidatures à importer}}',
  'import.faulty':
    '{count, plural, one {Une ligne est fautive et serait laissée de côté.} other {# lignes sont fautives et seraient laissées de côté.}}',
  'import.already':
    '{count, plural, one {Une ligne concerne quelqu’un qui a déjà candidaté ; elle est ignorée.} other {# lignes concernent des personnes qui ont déjà candidaté ; elles sont ignorées.}}',
  'import.ignored': 'Colonnes sans usage ici : {columns}',
  'import.do': 'Importer {count, plural, one {# candidature} other {# candidatures}}',
  'import.do-without-faulty':
    'Importer {count, plural, one {# candidature} other {# candidatures}} sans les lignes fautives',
  'import.edit': 'Modifier le tableau',
  'import.has-faults': 'Certaines lignes sont fautives. Corrigez-les ou laissez-les de côté.',
  'import.faults': 'Ce qui ne va pas',
  'import.duplicates': 'Ont déjà candidaté',
  'import.row': 'Ligne',
  'import.column': 'Colonne',
  'import.what': 'Problème',
  'import.more': 'et {count, number} de plus',
  'import.unanswered': 'Réponse obligatoire manquante.',
  'import.nobody-named': 'Il faut un numéro d’étudiant ou une adresse.',
  'import.nobody-here':
    'Personne ici n’a ce numéro ou cette adresse. Enregistrez d’abord la personne.',
  'import.two-people': 'Le numéro et l’adresse désignent des personnes différentes.',
  'import.done':
    '{count, plural, one {Une candidature importée.} other {# candidatures importées.}}',
} satisfies Record<keyof typeof en, string>
