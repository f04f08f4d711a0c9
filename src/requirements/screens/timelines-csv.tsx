// The dates of all classes from a file, with a look at what it does before it is taken.
import { useWrite } from "../../web/ask.ts";
import { Dialog } from "../../web/ui/dialog.tsx";
import { importTimelinesCsv, previewTimelinesCsv } from "../contract.ts";
import { neededColumns, timelineColumns } from "../timeline-csv.ts";
import { CsvFile } from "./csv-file.tsx";

export function TimelinesCsv({ onClose }: { onClose: () => void }) {
  const previewing = useWrite(previewTimelinesCsv, { invalidate: [] });
  const taking = useWrite(importTimelinesCsv);
  return (
    <Dialog title="Dates from a file" isOpen onClose={onClose}>
      <div className="form">
        <p>
          Columns: {timelineColumns.join(", ")}. {neededColumns.join(", ")} have to be there. Dates that the file does
          not name stay as they are.
        </p>
        <CsvFile
          label="Drop a file of dates here"
          error={taking.error ?? previewing.error}
          isLooking={previewing.isPending}
          isTaking={taking.isPending}
          look={(file) => previewing.mutateAsync(file)}
          take={(file, { version }) =>
            taking.mutateAsync({ ...file, version }).then((report) => {
              onClose();
              return report;
            })
          }
        />
      </div>
    </Dialog>
  );
}
