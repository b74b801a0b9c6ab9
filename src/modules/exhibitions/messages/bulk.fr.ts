/** Many objects at once. */
export default {
  'bulk.again': 'Les donner à nouveau',
  'bulk.archive-part':
    '{taken, plural, =0 {Aucun de ses fichiers ne peut être montré} one {Un de ses fichiers peut être montré et attend le tableau} other {# de ses fichiers peuvent être montrés et attendent le tableau}} ; {count, plural, one {un fichier ne peut l’être} other {# fichiers ne peuvent l’être}} : {names}.',
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
    'Images, enregistrements, films et modèles, ou une archive ZIP : 128 Mo à la fois ; au-delà, l’envoi se fait par morceaux, jusqu’à 4 Go par fichier. Chaque ligne nomme ses fichiers dans la colonne « files », séparés par des points-virgules.',
  'bulk.fine': 'Sans faute',
  'bulk.give': 'Le tableau et ses fichiers',
  'bulk.gone':
    'Ce qui a été envoyé n’est plus là : c’est conservé un jour et ne sert qu’une fois. Envoyez-le de nouveau.',
  'bulk.here': '{count, plural, one {Un fichier est déjà là} other {# fichiers sont déjà là}}',
  'bulk.here-until':
    'Inutile de les renvoyer : ils sont gardés jusqu’au {at}, pour ce tableau ou un autre. Un fichier renvoyé sous le même nom prend la place du précédent.',
  'bulk.lead':
    'Un tableau et un dossier de fichiers deviennent des objets en une fois. Vous voyez d’abord ce qui serait créé et ce qui s’y oppose.',
  'bulk.long-sheet': 'Un tableau ne dépasse pas 8 Mo.',
  'bulk.look': 'Montrer ce qui serait créé',
  'bulk.make': '{count, plural, one {Créer un objet} other {Créer # objets}}',
  'bulk.many-files': 'Un tableau prend au plus {most} fichiers.',
  'bulk.much-here':
    'Il attend ici plus qu’une personne ne peut garder. Utilisez-en ou écartez-en une partie d’abord.',
  'bulk.no-file': 'Le fichier « {name} » n’est pas parmi ceux envoyés.',
  'bulk.no-sheet': 'Choisissez le tableau.',
  'bulk.none-chosen': 'Choisissez d’abord les fichiers.',
  'bulk.number-twice': 'Une autre ligne porte le même numéro d’inventaire.',
  'bulk.preview': 'Ce qui serait créé',
  'bulk.put-all': 'Tout écarter',
  'bulk.put-away':
    '{count, plural, one {Un fichier a été écarté.} other {# fichiers ont été écartés.}}',
  'bulk.put-chosen': 'Écarter la sélection',
  'bulk.refused': 'Ces fichiers ne peuvent être montrés',
  'bulk.release': 'Les montrer aussitôt à ceux que dit le tableau',
  'bulk.release-hint':
    'Seulement ceux dont les droits sont indiqués ; les autres restent des brouillons.',
  'bulk.rights':
    '« {rights} » n’est pas une adresse de RightsStatements.org ni de Creative Commons.',
  'bulk.row': 'Ligne',
  'bulk.sent': '{sent} fichiers sur {all} sont arrivés',
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
