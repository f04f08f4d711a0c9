// What a link in a mail does with a meeting, without signing in: it says as little of it as the mail.
import type { Act } from "../mail/act-routes.ts";
import { actByMail } from "./mail-store.ts";

export const meetingActs: Act[] = [
  {
    name: "meeting-confirm",
    asks: () => ({ question: "Confirm the time of the meeting that this mail is about?", button: "Confirm" }),
    run: async (tx, mail) => {
      await actByMail(tx, mail, "confirm");
      return "Confirmed. Both of your calendars follow.";
    },
  },
  {
    name: "meeting-held",
    asks: () => ({
      question: "Did the meeting that this mail is about take place, about as long as planned?",
      button: "It took place",
    }),
    run: async (tx, mail) => {
      await actByMail(tx, mail, "held");
      return "Kept. How long it took and the next step you can still say under Meetings.";
    },
  },
  {
    name: "meeting-missed",
    asks: () => ({ question: "Did the meeting that this mail is about not take place?", button: "It did not" }),
    run: async (tx, mail) => {
      await actByMail(tx, mail, "missed");
      return "Kept. Nobody is asked why. You can propose another time under Meetings.";
    },
  },
];
