export default {
  'taken.line':
    '{course} is recognised already by line {line} ({code}). A home course counts once: change one of the two before you decide.',
  'taken.case':
    '{course} is recognised already in case {number}. A home course counts once: change this line before you decide.',
  'taken.by-line': 'Recognised already by line {line} ({code})',
  'taken.by-case': 'Recognised already in case {number}',
  'taken.state': 'A home course twice',
  'taken.next': 'Change a line: a home course is recognised twice',
  'taken.nobody-others':
    'Nobody evaluates at {unit}, so nobody would answer. You can ask {others}, or ask a professor about the content.',
  'taken.nobody-none':
    'Nobody evaluates at {unit}, nor at any other unit of your institution. Ask a professor about the content of the line instead.',
  'taken.unit-nobody': '{unit} (nobody evaluates there)',
} as const
