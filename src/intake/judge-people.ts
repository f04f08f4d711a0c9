// Judges rows that are people: each id once, and those who may be one person under two ids are put to a human.
import type { Answers, Question } from "./judged.ts";
import { type Judging, lineOf, markOf, type Who } from "./judging.ts";
import { Packed } from "./packed.ts";
import type { ReadRow } from "./reading.ts";
import type { Line, SoundEducator, SoundLearner } from "./sound.ts";
import { educatorOf, learnerOf, nameKey, newcomer, textIn, type Values } from "./sound-people.ts";
import { covers, pairKey, sharedAddress, sharedName, type ToldBefore } from "./told-apart.ts";

export class PeopleJudge {
  private readonly judging: Judging;
  private readonly answers: Answers;
  /** By address and by name, the id that came last. */
  private readonly addresses = new Packed();
  private readonly names = new Packed();
  /** By person, what the first row said of who that is. */
  private readonly said = new Packed();
  /** Those of whom a human said that another id is theirs, too: they wait for its row. */
  private readonly waiting = { learners: new Map<string, SoundLearner>(), educators: new Map<string, SoundEducator>() };
  private readonly hasOtherId: Set<string>;

  constructor(judging: Judging, answers: Answers) {
    this.judging = judging;
    this.answers = answers;
    this.hasOtherId = new Set(
      Object.entries(answers).flatMap(([pair, answer]) => (answer === "same" ? idsIn(pair) : [])),
    );
  }

  /** `leansOn` are rows of other files that say more of this person. */
  person(row: ReadRow, idField: string, who: Who, leansOn: Line[] = []): void {
    const { values } = row;
    const { ids } = this.judging;
    const id = textIn(values, idField);
    const before = ids[who].get(id);
    if (before !== undefined && before === markOf(values)) return this.judging.repeat(row);
    if (before !== undefined)
      return this.judging.refuse(
        row,
        idField,
        id,
        "Another row has this id with other values.",
        "Keep the row that is right, and remove the other.",
      );
    const other = this.perhapsSame(row, id, who) ?? this.holderOf(row, id);
    const answer = other === null ? undefined : this.answerTo(row, id, other);
    if (other !== null && answer === "different") this.tellApart(row, id, other);
    if (other !== null && answer === "same" && this.areTwoHere(id, other))
      return this.refuseTwo(row, id, other, idField);
    if (other !== null && answer === "same" && ids[who].has(other) && !this.judging.sameAs.has(other))
      return this.merge(row, id, other, idField, who);
    if (other !== null && answer === undefined && this.ask(row, id, other, idField)) return;
    if (answer !== "same" && this.hasAnothersAddress(row, id)) return this.refuseAddress(row);
    if (this.isSomebodyElse(row, id)) return this.refuseOther(row, idField, id);
    const person = this.personIn(row, id);
    if (person === null) return this.refuseAddress(row);
    if (this.refuseOtherwise(row, person)) return;
    ids[who].set(id, markOf(values));
    if (this.judging.personOf(id) !== person) this.judging.persons.set(id, person);
    this.addresses.set(addressIn(values), id);
    this.names.set(nameKey(values), id);
    const line = lineOf(row, leansOn);
    if (who === "learners") this.take("learners", learnerOf(id, person, values, line));
    else this.take("educators", educatorOf(id, person, values, line));
  }

  /** Once all people were looked at: those who waited for the row of another id of theirs. */
  release(): void {
    const { learners, educators } = this.waiting;
    this.judging.sound.learners.push(...learners.values());
    this.judging.sound.educators.push(...educators.values());
  }

  private take<W extends Who>(who: W, person: W extends "learners" ? SoundLearner : SoundEducator): void {
    if (this.hasOtherId.has(person.sourceId))
      (this.waiting[who] as Map<string, typeof person>).set(person.sourceId, person);
    else (this.judging.sound[who] as (typeof person)[]).push(person);
  }

  /** The id of somebody who is perhaps the same person: same address, or same name in the same class or department. */
  private perhapsSame({ values }: ReadRow, id: string, who: Who): string | null {
    const byName = this.names.get(nameKey(values));
    const other =
      this.addresses.get(addressIn(values)) ??
      (byName !== undefined && this.judging.ids[who].has(byName) ? byName : undefined);
    return other === undefined || other === id ? null : other;
  }

  /** Of an id that is new here, whose address somebody has: one of the ids of whoever that is. Null without one. */
  private holderOf({ values }: ReadRow, id: string): string | null {
    const { people, addresses } = this.judging.known;
    const holder = addresses.get(addressIn(values));
    if (holder === undefined || people.has(id)) return null;
    return this.judging.idOf(holder);
  }

  /** Two ids that are one person here already were answered before. */
  private answerTo(row: ReadRow, id: string, other: string): Answers[string] | undefined {
    const { people } = this.judging.known;
    const person = people.get(id);
    if (person !== undefined && person === people.get(other)) return "same";
    const said = this.answers[`${id}=${other}`] ?? this.answers[`${other}=${id}`];
    return said ?? (this.toldBefore(row, id, other) === null ? undefined : "different");
  }

  /** The answer "two people" of an import before, unless something new speaks for one. */
  private toldBefore(row: ReadRow, id: string, other: string): ToldBefore | null {
    const told = this.judging.known.apart.get(pairKey(id, other));
    return told !== undefined && covers(told, this.sharesOf(row, other)) ? told : null;
  }

  /** What speaks for one person. */
  private sharesOf(row: ReadRow, other: string): string[] {
    const { values } = row;
    const isNamesake = sharedName(this.nameOf(other)) === sharedName(nameIn(values));
    return [
      ...(isNamesake ? [sharedName(nameIn(values))] : []),
      ...(this.hasAddressOf(row, other) ? [sharedAddress(addressIn(values))] : []),
    ];
  }

  private nameOf(id: string): string {
    const person = this.judging.personOf(id);
    const inFiles = this.saidOf(person);
    return inFiles === undefined ? (this.judging.known.called.get(person ?? "")?.name ?? "") : nameIn(inFiles);
  }

  /** Keeps an answer that is new; one of before is told, since it can be reconsidered. */
  private tellApart(row: ReadRow, id: string, other: string): void {
    const { apart, answeredBefore } = this.judging;
    const told = this.toldBefore(row, id, other);
    if (told === null) apart.push({ firstId: other, secondId: id, shares: this.sharesOf(row, other) });
    else {
      const { saidBy, saidAt } = told;
      answeredBefore.push({ ...this.questionOf(row, id, other), saidBy, saidAt });
    }
  }

  private questionOf(row: ReadRow, id: string, other: string): Omit<Question, "waits"> {
    const { file, line, values } = row;
    const firstName = nameIn(this.saidOf(this.judging.personOf(other)));
    const evidence = this.hasAddressOf(row, other)
      ? "the same email address"
      : "the same name, in the same class or department";
    const names = { first: other, second: id, firstName, secondName: nameIn(values) };
    return { id: `${id}=${other}`, file, line, ...names, evidence };
  }

  private areTwoHere(id: string, other: string): boolean {
    const { people } = this.judging.known;
    return people.has(id) && people.has(other) && people.get(id) !== people.get(other);
  }

  /** What hangs on the one would have to move to the other, and history does not move. */
  private refuseTwo(row: ReadRow, id: string, other: string, idField: string): void {
    this.judging.refuse(
      row,
      idField,
      id,
      `${id} and ${other} came in as two people, and an import does not make one of two.`,
      "Take back the import that brought them and answer before you import again, or answer that they are two.",
    );
  }

  /** An id that is here, with another name and another address: given anew, it would hand over an account and all that hangs on it. */
  private isSomebodyElse({ values }: ReadRow, id: string): boolean {
    const { people, called } = this.judging.known;
    const here = called.get(people.get(id) ?? "");
    return here !== undefined && here.email !== addressIn(values) && here.name !== nameIn(values).toLowerCase();
  }

  private refuseOther(row: ReadRow, idField: string, id: string): void {
    this.judging.refuse(
      row,
      idField,
      id,
      "This id is somebody's here who has another name and another address.",
      "If it is the same person, correct their name or address on their page first. If not, give this one an id of their own.",
    );
  }

  private hasAnothersAddress(row: ReadRow, id: string): boolean {
    const { people, addresses } = this.judging.known;
    const address = addressIn(row.values);
    const holder = addresses.get(address);
    const isHeldHere = holder !== undefined && holder !== people.get(id) && this.judging.idOf(holder) !== null;
    const inFiles = this.addresses.get(address);
    return isHeldHere || (inFiles !== undefined && inFiles !== id && this.answerTo(row, id, inFiles) === "different");
  }

  /** Who the row's person will be: known by the id, or by the address. Null when these are two. */
  private personIn({ values }: ReadRow, id: string): string | null {
    const address = addressIn(values);
    const byId = this.judging.personOf(id);
    const before = this.addresses.get(address);
    const byFiles = before === undefined ? null : this.judging.personOf(before);
    const byAddress = byFiles ?? this.judging.known.addresses.get(address) ?? null;
    if (byId !== null && byAddress !== null && byId !== byAddress) return null;
    return byId ?? byAddress ?? newcomer(id);
  }

  /** One person has one name and address: two rows that say otherwise would undo each other with every import. */
  private refuseOtherwise(row: ReadRow, person: string): boolean {
    const before = this.saidOf(person);
    if (before === undefined) {
      const { first_name, last_name, email } = row.values;
      this.said.set(person, JSON.stringify([first_name, last_name, email]));
      return false;
    }
    for (const [field, word] of [
      ["first_name", "name"],
      ["last_name", "name"],
      ["email", "address"],
    ] as const) {
      const said = textIn(row.values, field);
      const isSame = field === "email" ? addressIn(row.values) === addressIn(before) : said === textIn(before, field);
      if (isSame) continue;
      const because = `Another row gives this person another ${word}: ${textIn(before, field)}.`;
      this.judging.refuse(row, field, said, because, "Write the same in both rows.");
      return true;
    }
    return false;
  }

  private saidOf(person: string | null): Values | undefined {
    const said = person === null ? undefined : this.said.get(person);
    if (said === undefined) return undefined;
    const [first_name, last_name, email] = JSON.parse(said) as unknown[];
    return { first_name, last_name, email };
  }

  private refuseAddress(row: ReadRow): void {
    const because = "Somebody else has this address, and an address is one person's.";
    this.judging.refuse(row, "email", textIn(row.values, "email"), because, "Correct this address, or theirs first.");
  }

  /** Whether the row has to wait for the answer. */
  private ask(row: ReadRow, id: string, other: string, field: string): boolean {
    const waits = this.hasAddressOf(row, other);
    const question = this.questionOf(row, id, other);
    this.judging.questions.push({ ...question, waits });
    if (waits) {
      const because = `It waits for your answer: ${id} and ${other} have ${question.evidence}.`;
      this.judging.refuse(row, field, id, because, "Say whether they are one person.");
    }
    return waits;
  }

  private hasAddressOf({ values }: ReadRow, other: string): boolean {
    const { people, addresses } = this.judging.known;
    const holder = addresses.get(addressIn(values));
    return this.addresses.get(addressIn(values)) === other || (holder !== undefined && holder === people.get(other));
  }

  /** The other's row says who they are; this one brings an id more. */
  private merge(row: ReadRow, id: string, other: string, idField: string, who: Who): void {
    const { ids, sameAs } = this.judging;
    sameAs.set(id, other);
    ids[who].set(id, markOf(row.values));
    // Two ids that are one person here already bring nothing.
    this.waiting[who].get(other)?.alsoIds.push({ id, line: lineOf(row) });
    if (markOf({ ...row.values, [idField]: other }) !== ids[who].get(other))
      this.judging.note(
        row.file,
        `Line ${row.line} says other things of ${other} under the id ${id}. They are left out.`,
      );
  }
}

function addressIn(values: ReadRow["values"]): string {
  return textIn(values, "email").toLowerCase();
}

function nameIn(values: Values | undefined): string {
  return values === undefined ? "" : `${textIn(values, "first_name")} ${textIn(values, "last_name")}`;
}

/** A question's name is its two ids with "=" between, which an id may hold, too. */
function idsIn(pair: string): string[] {
  return [...pair.matchAll(/=/g)].flatMap(({ index }) => [pair.slice(0, index), pair.slice(index + 1)]);
}
