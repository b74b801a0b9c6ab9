import type en from './undo.en.ts'

export default {
  'undo.yours':
    'Vous avez statué sur le dossier. Vous pouvez revenir sur la décision jusqu’à {until}.',
  'undo.theirs': '{by} a statué sur le dossier et peut revenir sur la décision jusqu’à {until}.',
  'undo.meanwhile': 'L’étudiant est informé et l’attestation disponible à partir de {until}.',
  'undo.button': 'Annuler la décision',
  'undo.done':
    'La décision sur le dossier {number} est annulée. Le dossier est rouvert ; personne n’en a été informé.',
  'undo.statement-later':
    'L’attestation sera disponible lorsque la décision sera définitive, à partir de {until}.',
  'undo.decided':
    'Le dossier {number} est décidé. L’étudiant est informé à {until} ; d’ici là, vous pouvez annuler.',
  'entry.decision-retracted': 'Décision annulée avant d’être définitive (révision {revision})',
  'entry.decision-released': 'Décision sur le dossier {number} définitive ; l’étudiant est informé',
  'refusal.decision-final':
    'La décision est définitive : l’étudiant a été informé. Une erreur se corrige par une révision.',
  'settings.navigation': 'Modalités',
  'settings.title': 'Modalités de reconnaissance de votre établissement',
  'settings.lead':
    'Les délais sont en jours ouvrés de votre pays. Les échéances déjà fixées ne changent pas.',
  'settings.case': 'Dossiers et décisions',
  'settings.caseWorkingDays': 'Jours ouvrés par dossier',
  'settings.caseWorkingDays-hint': 'À compter de l’arrivée du relevé',
  'settings.undoMinutes': 'Minutes pendant lesquelles une décision peut être annulée',
  'settings.undoMinutes-hint':
    'L’étudiant est informé à leur terme. 0 : la décision est aussitôt définitive',
  'settings.evidence': 'Pièces demandées aux étudiants',
  'settings.evidenceWorkingDays': 'Jours ouvrés pour répondre',
  'settings.evidenceWorkingDays-hint': 'Proposés pour chaque demande, où ils peuvent être modifiés',
  'settings.reminderWorkingDays': 'Rappel, en jours ouvrés avant l’échéance',
  'settings.reminderWorkingDays-hint':
    'Pour les demandes envoyées à une adresse de l’établissement d’accueil ; les étudiants sont prévenus par leur tâche. 0 : aucun rappel',
  'settings.evidencePauses':
    'Le délai du dossier est suspendu tant que la réponse de l’étudiant est attendue',
  'settings.evidencePauses-hint': 'Il reprend avec la réponse ou à l’échéance de celle-ci',
  'settings.appeal': 'Recours',
  'settings.appealWorkingDays': 'Jours ouvrés pour un recours',
  'settings.appealWorkingDays-hint':
    'À compter du jour où l’étudiant est informé. Vide : les recours ne se font pas ici',
  'settings.save': 'Enregistrer',
  'settings.saved': 'Enregistré. Cela vaut pour ce qui commence désormais.',
  'settings.unchanged': 'Rien n’a été modifié.',
  'settings.fault.range': 'Un nombre entier de {from, number} à {to, number}',
  'entry.settings-changed': 'Modalités de traitement des dossiers modifiées',
  'refusal.nothing-to-take-back': 'Il n’y a pas de décision à annuler : le dossier est ouvert.',
  'refusal.not-your-decision': 'Seul l’auteur de la décision peut l’annuler.',
  'settings.none': 'Ces réglages ne vous appartiennent pas',
  'settings.none-why':
    'Ils valent pour tout l’établissement ; la scolarité ou l’administrateur les fixe.',
} as const satisfies Record<keyof typeof en, string>
