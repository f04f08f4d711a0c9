// The ground rules as they stand, each changed line with both wordings.
import { Icon } from "../../web/ui/icon.tsx";
import { Tag } from "../../web/ui/notice.tsx";
import { Why } from "../../web/ui/why.tsx";
import { isOwnClause } from "../../programs/brought.ts";
import type { Program } from "../../programs/program.ts";
import type { Agreement, AgreementLine } from "../agreement.ts";
import { clauseWords } from "../../web/ui/clause-words.ts";

export function RulesView({ agreement }: { agreement: Agreement }) {
  return (
    <>
      <ul className="agreed" role="list">
        {agreement.lines.map((line) => (
          <Line key={line.key} line={line} program={agreement.program} />
        ))}
      </ul>
      <Why at="rules" />
      {agreement.leftOut.length > 0 && (
        <div className="left-out">
          <h3>Left out of the charter’s wording</h3>
          <ul>
            {agreement.leftOut.map(({ key, text }) => (
              <li key={key}>{text}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Line({ line, program }: { line: AgreementLine; program: Program }) {
  const { key, text, charterText, beforeText, change, isFixed } = line;
  const { title, icon } = clauseWords(key);
  return (
    <li>
      <Icon name={icon} />
      <div className="rule">
        <h3>
          {title} {change === "changed" && <Tag>Changed</Tag>}
          {change === "added" && <Tag>Added by you two</Tag>}
          {isFixed && <Tag>Stays as it is</Tag>}
        </h3>
        <p>{text}</p>
        {change === "changed" && <Earlier by="The charter says" text={charterText ?? ""} />}
        {beforeText !== null && beforeText !== charterText && <Earlier by="Before this version" text={beforeText} />}
        <Why at={`rule/${program}/${key}`} isOwn={isOwnClause(program, key, text)} />
      </div>
    </li>
  );
}

function Earlier({ by, text }: { by: string; text: string }) {
  return (
    <p className="earlier">
      <b>{by}:</b> {text}
    </p>
  );
}
