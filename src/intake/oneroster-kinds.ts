// The files of a OneRoster 1.2 export in CSV (https://www.imsglobal.org/spec/oneroster/v1p2/bind/csv), and those of 1.1,
// whose users bear their role themselves. Fields are labelled with the headings of that standard.
import * as read from "./cells.ts";
import { day, field, type Kind } from "./field.ts";

const id = field("sourcedId", "sourcedId", read.text);
const status = field("roster_status", "status", read.rosterStatus, { optional: true });
const optional = { optional: true };

export const rosterKinds: Kind[] = [
  {
    kind: "users",
    label: "OneRoster users",
    fields: [
      id,
      status,
      field("enabled", "enabledUser", read.trueOrFalse, optional),
      field("username", "username", read.text, optional),
      field("first_name", "givenName", read.text),
      field("last_name", "familyName", read.text),
      field("email", "email", read.email, optional),
      field("role", "role", read.text, optional),
      field("org", "primaryOrgSourcedId", read.commaList, { also: ["orgSourcedIds"], optional: true }),
      field("grades", "grades", read.commaList, optional),
      field("class_year", "metadata.classYear", read.whole(1950, 2200), {
        also: ["metadata.gradYear", "metadata.graduationYear", "metadata.classOf"],
        optional: true,
      }),
      field("phase", "metadata.phase", read.text, optional),
    ],
  },
  {
    kind: "roles",
    label: "OneRoster roles",
    fields: [
      id,
      status,
      field("user", "userSourcedId", read.text),
      field("roleType", "roleType", read.text),
      field("role", "role", read.text),
      day("beginDate", "beginDate", optional),
      day("endDate", "endDate", optional),
    ],
  },
  {
    kind: "orgs",
    label: "OneRoster organizations",
    fields: [
      id,
      status,
      field("name", "name", read.text),
      field("type", "type", read.text),
      field("parent", "parentSourcedId", read.text, optional),
    ],
  },
  {
    kind: "classes",
    label: "OneRoster classes",
    fields: [
      id,
      status,
      field("title", "title", read.text),
      field("code", "classCode", read.text, optional),
      field("school", "schoolSourcedId", read.text),
      field("terms", "termSourcedIds", read.commaList, optional),
    ],
  },
  {
    kind: "sessions",
    label: "OneRoster academic sessions",
    fields: [id, status, field("title", "title", read.text), day("startDate", "startDate"), day("endDate", "endDate")],
  },
  {
    kind: "enrollments",
    label: "OneRoster enrollments",
    fields: [
      id,
      status,
      field("class", "classSourcedId", read.text),
      field("user", "userSourcedId", read.text),
      field("role", "role", read.text),
      day("beginDate", "beginDate", optional),
      day("endDate", "endDate", optional),
    ],
  },
  {
    kind: "manifest",
    label: "OneRoster manifest",
    fields: [field("property", "propertyName", read.text), field("value", "value", read.text, optional)],
    leftOut: "It describes the export, and is only checked.",
  },
  {
    kind: "other",
    label: "OneRoster, not needed",
    fields: [id],
    named:
      /^(courses|demographics|results|categories|lineItems|resources|classResources|courseResources|userProfiles|userResources|scoreScales|\w+ScoreScales|\w+LearningObjectiveIds)\.\w+$/i,
    leftOut: "Nothing of it is needed here, so it is neither read nor kept.",
  },
];
