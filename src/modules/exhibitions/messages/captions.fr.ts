/** Captions and transcripts. */
export default {
  'captions.file': 'Fichier de sous-titres',
  'captions.hint': 'WebVTT ou SubRip, 500 ko au plus. Qui n’entend pas les lit sous l’image.',
  'captions.language': 'Langue des sous-titres',
  'captions.remove': 'Retirer les sous-titres ({language})',
  'captions.removed': 'Les sous-titres sont retirés',
  'captions.send': 'Prendre les sous-titres',
  'captions.taken': 'Les sous-titres sont en place.',
  'refusal.captions': 'Envoyez des sous-titres WebVTT ou SubRip dont chacun finit après son début.',
  'refusal.no-sound': 'Seuls les films et les enregistrements ont des sous-titres.',
  'transcript.hint':
    'Ce qui se dit et s’entend, pour qui n’entend pas. Si rien n’est écrit ici, les sous-titres sont montrés en texte.',
  'transcript.title': 'Ce qui est dit, par écrit',
}
