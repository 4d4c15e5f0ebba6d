import {objectIn, objectsIn, textIn, type Said} from '../../../src/engine/index.js';
import type {Known} from './known.js';

/** What the account has configured, all of it. */
export function seeSettings(known: Known, {settings}: Said): void {
  known.settings = objectIn(settings);
}

/** The same as a change of it answers: with the id that never changes (SYMBL-70). */
export function seeUpdatedSettings(known: Known, {id, ...settings}: Said): void {
  known.settingsId = textIn(id) ?? known.settingsId;
  known.settings = settings;
}

/** All of the account's entities, in the order in which they were made. */
export function seeAllEntities(known: Known, list: unknown): void {
  if (!Array.isArray(list)) return;
  known.accountEntities = new Map();
  for (const entity of objectsIn(list)) seeEntity(known, entity);
}

/** One of them, made, changed or read. */
export function seeEntity(known: Known, {id, type, subType, values}: Said): void {
  const [name, kind, sub] = [textIn(id), textIn(type), textIn(subType)];
  if (name === undefined || kind === undefined || sub === undefined) return;
  const words = Array.isArray(values) ? values.filter((value) => typeof value === 'string') : [];
  known.accountEntities.set(name, {type: kind, subType: sub, values: words});
}

/** Several that were made at once, or one. */
export function seeMade(known: Known, body: Said): void {
  for (const entity of Array.isArray(body.entities) ? objectsIn(body.entities) : [body]) seeEntity(known, entity);
}

/** All of a subtype were deleted. */
export function forgetSubType({accountEntities}: Known, subType: string): void {
  for (const [id, entity] of accountEntities) if (entity.subType === subType) accountEntities.delete(id);
}
