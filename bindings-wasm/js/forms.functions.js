// The functions of the build for forms.
import { engine } from './forms.engine.js';

const { call } = engine;

export const checkRecord = (record, options) => call('checkRecord')(record, options?.today, options?.ignore);
export const clean = call('clean');
export const compareAddresses = call('compareAddresses');
export const fieldOf = call('fieldOf');
export const fold = call('fold');
export const khmerKeys = call('khmerKeys');
export const lunarToSolar = (year, month, day, options) => call('lunarToSolar')(year, month, day, options?.leapMonth);
export const nameKeys = call('nameKeys');
export const normalize = call('normalize');
export const parseAddress = call('parseAddress');
export const parseBirthDate = (value, options) => call('parseBirthDate')(value, options?.writtenIn);
export const parseCitizenId = call('parseCitizenId');
export const parseIdentityCard = call('parseIdentityCard');
export const parseInsuranceNumber = call('parseInsuranceNumber');
export const parseName = call('parseName');
export const parsePhone = call('parsePhone');
export const parseTaxCode = call('parseTaxCode');
export function resolvePlace(place) {
  const { units, findings } = call('resolvePlace')(place);
  return Object.assign(units, { findings });
}
export const sameKhmer = (left, right, options) => call('sameKhmer')(left, right, options?.level);
export const solarToLunar = call('solarToLunar');
export const soundKey = (name, options) => call('soundKey')(name, options?.profile);
export const version = call('version');
export const usePlaces = engine.usePlaces;
