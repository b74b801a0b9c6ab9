import type en from './checked.en.ts'

export default {
  'checked.title': 'Ce qui a été vérifié',
  'checked.code': 'Le code est celui d’une attestation délivrée par {institution} le {day}.',
  'checked.latest': 'Aucune révision ultérieure ne l’a remplacée.',
  'checked.later': 'La révision {revision} du {day} l’a remplacée.',
  'checked.stands': 'La décision est en vigueur : le dossier n’a pas été rouvert.',
  'checked.open': 'Le dossier a été rouvert et attend une nouvelle décision.',
  'checked.same': 'Le numéro d’étudiant saisi est celui de cette attestation.',
  'checked.other': 'Le numéro d’étudiant saisi n’est pas celui de cette attestation.',
  'checked.no-number':
    'Le numéro d’étudiant n’a pas été comparé. Saisissez-le ci-dessous pour qu’il le soit.',
  'checked.paper':
    'Le papier lui-même, vous seul pouvez le vérifier : tout ce qui y figure doit être identique à ce qui est affiché ici.',
  'checked.again': 'Vérifier de nouveau, ou une autre attestation',
} satisfies Record<keyof typeof en, string>
