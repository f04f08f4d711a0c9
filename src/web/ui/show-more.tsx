// The foot of a list that has more rows: they are read when somebody asks, and stand below those that are there.
import { Button } from "./button.tsx";

/** What `useReadPages` says beside the rows. */
interface ShowMoreProps {
  hasMore: boolean;
  isReadingMore: boolean;
  more: () => void;
  /** Within a flush card, below its table. */
  inCard?: boolean;
}

export function ShowMore({ hasMore, isReadingMore, more, inCard }: ShowMoreProps) {
  if (!hasMore) return null;
  return (
    <div className={inCard ? "table-foot" : "row"}>
      <Button busy={isReadingMore} onClick={more}>
        Show more
      </Button>
    </div>
  );
}
