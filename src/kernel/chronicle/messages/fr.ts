import type en from './en.ts'
import held from './held.fr.ts'

export default {
  ...held,
  'kept.entries':
    'La trace de ce qui a eu lieu est conservée, sans nom ni contenu : elle prouve que rien n’a été modifié par la suite.',
} satisfies Record<keyof typeof en, string>
