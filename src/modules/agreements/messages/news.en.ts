/** What partners are told when one of them decides. */
export default {
  'notice.kind.news': 'Agreements: what partners decide',
  'news.refused':
    '{partner} has not accepted what you sent. The reason is on the agreement’s page.',
  'news.ended': '{partner} has ended the agreement. Its last year is on the agreement’s page.',
  'news.ended-by-all': 'All partners have agreed to end the agreement early.',
  'news.end-declined': '{partner} does not agree to end the agreement early. It stays in force.',
} as const
