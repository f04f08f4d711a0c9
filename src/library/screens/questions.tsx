// What people asked of the board because nothing approved answers it.
import { useRead } from "../../web/ask.ts";
import { sayShortDay } from "../../web/ui/dates.ts";
import { Card, Section } from "../../web/ui/page.tsx";
import { listQuestions } from "../search-contract.ts";

export function QuestionsAsked() {
  const { data } = useRead(listQuestions);
  if (!data || data.items.length === 0) return null;
  return (
    <Section title="Asked of the reviewers" note={String(data.items.length)}>
      <Card flush>
        <ul role="list" className="divided">
          {data.items.map(({ questionId, words, askedOn }) => (
            <li key={questionId} className="article-line">
              <span className="request-words">{words}</span>
              <span className="small muted">{sayShortDay(askedOn, true)}</span>
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
