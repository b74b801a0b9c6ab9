export default {
  'checking.file': 'Ou l’attestation au format PDF',
  'checking.file-hint': 'Le code y est lu ; rien du fichier n’est conservé.',
  'checking.no-code-in-file': 'Aucun code n’a été trouvé dans ce fichier',
  'checking.no-code-in-file-hint':
    'Cela ne dit rien du document : une numérisation, par exemple, ne porte pas de code lisible. Saisissez le code qui y figure.',
  'checking.courses': 'Ce que reconnaît cette attestation',
  'checking.courses-lead':
    'Chaque cours, crédit et note du document doit être identique à ce qui figure ici.',
  'checking.appealed':
    'Un recours contre cette décision est à l’examen. Jusqu’à la réponse, la décision vaut.',
} as const
