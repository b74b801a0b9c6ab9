export default {
  'told.with-decision': 'Communiqué avec la décision',
  'told.next.grace': 'L’étudiant est informé à {until} ; d’ici là, la décision peut être reprise',
  'told.from-suggestion-hint':
    'Rien n’est rédigé à votre place : comparez les cours et dites ci-dessous, avec vos mots, pourquoi {code} est reconnu. L’étudiant lit cette phrase, non les indices de la suggestion.',
  'told.suggestion-why': 'Pourquoi ce cours était suggéré : {why}',
  'told.suggestion-credit':
    'Les crédits sont ceux de la conversion, {given} ; le cours en compte {credit}. Pour davantage, indiquez pourquoi.',
} as const
