import type en from './more.en.ts'

export default {
  'passkey.sign': 'Signer avec une clé d’accès',
  'passkey.approve': 'Approuver avec une clé d’accès',
  'passkey.lead':
    'Vous avez lu le document et signez exactement la version dont l’empreinte figure ci-dessus. Votre clé d’accès signe cette empreinte ; sa réponse est conservée avec les preuves.',
  'passkey.other': 'Signer sans clé d’accès',
  'passkey.other-approve': 'Approuver sans clé d’accès',
  'proof.passkey': 'Par la clé d’accès d’une personne connectée, sur cette empreinte exactement',
  'proof.passkey-stand-in':
    'Par la clé d’accès de la personne suppléante, sur cette empreinte exactement',
  'command.passkey-false': 'La réponse d’une clé d’accès ne porte pas sur le document signé.',
  'chain.qualified-file': 'Un fichier à signature qualifiée a été joint à la version {version}',
  'chain.scan-added': 'Un autre scan d’une signature de la version {version} a été ajouté',
  'qualified.title': 'Signature qualifiée d’un prestataire',
  'qualified.unchecked':
    'Conservé tel quel, non vérifié par nous. Le validateur du prestataire dit ce qu’il vaut.',
  'qualified.add': 'Joindre un fichier d’un prestataire agréé',
  'qualified.lead':
    'Si une loi exige plus qu’une signature électronique simple, faites-la établir par un prestataire agréé et conservez son fichier ici, avec ce document.',
  'qualified.file': 'Fichier signé',
  'qualified.file-hint': 'PAdES (PDF), JAdES (JSON), XAdES (XML) ou ASiC (ZIP), {size} au plus.',
  'qualified.provider': 'Prestataire',
  'qualified.no-provider': 'Nommez le prestataire, en 120 caractères au plus.',
  'qualified.draft':
    'Envoyez d’abord le document à ses signataires : un brouillon peut encore changer.',
  'qualified.do': 'Joindre',
  'flash.qualified': 'Joint, et consigné dans la chaîne d’écritures.',
  'days.change': 'Changer les dates',
  'days.do': 'Enregistrer les dates',
  'flash.days': 'Les dates sont modifiées.',
  'scan.add': 'Ajouter un autre scan',
  'scan.hint': 'Une autre page, le verso ou le cachet de plus près ; PDF ou image, {size} au plus.',
  'scan.do': 'Ajouter le scan',
  'scan.more': 'Autre scan {number}',
  'flash.scan': 'Le scan est ajouté.',
  'paper.no-signature': 'Choisissez une signature relevée sur papier.',
  'copy.subject': 'Signé par tous : {title}',
  'copy.mail':
    'Tous ont signé « {title} », qui est en vigueur. Votre exemplaire et les preuves sont accessibles par ce lien jusqu’au {until}.',
  'copy.act': 'Obtenir votre exemplaire',
  'copy.lead':
    'Tous ont signé. Conservez le document et les preuves : avec eux, chacun peut vérifier votre signature sans nous consulter.',
  'copy.document': 'Le document signé',
  'copy.over.title': 'Ce lien ne mène plus à aucun exemplaire',
  'copy.over.text':
    'Son délai est passé, ou le document a été remplacé. Adressez-vous à qui l’a fait signer.',
  'home.title': 'Signatures',
  'home.asked': 'À signer',
  'home.open': 'En cours de signature',
  'home.late': 'En retard',
  'home.step': '{title}',
  'home.until': 'Avant le {until}',
  'found.document': '{title}',
  'found.kind': 'Document à signer',
} satisfies Record<keyof typeof en, string>
