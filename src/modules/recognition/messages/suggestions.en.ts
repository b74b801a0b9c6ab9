export default {
  'suggestion.title': 'Suggestions',
  'suggestion.lead':
    'Courses of {institution} that this course may stand for, the likeliest first. A person judges.',
  'suggestion.for-line': 'Courses that {code} may stand for',
  'suggestion.none': 'No course of {institution} resembles this one.',
  'suggestion.preparing':
    'The catalogue of {institution} is being made ready for suggestions. Look again in a minute.',
  'suggestion.take': 'Take {code}',
  'suggestion.choose': 'Choose {code}',
  'suggestion.judge': 'Judge {code} equivalent',
  'suggestion.elsewhere': 'What would this be elsewhere?',
  'suggestion.at': 'At',
  'suggestion.look': 'Suggest courses',
  'suggestion.host-course': 'Suggest home courses for',
  'suggestion.host-course-hint':
    'Choose the host course; then choose one of the suggestions or go on by yourself.',
  'suggestion.chance.likely': 'Likely',
  'suggestion.chance.possible': 'Possible',
  'suggestion.chance.unsure': 'Unsure',
  'suggestion.reason.same-title': 'The titles say the same',
  'suggestion.reason.words':
    '{matched} of {total, plural, one {# word} other {# words}} of the title',
  'suggestion.reason.translation':
    '{host} = {home}, learned from {titles, plural, one {# paired title} other {# paired titles}}',
  'suggestion.reason.spelling': '{host} sounds like {home}',
  'suggestion.reason.company': 'Earlier decisions joined “{host}” with “{home}”',
  'suggestion.reason.kindred': '“{host}” and “{home}” are words of one field',
  'suggestion.reason.numbers-differ': 'The numbers in the titles differ',
  'suggestion.reason.ranks-differ': 'One is introductory, the other advanced',
  'suggestion.reason.area':
    '{decisions, plural, one {# earlier decision} other {# earlier decisions}} took {letters} courses to {area}',
  'suggestion.reason.area-here':
    '{here, plural, one {# earlier decision} other {# earlier decisions}} took {letters} courses of this institution to {area}',
  'suggestion.reason.letters': '{letters} and {area} mean the same field',
  'suggestion.reason.same-letters': 'Both codes begin with {area}',
  'suggestion.reason.area-words': 'The title has the words of {area} courses',
  'suggestion.reason.level': 'Same level',
  'suggestion.reason.number': 'Same course number',
  'suggestion.reason.order': 'Keeps the order: {hostCode} stands for {homeCode}',
  'suggestion.reason.order-broken': 'Breaks the order: {hostCode} stands for {homeCode}',
  'suggestion.reason.credit': 'Same number of credits',
  'suggestion.reason.often':
    '{decisions, plural, one {# earlier decision} other {# earlier decisions}} chose a course of this title',
  'suggestion.reason.decided-title': '{title} ({code}, {institution}) was taken for it',
  'suggestion.reason.decided-code':
    '{decisions, plural, one {# decision} other {# decisions}} took a course of this code elsewhere for it',
  'suggestion.reason.decided':
    '{decisions, plural, one {# earlier decision} other {# earlier decisions}} took this very course for it',
  'suggestion.command.summary': 'Suggest the likeliest home courses for a host course, with why.',
  'suggestion.command.usage':
    'Usage: weft suggest-courses --home ORGANISATION --title TITLE [--code CODE] [--host ORGANISATION] [--credit N] [--most N]',
  'suggestion.command.home': 'the home institution, by id or name',
  'suggestion.command.host': 'the host institution, by id or name',
  'suggestion.command.code': 'the code of the host course',
  'suggestion.command.course-title': 'the title of the host course, in any of the five languages',
  'suggestion.command.credit': 'its credits',
  'suggestion.command.most': 'how many to suggest, 1 to 20 (5)',
  'suggestion.command.line': 'Suggested: {code} {title} ({chance})',
  'suggestion.command.for': 'Suggestions of {institution}:',
} as const
