export default {
  'held.part': 'Fonctions, études et programmes',
  'held.appointments': 'Fonctions dans des établissements',
  'held.appointments-stay': 'Conservé sans nom : les actes accomplis à ce titre en dépendent.',
  'held.enrolments': 'Inscriptions',
  'held.enrolments-stay':
    'Conservé sans nom, avec le numéro d’étudiant : l’établissement prouve ainsi que quelqu’un y a étudié. Il lui appartient de dire pour combien de temps ; aucun terme n’est fixé ici.',
  'held.participations': 'Participation à des programmes',
  'held.participations-stay':
    'Conservé sans nom ni remarque : les chiffres du programme en dépendent.',
  'hinder.enrolled':
    'Vous êtes inscrit à : {organisation}. L’établissement a besoin de votre nom tant que vous y étudiez et décide s’il peut s’en passer plus tôt.',
  'hinder.appointed':
    'Vous agissez pour : {organisation} ({role}). Votre nom répond de ce que vous y faites tant que vous le faites.',
  'hinder.appointed-alliance':
    'Vous agissez pour l’alliance entière ({role}). Votre nom répond de ce que vous faites tant que vous le faites.',
}
