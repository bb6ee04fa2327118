import { StoryBroken } from './stage.ts';

/** A field of a command's JSON; the story cannot go on without it. */
export const field = (json: unknown, name: string): unknown => {
  if (typeof json !== 'object' || json === null || !(name in json)) throw new StoryBroken(`no '${name}' in ${JSON.stringify(json)}`);
  return Object.entries(json).find(([key]) => key === name)?.[1];
};
export const text = (json: unknown, name: string): string => {
  const value = field(json, name);
  if (typeof value !== 'string') throw new StoryBroken(`'${name}' is no text in ${JSON.stringify(json)}`);
  return value;
};
export const number = (json: unknown, name: string): number => {
  const value = field(json, name);
  if (typeof value !== 'number') throw new StoryBroken(`'${name}' is no number in ${JSON.stringify(json)}`);
  return value;
};
export const list = (json: unknown): readonly unknown[] => {
  if (!Array.isArray(json)) throw new StoryBroken(`no list: ${JSON.stringify(json)}`);
  return json;
};
