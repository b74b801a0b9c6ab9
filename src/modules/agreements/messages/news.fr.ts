import type en from './news.en.ts'

export default {
  'notice.kind.news': 'Accords : décisions des partenaires',
  'news.refused': '{partner} n’a pas accepté votre envoi. Le motif figure sur la page de l’accord.',
  'news.ended': '{partner} a mis fin à l’accord. Sa dernière année figure sur la page de l’accord.',
  'news.ended-by-all':
    'Tous les partenaires ont accepté de mettre fin à l’accord de façon anticipée.',
  'news.end-declined':
    '{partner} refuse de mettre fin à l’accord de façon anticipée. L’accord reste en vigueur.',
} satisfies Record<keyof typeof en, string>
