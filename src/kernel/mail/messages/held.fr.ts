export default {
  'held.part': 'Courriels',
  'held.sent': 'Courriels qui vous ont été envoyés d’ici',
  'held.received': 'Courriels reçus de vos adresses',
}
