export default {
  'api.title': 'The API for programs',
  'api.lead':
    'What a program does here obeys the rules of the pages and gets their answers. This page and the OpenAPI document are made from the very schemas that check each call.',
  'api.address': 'All paths begin with',
  'api.signing-in':
    'A call acts for whoever is signed in. What you may not see is answered as absent (404), as on the pages. A refusal is a problem document (RFC 9457) in the language you ask for.',
  'api.operation': 'This description of the API (OpenAPI 3.1)',
  'api.tag': 'About the API',
  'api.in-path': 'in the path',
  'api.in-query': 'in the query',
  'api.optional': 'optional',
  'api.body': 'What is sent ({type})',
  'api.answer': 'What is answered ({type})',
} as const
