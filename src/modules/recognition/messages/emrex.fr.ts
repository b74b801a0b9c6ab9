import type en from './emrex.en.ts'

export default {
  'report.title': 'Le document contient {count, number} relevés',
  'report.lead':
    'Le relevé de chaque établissement est traité à part. Prenez aussi les autres, ou lisez-en un autre ici à la place.',
  'report.issuer': 'Émetteur',
  'report.number': 'Relevé {number}',
  'report.courses': 'Cours',
  'report.this': 'Affiché ici',
  'report.also': 'Le prendre aussi',
  'report.choose': 'Lire plutôt celui-ci',
  'report.chosen':
    'Un autre relevé du document est affiché. Les corrections antérieures ont été remplacées.',
  'report.begun': 'L’autre relevé est maintenant traité à part.',
  'emrex.link': 'Le demander par EMREX',
  'emrex.title': 'Demander un relevé par EMREX',
  'emrex.lead':
    'L’étudiant se connecte chez le fournisseur et choisit ce qu’il transmet. Les résultats reviennent ici, signés par le fournisseur.',
  'emrex.provider': 'Fournisseur de données',
  'emrex.none': 'Aucun fournisseur n’est encore enregistré',
  'emrex.none-why':
    'Le secrétariat de l’alliance les enregistre. En attendant, déposez le relevé en fichier.',
  'emrex.file-instead': 'Le déposer en fichier',
  'emrex.continue': 'Continuer',
  'emrex.go-title': 'Vers {provider}',
  'emrex.go-lead':
    'Vous quittez ce site pour {host}. Connectez-vous là-bas en tant qu’étudiant, choisissez les résultats, et vous reviendrez ici. Cela se fait une fois, dans l’heure, dans ce navigateur.',
  'emrex.go': 'Aller chez {provider}',
  'emrex.state.sent': 'En attente du fournisseur',
  'emrex.state.ok': 'Les résultats sont arrivés',
  'emrex.state.cancelled': 'Rien n’a été transmis',
  'emrex.state.no-results': 'Le fournisseur n’a aucun résultat',
  'emrex.state.error': 'Le fournisseur a signalé une erreur',
  'emrex.what.sent':
    'Rien n’est encore revenu de {provider}. Si vous avez fermé sa page, recommencez.',
  'emrex.what.ok':
    '{provider} a envoyé un relevé. Prenez-le, comparez les lignes, puis il est évalué.',
  'emrex.what.cancelled':
    'La demande a été annulée chez {provider}. Rien n’a été envoyé ni conservé.',
  'emrex.what.no-results':
    '{provider} n’a trouvé aucun résultat de cet étudiant. Est-ce la bonne personne, le bon fournisseur ? Sinon, demandez le relevé en fichier à l’établissement.',
  'emrex.what.error':
    'Réessayez plus tard. Si cela se répète, communiquez à {provider} ce qui suit, ou demandez le relevé en fichier.',
  'emrex.said': 'Ce que dit le fournisseur',
  'emrex.take': 'Prendre le relevé',
  'emrex.again': 'Recommencer',
  'emrex.taken': 'Le relevé est là. Comparez-le, puis faites-le évaluer.',
  'emrex.unknown': 'Cette réponse ne correspond à aucune demande en attente',
  'emrex.unknown-why':
    'Chaque demande reçoit une seule réponse, dans l’heure. Rien n’en a été conservé. Recommencez depuis votre page.',
  'emrex.refusal.provider': 'Choisissez le fournisseur de données',
  'emrex.refusal.session':
    'La demande a été faite dans une autre session. Recommencez : la réponse n’est prise que là où elle a été demandée.',
  'emrex.refusal.nothing': 'Il n’y a rien à prendre',
  'emrex.refusal.name': 'Donnez le nom du fournisseur',
  'emrex.refusal.url': 'Donnez une adresse qui commence par https:// et un nom d’hôte',
  'emrex.refusal.same': 'Un fournisseur a déjà cette adresse',
  'emrex.providers': 'Fournisseurs EMREX',
  'emrex.providers-lead':
    'De qui l’on peut demander des relevés. Le registre d’EMREX (EMREG) les énumère ; conservez leurs certificats parmi les signataires.',
  'emrex.name': 'Nom',
  'emrex.country': 'Pays',
  'emrex.url': 'Adresse',
  'emrex.url-hint': 'Où les demandes sont envoyées, comme l’indique EMREG',
  'emrex.serves': 'Établissements desservis',
  'emrex.add': 'Ajouter le fournisseur',
  'emrex.added': 'Le fournisseur peut désormais être sollicité.',
  'emrex.withdraw': 'Ne plus le proposer',
  'emrex.withdrawn': 'Le fournisseur n’est plus proposé.',
  'emrex.entry.provider-added': 'Fournisseur EMREX ajouté',
  'emrex.entry.provider-withdrawn': 'Fournisseur EMREX retiré',
  'reads.emrex': 'Demande à un fournisseur EMREX',
} satisfies Record<keyof typeof en, string>
