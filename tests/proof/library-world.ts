// The library of a pair's school: one thing in each state, and the acts and records that docs/confidentiality.md names of it.
import { type Sql, sql } from "../../src/db/sql.ts";
import { aClaim, anArticle, aSource, judge, reviewersIn, submit } from "../help/library.ts";
import { byHand, day, ok } from "../help/matches.ts";
import type { World } from "../help/world.ts";
import type { Secret } from "./secret.ts";

/** Known from outside, so that whoever may not read the list can be tried with it. */
const asked = "00000000-0000-4000-8000-00000000a5ed";

/** Lena writes, Rosa has one of her own, Omar judges. */
export async function libraryOf(world: World): Promise<void> {
  await reviewersIn(world);
  const claim = (who: string, key: string) => world.ask(who, "POST", `/library/claims/${key}/versions`, aClaim());
  const article = (key: string) => world.ask("lena", "POST", `/library/articles/${key}/versions`, anArticle());
  ok(await world.ask("lena", "POST", "/library/sources", aSource));
  ok(
    await world.ask("lena", "POST", `/library/sources/${aSource.key}/checks`, {
      turn: 0,
      checkedOn: day(-1),
      isRetracted: false,
    }),
  );
  for (const key of ["a-claim", "draft", "returned"]) ok(await claim("lena", key));
  ok(await claim("rosa", "own"));
  for (const key of ["shown", "hidden"]) ok(await article(key));
  for (const key of ["a-claim", "returned"]) ok(await submit(world, "lena", "claim", key));
  ok(await submit(world, "rosa", "claim", "own"));
  ok(await submit(world, "lena", "article", "shown"));
  ok(await judge(world, "omar", "claim", "a-claim"));
  ok(await judge(world, "omar", "claim", "returned", 1, { verdict: "return", reason: "Say what was measured." }));
  const on = { reader: "educator", place: 1, words: "Which ten?" };
  ok(await world.ask("omar", "POST", "/library/articles/shown/versions/1/comments", on));
  ok(await world.ask("amara", "PUT", "/library/reader", { reader: "clerkship" }));
  ok(await world.ask("amara", "POST", "/library/questions", { question: "Which ten programs?" }));
  await byHand(world, (admin) => admin`update library_questions set question_id = ${asked}`);
  const outcome = { questions: [{ questionId: asked, turn: 0 }], kind: "set aside", reason: "Invented ones." };
  ok(await world.ask("lena", "POST", "/library/questions/outcomes", outcome));
}

export const recordsOfLibrary = {
  "a source of the library": () => sql`key = 'a-source'`,
  "whether a source is retracted": () => sql`source_key = 'a-source'`,
  "a claim that is submitted": () => sql`key = 'a-claim'`,
  "a draft of a claim": () => sql`key = 'draft'`,
  "a claim that was returned": () => sql`key = 'returned'`,
  "an article that is submitted": () => sql`key = 'shown'`,
  "a draft of an article": () => sql`key = 'hidden'`,
  "the text of an article": () => sql`article_key = 'shown'`,
  "the text of a draft": () => sql`article_key = 'hidden'`,
  "what an article rests on": () => sql`article_key = 'shown'`,
  "what a draft rests on": () => sql`article_key = 'hidden'`,
  "that something was submitted": () => sql`key = 'a-claim'`,
  "that something returned was submitted": () => sql`key = 'returned'`,
  "who approved something": () => sql`key = 'a-claim'`,
  "why something was returned": () => sql`key = 'returned'`,
  "what the board noted on a passage": () => sql`true`,
  "which reader the learner says they are": () => sql`true`,
  "a question that somebody asked the board": () => sql`true`,
  "what becomes of a question": () => sql`true`,
  "which words the library holds": () => sql`true`,
};

interface Trying {
  ids: { school: string; learner: string };
  me: string;
}

export const actsOfLibrary: Record<string, (trying: Trying) => Sql> = {
  "add a source": ({ ids, me }) =>
    sql`insert into library_sources (school_id, key, authors, title, is_verified, written_by) values (${ids.school}, 'new', '', 'New', true, ${me})`,
  "revise a source": ({ ids, me }) =>
    sql`insert into library_sources (school_id, key, version, authors, title, is_verified, written_by)
    values (${ids.school}, 'a-source', 2, '', 'Another', true, ${me})`,
  "look a source up": ({
    ids,
    me,
  }) => sql`insert into source_checks (school_id, source_key, turn, checked_on, is_retracted, checked_by)
    values (${ids.school}, 'a-source', 2, ${day(0)}::date, true, ${me})`,
  "write a claim": ({
    ids,
    me,
  }) => sql`insert into claims (school_id, key, version, statement, strength, design, sources, checked_on, review_by, because, written_by)
    values (${ids.school}, 'a-claim', 2, 'Other', 'limited', 'None', '{a-source}', ${day(-1)}::date, ${day(9)}::date, 'Why', ${me})`,
  "show a draft to everybody": ({ ids }) =>
    sql`update claims set is_shown = true where school_id = ${ids.school} and key = 'draft'`,
  "write an article": ({
    ids,
    me,
  }) => sql`insert into articles (school_id, key, version, title, topic, review_by, because, written_by)
    values (${ids.school}, 'shown', 2, 'Other', 'Tests', ${day(9)}::date, 'Why', ${me})`,
  "add a passage to a version that is written": ({
    ids,
  }) => sql`insert into passages (school_id, article_key, version, reader, place, heading, words)
    values (${ids.school}, 'shown', 1, 'educator', 9, 'More', 'More')`,
  "say what an article rests on": ({ ids }) =>
    sql`insert into article_claims (school_id, article_key, version, claim_key, digest) values (${ids.school}, 'shown', 1, 'own', '')`,
  "submit a draft": ({ ids, me }) =>
    sql`insert into submissions (school_id, kind, key, version, submitted_by) values (${ids.school}, 'claim', 'draft', 1, ${me})`,
  "approve what somebody else wrote": ({
    ids,
    me,
  }) => sql`insert into reviews (school_id, kind, key, version, reviewer_id, verdict)
    values (${ids.school}, 'claim', 'a-claim', 1, ${me}, 'approve')`,
  "approve what one wrote": ({
    ids,
    me,
  }) => sql`insert into reviews (school_id, kind, key, version, reviewer_id, verdict)
    values (${ids.school}, 'claim', 'own', 1, ${me}, 'approve')`,
  "note something on a passage": ({
    ids,
    me,
  }) => sql`insert into passage_comments (school_id, article_key, version, reader, place, words, written_by)
    values (${ids.school}, 'shown', 1, 'educator', 1, 'Mine', ${me})`,
  "say which reader the learner is": ({ ids }) => sql`insert into reader_choices (school_id, person_id, reader)
    values (${ids.school}, ${ids.learner}, 'resident') on conflict (school_id, person_id) do update set reader = excluded.reader`,
  "ask the board a question": ({ ids }) =>
    sql`insert into library_questions (school_id, question_id, words) values (${ids.school}, gen_random_uuid(), 'Which of them?')`,
  "say what becomes of a question": ({
    ids,
    me,
  }) => sql`insert into question_outcomes (school_id, question_id, turn, kind, article_key, article_version, decided_by)
    values (${ids.school}, ${asked}, 2, 'answered', 'shown', 1, ${me})`,
  "change which words the library holds": ({ ids }) =>
    sql`update library_words set passages = 9 where school_id = ${ids.school}`,
};

const state = "in force" as const;

export const secretsOfLibrary: readonly Secret[] = [
  {
    name: "other words in a draft of an article",
    state,
    knows: ["reviewer"],
    right: ({ world }) =>
      byHand(world, (admin) => admin`update passages set words = 'Others' where article_key = 'hidden'`),
  },
  {
    name: "that a next version of an article is being written",
    state,
    knows: ["reviewer"],
    right: async ({ world }) =>
      ok(
        await world.ask(
          "lena",
          "POST",
          "/library/articles/shown/versions",
          anArticle({ version: 1, title: "Another one" }),
        ),
      ),
  },
  {
    name: "that a draft of a claim comes to be",
    state,
    knows: ["reviewer"],
    right: async ({ world }) => ok(await world.ask("lena", "POST", "/library/claims/another/versions", aClaim())),
  },
  {
    name: "why a claim was returned",
    state,
    knows: ["reviewer"],
    right: ({ world }) => byHand(world, (admin) => admin`update reviews set reason = 'Other' where verdict = 'return'`),
  },
  {
    name: "what the board noted",
    state,
    knows: ["reviewer"],
    right: ({ world }) => byHand(world, (admin) => admin`update passage_comments set words = 'Other'`),
  },
  {
    name: "that somebody asked the board",
    state,
    knows: ["reviewer"],
    right: async ({ world }) =>
      ok(await world.ask("amara", "POST", "/library/questions", { question: "Is there more?" })),
  },
  {
    name: "what becomes of a question",
    state,
    knows: ["reviewer"],
    right: ({ world }) => byHand(world, (admin) => admin`update question_outcomes set reason = 'Another reason'`),
  },
  {
    name: "which reader the learner says they are",
    state,
    knows: ["learner"],
    right: async ({ world }) => ok(await world.ask("amara", "PUT", "/library/reader", { reader: "resident" })),
  },
  {
    name: "that a feed of the library has an address",
    state,
    knows: ["judge"],
    right: async ({ world }) => ok(await world.ask("fatima", "POST", "/me/library-feed")),
  },
];
