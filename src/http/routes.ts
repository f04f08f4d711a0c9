// Every route of the server, slice by slice in the order of the learner's journey.
import { intakeRoutes } from "../intake/routes.ts";
import { accessRoutes } from "../people/access-routes.ts";
import { ownRoutes } from "../people/own-routes.ts";
import { passkeyRoutes } from "../people/passkey-routes.ts";
import { personRoutes } from "../people/person-routes.ts";
import { readingRoutes } from "../people/reading-routes.ts";
import { accountRoutes } from "../people/routes.ts";
import { askedRoutes } from "../library/asked-routes.ts";
import { phrasingRoutes } from "../library/phrasing-routes.ts";
import { reviewRoutes } from "../library/review-routes.ts";
import { feedRoutes } from "../library/feed-routes.ts";
import { printRoutes } from "../library/print-routes.ts";
import { libraryRoutes } from "../library/routes.ts";
import { searchRoutes } from "../library/search-routes.ts";
import { shippedRoutes } from "../library/shipped-routes.ts";
import { sourceRoutes } from "../library/source-routes.ts";
import { writingRoutes } from "../library/writing-routes.ts";
import { actRoutes, stopAct } from "../mail/act-routes.ts";
import { meetingEnclosures } from "../meetings/mail-jobs.ts";
import { mailboxRoute } from "../mail/mailbox-routes.ts";
import { mailRoutes } from "../mail/routes.ts";
import { insightRoutes } from "../matching/insight-routes.ts";
import { proposalRoutes } from "../matching/proposal-routes.ts";
import { matchingRoutes } from "../matching/routes.ts";
import { wishRoutes } from "../matching/wish-routes.ts";
import { foundingRoutes } from "../programs/founding-routes.ts";
import { agreementRoutes } from "../agreements/agreement-routes.ts";
import { relationshipRoutes } from "../agreements/routes.ts";
import { resourceRoutes } from "../requests/resource-routes.ts";
import { requestRoutes } from "../requests/routes.ts";
import { requirementCsvRoutes } from "../requirements/csv-routes.ts";
import { timelineCsvRoutes } from "../requirements/timeline-csv-routes.ts";
import { planRoutes } from "../requirements/plan-routes.ts";
import { plansRoutes } from "../requirements/plans-routes.ts";
import { signOffRoutes } from "../requirements/sign-off-routes.ts";
import { requirementRoutes } from "../requirements/routes.ts";
import { meetingActs } from "../meetings/act-routes.ts";
import { meetingRoutes } from "../meetings/routes.ts";
import { ownMeetingRoutes } from "../meetings/own-routes.ts";
import { pairRoutes } from "../meetings/pair-routes.ts";
import { slotRoutes } from "../meetings/slot-routes.ts";
import { learningPlanRoutes } from "../goals/learning-plan-routes.ts";
import { planLinkRoutes } from "../goals/plan-link-routes.ts";
import { goalRoutes } from "../goals/routes.ts";
import { coordinatorRoutes } from "../desk/coordinator-routes.ts";
import { homeRoutes } from "../desk/routes.ts";
import { exportRoutes } from "../desk/export-routes.ts";
import { snoozeRoutes } from "../desk/snooze-routes.ts";
import { seenRoutes } from "../desk/seen-routes.ts";
import { charterRoutes } from "../programs/routes.ts";
import { trainingRoutes } from "../training/routes.ts";
import { wallActRoutes } from "../wall/act-routes.ts";
import { charterChangeRoutes } from "../wall/charter-routes.ts";
import { wallRoutes } from "../wall/routes.ts";
import { type Route, under } from "./serve.ts";

export const routes: Route[] = [
  ...under("Signing in and access", [...accountRoutes, ...passkeyRoutes, ...ownRoutes, ...accessRoutes]),
  ...under("People", [...personRoutes, ...readingRoutes]),
  ...under("Mail", [...mailRoutes, mailboxRoute(meetingEnclosures), ...actRoutes([stopAct, ...meetingActs])]),
  ...under("Library", [
    ...libraryRoutes,
    ...searchRoutes,
    ...askedRoutes,
    ...phrasingRoutes,
    ...reviewRoutes,
    ...shippedRoutes,
    ...sourceRoutes,
    ...writingRoutes,
    ...printRoutes,
    ...feedRoutes,
  ]),
  ...under("Programs and charters", [...foundingRoutes, ...charterRoutes, ...charterChangeRoutes]),
  ...under("Training", trainingRoutes),
  ...under("The wall", [...wallRoutes, ...wallActRoutes]),
  ...under("Matching and proposals", [...wishRoutes, ...matchingRoutes, ...insightRoutes, ...proposalRoutes]),
  ...under("Relationships and ground rules", [...relationshipRoutes, ...agreementRoutes]),
  ...under("Requests, and where to turn", [...requestRoutes, ...resourceRoutes]),
  ...under("Meetings", [...pairRoutes, ...slotRoutes, ...meetingRoutes, ...ownMeetingRoutes]),
  ...under("Import", intakeRoutes),
  ...under("Requirements and plans", [
    ...requirementRoutes,
    ...requirementCsvRoutes,
    ...timelineCsvRoutes,
    ...planRoutes,
    ...plansRoutes,
    ...signOffRoutes,
  ]),
  ...under("Goals and learning plans", [...goalRoutes, ...learningPlanRoutes, ...planLinkRoutes]),
  ...under("Homes and desks", [...homeRoutes, ...coordinatorRoutes, ...snoozeRoutes]),
  ...under("Who sees what", seenRoutes),
  ...under("Export", exportRoutes),
];
