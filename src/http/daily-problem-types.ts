// The rules by which the server says no in daily use: asking, meeting, requirements, goals and mail. As in problem-types.ts.

export const dailyProblemTypes: Readonly<Record<string, string>> = {
  "act.used":
    "A link in a mail works once, for some time. This one was used, is out of date, or is none. Sign in to do it there.",
  "agenda.absent": "There is no such line of yours on the agenda. Each takes their own lines off.",
  "agenda.words": "A line of the agenda has 1 to 300 characters.",
  "availability.educator": "Educators give the hours at which they have time, and you are none here.",
  "availability.hours":
    "Some hours cannot be used: they end before they begin, or overlap. Each is named with what to mend.",
  "availability.minutes": "A meeting in these hours takes 10 to 240 minutes.",
  "calendar.absent":
    "This address of a calendar opens nothing. Copy it again, or make a new one where you are signed in.",
  "goal.absent":
    "There is no such goal, or it is not yours to read. A goal is the learner's, and their coach reads it while the two work together.",
  "goal.coach": "Comments on a goal are the coach's. The learner writes a check-in.",
  "goal.file":
    "This file cannot be kept as evidence. Send a PDF, a PNG or JPEG picture or a plain text of at most 5 MB.",
  "goal.file-size": "A file has at most 5 MB. Send a smaller one, or a link to it.",
  "goal.files": "The files of one learner together have at most 50 MB. Take one away, or send a link.",
  "goal.learner": "A goal is the learner's own to write. Their coach asks or comments.",
  "goal.most": "There are as many of these as there can be. Take some away, or begin another goal.",
  "goal.part": "This part of the goal is not there any more. Reload the goal.",
  "goal.rating": "A rating is a number from 0 to 10.",
  "goal.version": "The goal was written anew meanwhile. Reload it, and apply your change to that.",
  "goal.words": "A goal has 1 to 300 characters.",
  "handover.answered": "You have already answered whether this request is handed over. An answer stands.",
  "handover.none": "No handover of this request waits for an answer of yours.",
  "handover.one": "A handover of this request was proposed once already. The learner decides, and is not asked twice.",
  "handover.own": "Your own request is not handed over. Take it back, and send it to somebody else.",
  "handover.reason": "A handover has a reason of 1 to 1,000 characters, which the learner reads. Give it.",
  "handover.same": "The request is with that role already. Choose another one.",
  "handover.turn": "This request is with somebody else by now. Read the list again.",
  "learning-plan.absent":
    "There is no such learning plan, or it is not yours to read. It is the learner's, and their coach reads it while the two work together.",
  "learning-plan.goals": "A learning plan holds the learner's own goals. Choose among those.",
  "learning-plan.most":
    "A learning plan has at most 300 versions, and all of them stay. Write what changes into goals and their check-ins.",
  "learning-plan.version":
    "A newer version of the learning plan was saved meanwhile. Reload, and apply your change to that one.",
  "mail.hours": "The daily mail would fall into the quiet hours, and never leave. Choose another hour for one of them.",
  "mail.kind": "There is no such kind of mail that could be chosen about.",
  "mail.once": "This is told already. Nothing is left to do.",
  "note.words": "A note has 1 to 2,000 characters. Write it, or shorten it.",
  "meeting.absent": "There is no such meeting, or it is not yours. Only the two of it see it.",
  "meeting.ahead": "This meeting lies ahead. Say how it was once it has begun.",
  "meeting.answered":
    "Nothing of this meeting waits for your answer. The other of you proposed nothing, or you have answered.",
  "meeting.changed": "The other of you changed this meeting meanwhile. Look at it again, then decide.",
  "meeting.far": "A meeting is proposed within a year. Choose an earlier time.",
  "meeting.group":
    "A group meeting is of one educator and learners of theirs in one program, at one time. Who arranged it moves it.",
  "meeting.minutes": "A meeting that was held took 1 to 720 minutes.",
  "meeting.next-step": "A next step has 1 to 500 characters.",
  "meeting.over": "This meeting is over or cancelled. Propose another one, or record one that took place.",
  "meeting.party": "Only the two arrange their meetings.",
  "meeting.past": "This time has passed. Choose a later one.",
  "meeting.place": "Where you meet is said in at most 300 characters.",
  "meeting.record":
    "What is recorded afterwards took place within three months, from the first day of the relationship on.",
  "meeting.skipped": "Clocks go forward on that day and skip this time. Choose an earlier or a later one.",
  "meeting.span": "A meeting takes 5 minutes to 12 hours.",
  "meeting.taken": "One of you is not free at that time. Choose another one.",
  "meeting.unsigned": "You meet once both of you have signed your ground rules.",
  "meeting.waits": "A time is proposed already and waits for an answer. Move or cancel that one.",
  "plan-link.absent":
    "This link to a learning plan shows nothing, or nothing any more. Ask whoever gave it to you for a new one.",
  "plan-link.days": "A link to a learning plan holds for 1 to 180 days.",
  "plan-link.most": "At most 20 links to a learning plan hold at a time. Take one of them back first.",
  "plan-link.own": "There is no such link of yours, or it is taken back already.",
  "plan-link.year":
    "At most 200 links to a learning plan are made within a year. Give one that holds to several people.",
  "plan.absent":
    "There is no such plan, or it is not yours to read. A learner's coach and mentor read it only while the learner shows it.",
  "preference.once": "This learner already has a wish about this educator in this program. Change that one.",
  "reply.educator":
    "Only the educator who has a request writes back to it. An office proposes who should have it, or says that it is done.",
  "reply.one": "You have written back to this request already. For more, meet, or let the learner ask anew.",
  "reply.words": "What is written back has 1 to 4,000 characters.",
  "request.absent": "There is no such request here, or it is not with you.",
  "request.changed": "This has changed since you read it, and nothing was changed now. Read it again, then decide.",
  "request.closed": "This request is done or was taken back, so it stays as it is.",
  "request.counsels": "Academic difficulty is for advising. Leave it out, or choose that program.",
  "request.if-match": "There is nothing here that If-Match could compare with. Leave it out.",
  "request.files":
    "The files of this request cannot be told apart. Send one line of JSON that says their sizes, and then their bytes.",
  "request.json": "The body is not valid JSON. Send one JSON object.",
  "request.learner": "Only learners send requests.",
  "request.origin":
    "The request came from another site. If it did not, Chiron has to be told the address that people use: set CHIRON_ORIGIN.",
  "request.reader": "Somebody else would read this by now than you were shown. Look who, and send it again.",
  "request.shape":
    "Some of what was sent cannot be used, and nothing was changed. Each field is named with what to send.",
  "request.size": "The request is larger than 96 MB. Send fewer files at a time.",
  "request.words": "A request has 1 to 4,000 characters. Write what you need.",
  "requirement.absent": "This requirement is not part of the plan any more. Reload the plan.",
  "requirement.cycle":
    "Requirements wait for each other in a circle, so none of them could ever come next. Take one of the dependencies out.",
  "requirement.depends":
    "A requirement waits for one that is not in its set. Take the dependency out, or add the other one.",
  "requirement.due":
    "A requirement is due on a day, or so many days after or before an event, or has no date. Give one of the three.",
  "requirement.key": "A key is 1 to 60 small letters, digits and hyphens.",
  "requirement.twice": "Two requirements of a set have the same key. Give each its own.",
  "requirements.absent": "There is no such set of requirements, or no such version of it. Reload the list.",
  "requirements.because": "A change of requirements says in 1 to 500 characters what changes. Write it.",
  "requirements.name": "A set of requirements has a name of 1 to 120 characters.",
  "requirements.version":
    "Somebody else changed this set of requirements meanwhile. Reload, and apply your change to theirs.",
  "resources.version": "Somebody changed where to turn meanwhile. Read their list, and apply your change to it.",
  "share.educator": "A plan is shown to one's own coach or mentor. Choose one of those listed.",
  "share.turn": "To whom the plan is shown changed meanwhile. Reload, and look again.",
  "standing.from": "A standing begins within the last year or the next two. Choose such a day.",
  "snooze.day": "A line is put off for 1 to 90 days. Choose such a day.",
  "snooze.done":
    "Lines that an act of yours settles are done by that act, and cannot be put aside for good. Put them off until a day.",
  "snooze.line": "A line is named by the key that your home or your desk gave it. Send that one.",
  "state.letter": "Only a letter is from somebody. Leave the field empty for anything else.",
  "state.same": "The plan says so already. Nothing is left to do.",
  "state.signer":
    "Somebody else says this: the plan names who signs a requirement off, and only the advising office says that one is not needed.",
  "state.turn": "Somebody else said something about this requirement meanwhile. Reload, and look at it first.",
  "timeline.event": "The key of an event is 1 to 60 small letters, digits and hyphens.",
  "timeline.twice": "An event of a class was sent twice. Leave one of the two out.",
  "timeline.version": "Somebody else changed this day of the timeline meanwhile. Reload, and look at theirs first.",
  "talk.educator": "What a talk turned into is marked by its educator, for themselves.",
  "talk.held": "A talk is marked once the meeting is said to have taken place.",
  "goal.rating-day": "A rating is for today, or for a day of the last year. Choose such a day.",
  "meeting.begun": "This meeting has begun. Say whether it took place, instead of moving or cancelling it.",
  "meeting.recorded":
    "A meeting of the two of you at this time stands here already. Say there how it was, and how long it took.",
};
