export default {
  'holder.same': 'C’est la même personne : {student}',
  'holder.number':
    'Le document porte le numéro étudiant {number}, qui n’est pas celui de {student}.',
  'holder.days':
    'Le document indique comme date de naissance le {day} ; le dossier de {student} indique le {own}.',
  'holder.confirmed': '{by} a indiqué le {day} qu’il s’agit de la même personne.',
  'holder.confirmed-title': 'Le document nomme son titulaire autrement',
  'holder.confirmed-now': 'Il est noté qu’il s’agit de la même personne.',
  'holder.other-student':
    'S’il est à quelqu’un d’autre, abandonnez ce relevé et déposez-le pour le bon étudiant.',
  'refusal.holder-unconfirmed':
    'Le document est au nom de {holder}, et l’étudiant est {student}. Comparez ; si c’est la même personne, cochez la case.',
  'entry.holder-confirmed':
    'Relevé confirmé comme étant celui de l’étudiant, bien que le titulaire y soit nommé autrement',
  'command.transcript.holder-confirmed':
    'C’est la même personne, bien que le document nomme son titulaire autrement',
} as const
