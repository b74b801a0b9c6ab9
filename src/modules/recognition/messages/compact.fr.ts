export default {
  'compact.index': 'Lignes de ce dossier',
  'compact.suggestions':
    '{count, plural, one {Un cours pourrait correspondre} other {# cours pourraient correspondre}} à {code} :',
  'compact.off-scale':
    '{count, plural, one {La note d’une ligne n’est} other {Les notes de # lignes ne sont}} pas dans l’échelle de l’établissement d’accueil : {codes}',
  'compact.off-scale-hint': 'Comparez-les avec l’original avant de décider.',
  'compact.unchecked': 'Personne n’a noté si l’original est authentique',
  'compact.unchecked-hint':
    'Vous pouvez tout de même décider ; l’historique montrera que rien n’avait été noté.',
  'compact.not-a-workbook':
    '{name} porte le nom d’un fichier {kind}, mais ne contient que du texte. Enregistrez-le de nouveau dans le logiciel d’origine, ou déposez-le en .csv ou .txt.',
} as const
