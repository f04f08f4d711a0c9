// Beside an article: how far its review has come, and what is on the page.
import { sayInstant, sayShortDay } from "../../web/ui/dates.ts";
import { Icon } from "../../web/ui/icon.tsx";
import type { IconName } from "../../web/ui/icons.ts";
import { useMe } from "../../web/ui/me.ts";
import type { Article } from "../article.ts";
import { reviewersWanted } from "../standing.ts";
import { sectionsOf } from "../passage.ts";
import { sectionId } from "./article-text.tsx";

export function ArticleSide({ article }: { article: Article }) {
  return (
    <aside className="article-side" aria-label="About this article">
      <section className="card tracker-card" aria-labelledby="review-status">
        <h2 id="review-status" className="h-small">
          Review status
        </h2>
        <Tracker article={article} />
        <p className="small muted">
          Goes back to Under review by itself when a source is retracted, and on {sayShortDay(article.reviewBy, true)}.
        </p>
      </section>
      <nav className="toc" aria-label="On this page">
        <p className="h-small">On this page</p>
        <ul role="list">
          {sectionsOf(article.passages).map(({ heading }, at) => (
            <li key={sectionId(at)}>
              <a href={`#${sectionId(at)}`}>{heading}</a>
            </li>
          ))}
          <li>
            <a href="#sources">Sources</a>
          </li>
          <li>
            <a href="#ask">Ask a follow-up</a>
          </li>
        </ul>
      </nav>
    </aside>
  );
}

type Stage = "done" | "now" | "todo-step";

function Tracker({ article }: { article: Article }) {
  const { timeZone } = useMe().school;
  const { state, approvals, submittedAt, approvedAt } = article;
  const isSubmitted = submittedAt !== null && state !== "returned";
  const isApproved = state === "approved";
  const stages: { word: string; words: string; stage: Stage; icon: IconName }[] = [
    {
      word: "Submitted",
      words: isSubmitted ? sayInstant(submittedAt, timeZone) : "Not yet",
      stage: isSubmitted ? "done" : "now",
      icon: isSubmitted ? "check" : "clock",
    },
    {
      word: "Under review",
      words: `${Math.min(approvals, reviewersWanted)} of ${reviewersWanted} reviewers have approved it`,
      stage: isApproved ? "done" : isSubmitted ? "now" : "todo-step",
      icon: isApproved ? "check" : "clock",
    },
    {
      word: "Approved",
      words:
        isApproved && approvedAt !== null
          ? sayInstant(approvedAt, timeZone)
          : "When two who did not write it agree, and its claims are approved",
      stage: isApproved ? "done" : "todo-step",
      icon: "seal",
    },
  ];
  return (
    <ol className="tracker" role="list">
      {stages.map(({ word, words, stage, icon }) => (
        <li key={word} className={stage} {...(stage === "now" ? { "aria-current": "step" as const } : {})}>
          <Icon name={icon} />
          <div>
            <b>{word}</b>
            <span>{words}</span>
          </div>
        </li>
      ))}
    </ol>
  );
}
