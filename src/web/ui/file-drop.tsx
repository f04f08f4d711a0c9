// Files from the reader's device.
import { type ReactNode, useRef } from "react";
import { DropZone } from "react-aria-components/DropZone";
import { Text } from "react-aria-components/Text";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

type FileDropProps = {
  /** What to bring: "Drop your exports here". */
  label: string;
  /** Endings, as an input's `accept`: ".csv,.xlsx". Other files are left out and named in `onFiles`' second argument. */
  accept: string;
  multiple?: boolean;
  busy?: boolean;
  onFiles: (files: File[], leftOut: string[]) => void;
  children?: ReactNode;
};

/** Files by drag and drop, by pasting, or by a button. */
export function FileDrop({ label, accept, multiple = false, busy = false, onFiles, children }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const endings = accept.split(",").map((ending) => ending.trim().toLowerCase());
  const isWanted = ({ name }: File) => endings.some((ending) => name.toLowerCase().endsWith(ending));
  const take = (given: File[]) => {
    const files = multiple ? given : given.slice(0, 1);
    if (files.length > 0)
      onFiles(
        files.filter(isWanted),
        files.filter((file) => !isWanted(file)).map(({ name }) => name),
      );
  };
  return (
    <DropZone
      className="drop"
      isDisabled={busy}
      onDrop={({ items }) => {
        const files = items.flatMap((item) => (item.kind === "file" ? [item.getFile()] : []));
        void Promise.all(files).then(take);
      }}
    >
      <Icon name="upload" />
      <Text slot="label">{label}</Text>
      {children}
      <Button busy={busy} onClick={() => input.current?.click()}>
        {multiple ? "Choose files" : "Choose a file"}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          take([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </DropZone>
  );
}
