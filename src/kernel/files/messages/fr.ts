import type en from './en.ts'
import held from './held.fr.ts'
import uploads from './uploads.fr.ts'

export default {
  ...held,
  ...uploads,
  empty: 'Le fichier est vide.',
  'too-large': 'Le fichier dépasse {most}. Choisissez-en un plus petit.',
  'kind-unknown':
    'Le contenu de ce fichier n’est pas d’un type lisible. Types acceptés : {allowed}.',
  'kind-not-allowed': 'C’est un fichier {kind}. Types acceptés ici : {allowed}.',
  pixels:
    'L’image dépasse {most} millions de pixels. Enregistrez-la avec une résolution plus basse.',
  'image-broken':
    'L’image est endommagée et ne s’ouvre pas. Enregistrez-la ou numérisez-la de nouveau.',
  'pdf-broken': 'Le PDF est endommagé et ne s’ouvre pas. Exportez-le de nouveau depuis l’original.',
  'pdf-encrypted':
    'Le PDF est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe.',
  'pdf-active':
    'Le PDF contient un programme qui s’exécute à l’ouverture. Imprimez-le dans un nouveau PDF et envoyez celui-ci.',
  'two-kinds':
    'Le fichier se présente comme deux types à la fois. Enregistrez-le de nouveau avec le logiciel d’origine.',
  'archive-broken':
    'Le fichier est endommagé et ne peut être décompressé. Enregistrez-le de nouveau.',
  'archive-bomb':
    'Décompressé, le fichier serait bien plus grand qu’il n’y paraît ; il n’a pas été ouvert. Enregistrez seulement les feuilles utiles dans un nouveau fichier.',
  'office-locked':
    'Le fichier est protégé par un mot de passe ou dans l’ancien format .xls ou .doc. Enregistrez-le en .xlsx sans mot de passe.',
  'xml-doctype':
    'Le XML déclare un DOCTYPE ou des entités, ce qui n’est pas accepté. Retirez le DOCTYPE.',
  'svg-active':
    'Le dessin contient un programme ou renvoie à d’autres adresses. Enregistrez-le en SVG simple ou en PNG.',
  'store-full':
    'Il n’y a plus de place pour les fichiers. Rien n’a été enregistré ; réessayez quand les administrateurs auront libéré de l’espace.',
  gone: 'Ce fichier n’existe plus. Ajoutez-le de nouveau.',
  'table-empty': 'Le tableau n’a ni ligne d’en-tête ni données.',
  'table-kind': 'Ce n’est pas un tableau. Envoyez un XLSX, CSV, TSV, JSON ou JSON Lines.',
  'table-rows': 'Le tableau dépasse {most} lignes. Répartissez-le en plusieurs fichiers.',
  'table-columns': 'La ligne {row} dépasse {most} colonnes.',
  'table-cell': 'Ligne {row}, colonne {column} : la cellule dépasse {most} caractères.',
  'table-quotes':
    'Ligne {row} : un guillemet est ouvert sans être fermé, ou se trouve au milieu d’une cellule.',
  'table-json': 'Le JSON est illisible : {detail}',
  'table-json-shape': 'Le JSON doit être une liste d’objets ayant les mêmes champs.',
  'table-json-line': 'La ligne {row} n’est pas un objet JSON.',
  'table-sheet': 'Le classeur n’a pas de feuille « {sheet} ». Ses feuilles : {sheets}.',
  'table-encoding': 'Le texte est illisible en {encoding}. Enregistrez le fichier en UTF-8.',
  'table-workbook':
    'Le classeur est endommagé : {detail}. Ouvrez-le dans un tableur et enregistrez-le de nouveau.',
  'reading-slow':
    'La lecture du fichier a dépassé {seconds, number} secondes et a été arrêtée ; rien n’a été enregistré. Envoyez un fichier plus petit, ou enregistrez-le de nouveau avec le programme d’origine.',
  'reading-memory':
    'La lecture du fichier demandait plus de mémoire qu’il n’en est accordé à un fichier ; elle a été arrêtée et rien n’a été enregistré. Répartissez-le en plusieurs fichiers.',
  'reading-busy':
    'Trop de fichiers sont en cours de lecture. Rien n’est perdu ; renvoyez le formulaire dans une minute.',
} satisfies Record<keyof typeof en, string>
