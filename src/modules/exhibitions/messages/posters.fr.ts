/** Pictures that stand for films. */
export default {
  'poster.file': 'Ou une autre image, en fichier',
  'poster.first': 'La première image de l’objet',
  'poster.hint':
    'Elle tient lieu du film jusqu’à la lecture. Une nouvelle image devient une image de l’objet.',
  'poster.moment': 'L’instant {time} est pris. Envoyez-le pour l’utiliser.',
  'poster.send': 'Utiliser cette image',
  'poster.take': 'Prendre cet instant du film',
  'poster.taken': 'L’image du film est choisie ; une nouvelle est en préparation.',
  'poster.title': 'Image du film',
  'refusal.no-film': 'Seul un film a une telle image.',
  'refusal.no-poster': 'Choisissez une image de cet objet, ou envoyez-en une.',
}
