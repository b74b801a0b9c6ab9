export default {
  'taken.line':
    '{course} est déjà reconnu par la ligne {line} ({code}). Un cours ne compte qu’une fois : modifiez l’une des deux avant de décider.',
  'taken.case':
    '{course} est déjà reconnu dans le dossier {number}. Un cours ne compte qu’une fois : modifiez cette ligne avant de décider.',
  'taken.by-line': 'Déjà reconnu par la ligne {line} ({code})',
  'taken.by-case': 'Déjà reconnu dans le dossier {number}',
  'taken.state': 'Un cours compté deux fois',
  'taken.next': 'Modifiez une ligne : un cours est reconnu deux fois',
  'taken.nobody-others':
    'Personne n’évalue à {unit} : personne ne répondrait. Vous pouvez consulter {others}, ou interroger un enseignant sur le contenu.',
  'taken.nobody-none':
    'Personne n’évalue à {unit}, ni dans aucune autre composante. Interrogez plutôt un enseignant sur le contenu de la ligne.',
  'taken.unit-nobody': '{unit} (personne n’y évalue)',
} as const
