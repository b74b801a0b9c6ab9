import type en from './upkeep.en.ts'

export default {
  'person.sign-ins': 'Connexions',
  'person.sign-ins-lost': 'Appareil perdu ou jeton divulgué',
  'person.sign-ins-text':
    'Met fin aussitôt à toutes les connexions et à tous les jetons d’accès de cette personne. Elle en est avertie par courriel et se reconnecte comme d’habitude ; ses programmes ont besoin de nouveaux jetons. Cela ne peut pas être annulé.',
  'person.sign-ins-end': 'Mettre fin aux connexions',
  'done.sign-ins-ended':
    '{sessions, plural, =0 {Aucune connexion n’était ouverte} one {# connexion fermée} other {# connexions fermées}}, {tokens, plural, =0 {aucun jeton d’accès n’était valable} one {# jeton d’accès supprimé} other {# jetons d’accès supprimés}}.',
  'merge.not-one-lead': 'Cette paire ne sera plus proposée.',
  'done.told-apart': 'Ce sont deux personnes ; la paire n’est plus proposée.',
  'entry.persons-told-apart': 'Distinguée d’une personne au nom proche.',
  'import.two-columns': '{one}, {other}',
  'import.row-number': 'Ligne {row}',
  'field.in-language': '{field} ({language})',
  'programme.step-field': 'Étape {number}, {field}',
  'action.download': 'Télécharger en XLSX',
  'action.undo': 'Annuler',
  'table.latin-name': 'Nom en caractères latins',
  'unit.reopen': 'Rouvrir',
  'degree-programme.open': 'Ouverte aux inscriptions',
  'degree-programme.closed-on': 'Fermée le {date}',
  'degree-programme.close': 'Fermer aux nouvelles inscriptions',
  'degree-programme.reopen': 'Rouvrir',
  'secretariat.title': 'Secrétariat',
  'secretariat.lead':
    'Les personnes qui agissent pour toute l’alliance. Les membres s’invitent entre eux ; personne ne se nomme soi-même, et l’un d’eux reste toujours en fonction.',
  'secretariat.invite': 'Inviter au secrétariat',
  'secretariat.appointed-by': 'Nommé par',
  'secretariat.end-today': 'Mettre fin dès aujourd’hui',
  'cohort.add': 'Ajouter une personne',
  'cohort.add-lead':
    'Pour une seule personne déjà enregistrée ; pour plusieurs, importez une liste.',
  'cohort.sent-by': 'Établissement d’origine',
  'cohort.who': 'Numéro étudiant ou courriel',
  'hint.cohort-who': 'Tel que l’établissement d’origine connaît la personne.',
  'fault.unknown-participant':
    'Personne n’est connu sous ce numéro ou cette adresse. Pour enregistrer de nouvelles personnes, importez une liste avec leurs noms.',
  'fault.several-people':
    'Plusieurs personnes portent ce numéro. Indiquez plutôt l’adresse électronique.',
  'fault.last-of-secretariat':
    'Il ne resterait personne au secrétariat. Invitez d’abord une autre personne.',
  'fault.choose-who': 'Choisissez la fiche à conserver.',
  'duplicates.title': 'Personnes en double',
  'duplicates.lead':
    'Deux fiches qui désignent peut-être la même personne. Comparez-les avant de les fusionner.',
  'duplicates.one': 'Première fiche',
  'duplicates.other': 'Seconde fiche',
  'duplicates.why': 'Motif',
  'duplicates.same-address': 'Même adresse électronique',
  'duplicates.same-name-and-birth-date': 'Mêmes nom et date de naissance',
  'duplicates.similar-romanised-name': 'Nom en caractères latins identique ou très proche',
  'duplicates.none': 'Aucun doublon repéré',
  'duplicates.none-why':
    'Des paires apparaissent ici quand les noms, les dates de naissance ou les adresses concordent.',
  'merge.title': 'Fusionner deux fiches',
  'merge.lead':
    'S’agit-il d’une seule personne ? En cas de différence, la fiche conservée fait foi.',
  'merge.compared': 'Les deux fiches côte à côte',
  'merge.what': 'Donnée',
  'merge.second': '{name} (seconde fiche)',
  'merge.birth-date': 'Date de naissance',
  'merge.registered': 'Enregistrement',
  'merge.who-stays': 'Fiche à conserver',
  'merge.consequence':
    'Les adresses, les rôles, les inscriptions et toutes les données de l’autre fiche passent à la fiche conservée ; l’autre ne permet plus de se connecter. La chronique garde la trace de la fusion, qui est définitive.',
  'merge.brings':
    'Reprend : {addresses, plural, one {# adresse} other {# adresses}}, {appointments, plural, one {# nomination} other {# nominations}}, {enrolments, plural, one {# inscription} other {# inscriptions}}, {participations, plural, one {# année de programme} other {# années de programme}}.',
  'merge.do': 'Fusionner',
  'merge.not-one': 'Ce sont deux personnes',
  'done.merged': 'Les deux fiches n’en font plus qu’une.',
  'done.units-reopened':
    '{count, plural, one {# composante rouverte.} other {# composantes rouvertes.}}',
  'done.degree-programmes-closed':
    '{count, plural, one {# formation fermée aux nouvelles inscriptions.} other {# formations fermées aux nouvelles inscriptions.}}',
  'done.degree-programmes-reopened':
    '{count, plural, one {# formation rouverte.} other {# formations rouvertes.}}',
  'done.appointments-continued':
    '{count, plural, one {# nomination se poursuit.} other {# nominations se poursuivent.}}',
  'entry.units-reopened':
    '{count, plural, one {# composante a été rouverte.} other {# composantes ont été rouvertes.}}',
  'entry.appointment-continued': 'Nomination poursuivie : {role}',
} satisfies Record<keyof typeof en, string>
