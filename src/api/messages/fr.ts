import type en from './en.ts'

export default {
  'api.title': 'L’API pour les programmes',
  'api.lead':
    'Ce qu’un programme fait ici obéit aux règles des pages et reçoit leurs réponses. Cette page et le document OpenAPI sont tirés des schémas mêmes qui vérifient chaque appel.',
  'api.address': 'Tous les chemins commencent par',
  'api.signing-in':
    'Un appel agit au nom de la personne connectée. Ce qu’elle n’a pas le droit de voir est donné pour absent (404), comme sur les pages. Un refus est un document de problème (RFC 9457), dans la langue demandée.',
  'api.operation': 'Cette description de l’API (OpenAPI 3.1)',
  'api.tag': 'À propos de l’API',
  'api.in-path': 'dans le chemin',
  'api.in-query': 'dans la requête',
  'api.optional': 'facultatif',
  'api.body': 'Ce qui est envoyé ({type})',
  'api.answer': 'Ce qui est répondu ({type})',
} satisfies Record<keyof typeof en, string>
