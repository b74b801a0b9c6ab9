export default {
  'held.part': 'Compte et connexion',
  'held.profile': 'Nom, date de naissance, langue et fuseau horaire',
  'held.addresses': 'Adresses électroniques',
  'held.ways':
    'Moyens de connexion : mot de passe, clés d’accès, application de codes, autres services',
  'held.sign-ins': 'Connexions, avec appareil et réseau',
  'held.invitations': 'Invitations envoyées à vos adresses',
  'held.tokens': 'Jetons d’accès de vos programmes, avec leur dernière utilisation',
}
