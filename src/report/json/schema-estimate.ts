// What `estimate --json` prints. One table: every field, its type, and what it is in one sentence.
import type { Arrivals, Batch, RegionArrival } from "../../estimate/arrivals";
import type { Assumed, Assumption } from "../../estimate/assumptions";
import type { ClaimBeside } from "../../estimate/beside";
import type { Collapse } from "../../estimate/design";
import type { Envelope, Estimate } from "../../estimate/estimate";
import type { SampledShare, Sampling } from "../../estimate/sampling";
import type { StratumSize } from "../../estimate/sizes";
import type { TippingFigure, TippingPoint } from "../../estimate/tipping-point";
import type { ESTIMATE_DECIMALS } from "../estimate/outputs";
import type { Plain, PlainDocument } from "./plain-json";
import { bounds, register, source, totals } from "./schema-counts";
import {
  about,
  claimed,
  count,
  decimal,
  decimals,
  flag,
  list,
  literal,
  names,
  numbers,
  object,
  oneOf,
  optional,
  text,
} from "./schema-parts";

type Decimals = (typeof ESTIMATE_DECIMALS)[number];
type Written<T> = Plain<T, Decimals>;

type Known = NonNullable<Estimate["strata"]>["known"];
const known = (description: string) =>
  oneOf<Known>(description, {
    register: "by the register",
    given: "by the caller",
    proportional: "not at all: every region is taken to be covered alike",
  });

const basis = (description: string) =>
  oneOf<TippingPoint["basis"]>(description, {
    registered: "as many per registered voter as at the covered stations",
    stations: "as many per station as at the covered ones",
  });

const sampled = object<Written<SampledShare>>(
  "A share with the error of a random draw.",
  {
    code: text("Code of the candidate; of turnout, `turnout`."),
    share: decimal("The share, 0–1."),
    standardError: decimal("Its standard error."),
    low: decimal("Lower end of the interval at nominal 95 %."),
    high: decimal("Upper end."),
  },
  "SampledShare",
);

const sampling = object<Written<Sampling>>("The error of a random draw.", {
  unit: oneOf<Sampling["unit"]>("What would have been drawn.", {
    station: "stations",
    cluster: "polling centres",
  }),
  fpc: flag("Whether the finite-population correction is made."),
  degreesOfFreedom: count("Degrees of freedom of Student's t."),
  candidates: list(sampled, "The shares of the candidates."),
  designEffect: optional(decimal("The variance beside that of single stations drawn at random.")),
});

const assumed = object<Written<Assumed>>("What follows from one assumption.", {
  assumption: oneOf<Assumption>("How missing stations are supposed to vote.", {
    "as-covered": "as the covered ones",
    "as-region": "as the covered ones of their region",
    "as-neighbours": "as the covered ones of their polling centre",
    "as-latest": "as the stations that came last",
  }),
  shares: list(
    object<Written<Assumed>["shares"][number]>("A candidate's share over all stations.", {
      code: text("Code of the candidate."),
      share: decimal("The share, 0–1."),
    }),
    "The shares over all stations.",
  ),
  sizes: optional(known("Of `as-region`, how the stations of each region are known.")),
  stations: optional(count("Stations that stand for others, or are stood for.")),
});

const batch = object<Written<Batch>>(
  "Stations that came early, or late.",
  {
    stations: count("How many."),
    validVotes: count("Their valid votes."),
    votes: numbers("Their votes by candidate, in the order of `candidates`."),
  },
  "Batch",
);

const arrivals = object<Written<Arrivals>>("Late stations beside early ones.", {
  version: text("Version of tallyproof that made it."),
  candidates: names("Codes of the candidates."),
  by: text("The region column."),
  early: about(batch, "All early stations."),
  late: about(batch, "All late stations."),
  regions: list(
    object<Written<RegionArrival>>("A region.", {
      region: text("Its name."),
      early: about(batch, "Its early stations."),
      late: about(batch, "Its late stations."),
    }),
    "Region by region.",
  ),
  expected: decimals(
    "Votes by candidate that the late stations would have, had each region voted as its early ones did.",
  ),
});

const figure = object<Plain<TippingFigure, Decimals, "figures">>(
  "What one figure of a claim needs.",
  {
    figure: oneOf<TippingFigure["figure"]>("Which figure.", {
      winner: "who has the most votes",
      margin: "how far one candidate is ahead of another",
      share: "a candidate's share",
      votes: "a candidate's votes",
    }),
    candidate: text("Code of the candidate."),
    rival: optional(text("Code of the one from whom all that is gained is taken.")),
    claimed: optional(claimed()),
    covered: decimal("The candidate's share at the covered stations."),
    needed: decimal("The share needed at the missing ones; 0–1 if possible."),
    rivalCovered: optional(decimal("The rival's share at the covered stations.")),
    rivalNeeded: optional(decimal("The rival's share needed at the missing ones.")),
    delta: decimal("`needed` less `covered`."),
    holds: flag("Whether it is true if missing stations are like covered ones."),
    possible: flag("Whether there can be such shares."),
  },
);

export const estimateSchema = object<PlainDocument<Estimate, "estimate", Decimals>>(
  "What the result over all stations may be, and on which assumptions.",
  {
    kind: literal("estimate", "What the document is."),
    schema: literal(1, "Version of the document's form."),
    version: text("Version of tallyproof that made it."),
    sources: list(source, "The files of tallies."),
    register: optional(about(register, "The register that was read with them.")),
    earlier: optional(list(source, "The files of an earlier state of the count.")),
    coverage: object<Written<Estimate>["coverage"]>("What kind of coverage it is.", {
      kind: oneOf<Estimate["coverage"]["kind"]>("How the covered stations came about.", {
        sample: "they were drawn at random",
        convenience: "they came by themselves",
      }),
      stations: count("Covered stations."),
      allStations: count("All stations."),
    }),
    count: about(totals, "Totals over the covered stations."),
    missingVotes: object<Written<Estimate>["missingVotes"]>("The missing votes that are assumed.", {
      votes: decimal("So many valid votes."),
      basis: basis("Why so many."),
    }),
    strata: optional(
      object<NonNullable<Written<Estimate>["strata"]>>("The regions that are strata.", {
        column: text("The region column."),
        known: known("How the stations of each are known."),
        sizes: list(
          object<Written<StratumSize>>("A stratum.", {
            stratum: text("Its name."),
            covered: count("Its covered stations."),
            all: decimal("Its stations in all; not whole where nobody knows how many there are."),
          }),
          "The strata.",
        ),
        collapsed: list(
          object<Written<Collapse>>("A stratum with one unit, put together with another.", {
            stratum: text("Its name."),
            into: text("The name of the other."),
          }),
          "Strata that were put together.",
        ),
      }),
    ),
    clusters: optional(
      object<NonNullable<Written<Estimate>["clusters"]>>("The polling centres.", {
        column: text("The region column, or `centre`."),
        drawn: count("How many have a covered station."),
      }),
    ),
    sampling: list(sampling, "The error of a random draw, by station and by centre."),
    turnout: optional(about(sampled, "Ballots cast per registered voter.")),
    assumptions: list(assumed, "What follows from each assumption."),
    envelope: list(
      object<Written<Envelope>>("From where to where the assumptions put a share.", {
        code: text("Code of the candidate."),
        low: decimal("The lowest share of any assumption."),
        high: decimal("The highest."),
        lowWithError: decimal("The lowest, sampling error included."),
        highWithError: decimal("The highest, sampling error included."),
      }),
      "The envelope over the assumptions, candidate by candidate.",
    ),
    bounds: list(bounds, "What is possible at all, by deduction."),
    claims: list(
      object<Written<ClaimBeside>>("A claimed share beside the envelope.", {
        claim: text("Id of the claim."),
        candidate: text("Code of the candidate."),
        claimed: text("The share as published, in percent."),
        outside: decimal(
          "How far it is above, or below 0 below, the envelope with error; 0 within.",
        ),
      }),
      "The claimed shares beside the envelope.",
    ),
    tipping: list(
      object<Written<TippingPoint>>("What a claim needs of the missing stations.", {
        claim: text("Id of the claim."),
        missingVotes: decimal("The missing votes that are assumed."),
        basis: basis("Why so many."),
        figures: list(figure, "Figure by figure, those that do not hold first."),
      }),
      "How different missing stations would have to be for each claim.",
    ),
    arrivals: optional(about(arrivals, "Late stations beside early ones, by region.")),
  },
);
