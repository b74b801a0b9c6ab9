export default {
  'compact.index': 'Lines of this case',
  'compact.suggestions':
    '{count, plural, one {One course} other {# courses}} may stand for {code}:',
  'compact.off-scale':
    '{count, plural, one {The grade of one line is} other {The grades of # lines are}} not on the scale of the host: {codes}',
  'compact.off-scale-hint': 'Compare them with the original before you decide.',
  'compact.unchecked': 'Nobody has recorded whether the original is genuine',
  'compact.unchecked-hint':
    'You may decide all the same; it stands in the story that it was not recorded before.',
  'compact.not-a-workbook':
    '{name} is called like a {kind} file, but there is plain text in it. Save it again in the program that it came from, or give it as .csv or .txt.',
} as const
