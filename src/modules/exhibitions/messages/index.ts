import { catalogue } from '#kernel/messages'
import exhibitionsEn from './exhibitions.en.ts'
import exhibitionsFr from './exhibitions.fr.ts'
import exhibitionsKo from './exhibitions.ko.ts'
import exhibitionsTh from './exhibitions.th.ts'
import exhibitionsZh from './exhibitions.zh-hans.ts'
import bulkEn from './bulk.en.ts'
import captionsEn from './captions.en.ts'
import communityEn from './community.en.ts'
import stopsEn from './stops.en.ts'
import foreignEn from './foreign.en.ts'
import objectsEn from './objects.en.ts'
import officeEn from './office.en.ts'
import bulkFr from './bulk.fr.ts'
import captionsFr from './captions.fr.ts'
import communityFr from './community.fr.ts'
import stopsFr from './stops.fr.ts'
import foreignFr from './foreign.fr.ts'
import objectsFr from './objects.fr.ts'
import officeFr from './office.fr.ts'
import bulkKo from './bulk.ko.ts'
import captionsKo from './captions.ko.ts'
import communityKo from './community.ko.ts'
import stopsKo from './stops.ko.ts'
import foreignKo from './foreign.ko.ts'
import objectsKo from './objects.ko.ts'
import officeKo from './office.ko.ts'
import bulkTh from './bulk.th.ts'
import captionsTh from './captions.th.ts'
import communityTh from './community.th.ts'
import stopsTh from './stops.th.ts'
import foreignTh from './foreign.th.ts'
import objectsTh from './objects.th.ts'
import officeTh from './office.th.ts'
import bulkZh from './bulk.zh-hans.ts'
import captionsZh from './captions.zh-hans.ts'
import communityZh from './community.zh-hans.ts'
import stopsZh from './stops.zh-hans.ts'
import foreignZh from './foreign.zh-hans.ts'
import objectsZh from './objects.zh-hans.ts'
import officeZh from './office.zh-hans.ts'
import uploadsEn from './uploads.en.ts'
import uploadsZh from './uploads.zh-hans.ts'
import uploadsTh from './uploads.th.ts'
import uploadsKo from './uploads.ko.ts'
import uploadsFr from './uploads.fr.ts'
import postersEn from './posters.en.ts'
import postersZh from './posters.zh-hans.ts'
import postersTh from './posters.th.ts'
import postersKo from './posters.ko.ts'
import postersFr from './posters.fr.ts'

/** The texts of exhibitions. */
export const m = catalogue('exhibitions', {
  en: {
    ...objectsEn,
    ...officeEn,
    ...exhibitionsEn,
    ...foreignEn,
    ...bulkEn,
    ...captionsEn,
    ...communityEn,
    ...stopsEn,
    ...postersEn,
    ...uploadsEn,
  },
  'zh-Hans': {
    ...objectsZh,
    ...officeZh,
    ...exhibitionsZh,
    ...foreignZh,
    ...bulkZh,
    ...captionsZh,
    ...communityZh,
    ...stopsZh,
    ...postersZh,
    ...uploadsZh,
  },
  th: {
    ...objectsTh,
    ...officeTh,
    ...exhibitionsTh,
    ...foreignTh,
    ...bulkTh,
    ...captionsTh,
    ...communityTh,
    ...stopsTh,
    ...postersTh,
    ...uploadsTh,
  },
  ko: {
    ...objectsKo,
    ...officeKo,
    ...exhibitionsKo,
    ...foreignKo,
    ...bulkKo,
    ...captionsKo,
    ...communityKo,
    ...stopsKo,
    ...postersKo,
    ...uploadsKo,
  },
  fr: {
    ...objectsFr,
    ...officeFr,
    ...exhibitionsFr,
    ...foreignFr,
    ...bulkFr,
    ...captionsFr,
    ...communityFr,
    ...stopsFr,
    ...postersFr,
    ...uploadsFr,
  },
})
