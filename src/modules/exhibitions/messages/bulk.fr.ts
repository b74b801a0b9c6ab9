/** Many objects at once. */
export default {
  'bulk.again': 'Les donner à nouveau',
  'bulk.counts':
    '{good, plural, one {Un objet peut être créé} other {# objets peuvent être créés}} ; {wrong, plural, =0 {aucune ligne n’a de faute} one {une ligne a une faute et est laissée de côté} other {# lignes ont des fautes et sont laissées de côté}}.',
  'bulk.done':
    '{count, plural, one {Un objet a été créé.} other {# objets ont été créés.}} Leurs images sont prêtes en quelques minutes.',
  'bulk.empty': 'Un tableau vide avec toutes les colonnes (XLSX)',
  'bulk.empty-sheet': 'Le tableau n’a que ses en-têtes.',
  'bulk.file-twice':
    'Plusieurs des fichiers envoyés s’appellent « {name} » : donnez à chacun un nom distinct.',
  'bulk.files': 'Fichiers',
  'bulk.files-hint':
    'Images, enregistrements, films et modèles, ou une archive ZIP : 128 Mo à la fois. Chaque ligne nomme ses fichiers dans la colonne « files », séparés par des points-virgules.',
  'bulk.fine': 'Sans faute',
  'bulk.give': 'Le tableau et ses fichiers',
  'bulk.gone':
    'Ce qui a été envoyé n’est plus là : c’est conservé un jour et ne sert qu’une fois. Envoyez-le de nouveau.',
  'bulk.lead':
    'Un tableau et un dossier de fichiers deviennent des objets en une fois. Vous voyez d’abord ce qui serait créé et ce qui s’y oppose.',
  'bulk.long-sheet': 'Un tableau ne dépasse pas 8 Mo.',
  'bulk.look': 'Montrer ce qui serait créé',
  'bulk.make': '{count, plural, one {Créer un objet} other {Créer # objets}}',
  'bulk.many-files': 'Un tableau prend au plus {most} fichiers.',
  'bulk.no-file': 'Le fichier « {name} » n’est pas parmi ceux envoyés.',
  'bulk.no-sheet': 'Choisissez le tableau.',
  'bulk.number-twice': 'Une autre ligne porte le même numéro d’inventaire.',
  'bulk.preview': 'Ce qui serait créé',
  'bulk.refused': 'Ces fichiers ne peuvent être montrés',
  'bulk.release': 'Les montrer aussitôt à ceux que dit le tableau',
  'bulk.release-hint':
    'Seulement ceux dont les droits sont indiqués ; les autres restent des brouillons.',
  'bulk.rights':
    '« {rights} » n’est pas une adresse de RightsStatements.org ni de Creative Commons.',
  'bulk.row': 'Ligne',
  'bulk.sheet': 'Tableau',
  'bulk.sheet-hint': 'XLSX ou CSV, 1 000 lignes au plus.',
  'bulk.sheet-name': 'Objets',
  'bulk.title': 'Créer de nombreux objets',
  'bulk.unknown': 'Ces colonnes sont inconnues et laissées de côté',
  'bulk.unnamed': 'Aucune ligne ne nomme ces fichiers',
  'refusal.zip-broken': 'L’archive est endommagée.',
  'refusal.zip-slip':
    'L’archive désigne un lieu hors d’elle-même (« {name} »). Elle est refusée en entier.',
}
