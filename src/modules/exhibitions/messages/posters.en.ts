/** Pictures that stand for films. */
export default {
  'poster.file': 'Or another picture as a file',
  'poster.first': 'The first picture of the object',
  'poster.hint':
    'It stands for the film until it is played. A new one becomes a picture of the object.',
  'poster.moment': 'The moment at {time} is taken. Send it to use it.',
  'poster.send': 'Use this picture',
  'poster.take': 'Take this moment of the film',
  'poster.taken': 'The picture of the film is chosen; a new one is being made ready.',
  'poster.title': 'Picture of the film',
  'refusal.no-film': 'Only a film has such a picture.',
  'refusal.no-poster': 'Choose a picture of this object, or send one.',
}
