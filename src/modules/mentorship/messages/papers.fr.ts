export default {
  'letter.body.academic':
    '{organisation} nomme {mentor} ({place}) tuteur académique de {student} pour « {title} », {period}.',
  'letter.body.industry':
    '{organisation} nomme {mentor} ({place}) tuteur professionnel de {student} pour « {title} », {period}.',
  'letter.date': 'Date',
  'letter.duties': 'Missions du mentor',
  'letter.duty.goals':
    'Convenir d’objectifs avec l’étudiant et l’autre mentor, et en suivre la réalisation.',
  'letter.duty.meet': 'Rencontrer régulièrement l’étudiant, en personne ou à distance.',
  'letter.duty.note':
    'Consigner ce qui est convenu, à l’attention de l’étudiant et des deux mentors.',
  'letter.duty.say': 'Signaler tôt au service les difficultés, et l’impossibilité de poursuivre.',
  'letter.file': 'nomination',
  'letter.first': 'Première langue',
  'letter.make': 'PDF',
  'letter.period-open': 'à compter du {from}',
  'letter.second': 'Deuxième langue',
  'letter.stamp': 'Cachet',
  'letter.thanks': 'Avec nos remerciements pour le temps et l’expérience offerts à l’étudiant.',
  'letter.title': 'Lettre de nomination',
  'record.as': 'Qualité',
  'record.body': '{mentor} ({place}) a suivi des étudiants de l’alliance comme suit.',
  'record.file': 'mentorat',
  'record.hours': 'Heures',
  'record.paper': 'Mon attestation',
  'record.period': 'Période',
  'record.thanks': 'L’alliance remercie le mentor de ce qu’il a donné.',
  'record.title': 'Attestation de mentorat',
  'record.total': 'Total des heures de rencontre',
  'record.what': 'Cadre',
}
