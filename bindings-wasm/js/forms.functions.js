// The functions of the build for forms.
import { engine } from './forms.engine.js';

export const checkRecord = engine.call('checkRecord');
export const clean = engine.call('clean');
export const compareAddresses = engine.call('compareAddresses');
export const fieldOf = engine.call('fieldOf');
export const fold = engine.call('fold');
export const khmerKeys = engine.call('khmerKeys');
export const lunarToSolar = engine.call('lunarToSolar');
export const nameKeys = engine.call('nameKeys');
export const normalize = engine.call('normalize');
export const parseAddress = engine.call('parseAddress');
export const parseBirthDate = engine.call('parseBirthDate');
export const parseCitizenId = engine.call('parseCitizenId');
export const parseIdentityCard = engine.call('parseIdentityCard');
export const parseInsuranceNumber = engine.call('parseInsuranceNumber');
export const parseName = engine.call('parseName');
export const parsePhone = engine.call('parsePhone');
export const parseTaxCode = engine.call('parseTaxCode');
export const resolvePlace = engine.call('resolvePlace');
export const sameKhmer = engine.call('sameKhmer');
export const solarToLunar = engine.call('solarToLunar');
export const soundKey = engine.call('soundKey');
export const version = engine.call('version');
export const usePlaces = engine.usePlaces;
