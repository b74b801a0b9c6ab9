import type en from './by-mail.en.ts'

export default {
  'by-mail.works-here': 'Le partenaire a un service ici, qui répond lui-même.',
  'by-mail.answer': 'Le partenaire a répondu par courriel',
  'by-mail.which': 'Dans quel courriel',
  'by-mail.gone': 'Ce courriel ou ce fichier n’est pas classé dans cette mobilité.',
  'by-mail.files': 'Fichiers reçus par courriel',
  'by-mail.files-lead':
    'Issus des courriels classés dans cette mobilité. Le relevé que vous retenez est conservé tel qu’il est arrivé.',
  'by-mail.from': 'De',
  'by-mail.day': 'Reçu le',
  'by-mail.take': 'Retenir comme relevé',
} satisfies Record<keyof typeof en, string>
