// Every source of the library, for the reviewers: whether it was found, and whether somebody looked up its retraction.
import { useRead } from "../../web/ask.ts";
import { ButtonLink } from "../../web/ui/button.tsx";
import { Link } from "../../web/ui/link.tsx";
import { Empty, StatusLine } from "../../web/ui/notice.tsx";
import { Card, Page } from "../../web/ui/page.tsx";
import { SeenChip } from "../../web/ui/seen-chip.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import { libraryAudience } from "../audience.ts";
import { listSources } from "../review-contract.ts";
import { citationOf, type Source } from "../source.ts";
import { sayChecked } from "./article-text.tsx";

export function SourcesScreen() {
  const { data, error } = useRead(listSources);
  if (!data) return <Waiting error={error} rows={8} />;
  return (
    <Page
      title="Sources"
      lede="What the claims of the library rest on."
      end={
        <ButtonLink href="/library/write/source" icon="plus">
          Add a source
        </ButtonLink>
      }
    >
      <p className="row">
        <SeenChip of="these sources" audience={libraryAudience} />
        <Link href="/library/review">Review desk</Link>
      </p>
      {data.items.length === 0 ? (
        <Empty title="No source yet">A claim rests on at least one.</Empty>
      ) : (
        <Card flush>
          <ul role="list" className="divided">
            {data.items.map((source) => (
              <Line key={source.key} source={source} />
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}

function Line({ source }: { source: Source }) {
  return (
    <li className="article-line">
      <div className="source-words">
        <h2 className="h-small">
          <Link href={`/library/write/source?key=${source.key}`}>{source.title}</Link>
        </h2>
        <p className="small muted">{citationOf({ ...source, title: "" })}</p>
      </div>
      <StatusLine kind={kindOf(source)}>{sayChecked(source)}</StatusLine>
    </li>
  );
}

function kindOf({ isVerified, isRetracted }: Source): "done" | "wait" | "caution" | "stop" {
  if (!isVerified) return "caution";
  if (isRetracted === null) return "wait";
  return isRetracted ? "stop" : "done";
}
