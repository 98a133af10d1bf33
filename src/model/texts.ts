import type { Election, Roll } from "./election";
import type { Language } from "./locale";

/** The election with its texts in a language, where it has them; what it has none for stays. */
export function electionIn(election: Election, language: Language): Election {
  const texts = election.texts?.[language];
  if (texts === undefined) return election;
  const said = (text: string) => (Object.hasOwn(texts, text) ? texts[text]! : text);
  const sourced = <T extends { readonly source?: string }>(part: T): T =>
    part.source === undefined ? part : { ...part, source: said(part.source) };
  const { universe, claims, name } = election;
  const { otherRolls } = universe;
  return {
    ...election,
    name: said(name),
    universe: {
      ...sourced(universe),
      ...(otherRolls === undefined ? {} : { otherRolls: otherRolls.map(sourced<Roll>) }),
    },
    claims: claims.map((claim) => ({
      ...sourced(claim),
      by: said(claim.by),
      title: said(claim.title),
      ...(claim.note === undefined ? {} : { note: said(claim.note) }),
    })),
  };
}
