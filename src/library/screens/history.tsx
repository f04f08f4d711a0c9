// The versions of an article or a claim: what changed, who wrote it, who approved it, and a look at each.
import { useRead } from "../../web/ask.ts";
import { sayInstant } from "../../web/ui/dates.ts";
import { Link } from "../../web/ui/link.tsx";
import { useMe } from "../../web/ui/me.ts";
import { Card, Section } from "../../web/ui/page.tsx";
import { Waiting } from "../../web/ui/waiting.tsx";
import type { Past } from "../article.ts";
import { listArticleVersions } from "../contract.ts";
import type { Reader } from "../reader.ts";
import { StateLine } from "./claim-meta.tsx";
import { Difference } from "./difference.tsx";

type Props = { articleKey: string; shown: number; reader: Reader };

export function History({ articleKey, shown, reader }: Props) {
  const { data, error } = useRead(listArticleVersions, { params: { key: articleKey } });
  if (!data) return <Waiting error={error} rows={2} />;
  const before = data.items.find(({ version }) => version < shown);
  return (
    <>
      <Versions items={data.items} shown={shown} hrefOf={(version) => `/library/${articleKey}?version=${version}`} />
      {before && <Difference articleKey={articleKey} from={before.version} to={shown} reader={reader} />}
    </>
  );
}

export function Versions({
  items,
  shown,
  hrefOf,
}: {
  items: Past[];
  shown: number;
  hrefOf: (version: number) => string;
}) {
  return (
    <Section title="History">
      <Card flush>
        <ul role="list" className="divided">
          {items.map((past) => (
            <li key={past.version} className="article-line">
              <div>
                <h3>
                  {past.version === shown ? (
                    `Version ${past.version}, shown here`
                  ) : (
                    <Link href={hrefOf(past.version)}>Version {past.version}</Link>
                  )}
                </h3>
                <PastWords past={past} />
              </div>
              <StateLine state={past.state} lapsed={past.lapsed} />
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}

function PastWords({ past }: { past: Past }) {
  const { timeZone } = useMe().school;
  return (
    <>
      <p className="small muted">
        {past.because}. {past.writtenBy ?? "Chiron"}, {sayInstant(past.writtenAt, timeZone)}
      </p>
      {past.verdicts.map(({ verdict, by, reason, at }) => (
        <p key={`${by} ${verdict}`} className="small muted">
          {verdict === "approve" ? "Approved" : "Returned"} by {by}
          {reason !== "" && `: ${reason}`} {sayInstant(at, timeZone)}
        </p>
      ))}
    </>
  );
}
