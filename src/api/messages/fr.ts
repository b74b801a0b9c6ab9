import type en from './en.ts'

export default {
  'api.title': 'L’API pour les programmes',
  'api.lead':
    'Ce qu’un programme fait ici obéit aux règles des pages et reçoit leurs réponses. Cette page et le document OpenAPI sont tirés des schémas mêmes qui vérifient chaque appel.',
  'api.address': 'Tous les chemins commencent par',
  'api.signing-in':
    'Un programme agit pour la personne qui a créé son jeton d’accès (Authorization: Bearer). Ce que cette personne ne peut pas voir est donné pour absent (404), comme sur les pages. Un refus est un document de problème (RFC 9457) dans la langue demandée.',
  'api.operation': 'Cette description de l’API (OpenAPI 3.1)',
  'api.tag': 'À propos de l’API',
  'api.in-path': 'dans le chemin',
  'api.in-query': 'dans la requête',
  'api.optional': 'facultatif',
  'api.body': 'Ce qui est envoyé ({type})',
  'api.answer': 'Ce qui est répondu ({type})',
  'api.bearer': 'Un jeton de votre compte, sous « Jetons d’accès » : il peut ce que vous pouvez.',
  'api.statuses': 'Codes : {statuses}',
  'api.400': 'Le corps est illisible',
  'api.401': 'Personne n’est connecté, ou le jeton n’est pas valable',
  'api.403': 'Le jeton ne permet que la lecture, ou le jeton de formulaire manque',
  'api.404': 'Absent, ou vous ne pouvez pas le voir',
  'api.409': 'L’état actuel ne le permet pas',
  'api.413': 'Le corps est trop volumineux',
  'api.422': 'Le corps ou la requête contient une erreur : voir fields',
  'api.429': 'Trop d’appels : Retry-After dit quand reprendre',
  'api.500': 'Une faute de notre part, sous le numéro de la requête',
  'api.503': 'Indisponible pour l’instant : Retry-After dit quand réessayer',
  'api.507': 'Le disque est plein : rien n’a été modifié',
} satisfies Record<keyof typeof en, string>
