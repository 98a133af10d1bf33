import type { Election } from "../../model/election";
import type { Language } from "../../model/locale";
import type { Estimate } from "../../estimate/estimate";
import type { TippingFigure } from "../../estimate/tipping-point";
import { type EstimateLanguage, estimateIn } from "../../words/estimate";
import { type Block, paragraph, type Report, type Section } from "../model";
import { sourcesSection } from "../sections/sources";
import { electionIn } from "../../model/texts";
import { claimLine } from "../sections/claims";
import { arrivalsSection } from "./arrivals";
import { largestOf } from "./largest";

/** An estimate as a report: what kind of coverage it is comes first. */
export function estimateReport(
  made: Estimate,
  described: Election | undefined,
  language: Language,
): Report {
  const words = estimateIn(language);
  const election = described && electionIn(described, language);
  const { coverage } = made;
  const isComplete = coverage.stations === coverage.allStations;
  return {
    language,
    title: words.title(election?.name),
    lead: [
      isComplete
        ? words.complete(coverage.stations)
        : words.lead(coverage.kind, coverage.stations, coverage.allStations),
    ],
    sections: [
      envelope(made, words),
      ...(isComplete
        ? []
        : [
            assumptions(made, words),
            claims(made, election, words),
            tipping(made, election, words),
            sampling(made, words),
          ]),
      strata(made, words),
      arrivalsSection(made, words),
      sourcesSection(
        [
          ...made.sources,
          ...(made.register ? [made.register.source] : []),
          ...(made.earlier ?? []),
        ],
        made.version,
        words,
      ),
    ].filter(({ blocks }) => blocks.length > 0),
  };
}

function envelope(made: Estimate, words: EstimateLanguage): Section {
  const { share } = words.locale;
  return {
    id: "verdicts",
    heading: words.envelope(),
    blocks: [
      {
        kind: "table",
        caption: words.envelope(),
        columns: [
          { heading: words.candidate(), align: "left" },
          { heading: words.covered(), align: "right" },
          { heading: words.leastMost(), align: "right" },
          { heading: words.withError(), align: "right" },
          { heading: words.possible(), align: "right" },
        ],
        rows: made.envelope.map(({ code, low, high, lowWithError, highWithError }, at) => {
          const bounds = made.bounds[at]!.share;
          return [
            code,
            share(made.count.candidates[at]!.share),
            words.to(words.percent(low), words.percent(high)),
            words.to(words.percent(lowWithError), words.percent(highWithError)),
            words.to(share(bounds.min), share(bounds.max)),
          ];
        }),
      },
      paragraph(words.envelopeKey()),
      ...(made.coverage.kind === "sample" ? [paragraph(words.sampleKey())] : []),
      ...(made.turnout
        ? [
            paragraph(
              words.turnout(
                words.percent(made.turnout.share),
                words.percent(made.turnout.low),
                words.percent(made.turnout.high),
              ),
            ),
          ]
        : []),
      paragraph(words.noVerdict()),
    ],
  };
}

function assumptions(made: Estimate, words: EstimateLanguage): Section {
  const shown = largestOf(made);
  const { votes, basis } = made.missingVotes;
  return {
    id: "assumptions",
    heading: words.assumptions(),
    blocks: [
      {
        kind: "table",
        caption: words.assumptions(),
        columns: [
          { heading: words.assumption(), align: "left" },
          ...shown.map((index) => ({
            heading: made.count.candidates[index]!.code,
            align: "right" as const,
          })),
        ],
        rows: made.assumptions.map(({ assumption, shares }) => [
          words.assumed[assumption],
          ...shown.map((index) => words.percent(shares[index]!.share)),
        ]),
      },
      ...made.assumptions.map(({ assumption, sizes = "proportional", stations = 0 }) =>
        paragraph(
          {
            "as-covered": () => words.asCovered(),
            "as-region": () => words.asRegion(made.strata!.column, sizes),
            "as-neighbours": () => words.asNeighbours(stations),
            "as-latest": () => words.asLatest(stations),
          }[assumption](),
        ),
      ),
      paragraph(words.missingVotes(votes, basis)),
    ],
  };
}

const titleOf = (id: string, election: Election | undefined) => {
  const claim = election?.claims.find((each) => each.id === id);
  return claim ? claimLine(claim) : id;
};

function claims(made: Estimate, election: Election | undefined, words: EstimateLanguage): Section {
  const heading = words.claims();
  const shown = new Set(largestOf(made).map((index) => made.count.candidates[index]!.code));
  const rows = made.claims
    .filter(({ candidate }) => shown.has(candidate))
    .map(({ claim, candidate, claimed, outside }) => [
      titleOf(claim, election),
      candidate,
      `${words.locale.decimal(claimed)} %`,
      outside === 0 ? words.within() : `${outside > 0 ? "+" : ""}${words.locale.points(outside)}`,
    ]);
  if (rows.length === 0) return { id: "claims", heading, blocks: [] };
  return {
    id: "claims",
    heading,
    blocks: [
      {
        kind: "table",
        caption: heading,
        columns: [
          { heading: words.claim(), align: "left" },
          { heading: words.candidate(), align: "left" },
          { heading: words.claimed(), align: "right" },
          { heading: words.outside(), align: "right" },
        ],
        rows,
      },
      paragraph(words.claimsKey()),
    ],
  };
}

/** Figures shown of each claim: those that ask the most. */
const FIGURES = 3;

function tipping(made: Estimate, election: Election | undefined, words: EstimateLanguage): Section {
  const blocks = made.tipping.map(({ claim, figures }): Block => ({
    kind: "pair",
    title: titleOf(claim, election),
    text:
      figures.length === 0
        ? words.noTipping()
        : figures
            .slice(0, FIGURES)
            .map((figure) => tippingLine(figure, words))
            .join(" "),
  }));
  return {
    id: "tipping",
    heading: words.tipping(),
    blocks: blocks.length === 0 ? [] : [...blocks, paragraph(words.tippingKey())],
  };
}

/** One figure of a claim and what it would need, as a sentence. */
export function tippingLine(figure: TippingFigure, words: EstimateLanguage): string {
  const { claimed, covered, needed, rivalNeeded = 0, delta, candidate } = figure;
  const { count, decimal, points } = words.locale;
  const text =
    claimed === undefined
      ? ""
      : typeof claimed === "number"
        ? count(claimed)
        : figure.figure === "margin"
          ? words.points(decimal(claimed))
          : `${decimal(claimed)} %`;
  if (figure.figure !== "winner" && figure.holds) return words.fits(`${candidate} ${text}`);
  return words.tippingFigure(
    figure,
    text,
    words.percent(needed),
    words.percent(covered),
    words.percent(rivalNeeded),
    points(Math.abs(delta)),
  );
}

function sampling(made: Estimate, words: EstimateLanguage): Section {
  const [first, second] = largestOf(made, 2);
  const rows = made.sampling.flatMap(({ unit, candidates }) =>
    [first, second].flatMap((index) => {
      if (index === undefined) return [];
      const { code, share, standardError, low, high } = candidates[index]!;
      return [
        [
          words.units[unit],
          code,
          words.percent(share),
          words.points(words.locale.points(standardError, 3)),
          words.to(words.percent(low), words.percent(high)),
        ],
      ];
    }),
  );
  const effect = made.sampling.find(({ designEffect }) => designEffect !== undefined);
  return {
    id: "sampling",
    heading: words.sampling(),
    blocks: [
      ...(made.coverage.kind === "convenience" ? [paragraph(words.samplingCaution())] : []),
      {
        kind: "table",
        caption: words.sampling(),
        columns: [
          { heading: words.unit(), align: "left" },
          { heading: words.candidate(), align: "left" },
          { heading: words.share(), align: "right" },
          { heading: words.standardError(), align: "right" },
          { heading: words.interval(), align: "right" },
        ],
        rows,
      },
      ...(effect ? [paragraph(words.designEffect(effect.designEffect!.toFixed(2)))] : []),
      paragraph(words.fpc(made.sampling[0]!.fpc)),
    ],
  };
}

function strata(made: Estimate, words: EstimateLanguage): Section {
  const { strata: own } = made;
  const heading = words.strata(own?.column ?? "");
  if (own === undefined) return { id: "strata", heading, blocks: [] };
  const { count } = words.locale;
  const isKnown = own.known !== "proportional";
  return {
    id: "strata",
    heading,
    blocks: [
      {
        kind: "table",
        caption: heading,
        columns: [
          { heading: own.column, align: "left" },
          { heading: words.covered(), align: "right" },
          ...(isKnown
            ? [
                { heading: words.all(), align: "right" as const },
                { heading: words.coverage(), align: "right" as const },
              ]
            : []),
        ],
        rows: own.sizes
          .toSorted((a, b) => (a.stratum < b.stratum ? -1 : 1))
          .map(({ stratum, covered, all }) => [
            stratum,
            count(covered),
            ...(isKnown ? [count(all), words.locale.share({ votes: covered, outOf: all })] : []),
          ]),
      },
      ...(own.collapsed.length === 0
        ? []
        : [
            paragraph(
              words.collapsed(own.collapsed.map(({ stratum, into }) => words.pair(stratum, into))),
            ),
          ]),
    ],
  };
}
