// What a link in a mail does with a meeting, without signing in: it says as little of it as the mail.
import { z } from "zod";
import { type Act, wordless } from "../mail/act-routes.ts";
import { Minutes } from "./contract.ts";
import { actByMail } from "./mail-store.ts";
import { Mode, modes } from "./meeting.ts";

/** What is left out stays as it was said before, or as it was planned. */
const Held = z.object({
  minutes: Minutes.optional(),
  mode: Mode.optional(),
  nextStep: z.string().trim().min(1, "Write it, or leave it out.").max(500, "Keep it to 500 characters.").optional(),
});

const held: Act<typeof Held> = {
  name: "meeting-held",
  asks: () => ({ question: "Did the meeting that this mail is about take place?", button: "It took place" }),
  fields: [
    {
      name: "minutes",
      label: "Minutes",
      hint: "Leave it empty where it took about as long as planned.",
      kind: "number",
      options: [],
    },
    { name: "mode", label: "How you met", hint: "As planned", kind: "choice", options: [...modes] },
    {
      name: "nextStep",
      label: "Next step, if there is one",
      hint: "You both see it. Nothing else of the talk is kept.",
      kind: "line",
      options: [],
    },
  ],
  said: Held,
  run: async (tx, mail, said) => {
    await actByMail(tx, mail, "held", said);
    return "Kept. Either of you can still change it under Meetings.";
  },
};

export const meetingActs: Act[] = [
  {
    ...wordless,
    name: "meeting-confirm",
    asks: () => ({ question: "Confirm the time of the meeting that this mail is about?", button: "Confirm" }),
    run: async (tx, mail) => {
      await actByMail(tx, mail, "confirm");
      return "Confirmed. Both of your calendars follow.";
    },
  },
  held,
  {
    ...wordless,
    name: "meeting-missed",
    asks: () => ({ question: "Did the meeting that this mail is about not take place?", button: "It did not" }),
    run: async (tx, mail) => {
      await actByMail(tx, mail, "missed");
      return "Kept. Nobody is asked why. You can propose another time under Meetings.";
    },
  },
];
