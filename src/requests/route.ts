// Whom a need goes to, and why: a pure function of the words, the school's charters and the learner's phase. It looks
// for what is asked, not at who asks: nobody is scored, and nothing is kept. What it is not sure of, it asks.
import type { CharterBody } from "../programs/charter.ts";
import { type Program, programs, roleOf } from "../programs/program.ts";
import { dangerIn } from "./danger.ts";
import { type Destination, destinations } from "./destination.ts";
import { examples } from "./examples.ts";
import { learnedFrom } from "./learned.ts";
import { lexicon, type Speaks, speaks } from "./lexicon.ts";
import { type Book, bookOf, foundIn, phraseOf, takenBy } from "./phrase.ts";
import { type Word, wordsOf } from "./wording.ts";

export type Confidence = "certain" | "likely" | "unsure";

export interface Route {
  /** Null where nothing in the words decides. */
  to: Destination | null;
  confidence: Confidence;
  /** The words that decided, as they were written; those that stand together as one passage. */
  because: string[];
  /** Of the three programs those that it is not, each with what was found for it. */
  others: { program: Program; found: string[] }[];
  /** Between which it is unsure: one question settles it. Empty where it is not. */
  between: Destination[];
  /** Topics that the program leaves out by its charter and that these words touch, with where to go for them. */
  leftOut: { topic: string; goTo: string | null }[];
  /** The words may tell of danger or mistreatment: show the school's resources first. */
  showResources: boolean;
}

export type Topics = Pick<CharterBody, "topicsIn" | "topicsOut" | "referTo">;

export interface Asked {
  charters?: Partial<Record<Program, Topics>>;
  /** What learners of this phase more often mean; it tips where two are nearly level, and makes nothing surer. */
  phase?: string | null;
}

const learnedOf = learnedFrom(examples);
/** Of what the examples lean to, beside the lists' phrases, which weigh several points each. */
const lightness = 0.3;

/** By the words that schools have for their phases; the first that fits. */
const leanings: [phase: RegExp, lean: Partial<Record<Destination, number>>][] = [
  [/pre|basic|\bm[12]\b|year [12]|first|second/i, { coaching: 0.3 }],
  [/pgy|resid|fellow|intern/i, { mentoring: 0.2 }],
  [/advanced|\bm4\b|year 4|fourth|final/i, { advising: 0.3 }],
  [/clerk|\bm3\b|year 3|third/i, { coaching: 0.2 }],
];

/** Where the learner says what it is not about: what follows, up to the end of the sentence's part, does not speak. */
const notAbout = [
  "not need|want|look|about|asking|because",
  "no need",
  "rather than",
  "instead of",
  "nothing to do with",
  "already know|have|has|did|finish|done|pass|register|submit",
  "i know the|how|all|what|my|which",
  "my advisor|adviser|coach|mentor say|said|told|want|think",
  "the advisor|adviser|coach|mentor say|said|told|want|think",
].map((declared) => phraseOf(declared));

export function route(need: string, { charters = {}, phase = null }: Asked = {}): Route {
  const words = wordsOf(need);
  const silent = silentIn(words);
  const found = [...foundIn(lexicon, words), ...foundIn(declaredIn(charters), words)].filter(
    ({ places }) => !places.some((place) => silent.has(place)),
  );
  const leaning = leanings.find(([named]) => named.test(phase ?? ""))?.[1] ?? {};
  const { scores: learned, telling } = learnedOf(words.filter((_, at) => !silent.has(at)));
  const scores = new Map(
    destinations.map((one): [Destination, Score] => {
      const { score, places } = scoreOf(found, one);
      const light = learned[one] * lightness;
      const lean = light + (score + light > 0 ? (leaning[one] ?? 0) : 0);
      return [one, { phrases: score, score: score + lean, places: places.size > 0 ? places : new Set(telling[one]) }];
    }),
  );
  return decide(scores, words, charters);
}

interface Score {
  /** By the lists' phrases alone. */
  phrases: number;
  score: number;
  places: Set<number>;
}

/** The heaviest phrases first; a word speaks once for one destination. */
function scoreOf(found: { says: Speaks; places: number[] }[], destination: Destination): Omit<Score, "phrases"> {
  const mine = found.filter(({ says }) => says.destination === destination);
  const places = new Set<number>();
  let score = 0;
  for (const one of mine.sort((a, b) => b.says.weight - a.says.weight)) {
    const fresh = one.places.filter((place) => !places.has(place)).length;
    score += (one.says.weight * fresh) / one.places.length;
    for (const place of one.places) places.add(place);
  }
  return { score, places };
}

function decide(scores: Map<Destination, Score>, words: Word[], charters: Partial<Record<Program, Topics>>): Route {
  const of = (one: Destination | undefined) =>
    (one && scores.get(one)) ?? { phrases: 0, score: 0, places: new Set<number>() };
  const ranked = destinations.filter((one) => of(one).score > saysLeast).sort((a, b) => of(b).score - of(a).score);
  const to = ranked[0] ?? null;
  const { isThere: showResources, unsaid } = dangerIn(words);
  const said = ({ places }: Score) => passagesOf(new Set([...places].filter((place) => !unsaid.has(place))), words);
  const because = to ? said(of(to)) : [];
  const sure = confidenceOf(of(ranked[0]), ranked.slice(1).map(of), showResources);
  // An answer shows what it rests on, or else it asks. Words of danger are held back, and may be all that there is.
  const confidence = because.length > 0 || showResources ? sure : "unsure";
  return {
    to,
    confidence,
    because,
    others: programs.filter((program) => program !== to).map((program) => ({ program, found: said(of(program)) })),
    between: confidence === "unsure" ? betweenOf(ranked) : [],
    leftOut: to === null ? [] : leftOutBy(charters[to as Program], words),
    showResources,
  };
}

/** What is said in any sentence, and shown as a reason only beside other words. */
const little = new Set(
  "a about am an and any are as at be but can could do does for from get had has have help how i if in is it me my need no not of on or our please should so some somebody someone that the them there they this to want was we what when where which who whom will with would you your".split(
    " ",
  ),
);

/** Words that stand together, at most one other between them, are one passage. */
function passagesOf(places: Set<number>, words: Word[]): string[] {
  const passages: number[][] = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    const open = passages.at(-1);
    const last = open?.at(-1);
    const isNear =
      last !== undefined &&
      place - last <= 2 &&
      !words[last]?.endsPart &&
      !(place - last === 2 && words[last + 1]?.endsPart);
    if (open && isNear) open.push(place);
    else passages.push([place]);
  }
  const telling = passages.filter((passage) =>
    passage.some((place) => !little.has(words[place]?.written.toLowerCase() ?? "")),
  );
  const said = telling.map((passage) =>
    words
      .slice(passage[0], (passage.at(-1) ?? 0) + 1)
      .map(({ written }) => written)
      .join(" "),
  );
  return [...new Set(said)];
}

/** Certain needs several words that say so and nothing that says otherwise; of what may be danger nobody is certain. */
function confidenceOf(best: Score, others: Score[], mayBeDanger: boolean): Confidence {
  const next = Math.max(0, ...others.map(({ score }) => score));
  const nextPhrases = Math.max(0, ...others.map(({ phrases }) => phrases));
  const isClear = best.phrases >= 4.5 && best.places.size >= 2 && nextPhrases <= best.phrases / 5;
  if (isClear && best.score >= 5 && next <= best.score / 5 && !mayBeDanger) return "certain";
  return best.score >= 1.5 && best.score - next >= 1 ? "likely" : "unsure";
}

/** Two at most; where only one was found, or none, the three programs are what a learner chooses from. */
function betweenOf(ranked: Destination[]): Destination[] {
  return ranked.length >= 2 ? ranked.slice(0, 2) : [...new Set([...ranked, ...programs])];
}

/** What the learner chose instead, told as if it had been found: what that program leaves out, too. */
export function chosenInstead(found: Route, to: Destination, need = "", { charters = {} }: Asked = {}): Route {
  if (found.to === to) return { ...found, between: [] };
  const of = (program: Program) => found.others.find((one) => one.program === program)?.found ?? [];
  const others = programs
    .filter((program) => program !== to)
    .map((program) => ({ program, found: program === found.to ? found.because : of(program) }));
  const because = programs.includes(to as Program) ? of(to as Program) : [];
  const leftOut = leftOutBy(charters[to as Program], wordsOf(need));
  return { ...found, to, because, others, between: [], leftOut };
}

const read = new WeakMap<object, Book<Speaks>>();

/** The charters are the same for many needs, and read once. */
function declaredIn(charters: Partial<Record<Program, Topics>>): Book<Speaks> {
  const book = read.get(charters) ?? bookOf(declaredBy(charters));
  read.set(charters, book);
  return book;
}

/** Words that a charter's topics bring, where one destination alone has them; those that no list knows weigh more. */
function declaredBy(charters: Partial<Record<Program, Topics>>) {
  const speaking = Object.entries(charters).flatMap(([program, { topicsIn, referTo }]) => [
    ...topicsIn.flatMap((topic) => tellingIn(topic).map((stem) => ({ stem, destination: program as Destination }))),
    ...referTo.flatMap(({ topic, to }) => {
      const destination = namedIn(to);
      return destination === null ? [] : tellingIn(topic).map((stem) => ({ stem, destination }));
    }),
  ]);
  return [...Map.groupBy(speaking, ({ stem }) => stem)].flatMap(([stem, all]) => {
    const [one, ...more] = new Set(all.map(({ destination }) => destination));
    return one === undefined || more.length > 0 ? [] : [speaks(one, phraseOf(stem), lexicon.known(stem) ? 1 : 1.5)];
  });
}

function namedIn(office: string): Destination | null {
  const named = office.toLowerCase();
  if (named.includes("counsel")) return "counseling";
  // An adviser is an advisor.
  return programs.find((program) => named.includes(roleOf[program].slice(0, 5))) ?? null;
}

/** Less than this is no more than noise. */
const saysLeast = 0.1;

const common = new Set(
  wordsOf("your you who what how which does with from this that they them want become skill other about need help").map(
    ({ stem }) => stem,
  ),
);

function tellingIn(topic: string): string[] {
  return wordsOf(topic).flatMap(({ stem }) => (stem.length > 3 && !common.has(stem) ? [stem] : []));
}

/** A topic is touched where more than half of its telling words stand: of two both, since one stands in many needs. */
function isTouched(topic: string, words: Word[]): boolean {
  const telling = tellingIn(topic);
  const standing = telling.filter((stem) => words.some((word) => word.stem === stem));
  return standing.length * 2 > telling.length;
}

function leftOutBy(topics: Topics | undefined, words: Word[]): Route["leftOut"] {
  if (!topics) return [];
  const referred = topics.referTo.filter(({ topic }) => isTouched(topic, words));
  const unreferred = topics.topicsOut.filter((topic) => isTouched(topic, words));
  return [
    ...referred.map(({ topic, to }) => ({ topic, goTo: to })),
    ...(referred.length > 0 ? [] : unreferred.map((topic) => ({ topic, goTo: null }))),
  ];
}

function silentIn(words: Word[]): Set<number> {
  const silent = new Set<number>();
  for (const at of words.keys())
    for (const phrase of notAbout) {
      const taken = takenBy(phrase, words, at);
      if (taken === null) continue;
      for (let place = taken.at(-1) ?? at; place < words.length; place += 1) {
        silent.add(place);
        if (words[place]?.endsPart || words[place + 1]?.stem === "but") break;
      }
    }
  return silent;
}
